# Windows, by Debian's mingw-w64; its programs run in wine.

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triplet x86_64-w64-mingw32)
include(${CMAKE_CURRENT_LIST_DIR}/debian.cmake)
# Debian's script of that name has much to say
find_program(SIPCODE_WINE NAMES wine64 wine PATHS /usr/lib/wine NO_CMAKE_FIND_ROOT_PATH)
mark_as_advanced(SIPCODE_WINE)
set(CMAKE_CROSSCOMPILING_EMULATOR ${SIPCODE_WINE})
