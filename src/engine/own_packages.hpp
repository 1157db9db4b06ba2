// The packages that a program brings along as C++ functions (fluxi::NativePackage), as the loader
// and the evaluator see them: a text that declares the functions, and their values. Owns copies of
// the packages; functions are given to a script as values that refer to them, so it outlives the
// run. What a function returns or throws becomes an error of the call.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/fluxi/native_package.hpp"
#include "native/registry.hpp"
#include "program/packages.hpp"

namespace fluxi::engine {

class OwnPackages final : public eval::Builtins {
  public:
    /// `others` has the builtins of the packages that fluxi brings along.
    OwnPackages(const std::vector<NativePackage>& packages, const native::Registry& others);
    OwnPackages(const OwnPackages&) = delete;
    OwnPackages& operator=(const OwnPackages&) = delete;
    ~OwnPackages() override = default;

    /// A finder that knows these packages and asks `next` for all others.
    [[nodiscard]] program::PackageFinder finder(program::PackageFinder next) const;
    [[nodiscard]] value::Value builtin(const program::Package& package,
                                       const program::Cell& cell) const override;

  private:
    const native::Registry& others_;
    std::map<std::string, std::string, std::less<>> texts_{};  ///< by import path
    std::map<std::pair<std::string, std::string>, native::Definition> definitions_{};
};

}  // namespace fluxi::engine
