#include "engine/session.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/fixed_now.hpp"
#include "engine/package_finder.hpp"
#include "engine/task.hpp"
#include "source/access.hpp"
#include "source/mount.hpp"
#include "syntax/check.hpp"
#include "syntax/parser.hpp"
#include "types/generalise.hpp"
#include "types/print.hpp"

namespace fluxi::stdlib {
void register_all(native::Registry& registry);
}

namespace fluxi::engine {

namespace {

eval::Settings eval_settings(const SessionOptions& options) {
    eval::Settings settings;
    settings.strict = options.strict;
    settings.now_ns = options.now_ns ? *options.now_ns : options.host.clock->now_ns();
    settings.params = options.params;
    return settings;
}

/// Adds the time that it lives.
class Stopwatch {
  public:
    explicit Stopwatch(std::chrono::nanoseconds& sum) : sum_(sum) {}
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    ~Stopwatch() { sum_ += std::chrono::steady_clock::now() - start_; }

  private:
    std::chrono::nanoseconds& sum_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

Session::Session(SessionOptions options)
    : options_(std::move(options)),
      budget_(std::make_shared<base::MemoryBudget>(
          options_.memory_limit, options_.spill_dir.empty()
                                     ? nullptr
                                     : std::make_shared<base::SpillFile>(options_.spill_dir))),
      own_packages_(options_.native_packages, registry_) {
    stdlib::register_all(registry_);
    packages_ = std::make_unique<program::Packages>(sources_);
    packages_->set_finder(
        own_packages_.finder(package_finder(options_.host.files, options_.package_paths)));
    script_ = &packages_->make_script();
    trees_ = std::make_unique<PackageTrees>(*packages_, diagnostics_);
    types::InferOptions options_of_packages;
    options_of_packages.features = options_.features;
    library_ = std::make_unique<types::Library>(
        *trees_,
        std::vector<std::string>{"influxdata/influxdb", "universe", "internal/location",
                                 "internal/boolean"},
        options_of_packages);
    names_ = std::make_unique<types::Environment>(library_->script_environment());
    name_types();
    begin();
}

void Session::begin() {
    evaluator_ = std::make_unique<eval::Evaluator>(*packages_, own_packages_, options_.host,
                                                   cancel_, diagnostics_, eval_settings(options_));
    for (const base::FileId id : script_files_) evaluator_->add_script_file(id);
    evaluator_->extension<flow::exec::ExecutionSettings>() = options_.execution;
    present_ = {};
    set_present(evaluator_->settings().now_ns);
    open_buckets();
}

Session::~Session() = default;

void Session::set_present(std::int64_t now_ns) {
    const auto* now = packages_->prelude().find("now");
    const bool first = present_.is_null();
    if (!first && evaluator_->cell(*now->package, now->cell).object() != present_.object()) return;
    present_ = fixed_now(now_ns);
    evaluator_->set_cell(*now->package, now->cell, present_);
}

void Session::open_buckets() {
    auto& access = evaluator_->extension<source::Access>();
    access.set_create_buckets(options_.create_buckets);
    access.set_pushdown(options_.pushdown);
    access.set_store([path = store::store_path(options_.data, *options_.host.environment),
                      clock = options_.host.clock] { return store::open_store(path, clock); });
    const std::int64_t now = evaluator_->settings().now_ns;
    for (const auto& [name, path] : options_.mounts) {
        access.mount(
            name, [files = options_.host.files, file = path, now](const store::BucketInfo& info) {
                return source::read_mount(*files, file, info, now);
            });
    }
}

void Session::rewind(Rerun settings) {
    options_.params = std::move(settings.params);
    options_.now_ns = settings.now_ns;
    options_.timeout = settings.timeout;
    cancel_.reset();
    cancel_.set_deadline({});
    clear_diagnostics();
    next_statement_ = 0;
    begin();
}

void Session::clear_diagnostics() {
    diagnostics_ = {};
    notes_.clear();
    error_.reset();
}

void Session::name_types() {
    program::TypeNames names;
    names.function = [this](const program::Package& /*package*/, const syntax::File& file,
                            syntax::NodeId node) {
        if (const auto own = inferred_.find(&file); own != inferred_.end()) {
            return types::run_time_text(own->second.type_of(node), &library_->substitution());
        }
        const types::Inferred* found = library_->inferred(file);
        if (found == nullptr) return std::string();
        return types::run_time_text(found->type_of(node), &library_->substitution());
    };
    names.builtin = [this](const program::Package& package, const std::string& name) {
        std::string reason;
        types::PackageTypes* found = library_->import(package.path(), reason);
        const types::PolyType* type = found == nullptr ? nullptr : found->member(name);
        return type == nullptr ? std::string()
                               : types::run_time_text(type->type, &library_->substitution());
    };
    packages_->set_type_names(std::move(names));
}

bool Session::check(const syntax::File& file, bool keep_imports, base::Diagnostics& found) {
    if (options_.warnings) task_ = task_of(file, sources_, found);
    types::InferOptions options;
    options.features = options_.features;
    options.strict = options_.strict;
    options.warnings = options_.warnings;
    options.keep_imports = keep_imports;
    options.sources = &sources_;
    inferred_.insert_or_assign(&file, types::infer(file, *names_, options, found));
    // Members of packages are checked when they are first used; those built in have no errors.
    for (const base::Diagnostic& d : library_->diagnostics().all()) found.add(d);
    library_->diagnostics() = {};
    return !found.has_errors();
}

std::vector<std::pair<std::string, types::PolyType>> Session::definitions() const {
    const auto found = inferred_.find(last_file_);
    if (found == inferred_.end()) return {};
    return found->second.definitions();
}

std::optional<types::PolyType> Session::type_of(std::string_view expression) {
    const base::FileId id = sources_.add("<expression>", std::string(expression));
    base::Diagnostics found;
    const auto parsed = syntax::parse(sources_, id, found);
    std::optional<types::PolyType> type;
    if (!found.has_errors() && parsed.file->body.size() == 1) {
        types::InferOptions options;
        options.features = options_.features;
        options.sources = &sources_;
        types::Environment scratch = *names_;  // so that a definition is gone afterwards
        const types::Inferred inferred = types::infer(*parsed.file, scratch, options, found);
        const auto& node = parsed.file->body.front()->node;
        if (const auto* alone = std::get_if<syntax::ExpressionStmt>(&node)) {
            type = types::generalise(library_->substitution(),
                                     inferred.type_of(alone->expression->id));
        } else if (!inferred.definitions().empty()) {
            type = inferred.definitions().front().second;
        }
    }
    if (found.has_errors()) type.reset();
    library_->diagnostics() = {};
    found.sort();
    for (const auto& diagnostic : found.all()) diagnostics_.add(diagnostic);
    return type;
}

bool Session::load(std::string name, std::string text) {
    const Stopwatch watch(compiling_);
    const base::FileId id = sources_.add(std::move(name), std::move(text));
    base::Diagnostics found;
    auto parsed = syntax::parse(sources_, id, found);
    incomplete_ = parsed.incomplete;
    if (!found.has_errors()) {
        const syntax::File& file = packages_->keep(std::move(parsed.file));
        last_file_ = &file;
        script_files_.push_back(id);
        evaluator_->add_script_file(id);
        if (!options_.interactive) syntax::check(file, options_.features, found);
        if (add_variables(file, found) && check(file, options_.interactive, found))
            packages_->add_file(*script_, file, found);
    }
    return conclude(found);
}

bool Session::load(std::vector<std::unique_ptr<syntax::File>> parts) {
    const Stopwatch watch(compiling_);
    base::Diagnostics found;
    std::vector<const syntax::File*> files;
    for (auto& part : parts) files.push_back(&packages_->keep(std::move(part)));
    syntax::check(files, options_.features, found);
    for (const syntax::File* file : files) {
        last_file_ = file;
        script_files_.push_back(file->span.file);
        evaluator_->add_script_file(file->span.file);
        if (check(*file, true, found)) packages_->add_file(*script_, *file, found);
    }
    return conclude(found);
}

bool Session::conclude(base::Diagnostics& found) {
    found.sort();
    for (const auto& diagnostic : found.all()) diagnostics_.add(diagnostic);
    if (found.has_errors()) next_statement_ = script_->statements().size();
    return !found.has_errors();
}

void Session::remember(const std::optional<value::Value>& plain) {
    if (last_file_ == nullptr || last_file_->body.empty()) return;
    const auto* last = std::get_if<syntax::ExpressionStmt>(&last_file_->body.back()->node);
    if (last == nullptr || (!plain && evaluator_->results().empty())) return;
    types::Binding binding;
    binding.type = types::generalise(library_->substitution(),
                                     inferred_.at(last_file_).type_of(last->expression->id));
    // A type that is still open would be settled by the first use of `_`.
    if (binding.type.type->has_variables) return;
    const std::uint32_t cell = packages_->add_variable(*script_, "_");
    evaluator_->set_cell(*script_, cell, plain ? *plain : evaluator_->results().back().stream);
    names_->define("_", std::move(binding));
}

bool Session::add_variables(const syntax::File& file, base::Diagnostics& found) {
    if (!options_.variables.wanted() || names_->find("v") != nullptr) return true;
    const std::vector<VariableUse> uses = uses_of_v(file);
    if (uses.empty()) return true;
    base::Diagnostics own;
    VariablesText made;
    try {
        const auto only_bucket = [this]() -> std::optional<std::string> {
            const auto buckets = evaluator_->extension<source::Access>().buckets();
            return buckets.size() == 1 ? std::optional(buckets.front().name) : std::nullopt;
        };
        made = define_v(options_.variables, uses, evaluator_->settings().now_ns, only_bucket, own);
    } catch (const base::RuntimeError& error) {
        own.add(error.diagnostic());
    }
    if (!own.has_errors()) {
        if (!made.made_up.empty()) {
            notes_.push_back(fmt::format(
                "the script does not define v; v = {{{}}} (--time-range, --window-period and "
                "--var set it)",
                fmt::join(made.made_up, ", ")));
        }
        const base::FileId id = sources_.add("<variables>", std::move(made.text));
        auto parsed = syntax::parse(sources_, id, own);
        const syntax::File& definition = packages_->keep(std::move(parsed.file));
        if (check(definition, false, own)) packages_->add_file(*script_, definition, own);
    }
    for (const base::Diagnostic& diagnostic : own.all()) found.add(diagnostic);
    return !own.has_errors();
}

void Session::set_profile(flow::exec::Profile* profile) {
    options_.execution.profile = profile;
    evaluator_->extension<flow::exec::ExecutionSettings>().profile = profile;
}

}  // namespace fluxi::engine
