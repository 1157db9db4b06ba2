// Private to bind: evaluates one lambda partially. The row is symbolic, a record of columns that
// are read when they are used; what depends on no row becomes a constant, the rest instructions of
// a Program. A LambdaBinder serves one lambda and throws NotBindable where it meets what has no
// form over columns.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "eval/evaluator.hpp"
#include "vec/binder.hpp"
#include "vec/kernels.hpp"

namespace fluxi::vec {

/// Thrown when something cannot be bound; caught by the functions of binder.hpp.
struct NotBindable {};

class LambdaBinder {
  public:
    LambdaBinder(eval::Evaluator& evaluator, const table::Schema& schema)
        : evaluator_(evaluator), schema_(schema) {}

    /// The value of a call, with a symbol for each parameter (an absent value for its default).
    Symbol call(const eval::Closure& closure, std::vector<Symbol> arguments);
    /// The record of the row: a column for each label.
    [[nodiscard]] Symbol row() const;
    /// A record whose fields are columns behind those of the schema.
    [[nodiscard]] Symbol accumulator(const std::vector<table::Field>& fields) const;
    /// The fields of a new accumulator.
    std::vector<Register> fields_of(const Symbol& symbol, const std::vector<table::Field>& fields);
    /// See bind_key_test.
    std::optional<Register> key_test(const eval::Closure& closure, std::vector<Symbol> arguments);
    Program take_program() { return std::move(program_); }
    /// Makes every column a record or value refers to part of the program.
    Symbol settle(const Symbol& symbol);

  private:
    /// The operands of a chain of `and`.
    static void add_parts(const program::Expr& expr, std::vector<const program::Expr*>& parts);
    [[nodiscard]] bool reads_only_key(Register r) const;
    struct Frame {
        std::vector<Symbol> slots;
        const eval::Closure* closure;
    };
    static bool is_absent(const Symbol& symbol) {
        const auto* v = std::get_if<value::Value>(&symbol.content);
        return v != nullptr && v->is_absent();
    }
    static const value::Value* constant(const Symbol& symbol) {
        return std::get_if<value::Value>(&symbol.content);
    }
    /// The register of a column or of a constant that can be one.
    Register read(const Symbol& symbol);
    /// None for what is no column, such as a record.
    [[nodiscard]] std::optional<table::ColumnType> type_of(const Symbol& symbol) const;
    Symbol apply(KernelRef kernel, std::vector<Register> arguments);
    /// The column of a value in its stored form; none for what is a column itself or has no form.
    std::optional<StoredColumn> stored_of(const Symbol& symbol);
    Symbol bind(const program::Expr& expr, Frame& frame);
    Symbol array(const program::ArrayLiteral& node, Frame& frame);
    Symbol dict(const program::DictLiteral& node, Frame& frame);
    /// A closure made inside the lambda: it may capture constants only.
    Symbol function(const program::FunctionLiteral& node, Frame& frame);
    Symbol interpolation(const program::Interpolation& node, Frame& frame);
    Symbol record(const program::RecordLiteral& node, Frame& frame);
    Symbol unary(const program::Unary& node, Frame& frame);
    Symbol binary(const program::Binary& node, Frame& frame);
    /// A null without a type takes that of the other operand.
    [[nodiscard]] Symbol typed(const Symbol& symbol, const Symbol& other) const;
    Symbol operator_on(syntax::BinaryOp op, const Symbol& left, const Symbol& right);
    /// An operator on durations; none where an operand is something else.
    std::optional<Symbol> duration_operator(syntax::BinaryOp op, const Symbol& left,
                                            const Symbol& right);
    /// A register of type bool for a condition or an operand of logic.
    Register truth(const Symbol& symbol);
    /// Binds an expression whose rows count only where `rows` is true.
    Symbol bind_under(Register rows, const program::Expr& expr, Frame& frame);
    Symbol logical(const program::Logical& node, Frame& frame);
    Symbol conditional(const program::Conditional& node, Frame& frame);
    Symbol choose(Register condition, const Symbol& yes, const Symbol& no);
    /// Both branches are records of the same labels: each field is chosen.
    Symbol choose_record(Register condition, const SymbolicRecord& yes, const SymbolicRecord& no);
    static bool same_column(const Symbol& a, const Symbol& b);
    Symbol member(const program::Member& node, Frame& frame);
    Symbol index(const program::Index& node, Frame& frame);
    /// One part of what a native gives, computed without the whole; none where that cannot be.
    template <typename Choose>
    std::optional<Symbol> part(const program::Expr& whole, Frame& frame, Choose choose);
    /// The arguments of a call by the places of the parameters; absent where none is given.
    std::vector<Symbol> arguments_of(const program::Call& node, const value::Function& function,
                                     Frame& frame);
    /// What a kernel is chosen by, and the columns that it is then given.
    [[nodiscard]] KernelArgument kind_of(const Symbol& argument) const;
    [[nodiscard]] std::vector<KernelArgument> kinds_of(const std::vector<Symbol>& arguments) const;
    std::vector<Register> registers_of(const std::vector<Symbol>& arguments);
    void add_registers(const Symbol& argument, std::vector<Register>& registers);
    /// Puts arrays that are written out into their stored form; whether there were any.
    bool store_arrays(std::vector<Symbol>& arguments);
    Symbol call(const program::Call& node, Frame& frame);
    Symbol native(const value::Value& function, std::vector<Symbol> arguments);

    eval::Evaluator& evaluator_;
    const table::Schema& schema_;
    Program program_{};
    std::optional<Register> mask_{};  ///< rows on which what is bound now counts; none: all
    std::size_t depth_ = 0;           ///< of calls
};

}  // namespace fluxi::vec
