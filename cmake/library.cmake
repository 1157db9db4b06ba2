# The library: every .cpp under src/ but those of the command line, the natives beside the Flux packages in
# stdlib/, and the packages themselves, embedded as text.
file(GLOB_RECURSE FLUXI_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.cpp)
list(FILTER FLUXI_SOURCES EXCLUDE REGEX "/src/cli/")
file(GLOB_RECURSE FLUXI_NATIVES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/stdlib/*.cpp)
file(GLOB_RECURSE FLUXI_PACKAGES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/stdlib/*.flux)
list(FILTER FLUXI_PACKAGES EXCLUDE REGEX "_test\\.flux$")

set(FLUXI_GENERATED ${PROJECT_BINARY_DIR}/generated)
include(cmake/register_natives.cmake)
set(FLUXI_EMBEDDED ${FLUXI_GENERATED}/embedded_packages.cpp)
add_custom_command(
  OUTPUT ${FLUXI_EMBEDDED}
  COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}/stdlib -DOUT=${FLUXI_EMBEDDED}
          -P ${PROJECT_SOURCE_DIR}/cmake/embed_packages.cmake
  DEPENDS ${FLUXI_PACKAGES} ${PROJECT_SOURCE_DIR}/cmake/embed_packages.cmake
  COMMENT "Embedding the Flux packages of stdlib/")

add_library(fluxi STATIC ${FLUXI_SOURCES} ${FLUXI_NATIVES} ${FLUXI_EMBEDDED}
            ${FLUXI_GENERATED}/register_natives.cpp)
target_include_directories(fluxi
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
  PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/stdlib)
# Only the headers of these libraries: each is loaded when a script needs it.
target_include_directories(fluxi SYSTEM PRIVATE ${CURL_INCLUDE_DIRS} ${LIBPQ_INCLUDE_DIRS}
                           ${MARIADB_INCLUDE_DIRS} ${MOSQUITTO_INCLUDE_DIRS} ${RDKAFKA_INCLUDE_DIRS})
target_precompile_headers(fluxi PRIVATE <base/precompiled.hpp>)
target_link_libraries(fluxi
  PRIVATE $<BUILD_INTERFACE:fluxi_flags> $<BUILD_INTERFACE:taocpp::pegtl>
          $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>
  PUBLIC fmt::fmt ${CMAKE_DL_LIBS} SQLite::SQLite3 OpenSSL::Crypto ZLIB::ZLIB PkgConfig::RE2
         PkgConfig::UTF8PROC PkgConfig::ZSTD PkgConfig::XXHASH Threads::Threads)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/base/version.cpp PROPERTIES
                            COMPILE_DEFINITIONS FLUXI_VERSION="${PROJECT_VERSION}")
