// Inference: gives every expression of a file its type and reports everything that cannot be right.
// It is tolerant: what was refused has the error type, which fits everything, so a mistake is told
// once and spoils nothing else. What it finds is in tables by NodeId beside the tree; they live as
// long as the Environment.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/features.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"
#include "types/environment.hpp"

namespace fluxi::types {

struct InferOptions {
    base::Features features{};
    bool strict = false;        ///< refuse arguments written in another letter case
    bool warnings = false;      ///< also warn of unused and hidden names
    bool keep_imports = false;  ///< a REPL's imports last; those of a file end with it
    const base::SourceMap* sources = nullptr;  ///< the texts, for fix-its that keep a part of them
};

/// What inference found about one file.
class Inferred {
  public:
    Inferred(Substitution& substitution, std::size_t nodes)
        : substitution_(&substitution), types_(nodes, nullptr) {}

    /// The type of an expression, parameter or property; of what was not reached the error type.
    [[nodiscard]] TypeRef type_of(syntax::NodeId node) const {
        const TypeRef type = node < types_.size() ? types_[node] : nullptr;
        return type == nullptr ? &kError : substitution_->resolve(type);
    }
    /// The parameter that the argument with this NodeId stands for if it was written in another
    /// letter case, else null.
    [[nodiscard]] const std::string* argument_name(syntax::NodeId property) const {
        const auto found = argument_names_.find(property);
        return found == argument_names_.end() ? nullptr : &found->second;
    }
    /// The names that statements of the file define, in order, with their types.
    [[nodiscard]] const std::vector<std::pair<std::string, PolyType>>& definitions() const {
        return definitions_;
    }

  private:
    friend class Inferrer;
    Substitution* substitution_;
    std::vector<TypeRef> types_;
    std::unordered_map<syntax::NodeId, std::string> argument_names_;
    std::vector<std::pair<std::string, PolyType>> definitions_;
};

/// Infers a file whose names are then defined in the environment. Errors are sorted by place among
/// those that this call adds. The file need not outlive the call.
Inferred infer(const syntax::File& file, Environment& environment, const InferOptions& options,
               base::Diagnostics& diagnostics);

/// Infers one statement of a package's file, whose tables `inferred` has; the environment knows the
/// names it uses. Gives the type of what it defines.
PolyType infer_member(const syntax::File& file, const syntax::Stmt& statement,
                      Environment& environment, const InferOptions& options,
                      base::Diagnostics& diagnostics, Inferred& inferred);

}  // namespace fluxi::types
