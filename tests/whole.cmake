# Tests of the whole: the program among files, pipes and other programs, what is installed, and what is written
# about it. Scripts take the program first; a folder to write to is in TMPDIR or /tmp and removed again.

set(whole ${CMAKE_CURRENT_SOURCE_DIR}/whole)
set(program $<TARGET_FILE:sipcode_exe>)

function(add_whole_test name)
  add_test(NAME whole-${name} COMMAND ${ARGN})
  set_tests_properties(whole-${name} PROPERTIES LABELS whole TIMEOUT 600 ENVIRONMENT LC_ALL=C.UTF-8)
endfunction()

add_whole_test(faults sh ${whole}/faults.sh ${program})
add_whole_test(schema sh ${whole}/schema.sh ${program} ${PROJECT_SOURCE_DIR}/docs/sipcode.schema.json)
add_whole_test(registry sh ${whole}/registry.sh ${PROJECT_SOURCE_DIR}/data)

file(GLOB documents CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/*.md)
add_whole_test(examples python3 ${whole}/examples.py ${program}
  ${PROJECT_SOURCE_DIR}/README.md ${documents} ${PROJECT_SOURCE_DIR}/docs/sipcode.1.in
  ${PROJECT_SOURCE_DIR}/docs/sipcode.fr.1.in)
add_whole_test(manual sh ${whole}/manual.sh ${program} ${PROJECT_BINARY_DIR}/sipcode.1)
add_whole_test(manual-fr sh ${whole}/manual.sh ${program} ${PROJECT_BINARY_DIR}/fr/sipcode.1 commandes champs code)

file(GLOB_RECURSE traces CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/traces/*.txt ${CMAKE_CURRENT_SOURCE_DIR}/traces/*.sip)
add_whole_test(filters python3 ${whole}/filters.py ${program} ${traces})

add_whole_test(prose python3 ${whole}/prose.py ${program} ${whole}/words.txt)
add_whole_test(prose-fr python3 ${whole}/prose_fr.py ${program} ${PROJECT_SOURCE_DIR}/data/fr.txt ${whole}/words-fr.txt)

add_whole_test(completions python3 ${whole}/completions.py ${program} ${PROJECT_SOURCE_DIR}/data/completions)

find_program(SIPCODE_CXX NAMES g++ c++ clang++ REQUIRED DOC "A C++ compiler to read the public header with")
mark_as_advanced(SIPCODE_CXX)
add_whole_test(header ${SIPCODE_CXX} -std=c++11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only
  -I${PROJECT_SOURCE_DIR}/include ${whole}/header.cpp)

# The rest asks about the program as it is shipped: instrumentation allocates, opens files and wants its own libraries.
if(SIPCODE_SANITIZE OR SIPCODE_COVERAGE OR SIPCODE_FUZZ)
  return()
endif()

add_executable(nothing whole/nothing.c)
target_link_libraries(nothing PRIVATE sipcode_dev)
if(SIPCODE_STATIC)
  target_link_options(nothing PRIVATE -static)
endif()

add_whole_test(hardened sh ${whole}/hardened.sh ${program})
add_whole_test(pseudo sh ${whole}/pseudo.sh ${PROJECT_SOURCE_DIR})
add_whole_test(one-write sh ${whole}/one-write.sh ${program} $<TARGET_FILE:nothing>)
foreach(part RANGE 3)
  add_whole_test(valgrind-${part} sh ${whole}/valgrind.sh ${program} ${CMAKE_CURRENT_SOURCE_DIR}/cli ${part} 4)
endforeach()
add_whole_test(install sh ${whole}/install.sh ${PROJECT_BINARY_DIR} ${CMAKE_C_COMPILER} ${SIPCODE_CXX} ${PROJECT_VERSION})
add_whole_test(packages sh ${whole}/packages.sh ${PROJECT_SOURCE_DIR} ${PROJECT_VERSION})
if(TARGET sipcode-gen)
  add_whole_test(cross sh ${whole}/cross.sh ${program} ${PROJECT_SOURCE_DIR} $<TARGET_FILE:sipcode-gen>)
endif()
