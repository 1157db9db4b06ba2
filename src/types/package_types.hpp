// What inference asks of packages: the type of a member by name, found when it is first asked for.
// The loader of packages implements these interfaces; types stay valid as long as it does.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "types/type.hpp"

namespace fluxi::types {

/// Where a parameter of a function is written.
struct Declared {
    std::string name;
    base::Span span{};
};

class PackageTypes {
  public:
    virtual ~PackageTypes() = default;

    /// The name of the package clause, which is what an import without alias defines.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// The type of an exported member, or null.
    [[nodiscard]] virtual const PolyType* member(std::string_view name) = 0;
    [[nodiscard]] virtual std::vector<std::string_view> members() const = 0;
    [[nodiscard]] virtual bool is_option(std::string_view name) const = 0;
    /// The parameters of a member that is a function, where they are written; for messages.
    [[nodiscard]] virtual std::vector<Declared> parameters(std::string_view /*name*/) const {
        return {};
    }
};

/// A package whose members are all known.
class FixedPackageTypes : public PackageTypes {
  public:
    explicit FixedPackageTypes(std::string name) : name_(std::move(name)) {}
    void add(std::string name, PolyType type, bool option = false) {
        members_.insert_or_assign(std::move(name), Member{std::move(type), option});
    }

    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] const PolyType* member(std::string_view name) override {
        const auto found = members_.find(name);
        return found == members_.end() ? nullptr : &found->second.type;
    }
    [[nodiscard]] std::vector<std::string_view> members() const override {
        std::vector<std::string_view> names;
        for (const auto& [name, member] : members_) names.push_back(name);
        return names;
    }
    [[nodiscard]] bool is_option(std::string_view name) const override {
        const auto found = members_.find(name);
        return found != members_.end() && found->second.option;
    }

  private:
    struct Member {
        PolyType type;
        bool option;
    };
    std::string name_;
    std::map<std::string, Member, std::less<>> members_;
};

class Importer {
  public:
    virtual ~Importer() = default;

    /// The package with that import path, or null; then `reason` says why if it is not simply
    /// unknown.
    [[nodiscard]] virtual PackageTypes* import(std::string_view path, std::string& reason) = 0;
    /// All import paths there are, for suggestions.
    [[nodiscard]] virtual std::vector<std::string_view> paths() const = 0;
};

}  // namespace fluxi::types
