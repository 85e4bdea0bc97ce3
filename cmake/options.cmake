# The flags that every target of the project is compiled with.
add_library(belljar_options INTERFACE)
target_include_directories(belljar_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include)
target_compile_options(belljar_options INTERFACE
  -Wall -Wextra -Werror -fno-strict-aliasing -ffp-contract=off)

# belljar_library(NAME sources... [LIBS targets...]): a static library of one folder.
function(belljar_library name)
  cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PUBLIC belljar_options ${ARG_LIBS})
endfunction()
