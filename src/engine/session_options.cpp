#include "engine/session_options.hpp"

#include <algorithm>

namespace fluxi::engine {

SessionOptions session_options(const Options& options, const std::shared_ptr<host::Notes>& notes) {
    SessionOptions result;
    result.strict = options.strict;
    result.now_ns = options.now_ns;
    result.timeout = options.timeout;
    if (options.memory_limit != 0) result.memory_limit = options.memory_limit;
    result.spill_dir = options.spill_dir;
    result.execution.threads = std::clamp<std::size_t>(options.threads, 1, 256);
    result.package_paths = options.package_paths;
    result.native_packages = options.packages;
    result.params = options.params;
    result.data = options.data;
    result.mounts = options.mounts;
    result.create_buckets = options.create_buckets;
    result.variables.time_range = options.time_range;
    result.variables.window_period = options.window_period;
    result.variables.values = options.variables;
    result.host.notes = notes;
    result.host.secrets = std::make_shared<host::MapSecrets>(options.secrets);
    result.host.network.http =
        options.http == Http::dry_run ? host::HttpMode::dry_run : host::HttpMode::live;
    result.host.network.deny_all = options.http == Http::deny;
    result.host.network.deny_private = options.deny_private_hosts;
    if (!options.allow_hosts.empty()) {
        auto& allowed = result.host.network.allow.emplace();
        for (const std::string& text : options.allow_hosts)
            allowed.push_back(host::parse_host_port(text, "Options::allow_hosts"));
    }
    if (!options.files) {
        result.host.files =
            std::make_shared<host::NoFileSystem>(result.host.files, result.package_paths);
    }
    return result;
}

}  // namespace fluxi::engine
