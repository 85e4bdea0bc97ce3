# CPack: one .deb a component of install.cmake. tools/package makes them.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME belljar)
set(CPACK_PACKAGE_VENDOR "The Belljar authors")
set(CPACK_PACKAGE_CONTACT "The Belljar authors <belljar@example.org>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL cli lib dev)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_CLI_PACKAGE_NAME belljar)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "libcurl4, ca-certificates")  # loaded on first use of the network
set(CPACK_COMPONENT_CLI_DESCRIPTION
  "interpreter for a safe subset of Python: command line\nJudges, runs, tests, records and replays small Python programs that decide,\nwithin limits and without reaching anything that is not handed in.")

set(CPACK_DEBIAN_LIB_PACKAGE_NAME libbelljar1)
set(CPACK_DEBIAN_LIB_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIB_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_LIB_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_LIB_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/triggers)
set(CPACK_COMPONENT_LIB_DESCRIPTION
  "interpreter for a safe subset of Python: shared library\nThe C interface, for hosts in C and in other languages.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libbelljar-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
  "libbelljar1 (= ${PROJECT_VERSION}), libgmp-dev, libre2-dev, libutf8proc-dev, zlib1g-dev")
set(CPACK_COMPONENT_DEV_DESCRIPTION
  "interpreter for a safe subset of Python: development files\nHeaders for C and C++, the static C++ libraries, CMake and pkg-config files.")
include(CPack)
