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

std::vector<KernelArgument> LambdaBinder::kinds_of(const std::vector<Symbol>& arguments) const {
    std::vector<KernelArgument> kinds;
    for (const Symbol& argument : arguments) {
        const Value* v = constant(argument);
        kinds.push_back(v != nullptr ? KernelArgument{std::nullopt, v}
                                     : KernelArgument{type_of(argument), nullptr});
        if (v == nullptr && !kinds.back().type) throw NotBindable{};
    }
    return kinds;
}

std::vector<Register> LambdaBinder::registers_of(const std::vector<Symbol>& arguments) {
    std::vector<Register> registers;
    for (const Symbol& argument : arguments) {
        const Value* v = constant(argument);
        if (v == nullptr || table::column_type_of(v->nature())) registers.push_back(read(argument));
    }
    return registers;
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
    return apply(choose(*parts, kinds_of(arguments)), registers_of(arguments));
}

Symbol LambdaBinder::index(const program::Index& node, Frame& frame) {
    const Symbol place = bind(*node.index, frame);
    const Value* at = constant(place);
    if (at == nullptr || !at->is(Nature::integer)) throw NotBindable{};
    const auto element = part(*node.array, frame, [&](const PartKernels& parts, const auto& kinds) {
        return parts.bind_element(kinds, at->as_integer());
    });
    if (!element) throw NotBindable{};
    return *element;
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
