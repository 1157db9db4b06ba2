# One place for the warnings and sanitizers that every target of ours is compiled with.
add_library(fluxi_flags INTERFACE)
target_compile_options(fluxi_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these inside the standard library for correct code (GCC bugs 105329, 105651, 107138).
  target_compile_options(fluxi_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized
                         -fpch-preprocess -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds)
endif()
if(FLUXI_SANITIZE)
  target_compile_options(fluxi_flags INTERFACE -fsanitize=${FLUXI_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(fluxi_flags INTERFACE -fsanitize=${FLUXI_SANITIZE})
endif()
