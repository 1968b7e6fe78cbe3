# Run by CPack when all that goes into a package has been gathered, before it is packed.

# In a repository only what it tracks goes into the source archive; the compiled data/ does everywhere.
if(NOT CPACK_INSTALL_CMAKE_PROJECTS)
  if(EXISTS ${CPACK_SIPCODE_SOURCE}/.git)
    execute_process(COMMAND git -c core.quotePath=off ls-files WORKING_DIRECTORY ${CPACK_SIPCODE_SOURCE}
      OUTPUT_VARIABLE tracked COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "\n" ";" tracked "${tracked}")
    file(GLOB_RECURSE staged RELATIVE ${CPACK_TEMPORARY_DIRECTORY} ${CPACK_TEMPORARY_DIRECTORY}/*)
    list(REMOVE_ITEM staged ${tracked})
    list(TRANSFORM staged PREPEND ${CPACK_TEMPORARY_DIRECTORY}/)
    file(REMOVE ${staged})
    execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -mindepth 1 -type d -empty -delete
      COMMAND_ERROR_IS_FATAL ANY)
  endif()
  file(COPY ${CPACK_SIPCODE_GENERATED}/table.c ${CPACK_SIPCODE_GENERATED}/words.h
    DESTINATION ${CPACK_TEMPORARY_DIRECTORY}/generated)
endif()

# Who packs, and when, leaves no trace.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{SOURCE_DATE_EPOCH} ${CPACK_SIPCODE_EPOCH})
endif()

# The licence as Debian's machine-readable copyright has it: lines indented, a dot for an empty one.
function(write_copyright file)
  file(READ ${CPACK_SIPCODE_SOURCE}/LICENSE text)
  string(REGEX MATCH "Copyright \\(c\\) ([^\n]*)\n\n(.*)\n" text "${text}")
  set(holder "${CMAKE_MATCH_1}")
  string(REPLACE "\n" "\n " terms " ${CMAKE_MATCH_2}")
  string(REPLACE "\n \n" "\n .\n" terms "${terms}")
  file(WRITE ${file} "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: sipcode

Files: *
Copyright: ${holder}
License: Expat

License: Expat
${terms}
")
endfunction()

# Debian compresses manuals and changelogs, and has another place for zsh.
function(to_debian package component)
  set(root ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr)
  set(documents ${root}/share/doc/${package})
  file(REMOVE ${documents}/LICENSE)
  write_copyright(${documents}/copyright)
  string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
  configure_file(${CPACK_SIPCODE_SOURCE}/cmake/debian-changelog.in ${documents}/changelog @ONLY)
  if(EXISTS ${root}/share/zsh/site-functions)
    file(RENAME ${root}/share/zsh/site-functions ${root}/share/zsh/vendor-completions)
  endif()
  file(GLOB_RECURSE manuals ${root}/share/man/*.1)
  execute_process(COMMAND gzip -9n ${manuals} ${documents}/changelog COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(CPACK_GENERATOR STREQUAL "DEB")
  to_debian(sipcode program)
  to_debian(libsipcode-dev development)
endif()

execute_process(COMMAND chmod -R u=rwX,go=rX ${CPACK_TEMPORARY_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +
  COMMAND_ERROR_IS_FATAL ANY)
