# Uses ccache where it is installed; builds the same without it.
find_program(FLUXI_CCACHE ccache)
if(FLUXI_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${FLUXI_CCACHE})
endif()
find_program(FLUXI_MOLD mold)
if(FLUXI_MOLD AND NOT FLUXI_BUILD_FUZZERS)
  add_link_options(-fuse-ld=mold)
endif()
