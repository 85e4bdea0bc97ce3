# The tests that are scripts rather than GoogleTest programs: the house's own rules, and programs run
# from outside through the command line.
# CPython, as oracle, is Debian's own, not one that a version manager puts first on PATH.
set(BELLJAR_CPYTHON /usr/bin/python3 CACHE FILEPATH "The CPython 3.11 to compare with")

add_test(NAME house.includes COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/check-includes)
add_test(NAME house.rules COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/check-house)
add_test(NAME house.divergences COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/divergences --check)
add_test(NAME docs.snippets COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/check-docs)
find_program(BELLJAR_MKDOCS mkdocs)
find_program(BELLJAR_DOXYGEN doxygen)
if(BELLJAR_MKDOCS AND BELLJAR_DOXYGEN)
  add_test(NAME docs.site COMMAND ${PROJECT_SOURCE_DIR}/tools/docs)
endif()
add_test(NAME house.mutants COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tests/mutants/run.py --check)
add_test(NAME house.limits COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/limits --check)
find_program(BELLJAR_CLANG_FORMAT clang-format)
if(BELLJAR_CLANG_FORMAT)
  add_test(NAME house.format COMMAND ${PROJECT_SOURCE_DIR}/tools/format --check)
endif()

foreach(pair IN ITEMS g++:gcc clang++:clang)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 cxx)
  list(GET pair 1 cc)
  find_program(BELLJAR_HAS_${cc} ${cxx})
  if(BELLJAR_HAS_${cc})
    add_test(NAME headers.${cc} COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tests/headers/compile_alone.py --cxx ${cxx} --cc ${cc})
  endif()
endforeach()


# What hosts see: an installed copy, and the bindings. A sanitizer's library cannot be loaded by a
# program that is built without it.
if(TARGET belljar_shared AND BELLJAR_INSTALL AND NOT CMAKE_BUILD_TYPE MATCHES "^(Asan|Tsan|Coverage)$")
  add_test(NAME examples.installed
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tests/examples/run.py --build ${PROJECT_BINARY_DIR})
  add_test(NAME bindings.python
    COMMAND ${BELLJAR_CPYTHON} -m unittest discover -s ${PROJECT_SOURCE_DIR}/bindings/python/tests)
  set_tests_properties(bindings.python PROPERTIES ENVIRONMENT
    "BELLJAR_LIBRARY=$<TARGET_FILE:belljar_shared>;PYTHONPATH=${PROJECT_SOURCE_DIR}/bindings/python;PYTHONDONTWRITEBYTECODE=1")
  find_program(BELLJAR_NPM npm)
  if(BELLJAR_NPM)
    add_test(NAME bindings.node
      COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tests/bindings/node.py --build ${PROJECT_BINARY_DIR})
  endif()
  # Each installs, and the install writes its list of files into the build folder.
  set_tests_properties(examples.installed PROPERTIES RESOURCE_LOCK install TIMEOUT 900)
  if(BELLJAR_NPM)
    set_tests_properties(bindings.node PROPERTIES RESOURCE_LOCK install TIMEOUT 900)
  endif()
endif()

# No state outside an evaluation: read off the libraries. Sanitizers add writable data of their own.
if(TARGET belljar_engine AND NOT CMAKE_BUILD_TYPE MATCHES "^(Asan|Tsan|Coverage)$")
  set(libraries)
  foreach(folder IN ITEMS support ast lexer parser bytecode policy runtime compile symtable interp builtins sdk stdlib engine world transport live)
    if(TARGET belljar_${folder})
      list(APPEND libraries $<TARGET_FILE:belljar_${folder}>)
    endif()
  endforeach()
  add_test(NAME isolation.writable_data
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tests/isolation/writable_data.py ${libraries})
  set(hardened)
  if(BELLJAR_HARDENED)
    set(hardened --compiled)
  endif()
  add_test(NAME isolation.binaries
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tests/isolation/binary_test.py ${hardened}
      $<TARGET_FILE:belljar>)
endif()

# Collections at every safepoint, over a slice: the programs that are quick even so.
# (Warnings are the command line's to print, which is not what runs here.)
if(TARGET stress_run)
  file(GLOB stressed ${PROJECT_SOURCE_DIR}/conformance/programs/statements/*.py)
  list(FILTER stressed EXCLUDE REGEX syntax_warnings)
  add_test(NAME sweeps.collections
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/conformance/run.py --belljar $<TARGET_FILE:stress_run>
      --cpython ${BELLJAR_CPYTHON} --jobs 2 --seconds 300 ${stressed})
endif()

# Whatever runs programs from outside needs the command line.
if(TARGET belljar)
  set(sanitized)
  if(CMAKE_BUILD_TYPE MATCHES "^(Asan|Tsan)$")
    set(sanitized --sanitized)
  endif()
  add_test(NAME limits.programs
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tests/limits/run_limits.py --belljar $<TARGET_FILE:belljar> ${sanitized})
  # Costs that no clock tells: steps by size, and instructions against the committed baseline.
  if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT BELLJAR_PGO AND NOT BELLJAR_HARDENED)
    add_test(NAME bench.growth
      COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/bench/growth.py $<TARGET_FILE:belljar> --check)
    find_program(BELLJAR_VALGRIND valgrind)
    if(BELLJAR_VALGRIND AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      add_test(NAME bench.instructions
        COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/bench/instructions.py $<TARGET_FILE:belljar>)
    endif()
  endif()
  add_test(NAME conformance.programs
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/conformance/run.py --belljar $<TARGET_FILE:belljar>
      --cpython ${BELLJAR_CPYTHON} --seconds 300)
  add_test(NAME conformance.syntax
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/conformance/syntax/run.py --belljar $<TARGET_FILE:belljar> --mutants 1000)
  set(attack_flags --wall 20 --grace 4)  # the machine may be busy
  if(sanitized)
    set(attack_flags --as-mib 0 --no-memory-check --no-time-check --wall 60)
  endif()
  # Both listen on the canary's port.
  # Their table under a sanitizer has not been taken yet.
  set(attacks_disabled FALSE)
  if(CMAKE_BUILD_TYPE MATCHES "^(Asan|Tsan)$")
    set(attacks_disabled TRUE)
  endif()
  foreach(profile IN ITEMS sym python)
    set(granted)
    if(profile STREQUAL "python")
      set(granted " --allow-module requests --allow-module sym.sdk")
    endif()
    add_test(NAME conformance.attacks.${profile}
      COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/conformance/attacks/attacks.py ${PROJECT_SOURCE_DIR}/conformance/attacks
        --interp $<TARGET_FILE:belljar> --outcomes ${PROJECT_SOURCE_DIR}/conformance/attacks/profiles.json --jobs 2
        --flags "--profile ${profile}${granted}" ${attack_flags})
    set_tests_properties(conformance.attacks.${profile} PROPERTIES PROCESSORS 2 RESOURCE_LOCK canary TIMEOUT 1800
      DISABLED ${attacks_disabled})
  endforeach()
  add_test(NAME conformance.attacks.beyond
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/conformance/attacks/attacks.py ${PROJECT_SOURCE_DIR}/conformance/attacks/beyond
      --interp $<TARGET_FILE:belljar> --jobs 2 --flags "--profile python" ${attack_flags})
  set_tests_properties(conformance.attacks.beyond PROPERTIES PROCESSORS 2 TIMEOUT 1800 DISABLED ${attacks_disabled})
  foreach(program IN ITEMS slicing int_operators floats format_spec percent bytes_methods str_methods)
    add_test(NAME exhaustive.${program}
      COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tests/exhaustive/run.py --belljar $<TARGET_FILE:belljar>
        --cpython ${BELLJAR_CPYTHON} ${program}.py)
  endforeach()
  add_test(NAME fuzz.generated
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/fuzz/differential.py --belljar $<TARGET_FILE:belljar>
      --seeds 100001..100400 --jobs 2)
  # Sanitizer builds are slow and allocate more: the limits are lifted, the outputs must not change.
  add_test(NAME bench.outputs
    COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/conformance/run.py --belljar $<TARGET_FILE:belljar>
      --expected ${PROJECT_SOURCE_DIR}/bench/expected --seconds 600
      --flags "--profile python --timeout 600 --max-steps 100000000000 --max-memory 2G" ${PROJECT_SOURCE_DIR}/bench/programs)
  add_test(NAME packaging.options COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/packaging/check_options.py --belljar $<TARGET_FILE:belljar>)
  add_test(NAME house.readme COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/check-readme --belljar $<TARGET_FILE:belljar>)
  add_test(NAME docs.console COMMAND ${BELLJAR_CPYTHON} ${PROJECT_SOURCE_DIR}/tools/check-readme --belljar $<TARGET_FILE:belljar>
    docs/start.md docs/writing-flows.md docs/subset.md docs/sdk.md docs/testing-flows.md docs/performance.md)
  set_tests_properties(docs.console PROPERTIES WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  add_test(NAME conformance.seed COMMAND belljar test ${PROJECT_SOURCE_DIR}/conformance/seed)
  add_test(NAME conformance.flows COMMAND belljar test ${PROJECT_SOURCE_DIR}/conformance/flows)
  set_tests_properties(conformance.programs bench.outputs PROPERTIES PROCESSORS 2)
endif()
