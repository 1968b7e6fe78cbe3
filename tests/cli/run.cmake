# Runs PROGRAM, in an EMULATOR or none, as the folder CASE says and compares what comes of it, or takes it over with UPDATE.
# WORK is a folder for what the program writes.

cmake_minimum_required(VERSION 3.22)

foreach(name LC_CTYPE LC_MESSAGES LANG LANGUAGE SIPCODE_LANG COLUMNS TERM NO_COLOR CLICOLOR CLICOLOR_FORCE)
  unset(ENV{${name}})
endforeach()
set(ENV{LC_ALL} C.UTF-8)

function(read_lines file result)
  set(text "")
  if(EXISTS ${file})
    file(READ ${file} text)
  endif()
  if(NOT text STREQUAL "" AND NOT text MATCHES "\n$")
    string(APPEND text "\n")
  endif()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# Bracket arguments keep every byte, an empty argument and a semicolon too.
string(REPLACE "|" " " emulator "${EMULATOR}")
read_lines(${CASE}/env environment)
string(REGEX REPLACE "([^\n=]*)=([^\n]*)\n" "set(ENV{\\1} [==[\\2]==])\n" environment "${environment}")
read_lines(${CASE}/args arguments)
string(REGEX REPLACE "([^\n]*)\n" " [==[\\1]==]" arguments "${arguments}")

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
set(input ${CASE}/stdin)
if(NOT EXISTS ${input})
  set(input ${WORK}/stdin)
  file(WRITE ${input} "")
endif()

cmake_language(EVAL CODE "
  ${environment}
  execute_process(
    COMMAND ${emulator} [==[${PROGRAM}]==]${arguments}
    INPUT_FILE [==[${input}]==]
    OUTPUT_FILE [==[${WORK}/stdout]==]
    ERROR_FILE [==[${WORK}/stderr]==]
    RESULT_VARIABLE status)")
file(WRITE ${WORK}/status "${status}\n")

set(failed)
foreach(name status stdout stderr)
  if(UPDATE)
    configure_file(${WORK}/${name} ${CASE}/${name} COPYONLY)
    continue()
  endif()
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E compare_files ${CASE}/${name} ${WORK}/${name}
    RESULT_VARIABLE different
    OUTPUT_QUIET ERROR_QUIET)
  if(different)
    list(APPEND failed ${name})
    read_lines(${CASE}/${name} expected)
    read_lines(${WORK}/${name} actual)
    message("---- expected ${name}\n${expected}---- actual ${name}\n${actual}----")
  endif()
endforeach()
if(failed)
  list(JOIN failed ", " failed)
  message(FATAL_ERROR "${CASE}: different ${failed}; what the program wrote is in ${WORK}")
endif()
