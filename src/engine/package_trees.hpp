// Shows the loader's packages to inference as trees of members. Holds one small view per package;
// loads on demand.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "program/packages.hpp"
#include "types/library.hpp"

namespace fluxi::engine {

class PackageTrees final : public types::TreeSource {
  public:
    /// What is wrong in the text of a package goes to `diagnostics`.
    PackageTrees(program::Packages& packages, base::Diagnostics& diagnostics);
    ~PackageTrees() override;
    [[nodiscard]] const types::PackageTree* package(std::string_view path,
                                                    std::string& reason) override;
    [[nodiscard]] std::vector<std::string_view> paths() const override {
        return {paths_.begin(), paths_.end()};
    }

  private:
    class Tree;
    program::Packages& packages_;
    base::Diagnostics& diagnostics_;
    std::vector<std::string> paths_;
    std::map<std::string, std::unique_ptr<Tree>, std::less<>> trees_;
};

}  // namespace fluxi::engine
