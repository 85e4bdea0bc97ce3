# A compiler cache, if there is one, shared by all checkouts and build folders.
find_program(BELLJAR_CCACHE ccache)
if(BELLJAR_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
      CCACHE_NOHASHDIR=1 ${BELLJAR_CCACHE})
endif()

# The flags that every target of the project is compiled with.
add_library(belljar_options INTERFACE)
target_include_directories(belljar_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include)
target_compile_options(belljar_options INTERFACE
  -Wall -Wextra $<$<BOOL:${PROJECT_IS_TOP_LEVEL}>:-Werror> -fno-strict-aliasing -ffp-contract=off)

# belljar_library(NAME sources... [LIBS targets...]): a static library of one folder.
function(belljar_library name)
  cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PUBLIC belljar_options ${ARG_LIBS})
endfunction()
