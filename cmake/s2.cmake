# S2, for package experimental/geo. Optional: without it the functions of that package fail.
find_path(S2_INCLUDE_DIR s2/s2cell_id.h)
find_library(S2_LIBRARY s2)
if(S2_INCLUDE_DIR AND S2_LIBRARY)
  target_compile_definitions(fluxi PUBLIC $<BUILD_INTERFACE:FLUXI_HAS_S2>)
  target_include_directories(fluxi SYSTEM PRIVATE ${S2_INCLUDE_DIR})
  target_link_libraries(fluxi PUBLIC ${S2_LIBRARY})
  # The library's containers have another layout under AddressSanitizer, and Debian built it without: what
  # includes its headers is built without, too.
  if(FLUXI_SANITIZE)
    set_source_files_properties(${PROJECT_SOURCE_DIR}/stdlib/experimental/geo/sphere.cpp PROPERTIES
                                COMPILE_OPTIONS -fno-sanitize=all SKIP_PRECOMPILE_HEADERS ON)
  endif()
  set(FLUXI_PC_LIBS -ls2)
endif()
