// Environment variables as a run sees them: those of the process, or a map in tests and embedding
// programs. Reading cannot fail; a variable that is not set is nothing, one that is empty is an
// empty text.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace fluxi::host {

class Environment {
  public:
    virtual ~Environment() = default;
    [[nodiscard]] virtual std::optional<std::string> get(const std::string& name) const = 0;
};

class SystemEnvironment final : public Environment {
  public:
    [[nodiscard]] std::optional<std::string> get(const std::string& name) const override;
};

class MapEnvironment final : public Environment {
  public:
    explicit MapEnvironment(std::map<std::string, std::string> variables = {})
        : variables_(std::move(variables)) {}
    [[nodiscard]] std::optional<std::string> get(const std::string& name) const override;

  private:
    std::map<std::string, std::string> variables_;
};

}  // namespace fluxi::host
