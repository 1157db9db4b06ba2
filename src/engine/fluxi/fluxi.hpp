// fluxi inside a program: an Engine runs Flux scripts, or compiles one that then runs many times.
// The headers of this folder are what gets installed; they need no other header of fluxi. No
// exception leaves a member of Engine or Program, also where memory is short: what goes wrong is in
// the Result, which owns what it holds. An Engine holds nothing but its options, so it may be used
// by several threads at once; every run has its own memory and limits.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "native_package.hpp"
#include "program.hpp"
#include "result.hpp"

namespace fluxi {

/// What HTTP requests of a script do.
enum class Http {
    live,     ///< they are sent
    dry_run,  ///< they are described in Result::messages and answered 200 with their own body
    deny,     ///< nothing may reach the network; a script that tries fails
};

struct Options {
    /// One of the formats of `fluxi run --format`: csv, plain-csv, json, jsonl, pretty …
    std::string format = "csv";
    bool strict = false;                   ///< refuse arguments written in another letter case
    std::optional<std::int64_t> now_ns{};  ///< what `now()` gives, in ns since 1970; else the clock
    std::chrono::milliseconds timeout{0};  ///< zero or less: none
    std::size_t memory_limit = 0;          ///< bytes of table data; zero: no limit
    std::string spill_dir{};               ///< where table data goes that has no room; empty: fail
    std::size_t threads = 1;               ///< that read and compute; 256 at most
    std::map<std::string, std::string> params{};  ///< values for variables and options, as text
    std::string data{};  ///< file with the buckets; if empty FLUXI_DATA or the user's own
    std::map<std::string, std::string>
        mounts{};                 ///< files and folders by the bucket they stand for
    bool create_buckets = false;  ///< whether `to` makes a bucket that is not there
    std::string time_range{};     ///< START[,STOP] of the record `v` of dashboards, e.g. "-1h"
    std::string window_period{};  ///< v.windowPeriod; the range divided by 360 if it is empty
    std::map<std::string, std::string> variables{};  ///< other members of `v`, texts
    std::map<std::string, std::string> secrets{};    ///< what `secrets.get` finds
    std::vector<std::string> package_paths{};        ///< folders with packages of one's own
    std::vector<NativePackage> packages{};           ///< packages made of C++ functions
    bool files = true;                               ///< whether scripts may open files
    Http http = Http::live;
    /// Hosts (HOST or HOST:PORT) that may be reached; if it is empty, all.
    std::vector<std::string> allow_hosts{};
    bool deny_private_hosts = false;  ///< no loopback, private or otherwise special addresses
};

class Engine {
  public:
    explicit Engine(Options options = {}) : options_(std::move(options)) {}

    /// Checks a script and runs it. `name` is what messages call it.
    [[nodiscard]] Result run(std::string_view script, std::string_view name = "script") const;
    /// Only checks it: the status is ok or rejected.
    [[nodiscard]] Result check(std::string_view script, std::string_view name = "script") const;
    /// Checks it and keeps what can then run many times. See Program::compiled for what is wrong.
    [[nodiscard]] Program compile(std::string_view script, std::string_view name = "script") const;

    [[nodiscard]] const Options& options() const noexcept { return options_; }

  private:
    Options options_;
};

/// The version of the library, such as "0.1.0".
[[nodiscard]] std::string_view library_version() noexcept;

}  // namespace fluxi
