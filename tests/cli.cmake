# Runs of the real program, one folder each in tests/cli/:
#
#     args      the arguments, one a line
#     stdin     what it reads, if anything
#     env       NAME=VALUE lines, added to an environment that is otherwise the same everywhere
#     status, stdout, stderr   what must come of it, to the byte
#
# To rewrite these expectations with what the program does now, and read the diff like code:
#
#     cmake --build BUILD --target update-cli-tests

file(GLOB cases RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/cli CONFIGURE_DEPENDS cli/*/args)
if(WIN32)
  # there '/' is "Permission denied", and bytes that are no character of the code page do not reach the program
  list(REMOVE_ITEM cases count-missing-file/args operand-control/args)
endif()
set(updates)
foreach(case IN LISTS cases)
  get_filename_component(name ${case} DIRECTORY)
  set(run ${CMAKE_COMMAND}
    -DEMULATOR=${emulator}
    -DPROGRAM=$<TARGET_FILE:sipcode_exe>
    -DCASE=${CMAKE_CURRENT_SOURCE_DIR}/cli/${name}
    -DWORK=${CMAKE_CURRENT_BINARY_DIR}/cli/${name})
  set(script -P ${CMAKE_CURRENT_SOURCE_DIR}/cli/run.cmake)
  add_test(NAME cli-${name} COMMAND ${run} ${script})
  set_tests_properties(cli-${name} PROPERTIES LABELS cli)
  list(APPEND updates COMMAND ${run} -DUPDATE=ON ${script})
endforeach()
add_custom_target(update-cli-tests ${updates} COMMENT "Rewriting tests/cli" VERBATIM)
add_dependencies(update-cli-tests sipcode_exe)
