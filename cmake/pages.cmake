# Manual pages and completions of shells, which the program prints itself from its tables of commands and options.
# Cross builds have them only with an emulator that runs the program.
set(FLUXI_PAGES ${PROJECT_BINARY_DIR}/pages)
set(FLUXI_ZSH_DIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING
    "Where the completion for zsh is installed (Debian: share/zsh/vendor-completions)")
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "Cross build without emulator: no manual pages and completions")
  return()
endif()
option(FLUXI_GZIP_PAGES "Compress the manual pages, as Debian wants it" OFF)
set(compress "")
if(FLUXI_GZIP_PAGES)
  set(compress COMMAND sh -c "gzip -9n ${FLUXI_PAGES}/man1/*.1")
endif()
add_custom_command(
  OUTPUT ${FLUXI_PAGES}/made
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${FLUXI_PAGES}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${FLUXI_PAGES}/man1
  COMMAND fluxi_cli man --all ${FLUXI_PAGES}/man1
  ${compress}
  COMMAND fluxi_cli completion bash > ${FLUXI_PAGES}/fluxi
  COMMAND fluxi_cli completion zsh > ${FLUXI_PAGES}/_fluxi
  COMMAND fluxi_cli completion fish > ${FLUXI_PAGES}/fluxi.fish
  COMMAND ${CMAKE_COMMAND} -E touch ${FLUXI_PAGES}/made
  DEPENDS fluxi_cli
  COMMENT "Writing manual pages and completions")
add_custom_target(fluxi_pages ALL DEPENDS ${FLUXI_PAGES}/made)

install(DIRECTORY ${FLUXI_PAGES}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT runtime)
install(FILES ${FLUXI_PAGES}/fluxi DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  COMPONENT runtime)
install(FILES ${FLUXI_PAGES}/_fluxi DESTINATION ${FLUXI_ZSH_DIR} COMPONENT runtime)
install(FILES ${FLUXI_PAGES}/fluxi.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  COMPONENT runtime)
