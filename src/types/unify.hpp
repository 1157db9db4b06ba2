// Makes two types equal by giving variables a meaning, or explains why that cannot be. A Mismatch
// names the innermost pair that differs and the way to it from outside, so that a message can show
// exactly what is wrong. What does fit is bound all the same; at most kMaxMismatches are reported.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "types/substitution.hpp"

namespace fluxi::types {

struct PathStep {
    enum class Into : std::uint8_t { element, key, value, field, argument, result };
    Into into = Into::element;
    std::string_view name{};  ///< of the field or argument
};

struct Mismatch {
    enum class What : std::uint8_t {
        types,                ///< `expected` and `found` differ
        kind,                 ///< `found` lacks `kind`
        missing_label,        ///< `found` lacks the label `name`
        unexpected_label,     ///< `found` has the label `name` too many
        missing_argument,     ///< the call or function lacks `name`
        unexpected_argument,  ///< it has `name` too many; `candidates` are not given yet
        missing_pipe,         ///< something is piped into what takes nothing
        pipe_name,            ///< pipe parameters `name` and `other` differ
        recursive,            ///< `found` contains the variable `expected`
    };
    What what = What::types;
    TypeRef expected = &kError;
    TypeRef found = &kError;
    Kind kind = Kind::basic;
    std::string_view name{};
    std::string_view other{};
    std::vector<std::string_view> candidates{};
    std::vector<PathStep> path{};  ///< from the outside in
};

inline constexpr std::size_t kMaxMismatches = 16;

class Unifier {
  public:
    explicit Unifier(Substitution& substitution)
        : substitution_(substitution), store_(substitution.store()) {}

    /// Returns what is wrong, nothing if the types fit.
    std::vector<Mismatch> unify(TypeRef expected, TypeRef found);
    /// Demands that `type` has `kind`.
    std::vector<Mismatch> constrain(TypeRef type, Kind kind);

  private:
    void match(TypeRef expected, TypeRef found);
    void match_into(PathStep step, TypeRef expected, TypeRef found);
    void match_records(TypeRef expected, TypeRef found);
    void match_rows(TypeRef expected, TypeRef found);
    void match_tails(TypeRef e, TypeRef f, const std::vector<Field>& only_expected,
                     const std::vector<Field>& only_found);
    void report_labels(Mismatch::What what, TypeRef expected, TypeRef found,
                       const std::vector<Field>& labels);
    void match_functions(TypeRef expected, TypeRef found);
    bool match_pipes(std::vector<Parameter>& expected, std::vector<Parameter>& found);
    void join_variables(TypeRef a, TypeRef b);
    void bind(TypeRef variable, TypeRef type, bool variable_is_expected);
    bool adjust(TypeRef type, TypeRef variable, std::uint32_t level);
    void demand(TypeRef type, Kind kind);
    Mismatch* report(Mismatch::What what);
    void finish_delayed();

    Substitution& substitution_;
    TypeStore& store_;
    std::vector<PathStep> path_;
    std::vector<Mismatch> mismatches_;
    /// Records whose labels are variables wait until everything else is known.
    std::vector<std::pair<TypeRef, TypeRef>> delayed_;
};

}  // namespace fluxi::types
