// How a bound function of reduce becomes a Fold.
#include <algorithm>
#include <utility>

#include "vec/binder.hpp"
#include "vec/fold.hpp"

namespace fluxi::vec {

using table::ColumnType;
using value::Value;

/// Divides a program into the part that depends on the row only and the recurrence.
struct Fold::Maker {
    Maker(const BoundFold& bound_fold, std::size_t schema_columns, std::size_t field_count)
        : bound(bound_fold), program(bound_fold.program), columns(schema_columns), fold(new Fold) {
        fold->fields_ = field_count;
        slot_of.resize(program.steps().size(), kNone);
        row_register.resize(program.steps().size(), kNone);
        recurrent.resize(program.steps().size(), 0);
        slots = field_count;
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    const BoundFold& bound;
    const Program& program;
    std::size_t columns;
    std::unique_ptr<Fold> fold;
    std::vector<std::size_t> slot_of;       ///< of each register
    std::vector<std::size_t> row_register;  ///< in the row part
    std::vector<std::uint8_t> recurrent;
    std::size_t slots;
    struct Input {
        std::size_t slot;
        ColumnType type;
    };
    std::vector<Input> inputs{};
    struct Constant {
        std::size_t slot;
        const Value* value;
    };
    std::vector<Constant> constants{};
    struct Step {
        std::size_t out;
        std::vector<std::size_t> arguments;
        std::size_t mask;
    };
    std::vector<Step> steps{};
    bool can_fail = false;

    /// False if a step of the recurrence has no row form.
    bool divide() {
        for (Register r = 0; r < program.steps().size(); ++r) {
            const Program::Step& step = program.steps()[r];
            if (!step.used) continue;
            if (step.load) {
                load(r, program.load(step));
            } else if (!apply(r, program.instruction(step))) {
                return false;
            }
        }
        return true;
    }

    void load(Register r, const Program::Load& load) {
        if (load.kind == Program::Load::Kind::constant) {
            row_register[r] = fold->row_part_.constant(load.constant, load.type);
        } else if (load.column >= columns) {
            slot_of[r] = load.column - columns;
            recurrent[r] = 1;
        } else {
            row_register[r] = fold->row_part_.column(load.column, load.type);
        }
    }

    bool apply(Register r, const Program::Instruction& instruction) {
        const auto in_recurrence = [&](Register argument) { return recurrent[argument] != 0; };
        const bool any = std::any_of(instruction.arguments.begin(), instruction.arguments.end(),
                                     in_recurrence) ||
                         (instruction.mask && in_recurrence(*instruction.mask));
        if (!any) {
            std::vector<Register> arguments;
            for (const Register argument : instruction.arguments)
                arguments.push_back(static_cast<Register>(row_register[argument]));
            std::optional<Register> mask;
            if (instruction.mask) mask = static_cast<Register>(row_register[*instruction.mask]);
            row_register[r] = fold->row_part_.apply(instruction.kernel, std::move(arguments), mask);
            return true;
        }
        const auto* kernel = dynamic_cast<const RowKernel*>(instruction.kernel.get());
        if (kernel == nullptr || !kernel->has_row_form()) return false;
        can_fail = can_fail || instruction.kernel->can_fail();
        Step step{slots++, {}, kNone};
        for (const Register argument : instruction.arguments)
            step.arguments.push_back(read(argument));
        if (instruction.mask) step.mask = read(*instruction.mask);
        slot_of[r] = step.out;
        recurrent[r] = 1;
        fold->kernels_.push_back(instruction.kernel);
        steps.push_back(std::move(step));
        return true;
    }

    /// The slot that holds a register while a row is folded.
    std::size_t read(Register r) {
        if (slot_of[r] != kNone) return slot_of[r];
        slot_of[r] = slots++;
        const Program::Step& step = program.steps()[r];
        if (step.load && program.load(step).kind == Program::Load::Kind::constant) {
            constants.push_back({slot_of[r], &program.load(step).constant});
        } else {
            inputs.push_back({slot_of[r], program.type(r)});
            fold->wanted_.push_back(static_cast<Register>(row_register[r]));
        }
        return slot_of[r];
    }

    std::unique_ptr<Fold> finish() {
        std::vector<std::size_t> results;
        for (const Register r : bound.results) results.push_back(read(r));
        const std::size_t spare = slots;
        fold->slots_.resize(slots + results.size());
        Slot* const base = fold->slots_.data();
        for (const Constant& constant : constants) {
            fold->constants_.push_back(*constant.value);
            base[constant.slot] = unboxed(fold->constants_.back());
        }
        for (const Input& input : inputs) {
            Fold::Input made;
            made.width = table::width_of(input.type);
            made.slot = base + input.slot;
            fold->inputs_.push_back(made);
        }
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const Step& step = steps[i];
            Fold::Step made;
            made.kernel = dynamic_cast<const RowKernel*>(fold->kernels_[i].get());
            made.arguments = fold->arguments_.size();
            made.out = base + step.out;
            made.mask = step.mask == kNone ? nullptr : base + step.mask;
            for (const std::size_t argument : step.arguments)
                fold->arguments_.push_back(base + argument);
            fold->steps_.push_back(made);
        }
        write_results(results, spare);
        fold->columns_.resize(fold->wanted_.size());
        return std::move(fold);
    }

    /// New fields are written when the row is done, so that a row that fails changes nothing.
    void write_results(const std::vector<std::size_t>& results, std::size_t spare) {
        Slot* const base = fold->slots_.data();
        for (std::size_t field = 0; field < results.size(); ++field) {
            if (results[field] == field) continue;
            Slot* from = base + results[field];
            if (results[field] < results.size()) {
                // A field that is another field of the row before.
                Slot* kept = base + spare + field;
                fold->saves_.push_back({from, kept});
                from = kept;
            } else if (!can_fail && write_in_place(field, results)) {
                continue;
            }
            fold->moves_.push_back({from, base + field});
        }
    }

    /// Whether nobody reads the field's old value or its new one after the step that makes it: then
    /// the step writes to the field itself.
    bool write_in_place(std::size_t field, const std::vector<std::size_t>& results) {
        const std::size_t made = results[field];
        if (std::count(results.begin(), results.end(), made) != 1) return false;
        if (std::count(results.begin(), results.end(), field) != 0) return false;
        std::size_t maker = kNone;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto reads = [&](std::size_t slot) {
                return steps[i].mask == slot ||
                       std::count(steps[i].arguments.begin(), steps[i].arguments.end(), slot) != 0;
            };
            if (reads(made) || (maker != kNone && reads(field))) return false;
            if (steps[i].out == made) maker = i;
        }
        if (maker == kNone) return false;
        fold->steps_[maker].out = fold->slots_.data() + field;
        return true;
    }
};

std::unique_ptr<Fold> Fold::bind(eval::Evaluator& evaluator, const Value& function,
                                 const table::Schema& schema,
                                 const std::vector<table::Field>& fields) {
    const auto bound = bind_fold(evaluator, function, schema, fields);
    if (!bound) return nullptr;
    Maker maker(*bound, schema.size(), fields.size());
    if (!maker.divide()) return nullptr;
    return maker.finish();
}

}  // namespace fluxi::vec
