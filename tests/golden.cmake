# What people should read whole: made by a program here, and compared with the copy in tests/golden/.
#
# To rewrite that copy, and read the diff like prose:
#
#     cmake --build BUILD --target update-golden

add_executable(sentences sentences.c)
target_link_libraries(sentences PRIVATE sipcode_test_support sipcode_dev)
set(golden ${CMAKE_CURRENT_SOURCE_DIR}/golden)
add_test(NAME golden-sentences COMMAND ${CMAKE_COMMAND}
  -DEMULATOR=${emulator}
  -DPROGRAM=$<TARGET_FILE:sentences>
  -DEXPECTED=${golden}/sentences.txt
  -DACTUAL=${CMAKE_CURRENT_BINARY_DIR}/sentences.txt
  -P ${golden}/run.cmake)
add_custom_target(update-golden
  COMMAND sentences > ${golden}/sentences.txt
  COMMENT "Rewriting tests/golden"
  VERBATIM)
