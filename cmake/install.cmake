# What `cmake --install` puts where, in three components: cli (the command line), lib (the shared
# library), dev (headers, static libraries, CMake and pkg-config files).
include(CMakePackageConfigHelpers)
set(packaging ${PROJECT_SOURCE_DIR}/packaging)
set(cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/belljar)

install(TARGETS belljar RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT cli)
install(FILES ${packaging}/completions/belljar.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME belljar COMPONENT cli)
install(FILES ${packaging}/completions/_belljar DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT cli)
install(FILES ${packaging}/completions/belljar.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT cli)

install(TARGETS belljar_shared EXPORT belljar-c
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT lib NAMELINK_COMPONENT dev)
install(TARGETS belljar_cxx belljar_http EXPORT belljar-cxx ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev FILES_MATCHING PATTERN "*.h")
foreach(part IN ITEMS c cxx)
  install(EXPORT belljar-${part} NAMESPACE belljar:: DESTINATION ${cmake_dir} FILE belljar-${part}.cmake COMPONENT dev)
endforeach()

configure_package_config_file(${packaging}/belljar-config.cmake.in ${PROJECT_BINARY_DIR}/packaging/belljar-config.cmake
  INSTALL_DESTINATION ${cmake_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/packaging/belljar-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/packaging/belljar-config.cmake ${PROJECT_BINARY_DIR}/packaging/belljar-config-version.cmake
  DESTINATION ${cmake_dir} COMPONENT dev)
# From where the files are to the prefix, so that an installed tree may be moved.
file(RELATIVE_PATH pkgconfig_to_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
foreach(name IN ITEMS belljar belljar-cxx belljar-http)
  configure_file(${packaging}/${name}.pc.in ${PROJECT_BINARY_DIR}/packaging/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/packaging/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
endforeach()

# Man pages and changelogs are compressed, as Debian wants them; without gzip they are left out.
find_program(BELLJAR_GZIP gzip)
function(belljar_install_compressed source name destination component)
  set(compressed ${PROJECT_BINARY_DIR}/packaging/${name}.gz)
  if(BELLJAR_GZIP)
    execute_process(COMMAND ${BELLJAR_GZIP} -9nc ${source} OUTPUT_FILE ${compressed} COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${compressed} DESTINATION ${destination} COMPONENT ${component})
  endif()
endfunction()
belljar_install_compressed(${packaging}/man/belljar.1 belljar.1 ${CMAKE_INSTALL_MANDIR}/man1 cli)
belljar_install_compressed(${packaging}/man/libbelljar.3 libbelljar.3 ${CMAKE_INSTALL_MANDIR}/man3 dev)

# Each package has its licence and changelog in a folder of its own.
foreach(row IN ITEMS cli:belljar lib:libbelljar1 dev:libbelljar-dev)
  string(REPLACE ":" ";" row ${row})
  list(GET row 0 component)
  list(GET row 1 package)
  set(doc ${CMAKE_INSTALL_DATADIR}/doc/${package})
  install(FILES ${packaging}/copyright DESTINATION ${doc} COMPONENT ${component})
  belljar_install_compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog ${doc} ${component})
endforeach()
