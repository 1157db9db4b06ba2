#include "vec/program.hpp"

#include <algorithm>

#include "vec/apply.hpp"

namespace fluxi::vec {

using table::Column;

Register Program::column(std::size_t position, table::ColumnType type) {
    const auto known = columns_.find(position);
    if (known != columns_.end()) return known->second;
    const auto r = static_cast<Register>(types_.size());
    types_.push_back(type);
    steps_.push_back({true, loads_.size(), true});
    loads_.push_back({Load::Kind::column, position, {}, type});
    columns_.emplace(position, r);
    return r;
}

Register Program::constant(value::Value v, table::ColumnType type) {
    const auto r = static_cast<Register>(types_.size());
    types_.push_back(type);
    steps_.push_back({true, loads_.size(), true});
    loads_.push_back({Load::Kind::constant, 0, std::move(v), type});
    return r;
}

Register Program::apply(KernelRef kernel, std::vector<Register> arguments,
                        std::optional<Register> mask) {
    const auto r = static_cast<Register>(types_.size());
    types_.push_back(kernel->type());
    steps_.push_back({false, instructions_.size(), true});
    if (!kernel->can_fail()) mask.reset();
    instructions_.push_back({std::move(kernel), std::move(arguments), mask});
    return r;
}

Column Program::execute(const Instruction& instruction, const std::vector<Column>& registers,
                        std::uint32_t rows) {
    std::vector<Column> arguments;
    arguments.reserve(instruction.arguments.size());
    bool constant = true;
    for (const Register r : instruction.arguments) {
        arguments.push_back(registers[r]);
        constant = constant && is_constant(registers[r]);
    }
    const Column* mask = instruction.mask ? &registers[*instruction.mask] : nullptr;
    if (mask != nullptr && is_constant(*mask)) {
        // Nobody looks at the result when the mask is false everywhere.
        if (mask->get<std::uint8_t>(0) == 0) return Column::nulls(instruction.kernel->type(), rows);
        mask = nullptr;
    }
    if (!constant) {
        return instruction.kernel->run(arguments, rows,
                                       mask == nullptr ? nullptr : mask->values<std::uint8_t>());
    }
    std::uint8_t any = 1;
    if (mask != nullptr) {
        any = 0;
        for (std::uint32_t i = 0; i < rows; ++i) any |= mask->values<std::uint8_t>()[i];
    }
    if (any == 0) return Column::nulls(instruction.kernel->type(), rows);
    for (Column& argument : arguments) argument = argument.slice(0, 1);
    const Column one = instruction.kernel->run(arguments, 1, nullptr);
    return Column::constant(instruction.kernel->type(), rows, one.at(0));
}

void Program::drop_unused(const std::vector<Register>& wanted) {
    // What can fail stays: a row-by-row evaluation would meet the error too.
    for (Step& step : steps_)
        step.used = !step.load && instructions_[step.index].kernel->can_fail();
    mark_used(wanted);
}

void Program::keep_only(const std::vector<Register>& wanted) {
    for (Step& step : steps_) step.used = false;
    mark_used(wanted);
}

template <typename Visit>
void Program::each_step_of(Register r, Visit visit) const {
    std::vector<std::uint8_t> used(steps_.size(), 0);
    used[r] = 1;
    for (std::size_t i = steps_.size(); i-- > 0;) {
        if (used[i] == 0) continue;
        visit(steps_[i]);
        if (steps_[i].load) continue;
        const Instruction& instruction = instructions_[steps_[i].index];
        for (const Register argument : instruction.arguments) used[argument] = 1;
        if (instruction.mask) used[*instruction.mask] = 1;
    }
}

std::vector<std::size_t> Program::columns_of(Register r) const {
    std::vector<std::size_t> columns;
    each_step_of(r, [&](const Step& step) {
        if (step.load && loads_[step.index].kind == Load::Kind::column)
            columns.push_back(loads_[step.index].column);
    });
    return columns;
}

bool Program::can_fail(Register r) const {
    bool fails = false;
    each_step_of(r, [&](const Step& step) {
        fails = fails || (!step.load && instructions_[step.index].kernel->can_fail());
    });
    return fails;
}

bool Program::any_thread() const {
    return std::all_of(
        instructions_.begin(), instructions_.end(),
        [](const Instruction& instruction) { return instruction.kernel->any_thread(); });
}

void Program::mark_used(const std::vector<Register>& wanted) {
    for (const Register r : wanted) steps_[r].used = true;
    for (std::size_t r = steps_.size(); r-- > 0;) {
        const Step& step = steps_[r];
        if (!step.used || step.load) continue;
        const Instruction& instruction = instructions_[step.index];
        for (const Register argument : instruction.arguments) steps_[argument].used = true;
        if (instruction.mask) steps_[*instruction.mask].used = true;
    }
}

std::vector<Column> Program::run(const table::Batch& batch,
                                 const std::vector<Register>& wanted) const {
    const std::uint32_t rows = batch.rows();
    std::vector<Column> registers;
    registers.reserve(steps_.size());
    for (const Step& step : steps_) {
        if (!step.used) {
            registers.emplace_back();
            continue;
        }
        if (!step.load) {
            registers.push_back(execute(instructions_[step.index], registers, rows));
            continue;
        }
        const Load& load = loads_[step.index];
        registers.push_back(load.kind == Load::Kind::column
                                ? batch.column(load.column).simple()
                                : Column::constant(load.type, rows, load.constant));
    }
    std::vector<Column> results;
    results.reserve(wanted.size());
    for (const Register r : wanted) results.push_back(registers[r]);
    return results;
}

}  // namespace fluxi::vec
