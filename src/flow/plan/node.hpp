// A stream as Flux has it: not data but a plan. Each call of a stream function makes one immutable
// node that knows its inputs; the same node reached twice is one shared sub-stream. Nothing runs
// before a result is written or a value is pulled out (flow/exec). What a node does is its
// Operation; rules look at operations by their C++ type.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "value/value.hpp"

namespace fluxi::flow {

namespace exec {
class Operator;
class Context;
}  // namespace exec

/// Times [start, stop) that a stream is limited to, set by `range`, asked by `window` (semantics
/// D.3).
struct Bounds {
    std::int64_t start = 0;
    std::int64_t stop = 0;
    friend bool operator==(const Bounds&, const Bounds&) = default;
};
using MaybeBounds = std::optional<Bounds>;

/// What an operator promises about the tables that leave it (semantics D.2).
enum class Order : std::uint8_t {
    arrival,  ///< as the input has them
    by_key,   ///< sorted by group key, each key once
    /// A key may come several times: its rows, in order of arrival, are one table. Tables are to be
    /// sorted by key as soon as something observes their order.
    loose,
    /// As loose, but regrouping observes the order too.
    loose_by_key,
};

/// Which of them an operator takes as they are; what it does not take is merged and sorted for it.
enum class Accepts : std::uint8_t { settled, loose, any };

class Operation {
  public:
    virtual ~Operation() = default;
    /// The function's name: "filter".
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Its arguments in short, for `fluxi plan`; may be empty.
    [[nodiscard]] virtual std::string describe() const { return {}; }
    [[nodiscard]] virtual Order order() const { return Order::arrival; }
    [[nodiscard]] virtual Accepts accepts() const { return Accepts::settled; }
    /// Bounds of the output given those of the inputs. Without a better rule: what covers all
    /// inputs.
    [[nodiscard]] virtual MaybeBounds bounds(const std::vector<MaybeBounds>& inputs) const;
    /// Whether it must run once, in order, whatever becomes of its output (it sends or writes).
    [[nodiscard]] virtual bool has_effects() const { return false; }
    /// The running form. Called once per execution.
    [[nodiscard]] virtual std::unique_ptr<exec::Operator> make(exec::Context& context) const = 0;
};

class Node final : public value::Object {
  public:
    static constexpr value::Nature kNature = value::Nature::stream;
    using Ref = value::Ref<const Node>;

    /// Throws RuntimeError (Code::limit) where more operations stand one behind the other than a
    /// plan can be walked through.
    Node(std::shared_ptr<const Operation> operation, std::vector<Ref> inputs, base::CallFrame call);

    [[nodiscard]] const Operation& operation() const noexcept { return *operation_; }
    [[nodiscard]] const std::shared_ptr<const Operation>& shared_operation() const noexcept {
        return operation_;
    }
    [[nodiscard]] const std::vector<Ref>& inputs() const noexcept { return inputs_; }
    /// The call in the user's script that the node stands for: where its errors point.
    [[nodiscard]] const base::CallFrame& call() const noexcept { return call_; }
    [[nodiscard]] const MaybeBounds& bounds() const noexcept { return bounds_; }
    [[nodiscard]] value::Value value() const { return value::Value::object(kNature, this); }
    /// The node behind a stream value.
    static Ref of(const value::Value& stream) {
        return Ref(static_cast<const Node*>(stream.object()));
    }

  private:
    std::shared_ptr<const Operation> operation_;
    std::vector<Ref> inputs_;
    base::CallFrame call_;
    MaybeBounds bounds_;
    std::uint32_t depth_;  ///< operations one behind the other, this one included
};

/// A stream value for a new node.
value::Value make_stream(std::shared_ptr<const Operation> operation, std::vector<Node::Ref> inputs,
                         base::CallFrame call);

}  // namespace fluxi::flow
