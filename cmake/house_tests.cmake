# The tests that are scripts rather than GoogleTest programs: the house's own rules, and programs run
# from outside through the command line.
# CPython, as oracle, is Debian's own, not one that a version manager puts first on PATH.
set(BELLJAR_CPYTHON /usr/bin/python3 CACHE FILEPATH "The CPython 3.11 to compare with")

add_test(NAME house.includes COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/check-includes)
add_test(NAME house.rules COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/check-house)
find_program(BELLJAR_CLANG_FORMAT clang-format)
if(BELLJAR_CLANG_FORMAT)
  add_test(NAME house.format COMMAND ${PROJECT_SOURCE_DIR}/tools/format --check)
endif()
