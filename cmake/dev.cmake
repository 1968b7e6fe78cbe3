# Warnings, sanitizers and coverage for our own targets; never installed.

add_library(sipcode_dev INTERFACE)
set_property(TARGET sipcode_dev PROPERTY EXPORT_NAME dev)
set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)

if(CMAKE_C_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(sipcode_dev INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
    -Wold-style-definition -Wcast-qual -Wcast-align -Wwrite-strings -Wundef -Wformat=2 -Wno-format-nonliteral -Wvla
    -Wnull-dereference -Wdouble-promotion
    $<$<BOOL:${SIPCODE_WERROR}>:-Werror>)
endif()
# mingw-w64 has what all this calls in a library of its own, which a program would have to bring along.
# PIE is left to the compiler, whose default it is today. Relocations are bound when they are needed: all of them at the
# start (-z now) would take as long as a third of what `sipcode 301` does.
if(SIPCODE_HARDEN AND CMAKE_C_COMPILER_ID MATCHES "GNU|Clang" AND NOT SIPCODE_SANITIZE AND NOT SIPCODE_COVERAGE
    AND NOT SIPCODE_FUZZ AND NOT APPLE AND NOT WIN32)
  target_compile_options(sipcode_dev INTERFACE -fstack-protector-strong
    $<$<NOT:$<CONFIG:Debug,>>:-U_FORTIFY_SOURCE$<SEMICOLON>-D_FORTIFY_SOURCE=2>)
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(sipcode_dev INTERFACE -Wl,-z,relro)
  endif()
endif()
if(SIPCODE_STATIC)
  # so that the linker can leave out what no one calls, and tables of pointers need no page that can be written to
  target_compile_options(sipcode_dev INTERFACE -ffunction-sections -fdata-sections -fno-pie)
  # clang finds -no-pie needless where -static says it already
  target_link_options(sipcode_dev INTERFACE -no-pie $<$<C_COMPILER_ID:Clang>:-Wno-unused-command-line-argument>)
endif()
if(SIPCODE_SANITIZE)
  target_compile_options(sipcode_dev INTERFACE
    -fsanitize=${SIPCODE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(sipcode_dev INTERFACE -fsanitize=${SIPCODE_SANITIZE})
endif()
if(SIPCODE_COVERAGE)
  target_compile_options(sipcode_dev INTERFACE --coverage -O0 -fprofile-update=atomic)
  target_link_options(sipcode_dev INTERFACE --coverage)
  # Prints line and branch coverage of what the tests have run; fails below 95 % of lines.
  add_custom_target(coverage
    COMMAND gcovr --root ${PROJECT_SOURCE_DIR} --object-directory ${PROJECT_BINARY_DIR}
      --filter ${PROJECT_SOURCE_DIR}/src/lib/ --filter ${PROJECT_SOURCE_DIR}/src/cli/
      --print-summary --fail-under-line 95
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    VERBATIM)
endif()
if(SIPCODE_FUZZ)
  target_compile_options(sipcode_dev INTERFACE -fsanitize=fuzzer-no-link)
endif()
