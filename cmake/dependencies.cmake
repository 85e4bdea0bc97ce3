# belljar_dependency(TARGET PACKAGE ARCHIVE): a library that pkg-config knows. Programs with the property
# BELLJAR_STATIC_DEPENDENCIES take its archive, where there is one; everything else the shared library.
find_package(PkgConfig REQUIRED)
function(belljar_dependency target package archive)
  pkg_check_modules(${target} REQUIRED IMPORTED_TARGET ${package})
  find_library(BELLJAR_${target}_ARCHIVE ${archive})
  add_library(belljar_${target} INTERFACE)
  if(BELLJAR_${target}_ARCHIVE)
    target_link_libraries(belljar_${target} INTERFACE
      $<IF:$<BOOL:$<TARGET_PROPERTY:BELLJAR_STATIC_DEPENDENCIES>>,${BELLJAR_${target}_ARCHIVE},PkgConfig::${target}>)
  else()
    target_link_libraries(belljar_${target} INTERFACE PkgConfig::${target})
  endif()
endfunction()

belljar_dependency(GMP gmp libgmp.a)
belljar_dependency(RE2 re2 libre2.a)
belljar_dependency(UTF8PROC libutf8proc libutf8proc.a)
