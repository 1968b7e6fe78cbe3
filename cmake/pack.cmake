# What CPack makes: in a static build an archive to unpack anywhere, else Debian packages, both by the target `package`;
# the source archive, with data/ compiled, by the target `dist`. Two builds of one source give the same bytes.

set(CPACK_PACKAGE_VENDOR "the sipcode authors")
# As Debian's own tools have it: DEBFULLNAME and DEBEMAIL say who makes the packages.
set(packager "$ENV{DEBFULLNAME}")
set(address "$ENV{DEBEMAIL}")
if(NOT packager)
  set(packager "The sipcode authors")
endif()
if(NOT address)
  set(address "sipcode@localhost")
endif()
set(SIPCODE_PACKAGER "${packager} <${address}>" CACHE STRING "Who makes the packages: a name and an address")
mark_as_advanced(SIPCODE_PACKAGER)
set(CPACK_PACKAGE_CONTACT "${SIPCODE_PACKAGER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/stage.cmake)
set(CPACK_SIPCODE_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_SIPCODE_GENERATED ${generated})
set(CPACK_SIPCODE_EPOCH 1795478400) # 24 November 2026: the time that all files in packages bear

string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" system)
set(CPACK_PACKAGE_FILE_NAME sipcode-${PROJECT_VERSION}-${system})
if(SIPCODE_STATIC)
  # a library compiled for another C library is of no use there
  set(CPACK_GENERATOR TGZ)
  set(CPACK_COMPONENTS_ALL program)
  set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
  set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
else()
  set(CPACK_GENERATOR DEB)
  set(CPACK_COMPONENTS_GROUPING IGNORE)
  set(CPACK_DEB_COMPONENT_INSTALL ON)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME sipcode)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION comm)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"Explains each SIP response code: what it means, why it is seen, how to
resolve it, whether to retry, and which telephone cause belongs to it. Sets
codes side by side and says how they differ, draws the messages around them,
and counts or annotates the responses in traces. Works offline, and its output
is fit for scripts.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libsipcode-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"Finds, matches, searches and compares SIP response codes from C or C++: the
table that the program sipcode prints, as a static library with its header.")

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME sipcode-${PROJECT_VERSION})
string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" here "${PROJECT_SOURCE_DIR}")
set(CPACK_SOURCE_IGNORE_FILES "^${here}/\\.git(/|$)" "^${here}/build(-[^/]*)?/" "^${here}/generated/" "~$" "\\.swp$")

include(CPack)

add_custom_target(dist
  COMMAND ${CMAKE_CPACK_COMMAND} --config CPackSourceConfig.cmake
  DEPENDS sipcode_data
  WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
  USES_TERMINAL
  VERBATIM)
