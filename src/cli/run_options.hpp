// The options that every subcommand that runs scripts has in common: limits, network and file
// policy, secrets, time, packages, how errors are shown. Declared once; turned into the options of
// a session.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "engine/session.hpp"

namespace fluxi::cli {

struct RunOptions {
    std::vector<std::string> params{};
    std::string now{};
    std::size_t threads = 0;
    double timeout_seconds = 0;
    std::string memory_limit{};
    bool strict = false;
    bool quiet = false;
    std::vector<std::string> paths{};
    std::string http = "live";
    bool deny_net = false;
    std::vector<std::string> allow_net{};
    bool deny_private_net = false;
    std::vector<std::string> connect_to{};
    bool no_fs = false;
    std::vector<std::string> secrets{};
    std::string secrets_from_env{};
    std::string secrets_file{};
    std::string error_format = "text";
    std::uint32_t batch_rows = 4096;
    std::string spill_dir{};
    bool walk_lambdas = false;
    std::string features{};
    base::Features default_features{};  ///< what `features` changes
    std::string data{};
    std::vector<std::string> mounts{};
    bool create_buckets = false;
    bool no_pushdown = false;
    std::string time_range{};
    std::string window_period{};
    std::vector<std::string> variables{};

    void declare(CommandLine& command);
    /// Throws base::RuntimeError for a value that cannot be read. `script_folder` is searched for
    /// packages too.
    [[nodiscard]] engine::SessionOptions session(const std::string& script_folder) const;
};

}  // namespace fluxi::cli
