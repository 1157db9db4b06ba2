#include "engine/package_trees.hpp"

namespace fluxi::engine {

class PackageTrees::Tree final : public types::PackageTree {
  public:
    Tree(const program::Packages& packages, const program::Package& package)
        : packages_(packages), package_(package) {}
    [[nodiscard]] std::string_view name() const override { return package_.name(); }
    [[nodiscard]] types::MemberTree member(std::string_view name) const override {
        const std::uint32_t cell = package_.find(name);
        if (cell == program::Package::npos) return {};
        return {package_.cells()[cell].statement, packages_.file_of(package_, cell)};
    }
    [[nodiscard]] std::vector<std::string_view> members() const override {
        std::vector<std::string_view> names;
        names.reserve(package_.cells().size());
        for (const auto& cell : package_.cells()) names.emplace_back(cell.name);
        return names;
    }

  private:
    const program::Packages& packages_;
    const program::Package& package_;
};

PackageTrees::PackageTrees(program::Packages& packages, base::Diagnostics& diagnostics)
    : packages_(packages), diagnostics_(diagnostics), paths_(packages.embedded_paths()) {}

PackageTrees::~PackageTrees() = default;

const types::PackageTree* PackageTrees::package(std::string_view path, std::string& reason) {
    if (const auto known = trees_.find(path); known != trees_.end()) return known->second.get();
    base::Diagnostics found;
    const program::Package* package = packages_.load(path, {}, found);
    for (const auto& diagnostic : found.all()) {
        // Without a place it says no more than the import that asked: it becomes the reason there.
        if (!diagnostic.span.known()) {
            if (diagnostic.message != "invalid import path " + std::string(path))
                reason = diagnostic.message;
        } else {
            diagnostics_.add(diagnostic);
        }
    }
    if (package == nullptr) return nullptr;
    return trees_.emplace(std::string(path), std::make_unique<Tree>(packages_, *package))
        .first->second.get();
}

}  // namespace fluxi::engine
