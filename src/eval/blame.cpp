#include "eval/blame.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "base/overloaded.hpp"

namespace fluxi::eval {

using program::Expr;
using program::FunctionCode;
using value::Value;

namespace {

/// The frame whose parameters are looked for.
struct Frame {
    const FunctionCode& code;
    std::span<const Value> slots;
};

/// Walks an expression and collects the parameters whose values it can have read.
class Search {
  public:
    explicit Search(Frame frame) : frame_(frame) {}

    /// The one parameter that is to blame for the value of `expr`. Among several, the only one that
    /// is null.
    static std::optional<Culprit> of_value(Frame frame, const Expr& expr) {
        Search search(frame);
        search.value(expr, {});
        return search.chosen();
    }
    /// The one parameter that is to blame if `expr` cannot be evaluated though its parts can.
    static std::optional<Culprit> of_failure(Frame frame, const Expr& expr) {
        Search search(frame);
        search.operands(expr);
        return search.chosen();
    }

    /// The one parameter that a condition asks about, also by what functions make of it.
    static std::optional<Culprit> of_condition(Frame frame, const Expr& conditional) {
        Search search(frame);
        search.of_condition_ = true;
        search.operands(conditional);
        return search.chosen();
    }

  private:
    void value(const Expr& expr, const Culprit& as) {
        if (++depth_ > kMaxDepth) return;
        const auto* local = std::get_if<program::LocalRef>(&expr.node);
        if (local != nullptr) {
            slot(local->slot, as);
        } else if (const auto* capture = std::get_if<program::CaptureRef>(&expr.node)) {
            Culprit found = as;
            found.slot = capture->index;
            found.captured = true;
            found.place = expr.span;
            add(found);
        } else if (const auto* member = std::get_if<program::Member>(&expr.node)) {
            Culprit part = as;
            part.path = "." + member->label + as.path;
            value(*member->object, part);
        } else if (const auto* test = std::get_if<program::Conditional>(&expr.node)) {
            value(*test->consequent, as);
            value(*test->alternate, as);
        } else {
            operands(expr, as);
        }
        --depth_;
    }

    void slot(std::uint32_t index, const Culprit& as) {
        if (index < frame_.code.parameters.size()) {
            Culprit found = as;
            found.slot = index;
            found.null = is_null(frame_.slots[index], as);
            found.text = as.path.empty() && frame_.slots[index].is(value::Nature::string);
            found.empty = found.text && frame_.slots[index].as_text().empty();
            add(found);
            return;
        }
        for (const auto& statement : frame_.code.statements)
            if (statement.slot == index) value(*statement.value, as);
    }

    static bool is_null(const Value& held, const Culprit& as) {
        if (held.is_absent()) return false;
        if (held.is_null()) return true;
        if (as.returned || as.path.empty() || !held.is(value::Nature::record)) return false;
        const std::string_view label = std::string_view(as.path).substr(1);
        if (label.find('.') != std::string_view::npos) return false;
        const Value* const found = held.as_record().find(label);
        return found == nullptr || found->is_null();
    }

    /// The parts of an expression that makes something new of them.
    void operands(const Expr& expr, const Culprit& as = {}) {
        Culprit made;
        made.direct = false;
        std::visit(base::Overloaded{
                       [&](const program::Interpolation& n) {
                           for (const auto& part : n.parts)
                               if (part.expression) value(*part.expression, made);
                       },
                       [&](const program::ArrayLiteral& n) {
                           for (const auto& element : n.elements) value(*element, made);
                       },
                       [&](const program::DictLiteral& n) {
                           for (const auto& [key, content] : n.entries) {
                               value(*key, made);
                               value(*content, made);
                           }
                       },
                       [&](const program::RecordLiteral& n) { record(n, as, made); },
                       [&](const program::Unary& n) { value(*n.operand, made); },
                       [&](const program::Binary& n) {
                           value(*n.left, made);
                           value(*n.right, made);
                       },
                       [&](const program::Logical& n) {
                           value(*n.left, made);
                           value(*n.right, made);
                       },
                       [&](const program::Conditional& n) { value(*n.test, made); },
                       [&](const program::Member& n) { value(*n.object, Culprit{}); },
                       [&](const program::Index& n) {
                           value(*n.array, made);
                           value(*n.index, made);
                       },
                       [&](const program::Call& n) { call(n, as, made); },
                       [&](const program::LocalRef&) { value(expr, as); },
                       [&](const program::CaptureRef&) { value(expr, as); },
                       [](const auto&) {},
                   },
                   expr.node);
    }

    /// Of a record that is built here only the property in question is looked at.
    void record(const program::RecordLiteral& node, const Culprit& as, const Culprit& made) {
        const std::string_view path = as.path;
        const std::size_t end = path.find('.', 1);
        const std::string_view label =
            path.empty() ? path : path.substr(1, end == path.npos ? path.npos : end - 1);
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            if (label.empty()) {
                value(*node.values[i], made);
            } else if (node.shape->labels()[i] == label) {
                Culprit part = as;
                part.path = end == path.npos ? std::string() : std::string(path.substr(end));
                value(*node.values[i], part);
                return;
            }
        }
        if (node.with) value(*node.with, as);
    }

    void call(const program::Call& node, const Culprit& as, const Culprit& made) {
        const auto* local = std::get_if<program::LocalRef>(&node.callee->node);
        const bool captured = std::holds_alternative<program::CaptureRef>(node.callee->node);
        if (captured || (local != nullptr && local->slot < frame_.code.parameters.size())) {
            Culprit returned = as;
            returned.returned = true;
            value(*node.callee, returned);
            return;
        }
        // What a function made of its arguments is not theirs, unless it is null because one is.
        ++calls_;
        for (const auto& argument : node.arguments) value(*argument.value, made);
        if (node.pipe) value(*node.pipe, made);
        --calls_;
    }

    void add(const Culprit& found) {
        if (calls_ > 0 && !found.null && !of_condition_) return;
        for (const Culprit& known : found_) {
            if (known.slot == found.slot && known.captured == found.captured &&
                known.path == found.path)
                return;
        }
        found_.push_back(found);
    }

    [[nodiscard]] std::optional<Culprit> chosen() const {
        if (found_.size() == 1) return found_.front();
        if (auto null = only([](const Culprit& one) { return one.null; })) return null;
        // Where texts are put together, what is none is at fault, or else what is empty.
        if (auto other = only([](const Culprit& one) { return !one.text; })) return other;
        if (std::any_of(found_.begin(), found_.end(), [](const Culprit& one) { return !one.text; }))
            return std::nullopt;
        return only([](const Culprit& one) { return one.empty; });
    }
    template <typename Is>
    [[nodiscard]] std::optional<Culprit> only(Is is) const {
        const auto first = std::find_if(found_.begin(), found_.end(), is);
        if (first == found_.end() || std::any_of(first + 1, found_.end(), is)) return std::nullopt;
        return *first;
    }

    static constexpr int kMaxDepth = 64;
    Frame frame_;
    int depth_ = 0;
    int calls_ = 0;  ///< around what is looked at
    bool of_condition_ = false;
    std::vector<Culprit> found_{};
};

/// The argument of a call that went to a parameter, or null.
const Expr* argument_for(const program::Call& call, std::size_t parameter) {
    if (!call.binding) return nullptr;
    const auto& places = call.binding->places;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != parameter) continue;
        return i < call.arguments.size() ? call.arguments[i].value.get() : call.pipe.get();
    }
    return nullptr;
}

/// The slot of this frame that a function written among the arguments of a call captured.
std::optional<Culprit> captured_by(const program::Call& call, const void* function,
                                   const Culprit& inner, Frame frame) {
    for (const auto& argument : call.arguments) {
        const auto* literal = std::get_if<program::FunctionLiteral>(&argument.value->node);
        if (literal == nullptr || literal->code.get() != function) continue;
        const program::Capture& capture = literal->code->captures[inner.slot];
        Expr reference;
        if (capture.from_local) {
            reference.node = program::LocalRef{capture.index};
        } else {
            reference.node = program::CaptureRef{capture.index};
        }
        return Search::of_value(frame, reference);
    }
    return std::nullopt;
}

/// Puts what happened to a part of an argument behind what is known about the argument.
Culprit joined(Culprit outer, const Culprit& inner) {
    if (outer.direct) outer.path += inner.path;
    outer.direct = outer.direct && inner.direct;
    outer.returned = outer.returned || inner.returned;
    return outer;
}

/// Messages about an argument have one form: "function: argument name must be …", where the
/// function may be left out.
std::optional<std::pair<std::string_view, std::string_view>> argument_in(std::string_view message,
                                                                         std::string_view name) {
    constexpr std::string_view kWord = "argument ";
    if (message.starts_with(name) && message.substr(name.size()).starts_with(": "))
        message.remove_prefix(name.size() + 2);
    if (!message.starts_with(kWord)) return std::nullopt;
    message.remove_prefix(kWord.size());
    const std::size_t end = std::min(message.find_first_of(" :"), message.size());
    return std::pair(message.substr(0, end), message.substr(end));
}

}  // namespace

const Fault* TracedError::fault(std::size_t i) const {
    return i < faults_.size() ? &faults_[i] : nullptr;
}

void TracedError::leave_expression(const Expr& expr, const FunctionCode& code,
                                   std::span<const Value> slots) {
    const Frame frame{code, slots};
    if (settled_ && frame_ == &code) {
        // Nothing was read by what failed, such as `die(msg: "…")`: what led to it did.
        if (!culprit_ && diagnostic().code == base::Code::died &&
            std::holds_alternative<program::Conditional>(expr.node)) {
            culprit_ = Search::of_condition(frame, expr);
            if (culprit_) culprit_->direct = false;
        }
        return;
    }
    std::optional<Culprit> found;
    if (const auto* call = std::get_if<program::Call>(&expr.node); call == nullptr) {
        found = Search::of_failure(frame, expr);
    } else if (!called_) {
        found = Search::of_value(frame, *call->callee);
    } else if (culprit_ && culprit_->captured) {
        found = captured_by(*call, frame_, *culprit_, frame);
        if (found) found = joined(*found, *culprit_);
    } else if (culprit_) {
        if (const Expr* argument = argument_for(*call, culprit_->slot)) {
            Culprit inner = *culprit_;
            found = Search::of_value(frame, *argument);
            if (found) found = joined(*found, inner);
        }
    }
    culprit_ = std::move(found);
    frame_ = &code;
    settled_ = true;
}

void TracedError::leave_call(const Callable& callee, std::string_view name, bool on_stack) {
    called_ = true;
    const bool closure = settled_ && frame_ == callee.identity();
    if (!closure && frame_ == nullptr) {  // a native, or a call that could not be made
        if (const auto argument = argument_in(diagnostic().message, name)) {
            const std::size_t place = callee.find_parameter(argument->first);
            if (place != value::Function::npos) {
                culprit_ = Culprit{};
                culprit_->slot = static_cast<std::uint32_t>(place);
                text_ = argument->second;
            }
        } else if (callee.parameters().size() == 1 && diagnostic().code == base::Code::runtime) {
            culprit_ = Culprit{};
            culprit_->direct = false;
        }
    } else if (!closure && culprit_ && !culprit_->captured) {
        culprit_.reset();  // a parameter of a function that a native called
    }
    if (closure || frame_ == nullptr) settled_ = false;
    if (!on_stack) return;
    faults_.resize(stack().size());
    if (!culprit_) return;
    Fault fault = made();
    if (!culprit_->captured && culprit_->slot < callee.parameters().size()) {
        fault.parameter = callee.parameters()[culprit_->slot].name;
        if (fault.parameter.empty()) fault.parameter = "<-";
    }
    faults_.back() = std::move(fault);
}

Fault TracedError::made() const {
    Fault fault;
    if (!culprit_) return fault;
    if (culprit_->captured) fault.place = culprit_->place;
    fault.path = culprit_->path;
    if (culprit_->direct) fault.text = text_;
    fault.null = culprit_->null;
    fault.returned = culprit_->returned;
    return fault;
}

Fault TracedError::unclaimed() const {
    return settled_ ? made() : Fault{};
}

}  // namespace fluxi::eval
