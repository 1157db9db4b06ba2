// The options of commands that use the store: which file it is, how a bucket is named.
#pragma once

#include <memory>
#include <string>

#include "cli/command_line.hpp"
#include "store/store.hpp"

namespace fluxi::cli {

struct DataOptions {
    std::string data{};

    /// Adds `--data`.
    void declare(CommandLine& command);
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::shared_ptr<store::Store> open() const;
};

/// The bucket with this name, or with this id of 16 digits. Throws an error that names those there
/// are.
[[nodiscard]] store::BucketRef find_bucket(const store::Store& store, const std::string& name);

/// A length of time as `30d` or `1h30m`, or `forever` for 0. Throws for another text or a negative
/// one.
[[nodiscard]] std::int64_t parse_retention(const std::string& text);
[[nodiscard]] std::string retention_text(std::int64_t retention);

/// "1,234,567"
[[nodiscard]] std::string grouped(std::uint64_t count);

}  // namespace fluxi::cli
