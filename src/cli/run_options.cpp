#include "cli/run_options.hpp"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <thread>

#include <nlohmann/json.hpp>

#include "cli/settings_file.hpp"
#include "value/number.hpp"
#include "value/time.hpp"

namespace fluxi::cli {

namespace {

constexpr const char* kRunGroup = "Run";
constexpr const char* kNetGroup = "Network, files and secrets";
constexpr const char* kBucketGroup = "Buckets";
constexpr const char* kDashboardGroup = "The record v of dashboards";

/// `256`, `64K`, `512M`, `2G` bytes.
std::size_t parse_bytes(const std::string& text) {
    std::string digits = text;
    std::size_t unit = 1;
    if (!digits.empty() && std::isalpha(static_cast<unsigned char>(digits.back())) != 0) {
        const char letter =
            static_cast<char>(std::toupper(static_cast<unsigned char>(digits.back())));
        digits.pop_back();
        if (letter == 'K') unit = std::size_t{1} << 10;
        if (letter == 'M') unit = std::size_t{1} << 20;
        if (letter == 'G') unit = std::size_t{1} << 30;
        if (unit == 1) digits.clear();
    }
    std::uint64_t count = 0;
    if (value::parse_uint(digits, count) != value::NumberError::none) {
        base::fail("--memory-limit: \"{}\" is not a size; write for example 512M or 2G", text);
    }
    return static_cast<std::size_t>(count) * unit;
}

/// Four fifths of the machine's memory: past that a run would be killed instead of told why.
std::size_t usual_memory_limit() {
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long page_size = sysconf(_SC_PAGESIZE);
    if (pages <= 0 || page_size <= 0) return base::MemoryBudget::kUnlimited;
    return static_cast<std::size_t>(pages) / 5 * 4 * static_cast<std::size_t>(page_size);
}

base::Features parse_features(const std::string& text, base::Features features) {
    if (text.empty()) return features;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        base::fail("--features: expected a JSON object of true and false, found {}", text);
    for (const auto& [name, on] : json.items()) {
        if (!on.is_boolean()) base::fail("--features: the value of {} must be true or false", name);
        if (!features.set(name, on.get<bool>()))
            base::fail("--features: there is no switch {}", name);
    }
    return features;
}

std::pair<std::string, std::string> key_value(const std::string& text, std::string_view option) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        base::fail("{}: \"{}\" must have the form NAME=VALUE", option, text);
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

std::shared_ptr<const host::Secrets> secrets_of(const RunOptions& options, const host::Host& host) {
    std::vector<std::shared_ptr<const host::Secrets>> sources;
    std::map<std::string, std::string> given;
    for (const auto& text : options.secrets) given.insert(key_value(text, "--secret"));
    sources.push_back(std::make_shared<host::MapSecrets>(std::move(given)));
    if (!options.secrets_file.empty()) {
        sources.push_back(std::make_shared<host::MapSecrets>(
            host::parse_secrets(host.files->read(options.secrets_file), options.secrets_file)));
    }
    if (!options.secrets_from_env.empty()) {
        sources.push_back(
            std::make_shared<host::EnvironmentSecrets>(host.environment, options.secrets_from_env));
    }
    return std::make_shared<host::ChainedSecrets>(std::move(sources));
}

host::NetworkPolicy policy_of(const RunOptions& options) {
    host::NetworkPolicy policy;
    policy.http = options.http == "dry-run" ? host::HttpMode::dry_run
                  : options.http == "mock"  ? host::HttpMode::mock
                                            : host::HttpMode::live;
    policy.deny_all = options.deny_net;
    policy.deny_private = options.deny_private_net;
    for (const auto& text : options.connect_to)
        policy.connect_to.push_back(host::parse_connect_to(text, "--connect-to"));
    if (!options.allow_net.empty()) {
        policy.allow.emplace();
        for (const auto& text : options.allow_net)
            policy.allow->push_back(host::parse_host_port(text, "--allow-net"));
    }
    return policy;
}

}  // namespace

void RunOptions::declare(CommandLine& command) {
    command.add_option("--param", params, "Replace an option or top-level variable of the script")
        .type_name("NAME=VALUE")
        .one_value_each()
        .group(kRunGroup);
    command.add_option("--now", now, "What now() gives (RFC 3339)")
        .type_name("TIME")
        .group(kRunGroup);
    command.add_option("--threads", threads, "Threads to work with (default: one per core)")
        .group(kRunGroup);
    command.add_option("--timeout", timeout_seconds, "Stop the run after so many seconds")
        .type_name("SECONDS")
        .not_negative()
        .group(kRunGroup);
    command
        .add_option("--memory-limit", memory_limit,
                    "Most memory for data, e.g. 512M (default: four fifths of the machine's)")
        .type_name("SIZE")
        .group(kRunGroup);
    command
        .add_option("--spill-dir", spill_dir,
                    "Folder on a disk for table data that the memory limit has no room for")
        .type_name("DIR")
        .existing_folder()
        .group(kRunGroup);
    command.add_flag("--strict", strict, "Refuse arguments written in another letter case")
        .group(kRunGroup);
    command.add_flag("--quiet,-q", quiet, "No notes and warnings on stderr").group(kRunGroup);
    command.add_option("--path", paths, "Folder with packages of yours (also FLUXI_PATH)")
        .type_name("DIR")
        .one_value_each()
        .group(kRunGroup);
    command.add_option("--error-format", error_format, "How errors are written")
        .one_of({"text", "json"})
        .group(kRunGroup);
    command
        .add_option("--features", features,
                    "Switches of the language, e.g. {\"labelPolymorphism\": true}")
        .type_name("JSON")
        .group(kRunGroup);
    command
        .add_option(
            "--data", data,
            "Store of buckets (default: FLUXI_DATA, fluxi.toml, fluxi/data.db in the user's data "
            "folder)")
        .type_name("FILE")
        .group(kBucketGroup);
    command
        .add_option("--mount", mounts,
                    "A file or folder of line protocol or annotated CSV as a bucket (repeatable)")
        .type_name("BUCKET=PATH")
        .one_value_each()
        .group(kBucketGroup);
    command.add_flag("--create-buckets", create_buckets, "to() makes buckets that are not there")
        .group(kBucketGroup);
    command
        .add_flag("--no-pushdown", no_pushdown,
                  "Read every point instead of using index and statistics; same results")
        .group(kBucketGroup);
    command
        .add_option("--time-range", time_range,
                    "v.timeRangeStart and v.timeRangeStop: durations, times or now()")
        .type_name("START[,STOP]")
        .group(kDashboardGroup);
    command.add_option("--window-period", window_period, "v.windowPeriod (default: range / 360)")
        .type_name("DURATION")
        .group(kDashboardGroup);
    command.add_option("--var", variables, "Another member of v, a text (repeatable)")
        .type_name("NAME=VALUE")
        .one_value_each()
        .group(kDashboardGroup);
    command.add_option("--batch-rows", batch_rows, "Rows that are handed on at once")
        .between(1U, 1U << 20)
        .group("");
    command.add_flag("--walk-lambdas", walk_lambdas, "Evaluate every lambda row by row").group("");
    command
        .add_option("--http", http,
                    "live sends requests, dry-run shows them, mock answers 200 unseen")
        .one_of({"live", "dry-run", "mock"})
        .group(kNetGroup);
    command.add_flag("--deny-net", deny_net, "Nothing may reach the network").group(kNetGroup);
    command.add_option("--allow-net", allow_net, "Only this host may be reached (repeatable)")
        .type_name("HOST[:PORT]")
        .one_value_each()
        .group(kNetGroup);
    command.add_flag("--deny-private-net", deny_private_net, "No private and local addresses")
        .group(kNetGroup);
    command.add_option("--connect-to", connect_to, "As in curl: HOST1:PORT1:HOST2:PORT2")
        .type_name("MAP")
        .one_value_each()
        .group(kNetGroup);
    command.add_flag("--no-fs", no_fs, "Scripts may not open files").group(kNetGroup);
    command.add_option("--secret", secrets, "A secret of the script")
        .type_name("KEY=VALUE")
        .one_value_each()
        .group(kNetGroup);
    command
        .add_option("--secrets-from-env", secrets_from_env,
                    "Secrets are variables that begin with PREFIX")
        .type_name("PREFIX")
        .group(kNetGroup);
    command.add_option("--secrets-file", secrets_file, "File with secrets")
        .type_name("FILE")
        .group(kNetGroup);
}

engine::SessionOptions RunOptions::session(const std::string& script_folder) const {
    engine::SessionOptions result;
    result.strict = strict;
    result.features = parse_features(features, default_features);
    for (const auto& text : params) result.params.insert(key_value(text, "--param"));
    FileSettings settings = file_settings(result.host, script_folder.empty() ? "." : script_folder);
    result.data = data_file(result.host, data, settings);
    for (const auto& text : mounts) {
        auto [bucket, path] = key_value(text, "--mount");
        settings.mounts.insert_or_assign(std::move(bucket), std::move(path));
    }
    result.mounts = std::move(settings.mounts);
    result.create_buckets = create_buckets;
    result.pushdown = !no_pushdown;
    result.variables.time_range = time_range;
    result.variables.window_period = window_period;
    for (const auto& text : variables) result.variables.values.insert(key_value(text, "--var"));
    if (!now.empty()) result.now_ns = value::time_from_text(now);
    result.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(timeout_seconds * 1000));
    result.memory_limit = memory_limit.empty() ? usual_memory_limit() : parse_bytes(memory_limit);
    result.execution.threads =
        threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    result.execution.batch_rows = batch_rows;
    result.execution.bind_lambdas = !walk_lambdas;
    result.spill_dir = spill_dir;
    result.package_paths = paths;
    if (const auto more = result.host.environment->get("FLUXI_PATH")) {
        std::size_t begin = 0;
        while (begin <= more->size()) {
            const std::size_t end = std::min(more->find(':', begin), more->size());
            if (end > begin) result.package_paths.push_back(more->substr(begin, end - begin));
            begin = end + 1;
        }
    }
    if (!script_folder.empty()) result.package_paths.push_back(script_folder);
    result.host.network = policy_of(*this);
    result.host.secrets = secrets_of(*this, result.host);
    if (no_fs) {
        std::vector<std::string> allowed = result.package_paths;
        for (const auto& mount : result.mounts) allowed.push_back(mount.second);
        result.host.files =
            std::make_shared<host::NoFileSystem>(result.host.files, std::move(allowed));
    }
    return result;
}

}  // namespace fluxi::cli
