# What an answer costs, as numbers that do not depend on the machine's mood: instructions, heap, relocations. Needs
# valgrind, binutils and an optimised program; the time itself is what the target `bench` shows, see bench/.
#
# A limit is about a quarter above what gcc 12 makes of the program on x86-64. One that is exceeded asks for a look at
# `valgrind --tool=callgrind`, and is raised only together with the reason.

set(cost_show 70000)        # instructions of `sipcode 301` beyond those of one-line
set(cost_version 16000)     # the same of `sipcode --version`
set(cost_relocations 250)   # of the program's few tables of words; a table of codes with pointers has thousands

if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT SIPCODE_SANITIZE AND NOT SIPCODE_COVERAGE AND NOT SIPCODE_FUZZ)
  find_program(SIPCODE_VALGRIND valgrind REQUIRED DOC "Counts the instructions of the program")
  mark_as_advanced(SIPCODE_VALGRIND)
  add_custom_target(cost_programs ALL DEPENDS one-line)
  add_test(NAME cost COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cost/cost.sh $<TARGET_FILE:sipcode_exe>
    $<TARGET_FILE:one-line> ${cost_show} ${cost_version} ${cost_relocations})
  set_tests_properties(cost PROPERTIES LABELS cost TIMEOUT 120)
endif()
