#include "types/library.hpp"

#include <algorithm>

#include "types/type_expr.hpp"

namespace fluxi::types {

namespace {

/// The parameters of the function that a statement defines, written with its type or its body.
std::vector<Declared> declared(const syntax::Stmt& statement) {
    std::vector<Declared> result;
    if (const auto* builtin = std::get_if<syntax::BuiltinStmt>(&statement.node)) {
        const auto* type = std::get_if<syntax::FunctionType>(&builtin->type.type->node);
        if (type == nullptr) return result;
        for (const auto& p : type->parameters) result.push_back({p.name.text, p.name.span});
        return result;
    }
    const syntax::Expr* value = nullptr;
    if (const auto* variable = std::get_if<syntax::VariableStmt>(&statement.node))
        value = variable->init.get();
    if (const auto* option = std::get_if<syntax::OptionStmt>(&statement.node))
        value = option->init.get();
    const auto* function =
        value == nullptr ? nullptr : std::get_if<syntax::FunctionExpr>(&value->node);
    if (function == nullptr) return result;
    for (const auto& p : function->parameters) result.push_back({p.name.text, p.name.span});
    return result;
}

}  // namespace

class Library::Package : public PackageTypes {
  public:
    Package(Library& library, const PackageTree& tree) : library_(library), tree_(tree) {}

    [[nodiscard]] std::string_view name() const override { return tree_.name(); }

    [[nodiscard]] const PolyType* member(std::string_view name) override {
        if (const auto found = members_.find(name); found != members_.end()) {
            // A member that is being inferred is not visible to itself.
            return found->second.known ? &found->second.type : nullptr;
        }
        const MemberTree tree = tree_.member(name);
        if (tree.statement == nullptr) return nullptr;
        Member& member = members_[std::string(name)];
        member.type = infer(tree);
        member.known = true;
        return &member.type;
    }

    [[nodiscard]] std::vector<std::string_view> members() const override { return tree_.members(); }

    [[nodiscard]] bool is_option(std::string_view name) const override {
        const MemberTree tree = tree_.member(name);
        return tree.statement != nullptr &&
               std::holds_alternative<syntax::OptionStmt>(tree.statement->node);
    }

    [[nodiscard]] std::vector<Declared> parameters(std::string_view name) const override {
        const MemberTree tree = tree_.member(name);
        return tree.statement == nullptr ? std::vector<Declared>{} : declared(*tree.statement);
    }

  private:
    struct Member {
        PolyType type{};
        bool known = false;
    };

    PolyType infer(const MemberTree& tree) {
        if (const auto* builtin = std::get_if<syntax::BuiltinStmt>(&tree.statement->node)) {
            return from_syntax(builtin->type, library_.store_, library_.diagnostics_);
        }
        Environment environment(library_.substitution_, &library_, library_.prelude());
        environment.set_own_package(this);
        return infer_member(*tree.file, *tree.statement, environment, library_.options_,
                            library_.diagnostics_, library_.tables(*tree.file));
    }

    Library& library_;
    const PackageTree& tree_;
    std::map<std::string, Member, std::less<>> members_;
};

Library::Library(TreeSource& trees, std::vector<std::string> prelude, InferOptions options)
    : trees_(trees), prelude_paths_(std::move(prelude)), options_(options) {}

Library::~Library() = default;

PackageTypes* Library::import(std::string_view path, std::string& reason) {
    const auto found = packages_.find(path);
    if (found != packages_.end()) return found->second.get();
    const PackageTree* tree = trees_.package(path, reason);
    if (tree == nullptr) return nullptr;
    return packages_.emplace(std::string(path), std::make_unique<Package>(*this, *tree))
        .first->second.get();
}

std::vector<PackageTypes*> Library::prelude() {
    std::vector<PackageTypes*> packages;
    for (const std::string& path : prelude_paths_) {
        std::string reason;
        if (PackageTypes* package = import(path, reason)) packages.push_back(package);
    }
    // Names of a later package hide those of an earlier one.
    std::reverse(packages.begin(), packages.end());
    return packages;
}

Environment Library::script_environment() {
    return {substitution_, this, prelude()};
}

Inferred& Library::tables(const syntax::File& file) {
    return tables_.try_emplace(&file, substitution_, file.node_count).first->second;
}

const Inferred* Library::inferred(const syntax::File& file) const {
    const auto found = tables_.find(&file);
    return found == tables_.end() ? nullptr : &found->second;
}

}  // namespace fluxi::types
