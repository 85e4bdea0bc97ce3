# cmake -DOUTPUT=FILE "-DSOURCES=a.py;b.py" -P embed.cmake: writes python_sources().
set(text "#include \"stdlib/python_sources.h\"\n\nnamespace belljar {\n\nstatic constexpr PythonSource kSources[] = {\n")
foreach(source IN LISTS SOURCES)
  get_filename_component(name ${source} NAME)
  string(REGEX REPLACE "\\.py$" "" name ${name})
  # Brackets and semicolons mean something to CMake's lists: only string(APPEND) touches the text.
  file(READ ${source} content)
  string(APPEND text "    {\"${name}\", R\"belljar(" "${content}" ")belljar\"},\n")
endforeach()
string(APPEND text "};\n\nstd::span<const PythonSource> python_sources() { return kSources; }\n\n}  // namespace belljar\n")
file(WRITE ${OUTPUT} "${text}")
