// A loaded package: its cells (top-level variables, options, builtins), and for a script the
// statements in order. Packages are made by the loader and live as long as it; cells are lowered
// when they are first asked for, so that a large prelude costs only what a script uses. The values
// of the cells belong to a run (eval::Evaluator), not to this.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "program/tree.hpp"
#include "syntax/ast.hpp"

namespace fluxi::program {

enum class CellKind : std::uint8_t { variable, option, builtin };

struct Cell {
    std::string name{};
    CellKind kind = CellKind::variable;
    base::Span span{};
    const syntax::Stmt* statement = nullptr;     ///< where it is declared
    ExprPtr init{};                              ///< lowered; null for a builtin
    std::vector<value::Parameter> parameters{};  ///< of a builtin function
    std::function<std::string()> type_text{};    ///< of a builtin: its type as `display` prints it
};

/// What the top level of a script does, in order.
struct Statement {
    enum class Kind : std::uint8_t { assign, set_option, expression, testcase };
    Kind kind = Kind::expression;
    base::Span span{};
    const Package* package = nullptr;  ///< assign, set_option: whose cell
    std::uint32_t cell = 0;
    ExprPtr value{};
    const syntax::TestcaseStmt* testcase = nullptr;
};

class Package {
  public:
    static constexpr std::uint32_t npos = static_cast<std::uint32_t>(-1);

    Package(std::uint32_t id, std::string path, std::string name)
        : id_(id), path_(std::move(path)), name_(std::move(name)) {}

    /// Dense within the loader: an evaluator keeps the values of package i at i.
    [[nodiscard]] std::uint32_t id() const noexcept { return id_; }
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const std::vector<Cell>& cells() const noexcept { return cells_; }
    /// The latest cell of that name, or npos.
    [[nodiscard]] std::uint32_t find(std::string_view name) const;
    [[nodiscard]] const std::vector<Statement>& statements() const noexcept { return statements_; }

    // For the loader and lowering.
    std::uint32_t add(Cell cell);
    [[nodiscard]] std::vector<Cell>& cells() noexcept { return cells_; }
    [[nodiscard]] std::vector<Statement>& statements() noexcept { return statements_; }
    void set_name(std::string name) { name_ = std::move(name); }

  private:
    std::uint32_t id_;
    std::string path_;
    std::string name_;
    std::vector<Cell> cells_{};
    std::unordered_map<std::string, std::uint32_t> by_name_{};
    std::vector<Statement> statements_{};
};

}  // namespace fluxi::program
