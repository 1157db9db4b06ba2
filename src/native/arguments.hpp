// The arguments of one call of a native, read by position. Every accessor checks the nature and
// throws an error that names the function, the parameter, what was expected and what was found.
// Holds references: lives as long as the call.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "native/convert.hpp"
#include "value/function.hpp"

namespace fluxi::native {

class Arguments {
  public:
    Arguments(std::string_view function, const std::vector<value::Parameter>& parameters,
              std::span<value::Value> values)
        : function_(function), parameters_(parameters), values_(values) {}

    [[nodiscard]] std::string_view function() const noexcept { return function_; }
    /// Whether the optional argument was given.
    [[nodiscard]] bool has(std::size_t i) const noexcept { return !values_[i].is_absent(); }
    /// The argument as it is: any nature, maybe null, maybe absent.
    [[nodiscard]] const value::Value& at(std::size_t i) const noexcept { return values_[i]; }
    /// The argument as a C++ type (see native/convert.hpp).
    template <typename T>
    [[nodiscard]] decltype(auto) get(std::size_t i) const {
        check<T>(i);
        return From<T>::get(values_[i]);
    }
    template <typename T>
    [[nodiscard]] T get_or(std::size_t i, T fallback) const {
        if (!has(i)) return fallback;
        return get<T>(i);
    }
    /// An array of strings; `fallback` when the argument was not given.
    [[nodiscard]] std::vector<std::string> strings(std::size_t i) const;
    [[nodiscard]] std::vector<std::string> strings_or(std::size_t i,
                                                      std::vector<std::string> fallback) const;
    [[noreturn]] void fail(std::size_t i, std::string_view expected) const;

  private:
    template <typename T>
    void check(std::size_t i) const {
        if (!From<T>::fits(values_[i])) fail(i, From<T>::kName);
    }

    std::string_view function_;
    const std::vector<value::Parameter>& parameters_;
    std::span<value::Value> values_;
};

}  // namespace fluxi::native
