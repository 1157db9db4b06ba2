// One script or REPL session from text to results: parse, check, lower, evaluate, run the plans.
// Owns everything that the stages share (sources, packages, natives, the evaluator) and the limits
// of the run. No exception leaves it: what goes wrong is a Diagnostic (with a call stack where
// there is one) and an Outcome.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/budget.hpp"
#include "base/cancel.hpp"
#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "engine/own_packages.hpp"
#include "engine/package_trees.hpp"
#include "engine/variables.hpp"
#include "eval/evaluator.hpp"
#include "flow/exec/execute.hpp"
#include "host/host.hpp"
#include "native/registry.hpp"
#include "program/packages.hpp"
#include "types/infer.hpp"
#include "types/library.hpp"

namespace fluxi::engine {

struct SessionOptions {
    host::Host host{};
    bool strict = false;
    bool interactive = false;  ///< a REPL: names may be defined again, imports last
    bool warnings = false;     ///< also warn of unused and hidden names
    base::Features features{};
    std::optional<std::int64_t> now_ns{};  ///< what `now()` gives; the clock's time when not set
    std::chrono::milliseconds timeout{0};  ///< zero: none
    std::size_t memory_limit = base::MemoryBudget::kUnlimited;
    /// Folder for what the memory limit has no room for; empty: nothing spills.
    std::string spill_dir{};
    flow::exec::ExecutionSettings execution{};
    std::vector<std::string> package_paths{};      ///< folders with packages of the user
    std::vector<NativePackage> native_packages{};  ///< made of C++ functions
    std::map<std::string, std::string>
        params{};           ///< overrides of options and top-level variables, as text
    Variables variables{};  ///< what the record `v` of dashboards holds
    std::string data{};     ///< file of the store of buckets; empty: FLUXI_DATA or the user's own
    std::map<std::string, std::string>
        mounts{};                 ///< files and folders by the bucket they stand for
    bool create_buckets = false;  ///< whether `to` makes a bucket that is not there
    bool pushdown = true;         ///< whether the store may answer from its index and statistics
};

enum class Outcome { ok, failed, rejected, cancelled };

/// What a run left behind besides its results.
struct RunReport {
    Outcome outcome = Outcome::ok;
    std::size_t results = 0;              ///< streams delivered
    std::optional<value::Value> value{};  ///< of the last statement, when it is a plain value
};

/// What can be different when a script runs again.
struct Rerun {
    std::map<std::string, std::string> params{};
    std::optional<std::int64_t> now_ns{};
    std::chrono::milliseconds timeout{0};  ///< zero: none
};

/// The plans of a script's results as trees of text.
struct PlanTexts {
    std::string logical{};                                     ///< what the script asks for
    std::string physical{};                                    ///< what would run
    std::map<std::string, std::int64_t, std::less<>> rules{};  ///< applied, and how often
};

class Session {
  public:
    explicit Session(SessionOptions options);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    /// Adds a text to the script: parsed, checked and lowered, not run. False when it is rejected;
    /// diagnostics say why.
    bool load(std::string name, std::string text);
    /// Adds trees to the script that stand for one text together, in order: what a test case is put
    /// together from. Their texts are in `sources()`. False when they are rejected.
    bool load(std::vector<std::unique_ptr<syntax::File>> parts);
    /// Whether the last text loaded only stopped too early (for a REPL that reads another line).
    [[nodiscard]] bool incomplete() const noexcept { return incomplete_; }
    /// The names that the last text loaded defines, with their types.
    [[nodiscard]] std::vector<std::pair<std::string, types::PolyType>> definitions() const;
    [[nodiscard]] types::Library& library() noexcept { return *library_; }
    /// The type of an expression as the script could use it now. Nothing is defined or run; what is
    /// wrong with it is among the diagnostics, and then there is no type.
    [[nodiscard]] std::optional<types::PolyType> type_of(std::string_view expression);
    /// The names that the script can use now, with their types.
    [[nodiscard]] types::Environment& names() noexcept { return *names_; }
    /// Forgets all values and diagnostics of earlier runs, so that the next run begins with the
    /// first statement; what was checked and lowered stays. `v` stays what it was when it was
    /// added.
    void rewind(Rerun settings);
    /// Runs what was loaded since the last run (or since `rewind`) and delivers its results.
    RunReport run(flow::exec::ResultReceiver& receiver);
    /// From the next run on what operators do is added to `profile`, or to nothing if it is null.
    void set_profile(flow::exec::Profile* profile);
    /// The plans of the results as text, instead of running them: the statements are evaluated, no
    /// result is made and nothing is written. Nothing if that fails; `error` says why.
    std::optional<PlanTexts> plan();

    [[nodiscard]] base::SourceMap& sources() noexcept { return sources_; }
    /// What checking found, and the warnings of runs, since the last `clear_diagnostics`.
    [[nodiscard]] const base::Diagnostics& diagnostics() const noexcept { return diagnostics_; }
    /// What ended the last run, if it failed.
    [[nodiscard]] const std::optional<base::RuntimeError>& error() const noexcept { return error_; }
    /// Remarks about how the script was read, one line each.
    [[nodiscard]] const std::vector<std::string>& notes() const noexcept { return notes_; }
    void clear_diagnostics();
    /// What the script says about itself in `option task`.
    [[nodiscard]] const std::optional<std::string>& task() const noexcept { return task_; }
    [[nodiscard]] base::CancelToken& cancel() noexcept { return cancel_; }
    [[nodiscard]] const base::MemoryBudget& budget() const noexcept { return *budget_; }
    [[nodiscard]] program::Packages& packages() noexcept { return *packages_; }
    [[nodiscard]] const program::Package& script() const noexcept { return *script_; }
    [[nodiscard]] eval::Evaluator& evaluator() noexcept { return *evaluator_; }
    [[nodiscard]] const native::Registry& registry() const noexcept { return registry_; }
    [[nodiscard]] const SessionOptions& options() const noexcept { return options_; }

  private:
    /// Makes the evaluator, with no value yet.
    void begin();
    /// Sets what `now()` gives, unless the script has set it.
    void set_present(std::int64_t now_ns);
    void name_types();
    /// What needs no running: rules of the language, names and types.
    bool check(const syntax::File& file, bool keep_imports, base::Diagnostics& found);
    /// Hands what a load found to `diagnostics()`; true if there is no error among it.
    bool conclude(base::Diagnostics& found);
    /// In a REPL: `_` is the value of the last expression.
    void remember(const std::optional<value::Value>& plain);
    [[nodiscard]] bool in_library(base::Span place) const;
    /// Puts a definition of `v` in front of a script that uses it without defining it. False if
    /// that is not possible.
    bool add_variables(const syntax::File& file, base::Diagnostics& found);
    void report(const base::RuntimeError& error);
    /// Makes the buckets of the options reachable for the script.
    void open_buckets();
    /// Runs statements and plans; what they write takes effect at the end.
    void run_all(std::size_t first, flow::exec::ResultReceiver& receiver, RunReport& report);
    /// Runs the plans, with the reports that the script asks for as one more result.
    void run_plans(const std::vector<flow::exec::NamedPlan>& results,
                   flow::exec::ResultReceiver& receiver,
                   std::chrono::steady_clock::time_point start);
    [[nodiscard]] std::vector<flow::exec::NamedPlan> plans() const;

    SessionOptions options_;
    base::SourceMap sources_{};
    base::Diagnostics diagnostics_{};
    std::optional<base::RuntimeError> error_{};
    std::vector<std::string> notes_{};
    std::optional<std::string> task_{};
    base::CancelToken cancel_{};
    std::shared_ptr<base::MemoryBudget> budget_;
    native::Registry registry_{};
    OwnPackages own_packages_;
    std::unique_ptr<program::Packages> packages_;
    std::unique_ptr<PackageTrees> trees_;
    std::unique_ptr<types::Library> library_;
    std::unique_ptr<types::Environment> names_;
    std::map<const syntax::File*, types::Inferred> inferred_{};  ///< of the script's files
    program::Package* script_ = nullptr;
    std::unique_ptr<eval::Evaluator> evaluator_;
    value::Value present_{};  ///< the function that `now` is, as long as the script sets none
    std::size_t next_statement_ = 0;
    bool incomplete_ = false;
    std::chrono::nanoseconds compiling_{0};  ///< spent in load since the last run
    const syntax::File* last_file_ = nullptr;
    std::vector<base::FileId> script_files_{};
};

}  // namespace fluxi::engine
