// Random arguments for natives and their kernels: columns, constants and values in a stored form of
// the types that a signature names, with what is likely to show a difference: nulls, invalid UTF-8,
// NaN, infinities, times at the ends. A Maker owns what its arguments refer to.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "table/column.hpp"
#include "value/value.hpp"
#include "vec/kernel.hpp"

namespace fluxi::test {

constexpr std::uint32_t kArgumentRows = 24;

/// An argument of a kernel and of the native, row by row.
struct MadeArgument {
    vec::KernelArgument kind{};
    std::vector<table::Column> columns{};
    std::shared_ptr<value::Value> constant{};
    std::vector<value::Value> rows{};
};

class ArgumentMaker {
  public:
    explicit ArgumentMaker(std::uint32_t seed) : random_(seed) {}

    /// An argument of a type as Flux writes it; type variables are chosen once. None where the type
    /// cannot be an argument of a kernel.
    std::optional<MadeArgument> make(const std::string& type,
                                     std::map<std::string, table::ColumnType>& variables);

  private:
    bool coin(std::uint32_t one_in = 2) { return random_() % one_in == 0; }
    template <typename T>
    const T& pick(const std::vector<T>& all) {
        return all[random_() % all.size()];
    }
    table::ColumnType variable(const std::string& name,
                               std::map<std::string, table::ColumnType>& variables);
    std::vector<value::Value> some(const std::vector<value::Value>& pool, value::Nature nature);
    static MadeArgument constant(value::Value v);
    MadeArgument column(table::ColumnType type);
    MadeArgument stored(vec::Form form);
    MadeArgument list(table::ColumnType element);
    static MadeArgument of_rows(vec::Form form, std::vector<value::Value> rows);
    /// A record that is written out: columns, constants and an array in it.
    MadeArgument record();
    value::Value regexp();
    static value::Value dict();
    value::Value location();

    std::mt19937 random_;
    std::vector<std::shared_ptr<MadeArgument>> parts_{};
};

}  // namespace fluxi::test
