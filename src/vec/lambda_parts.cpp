// Binding of what takes one part of a whole: elements of arrays, fields of records that a native
// gives.
#include "vec/lambda_binder.hpp"
#include "vec/part_kernels.hpp"

namespace fluxi::vec {

using value::Nature;
using value::Value;

std::vector<Symbol> LambdaBinder::arguments_of(const program::Call& node,
                                               const value::Function& function, Frame& frame) {
    std::vector<Symbol> arguments(function.parameters().size(), Symbol{Value::absent()});
    for (const auto& argument : node.arguments) {
        const std::size_t place = function.find_parameter(argument.name);
        if (place == value::Function::npos || !is_absent(arguments[place])) throw NotBindable{};
        arguments[place] = bind(*argument.value, frame);
    }
    if (node.pipe) {
        const std::size_t place = function.pipe_parameter();
        if (place == value::Function::npos || !is_absent(arguments[place])) throw NotBindable{};
        arguments[place] = bind(*node.pipe, frame);
    }
    return arguments;
}

KernelArgument LambdaBinder::kind_of(const Symbol& argument) const {
    KernelArgument kind;
    if (const Value* v = constant(argument)) {
        kind.constant = v;
    } else if (const auto* stored = std::get_if<StoredColumn>(&argument.content)) {
        kind.form = stored->form;
    } else if (const auto* array =
                   std::get_if<std::shared_ptr<const SymbolicArray>>(&argument.content)) {
        kind.whole = Nature::array;
        kind.parts = kinds_of((*array)->elements);
    } else if (const auto* record =
                   std::get_if<std::shared_ptr<const SymbolicRecord>>(&argument.content)) {
        kind.whole = Nature::record;
        for (const auto& [label, field] : (*record)->fields) {
            kind.labels.push_back(label);
            kind.parts.push_back(kind_of(field));
        }
    } else {
        kind.type = type_of(argument);
        if (!kind.type) throw NotBindable{};
    }
    return kind;
}

std::vector<KernelArgument> LambdaBinder::kinds_of(const std::vector<Symbol>& arguments) const {
    std::vector<KernelArgument> kinds;
    kinds.reserve(arguments.size());
    for (const Symbol& argument : arguments) kinds.push_back(kind_of(argument));
    return kinds;
}

std::vector<Register> LambdaBinder::registers_of(const std::vector<Symbol>& arguments) {
    std::vector<Register> registers;
    for (const Symbol& argument : arguments) add_registers(argument, registers);
    return registers;
}

void LambdaBinder::add_registers(const Symbol& argument, std::vector<Register>& registers) {
    if (const Value* v = constant(argument)) {
        if (table::column_type_of(v->nature())) registers.push_back(read(argument));
    } else if (const auto* stored = std::get_if<StoredColumn>(&argument.content)) {
        registers.push_back(stored->column);
    } else if (const auto* array =
                   std::get_if<std::shared_ptr<const SymbolicArray>>(&argument.content)) {
        for (const Symbol& element : (*array)->elements) add_registers(element, registers);
    } else if (const auto* record =
                   std::get_if<std::shared_ptr<const SymbolicRecord>>(&argument.content)) {
        for (const auto& field : (*record)->fields) add_registers(field.second, registers);
    } else {
        registers.push_back(read(argument));
    }
}

bool LambdaBinder::store_arrays(std::vector<Symbol>& arguments) {
    bool any = false;
    for (Symbol& argument : arguments) {
        if (!std::holds_alternative<std::shared_ptr<const SymbolicArray>>(argument.content))
            continue;
        const auto list = stored_of(argument);
        if (!list) throw NotBindable{};
        argument = {*list};
        any = true;
    }
    return any;
}

template <typename Choose>
std::optional<Symbol> LambdaBinder::part(const program::Expr& whole, Frame& frame, Choose choose) {
    const auto* node = std::get_if<program::Call>(&whole.node);
    if (node == nullptr) return std::nullopt;
    const Symbol callee = bind(*node->callee, frame);
    const Value* function = constant(callee);
    if (function == nullptr || !function->is(Nature::function)) return std::nullopt;
    const auto* vectorizable = dynamic_cast<const Vectorizable*>(function->object());
    if (vectorizable == nullptr || !vectorizable->pure()) return std::nullopt;
    const auto* parts = dynamic_cast<const PartKernels*>(vectorizable->kernels());
    if (parts == nullptr) return std::nullopt;
    const std::vector<Symbol> arguments = arguments_of(*node, function->as_function(), frame);
    bool known = true;
    for (const Symbol& argument : arguments) known = known && constant(argument) != nullptr;
    if (known) return std::nullopt;
    KernelRef kernel = choose(*parts, kinds_of(arguments));
    if (!kernel) return std::nullopt;
    return apply(std::move(kernel), registers_of(arguments));
}

Symbol LambdaBinder::index(const program::Index& node, Frame& frame) {
    const Symbol place = bind(*node.index, frame);
    if (type_of(place) != table::ColumnType::integer) throw NotBindable{};
    const Value* at = constant(place);
    if (at != nullptr && at->is_null()) throw NotBindable{};
    if (at != nullptr) {
        const auto element =
            part(*node.array, frame, [&](const PartKernels& parts, const auto& kinds) {
                return parts.bind_element(kinds, at->as_integer());
            });
        if (element) return *element;
    }
    const Symbol whole = bind(*node.array, frame);
    const auto* array = std::get_if<std::shared_ptr<const SymbolicArray>>(&whole.content);
    if (array != nullptr && at != nullptr) {
        const auto& elements = (*array)->elements;
        if (at->as_integer() < 0 || static_cast<std::uint64_t>(at->as_integer()) >= elements.size())
            throw NotBindable{};
        return elements[static_cast<std::size_t>(at->as_integer())];
    }
    const Value* known = constant(whole);
    if (known != nullptr && at != nullptr) {
        if (!known->is(Nature::array) || at->as_integer() < 0 ||
            static_cast<std::uint64_t>(at->as_integer()) >= known->as_array().size())
            throw NotBindable{};
        return {known->as_array().elements()[static_cast<std::size_t>(at->as_integer())]};
    }
    const auto list = stored_of(whole);
    if (!list || list->form.nature != Nature::array) throw NotBindable{};
    return apply(element_kernel(list->form.element), {list->column, read(place)});
}

Symbol LambdaBinder::member(const program::Member& node, Frame& frame) {
    const auto field = part(*node.object, frame, [&](const PartKernels& parts, const auto& kinds) {
        return parts.bind_field(kinds, node.label);
    });
    if (field) return *field;
    const Symbol object = bind(*node.object, frame);
    if (const auto* record = std::get_if<std::shared_ptr<const SymbolicRecord>>(&object.content)) {
        const Symbol* found = (*record)->find(node.label);
        if (found == nullptr) return {Value::null()};
        if (std::holds_alternative<UnreadColumn>(found->content)) return {read(*found)};
        return *found;
    }
    const Value* v = constant(object);
    if (v == nullptr || !v->is(Nature::record)) throw NotBindable{};
    const Value* found = v->as_record().find(node.label);
    return {found == nullptr ? Value::null() : *found};
}

}  // namespace fluxi::vec
