// Where a script's secrets come from: `--secret`, `--secrets-from-env`, `--secrets-file`, or an
// embedding program. Looking one up cannot fail; who asks decides what a missing one means. Values
// are never printed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/environment.hpp"

namespace fluxi::host {

class Secrets {
  public:
    virtual ~Secrets() = default;
    [[nodiscard]] virtual std::optional<std::string> get(const std::string& key) const = 0;
};

class MapSecrets final : public Secrets {
  public:
    explicit MapSecrets(std::map<std::string, std::string> values = {})
        : values_(std::move(values)) {}
    [[nodiscard]] std::optional<std::string> get(const std::string& key) const override;

  private:
    std::map<std::string, std::string> values_;
};

/// The secret `key` is the environment variable PREFIX + key.
class EnvironmentSecrets final : public Secrets {
  public:
    EnvironmentSecrets(std::shared_ptr<const Environment> environment, std::string prefix)
        : environment_(std::move(environment)), prefix_(std::move(prefix)) {}
    [[nodiscard]] std::optional<std::string> get(const std::string& key) const override;

  private:
    std::shared_ptr<const Environment> environment_;
    std::string prefix_;
};

/// Asks each source in turn; the first that knows the key answers.
class ChainedSecrets final : public Secrets {
  public:
    explicit ChainedSecrets(std::vector<std::shared_ptr<const Secrets>> sources)
        : sources_(std::move(sources)) {}
    [[nodiscard]] std::optional<std::string> get(const std::string& key) const override;

  private:
    std::vector<std::shared_ptr<const Secrets>> sources_;
};

/// Reads the text of a secrets file: a JSON object of strings, or lines `key=value` where empty
/// lines and lines that begin with `#` are skipped and blanks around key and value are dropped.
/// Throws RuntimeError (Code::format) that names the file and the line.
std::map<std::string, std::string> parse_secrets(std::string_view text, std::string_view file_name);

}  // namespace fluxi::host
