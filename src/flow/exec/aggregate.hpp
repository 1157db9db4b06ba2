// The shape of aggregates: one state per group key, updated with whole columns as they pass; no
// table is kept. Output: the key columns and the result in a column of the same name, one row per
// table, sorted by key (semantics D.9). An aggregate itself is a Kernel: arrays of states with an
// update over a span of values.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/counted.hpp"
#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/key_index.hpp"
#include "flow/exec/operator.hpp"
#include "flow/plan/node.hpp"
#include "table/builder.hpp"

namespace fluxi::flow::exec {

/// The states of all tables whose column has one type.
class AggregateKernel {
  public:
    virtual ~AggregateKernel() = default;
    [[nodiscard]] virtual table::ColumnType result() const = 0;
    /// Makes sure that states 0 … count-1 exist.
    virtual void grow(std::uint32_t count) = 0;
    /// Rows [begin, end) of a column belong to a state.
    virtual void update(std::uint32_t state, const table::Column& values, std::uint32_t begin,
                        std::uint32_t end) = 0;
    /// Row i of a column belongs to states[i].
    virtual void update_each(std::span<const std::uint32_t> states,
                             const table::Column& values) = 0;
    virtual void finish(std::uint32_t state, table::Builder& result) = 0;
};

/// Makes the kernel for a column type; null when the aggregate does not take it.
using KernelMaker = std::function<std::unique_ptr<AggregateKernel>(table::ColumnType)>;

/// The plan's form of every aggregate.
class Aggregate final : public Operation {
  public:
    Aggregate(std::string name, std::string column, KernelMaker kernels)
        : name_(std::move(name)), column_(std::move(column)), kernels_(std::move(kernels)) {}
    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] std::string describe() const override { return "column: " + column_; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::any; }
    [[nodiscard]] std::unique_ptr<Operator> make(Context& context) const override;
    [[nodiscard]] const std::string& column() const noexcept { return column_; }
    [[nodiscard]] const KernelMaker& kernels() const noexcept { return kernels_; }

  private:
    std::string name_;
    std::string column_;
    KernelMaker kernels_;
};

/// Keeps the states of an aggregate by key and makes the output. Shared by the operator of a single
/// aggregate and those that group or cut windows on the way.
class AggregateStates {
  public:
    AggregateStates(std::string user, std::string column, KernelMaker kernels)
        : user_(std::move(user)), column_(std::move(column)), kernels_(std::move(kernels)) {}

    /// The column to aggregate in tables of a schema. Throws when it is missing, in the key or of a
    /// type that does not fit.
    struct Source {
        std::size_t column = 0;
        std::uint32_t kernel = 0;
    };
    Source source(const table::SchemaRef& schema);
    [[nodiscard]] KeyIndex& keys() noexcept { return keys_; }
    /// Makes room for the states of all keys known, new ones use this kernel.
    void open(std::uint32_t kernel);
    /// Throws when the state of a key belongs to another type.
    void check(std::uint32_t id, std::uint32_t kernel) const;
    [[nodiscard]] AggregateKernel& kernel(std::uint32_t i) { return *made_[i].kernel; }
    /// Rows without a value for a key that has a state.
    void add_nulls(std::uint32_t id, std::uint32_t rows);
    /// All results sorted by key.
    void emit(Sink& out);

  private:
    struct Made {
        table::ColumnType type;
        std::unique_ptr<AggregateKernel> kernel;
    };
    std::string user_;
    std::string column_;
    KernelMaker kernels_;
    KeyIndex keys_{};
    std::vector<Made> made_{};
    table::Rows kernel_of_{};  ///< of each key
    table::SchemaRef schema_{};
    Source source_{};
};

/// Kernel from a State with `void add(T)` and `std::optional<R> result() const`; nulls are skipped.
template <typename State, typename T, table::ColumnType R>
class StateKernel final : public AggregateKernel {
  public:
    explicit StateKernel(State initial = State()) : initial_(std::move(initial)) {}
    [[nodiscard]] table::ColumnType result() const override { return R; }
    void grow(std::uint32_t count) override {
        if (states_.size() < count) states_.resize(count, initial_);
    }
    void update(std::uint32_t state, const table::Column& values, std::uint32_t begin,
                std::uint32_t end) override {
        const View<T> view(values);
        State& s = states_[state];
        if (view.all_valid()) {
            for (std::uint32_t row = begin; row < end; ++row) s.add(view[row]);
        } else {
            for (std::uint32_t row = begin; row < end; ++row) {
                if (view.valid(row)) s.add(view[row]);
            }
        }
    }
    void update_each(std::span<const std::uint32_t> states, const table::Column& values) override {
        const View<T> view(values);
        for (std::uint32_t row = 0; row < states.size(); ++row) {
            if (view.valid(row)) states_[states[row]].add(view[row]);
        }
    }
    void finish(std::uint32_t state, table::Builder& result) override {
        const auto value = states_[state].result();
        if (value) {
            result.append_stored(static_cast<table::stored_t<R>>(*value));
        } else {
            result.append_null();
        }
    }

  private:
    State initial_;
    base::CountedVector<State> states_{};
};

}  // namespace fluxi::flow::exec
