# Unit and property tests: one program and one test a module, all of them in this process and without files of
# their own. They need cmocka.

find_path(CMOCKA_INCLUDE_DIR cmocka.h REQUIRED)
find_library(CMOCKA_LIBRARY cmocka REQUIRED)
mark_as_advanced(CMOCKA_INCLUDE_DIR CMOCKA_LIBRARY)

add_library(sipcode_test_support STATIC json.c support.c)
target_compile_features(sipcode_test_support PUBLIC c_std_11)
target_include_directories(sipcode_test_support PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_include_directories(sipcode_test_support SYSTEM PUBLIC ${CMOCKA_INCLUDE_DIR})
target_compile_definitions(sipcode_test_support PUBLIC SIPCODE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" _FILE_OFFSET_BITS=64)
target_link_libraries(sipcode_test_support PUBLIC sipcode_cli sipcode ${CMOCKA_LIBRARY} PRIVATE sipcode_dev)

function(sipcode_unit_test name)
  add_executable(test_${name} test_${name}.c ${ARGN})
  target_link_libraries(test_${name} PRIVATE sipcode_test_support sipcode_dev)
  add_test(NAME unit.${name} COMMAND test_${name})
  set_tests_properties(unit.${name} PROPERTIES LABELS unit TIMEOUT 300)
endfunction()

set(gen ${PROJECT_SOURCE_DIR}/src/gen)
set(gen_sources code data flow gen language line model reader reason schema stanza step translation)
list(TRANSFORM gen_sources REPLACE "(.+)" "${gen}/\\1.c")

foreach(module annotate compare count differ find flow language mutation operands options prose reason scan search select
    table text utf8 width words wrap)
  sipcode_unit_test(${module})
endforeach()

# These look into streams as POSIX has them.
if(UNIX)
  foreach(module cli faults message out)
    sipcode_unit_test(${module})
  endforeach()
  # whose allocations fail when the test wants them to
  target_link_options(test_faults PRIVATE -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc)

  sipcode_unit_test(gen ${gen_sources})
  target_include_directories(test_gen PRIVATE ${gen})
endif()

# What must hold in every language that is shipped.
foreach(module compare width)
  add_test(NAME unit.${module}-fr COMMAND test_${module})
  set_tests_properties(unit.${module}-fr PROPERTIES LABELS unit TIMEOUT 300 ENVIRONMENT SIPCODE_TEST_LANG=fr)
endforeach()
