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

# Profile-guided and link-time optimisation: tools/pgo builds once with counters, runs a training
# set, and builds again in the same folder, where the compiler finds each object's counts beside the object.
if(BELLJAR_PGO STREQUAL "generate")
  target_compile_options(belljar_options INTERFACE -fprofile-generate -fprofile-update=prefer-atomic)
  target_link_options(belljar_options INTERFACE -fprofile-generate)
elseif(BELLJAR_PGO STREQUAL "use")
  # What the training never reached has no counts; that is no reason to warn.
  target_compile_options(belljar_options INTERFACE
    -fprofile-use -fprofile-correction -fprofile-partial-training -Wno-missing-profile -flto=auto -fno-fat-lto-objects)
  target_link_options(belljar_options INTERFACE -fprofile-use -flto=auto -fuse-linker-plugin)
endif()

# Hardening of what is linked; and of what is compiled, in optimised builds (libc's checked functions need
# optimisation, and the sanitizers have checks of their own).
option(BELLJAR_HARDENED "Compile release builds with libc's checked functions and stack protectors" OFF)
target_link_options(belljar_options INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
if(BELLJAR_HARDENED)
  target_compile_options(belljar_options INTERFACE
    $<$<CONFIG:Release,RelWithDebInfo>:-fstack-protector-strong> $<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
endif()

# belljar_library(NAME sources... [LIBS targets...]): a static library of one folder.
function(belljar_library name)
  cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PUBLIC belljar_options ${ARG_LIBS})
endfunction()
