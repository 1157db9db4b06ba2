# Cross build for 64-bit ARM on Debian: docs/building.md says what has to be installed.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
set(ENV{PKG_CONFIG_LIBDIR} /usr/lib/aarch64-linux-gnu/pkgconfig:/usr/share/pkgconfig)
# GCC remarks for each call that its version 10 changed how small structs are passed.
set(CMAKE_CXX_FLAGS_INIT -Wno-psabi)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64)

# Debian keeps libraries of several architectures side by side and headers mostly in one place: nothing is looked for in
# another root, but programs are those of this machine.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)

# With it, the manual pages and completions, which the program itself writes, are made in a cross build, too.
find_program(FLUXI_QEMU NAMES qemu-aarch64-static qemu-aarch64)
if(FLUXI_QEMU)
  set(CMAKE_CROSSCOMPILING_EMULATOR ${FLUXI_QEMU} -L /usr/aarch64-linux-gnu)
endif()
