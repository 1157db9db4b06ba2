// The column-wise form of a native that takes arguments of several types, as typed functions of
// which the first that fits is used: `string(v:)` of durations and of bytes, for instance.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "native/kernel_adapter.hpp"

namespace fluxi::native {

class Overloads final : public vec::KernelFactory {
  public:
    /// A function whose result is null where an argument is.
    template <typename F>
    Overloads& nullable(F f) {
        return factory(std::make_shared<adapter::FunctionKernels<F, true>>(std::move(f)));
    }
    /// A function that refuses nulls.
    template <typename F>
    Overloads& function(F f) {
        return factory(std::make_shared<adapter::FunctionKernels<F, false>>(std::move(f)));
    }
    Overloads& factory(std::shared_ptr<const vec::KernelFactory> factory) {
        factories_.push_back(std::move(factory));
        return *this;
    }
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        for (const auto& factory : factories_) {
            if (vec::KernelRef kernel = factory->bind(arguments)) return kernel;
        }
        return nullptr;
    }

  private:
    std::vector<std::shared_ptr<const vec::KernelFactory>> factories_{};
};

}  // namespace fluxi::native
