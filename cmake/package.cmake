# Packages to install, made by scripts/package: fluxi.deb and libfluxi-dev.deb, or with FLUXI_BUNDLE a tarball whose
# program finds its libraries beside itself, wherever it is unpacked.
set(CPACK_PACKAGE_NAME fluxi)
set(CPACK_PACKAGE_VENDOR fluxi)
set(CPACK_PACKAGE_CONTACT "the fluxi authors <fluxi@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "standalone runtime for the Flux data scripting language")
set(CPACK_PACKAGE_DESCRIPTION "fluxi runs scripts in Flux, InfluxData's data scripting language, without a server: over CSV, \
line protocol, SQL databases and buckets in a local file, with a REPL, a formatter, a checker and a test runner.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)

if(FLUXI_BUNDLE)
  set(CPACK_GENERATOR TGZ)
  # An inherited search path (DT_RPATH): the libraries that are bundled find each other by it, too.
  set_target_properties(fluxi_cli PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/fluxi")
  target_link_options(fluxi_cli PRIVATE -Wl,--disable-new-dtags)
  install(TARGETS fluxi_cli RUNTIME_DEPENDENCY_SET fluxi_libraries COMPONENT runtime)
  # The C library belongs to the system; so does what it brings.
  install(RUNTIME_DEPENDENCY_SET fluxi_libraries
    PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|dl|rt|pthread)\\.so"
    LIBRARY DESTINATION lib/fluxi COMPONENT runtime)
  install(FILES ${PROJECT_SOURCE_DIR}/cmake/tarball_readme.txt DESTINATION . RENAME README COMPONENT runtime)
  set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
  set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
  set(CPACK_COMPONENTS_ALL runtime)
  set(CPACK_PACKAGE_FILE_NAME fluxi-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
else()
  set(CPACK_GENERATOR DEB)
  set(CPACK_DEB_COMPONENT_INSTALL ON)
  set(CPACK_COMPONENTS_ALL runtime development)
  set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
  set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)

  set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME fluxi)
  set(CPACK_DEBIAN_RUNTIME_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION database)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS tzdata)
  # What the program loads when a script needs it.
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "libcurl4, ca-certificates")
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS "libpq5, libmariadb3, libmosquitto1, librdkafka1")

  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libfluxi-dev)
  set(CPACK_DEBIAN_DEVELOPMENT_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libfmt-dev, libsqlite3-dev, libssl-dev, zlib1g-dev, libre2-dev, \
libutf8proc-dev, libzstd-dev, libxxhash-dev, libs2-dev")
  set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
  set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Headers, static library, CMake package and pkg-config file of fluxi.")
endif()
include(CPack)
