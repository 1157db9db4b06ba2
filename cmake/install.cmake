# Installs the binary, the library, the public headers, a CMake package and a pkg-config file.
include(CMakePackageConfigHelpers)
install(TARGETS fluxi_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
install(TARGETS fluxi EXPORT fluxi_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/src/engine/fluxi DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT development)
install(EXPORT fluxi_targets NAMESPACE fluxi:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/fluxi
  COMPONENT development)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/fluxi-config.cmake.in
  ${PROJECT_BINARY_DIR}/fluxi-config.cmake INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/fluxi)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/fluxi-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/fluxi-config.cmake ${PROJECT_BINARY_DIR}/fluxi-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/fluxi COMPONENT development)
# The .pc file finds its prefix from where it lies, so that an installed tree can be moved.
file(RELATIVE_PATH FLUXI_PC_TO_PREFIX /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
configure_file(${PROJECT_SOURCE_DIR}/cmake/fluxi.pc.in ${PROJECT_BINARY_DIR}/fluxi.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/fluxi.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
  COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/fluxi RENAME copyright
  COMPONENT runtime)
install(FILES ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/fluxi COMPONENT runtime)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/fluxi COMPONENT runtime
  PATTERN "embed" EXCLUDE)
