# Runs PROGRAM and compares what it prints with the file EXPECTED; ACTUAL is where it is kept.

string(REPLACE "|" ";" emulator "${EMULATOR}")
execute_process(COMMAND ${emulator} ${PROGRAM} OUTPUT_FILE ${ACTUAL} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${status}")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files --ignore-eol ${EXPECTED} ${ACTUAL} RESULT_VARIABLE different)
if(different)
  message(FATAL_ERROR "${EXPECTED} and ${ACTUAL} differ; the target update-golden takes over the new one")
endif()
