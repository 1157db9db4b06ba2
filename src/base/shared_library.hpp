// A shared library that is loaded when something needs it and not when the program starts. The
// library stays loaded for the process; an object of this is only a handle to it.
#pragma once

#include <string_view>

namespace fluxi::base {

class SharedLibrary {
  public:
    /// `file` as dlopen takes it, e.g. "libpq.so.5"; `user` ("sql with the driver postgres") and
    /// the Debian `package` stand in the error, a RuntimeError with Code::network.
    SharedLibrary(const char* file, std::string_view user, std::string_view package);

    /// Sets a function by its name; throws where the library is too old to have it.
    template <typename Function>
    void find(const char* name, Function& function) const {
        function = reinterpret_cast<Function>(symbol(name));
    }

  private:
    [[nodiscard]] void* symbol(const char* name) const;

    const char* file_;
    void* handle_;
};

}  // namespace fluxi::base
