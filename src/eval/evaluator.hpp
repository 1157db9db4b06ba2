// The tree walker: runs the statements of a script, evaluates cells of packages when they are first
// used, calls functions. One Evaluator is one run on one thread; it owns the values of all cells,
// the options set by the script and the results recorded so far. What it is given (packages,
// builtins, host) outlives it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/cancel.hpp"
#include "base/diagnostic.hpp"
#include "eval/callable.hpp"
#include "eval/operators.hpp"
#include "eval/value_stack.hpp"
#include "host/host.hpp"
#include "program/packages.hpp"

namespace fluxi::eval {

/// Where builtins come from: the registry of natives.
class Builtins {
  public:
    virtual ~Builtins() = default;
    /// The value of a `builtin` cell; throws (Code::pending) when nothing is registered for it.
    [[nodiscard]] virtual value::Value builtin(const program::Package& package,
                                               const program::Cell& cell) const = 0;
};

struct Settings {
    std::int64_t now_ns = 0;       ///< what `now()` gives, fixed for the run
    bool strict = false;           ///< refuse arguments written in another letter case
    std::size_t max_depth = 1000;  ///< of nested calls
    /// Values for options and top-level variables of the script, as text: each replaces the one the
    /// script gives and is read as the type of that.
    std::map<std::string, std::string> params{};
};

/// One result of a script: a stream and the name it was yielded under.
struct Result {
    std::string name;
    value::Value stream;
    base::Span span;
    bool implicit = false;  ///< an expression statement without yield
};

using NamedArgument = std::pair<std::string_view, value::Value>;

class Evaluator {
  public:
    Evaluator(program::Packages& packages, const Builtins& builtins, host::Host& host,
              base::CancelToken& cancel, base::Diagnostics& warnings, Settings settings);
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;
    ~Evaluator();

    /// Runs the statements of a script from `first` on, in order; gives the value of the last one
    /// if it is an expression.
    std::optional<value::Value> run(const program::Package& script, std::size_t first = 0);
    [[nodiscard]] const std::vector<Result>& results() const noexcept { return results_; }
    void clear_results() { results_.clear(); }
    /// Records a result; what `yield` and the other functions with effects do.
    void add_result(std::string name, const value::Value& stream, bool implicit = false);

    /// Calls with arguments by parameter position; they are used up.
    value::Value call(const value::Value& function, std::span<value::Value> arguments);
    /// Calls with arguments by name; the function's own defaults fill the rest.
    value::Value call_named(const value::Value& function, std::span<const NamedArgument> arguments);
    /// The value of a cell, evaluated now if it was not yet.
    const value::Value& cell(const program::Package& package, std::uint32_t index);
    /// The value of a member by import path and name; throws when there is none.
    const value::Value& member(std::string_view package, std::string_view name);
    void set_cell(const program::Package& package, std::uint32_t index, value::Value value);

    /// While it lives, untyped nulls propagate: set by what applies functions to rows.
    class RowScope {
      public:
        explicit RowScope(Evaluator& evaluator)
            : evaluator_(evaluator), previous_(evaluator.null_mode_) {
            evaluator.null_mode_ = NullMode::row;
        }
        RowScope(const RowScope&) = delete;
        RowScope& operator=(const RowScope&) = delete;
        ~RowScope() { evaluator_.null_mode_ = previous_; }

      private:
        Evaluator& evaluator_;
        NullMode previous_;
    };

    [[nodiscard]] host::Host& host() noexcept { return host_; }
    [[nodiscard]] base::CancelToken& cancel() noexcept { return cancel_; }
    [[nodiscard]] base::Diagnostics& warnings() noexcept { return warnings_; }
    [[nodiscard]] const Settings& settings() const noexcept { return settings_; }
    [[nodiscard]] program::Packages& packages() noexcept { return packages_; }
    /// The innermost active call that stands in a script, not in a package: where the errors of a
    /// stream point. Its name is the function called there.
    [[nodiscard]] base::CallFrame script_call() const;
    /// Marks a file as belonging to the script.
    void add_script_file(base::FileId id) { script_files_.insert(id); }
    [[nodiscard]] bool is_script_file(base::FileId id) const { return script_files_.contains(id); }

    /// Whatever the folders below keep for the time of a run, one object of each type.
    template <typename T>
    T& extension() {
        for (auto& [key, object] : extensions_) {
            if (key == &kExtensionKey<T>) return *static_cast<T*>(object.get());
        }
        auto made = std::make_shared<T>();
        extensions_.emplace_back(&kExtensionKey<T>, made);
        return *made;
    }

    /// For closures: binds the arguments to slots and walks the body.
    value::Value run_closure(const Closure& closure, std::span<value::Value> arguments);

  private:
    struct Frame {
        value::Value* slots = nullptr;
        const Closure* closure = nullptr;
    };
    template <typename T>
    static constexpr char kExtensionKey = 0;

    value::Value eval(const program::Expr& expr, Frame& frame);
    value::Value eval_node(const program::Expr& expr, Frame& frame);
    value::Value eval_interpolation(const program::Interpolation& node, Frame& frame);
    value::Value eval_array(const program::ArrayLiteral& node, Frame& frame);
    value::Value eval_dict(const program::DictLiteral& node, Frame& frame);
    value::Value eval_record(const program::RecordLiteral& node, Frame& frame);
    value::Value eval_logical(const program::Logical& node, Frame& frame);
    value::Value eval_conditional(const program::Conditional& node, Frame& frame);
    value::Value eval_member(const program::Member& node, Frame& frame);
    value::Value eval_index(const program::Index& node, Frame& frame);
    value::Value eval_call(const program::Expr& expr, const program::Call& node, Frame& frame);
    value::Value eval_function(const program::FunctionLiteral& node, Frame& frame);
    value::Value eval_package(const program::Package& package);
    void bind(const program::Call& node, const Callable& callee, base::Span span);
    std::uint32_t place_of(const Callable& callee, const program::Argument& argument,
                           const program::Call& node);
    value::Value invoke(const Callable& callee, std::span<value::Value> arguments,
                        const std::string& name, base::Span span);

    enum class CellState : std::uint8_t { unset, running, set };
    struct Instance {
        std::vector<value::Value> values{};
        std::vector<CellState> states{};
    };
    Instance& instance(const program::Package& package);
    value::Value with_param(const program::Statement& statement, value::Value written) const;

    program::Packages& packages_;
    const Builtins& builtins_;
    host::Host& host_;
    base::CancelToken& cancel_;
    base::Diagnostics& warnings_;
    Settings settings_;
    NullMode null_mode_ = NullMode::script;
    ValueStack stack_{};
    std::vector<std::unique_ptr<Instance>> instances_{};
    std::vector<Result> results_{};
    struct ActiveCall {
        const std::string* name;
        base::Span span;
    };
    std::vector<ActiveCall> calls_{};
    std::uint32_t steps_ = 0;
    std::unordered_set<base::FileId> script_files_{};
    std::vector<std::pair<const char*, std::shared_ptr<void>>> extensions_{};
};

}  // namespace fluxi::eval
