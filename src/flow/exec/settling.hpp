// Where tables are merged and put in order of their keys: decided for the running graph and shown
// by `fluxi plan`. Facts about orders of tables, no state.
#pragma once

#include <span>

#include "flow/plan/node.hpp"

namespace fluxi::flow::exec {

[[nodiscard]] inline bool is_loose(Order order) {
    return order == Order::loose || order == Order::loose_by_key;
}

/// Whether an operator takes tables that come in such an order as they are.
[[nodiscard]] inline bool takes(Accepts accepts, Order order) {
    switch (accepts) {
        case Accepts::any:
            return true;
        case Accepts::loose:
            return order != Order::loose_by_key;
        case Accepts::settled:
            break;
    }
    return !is_loose(order);
}

/// The order in which an operation's tables leave, given those of its inputs.
[[nodiscard]] inline Order order_after(const Operation& operation, std::span<const Order> inputs) {
    if (operation.order() != Order::arrival) return operation.order();
    Order arrival = Order::arrival;
    for (const Order input : inputs) {
        arrival = takes(operation.accepts(), input) ? input : Order::by_key;
    }
    return arrival;
}

}  // namespace fluxi::flow::exec
