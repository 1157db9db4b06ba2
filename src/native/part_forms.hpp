// Column-wise forms of one part of what a native gives: an element of its array, a field of its
// record. Each part is a typed C++ function of its own, which throws where the native has no such
// part; a null argument fails, as it has no parts either.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "native/kernel_adapter.hpp"
#include "vec/part_kernels.hpp"

namespace fluxi::native {

/// `whole` gives the array itself; `make(index)` gives the function from the native's arguments to
/// the element at `index`, which is quicker where the rest of the array is not asked for.
template <typename Whole, typename Make>
class ElementForms final : public vec::KernelFactory, public vec::PartKernels {
  public:
    ElementForms(Whole whole, Make make) : whole_(std::move(whole)), make_(std::move(make)) {}
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        return whole_.bind(arguments);
    }
    [[nodiscard]] vec::KernelRef bind_element(std::span<const vec::KernelArgument> arguments,
                                              std::int64_t index) const override {
        if (index < 0) return nullptr;
        auto f = make_(index);
        return adapter::FunctionKernels<decltype(f), false>(std::move(f)).bind(arguments);
    }

  private:
    adapter::FunctionKernels<Whole, false> whole_;
    Make make_;
};

template <typename Whole, typename Make>
std::shared_ptr<const vec::KernelFactory> element_forms(Whole whole, Make make) {
    return std::make_shared<ElementForms<Whole, Make>>(std::move(whole), std::move(make));
}

class FieldForms final : public vec::KernelFactory, public vec::PartKernels {
  public:
    /// A field, as a function from the native's arguments.
    template <typename F>
    FieldForms& field(std::string label, F f) {
        fields_.emplace_back(std::move(label),
                             std::make_shared<adapter::FunctionKernels<F, false>>(std::move(f)));
        return *this;
    }
    [[nodiscard]] vec::KernelRef bind(std::span<const vec::KernelArgument>) const override {
        return nullptr;
    }
    [[nodiscard]] vec::KernelRef bind_field(std::span<const vec::KernelArgument> arguments,
                                            std::string_view label) const override {
        for (const auto& [name, form] : fields_)
            if (name == label) return form->bind(arguments);
        return nullptr;
    }

  private:
    std::vector<std::pair<std::string, std::shared_ptr<const vec::KernelFactory>>> fields_{};
};

}  // namespace fluxi::native
