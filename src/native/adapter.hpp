// From a C++ function with typed parameters to a native: kinds are read off its signature,
// arguments are checked and converted, the result is boxed. A std::optional parameter is an
// optional one; a std::optional result may be null.
#pragma once

#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include "native/kernel_adapter.hpp"
#include "native/registry.hpp"
#include "native/signature.hpp"

namespace fluxi::native {

namespace adapter {

/// One argument as the C++ parameter type `P`.
template <typename P>
decltype(auto) argument(const Arguments& arguments, std::size_t i) {
    using T = std::remove_cvref_t<P>;
    if constexpr (IsOptional<T>::value) {
        using Inner = typename T::value_type;
        return arguments.has(i) ? T(arguments.get<Inner>(i)) : T();
    } else {
        return arguments.get<T>(i);
    }
}

/// The nature of the null that a result of type R can be.
template <typename R>
value::Value null_of() {
    if constexpr (IsOptional<R>::value) {
        return null_of<typename R::value_type>();
    } else if constexpr (std::is_same_v<R, std::string>) {
        return value::Value::null(value::Nature::string);
    } else if constexpr (std::is_same_v<R, NewBytes>) {
        return value::Value::null(value::Nature::bytes);
    } else if constexpr (requires { From<R>::kNature; }) {
        return value::Value::null(From<R>::kNature);
    } else {
        return value::Value::null();
    }
}

template <typename R>
value::Value boxed(R&& result) {
    using T = std::remove_cvref_t<R>;
    if constexpr (IsOptional<T>::value) {
        return result ? to_value(*std::forward<R>(result)) : null_of<T>();
    } else {
        return to_value(std::forward<R>(result));
    }
}

template <typename F, std::size_t... Is>
value::Value apply(const F& f, const Arguments& arguments, std::index_sequence<Is...>) {
    using Parameters = typename Signature<F>::Parameters;
    return boxed(f(argument<std::tuple_element_t<Is, Parameters>>(arguments, Is)...));
}

template <typename F, bool kPropagate>
Definition definition(F f) {
    using Parameters = typename Signature<F>::Parameters;
    using Result = std::remove_cvref_t<typename Signature<F>::Result>;
    constexpr std::size_t kCount = std::tuple_size_v<Parameters>;
    Definition definition;
    definition.kernels = std::make_shared<FunctionKernels<F, kPropagate>>(f);
    definition.call = [f](eval::Evaluator&, const Arguments& arguments) -> value::Value {
        if constexpr (kPropagate) {
            for (std::size_t i = 0; i < kCount; ++i) {
                if (arguments.has(i) && arguments.at(i).is_null()) return null_of<Result>();
            }
        }
        return apply(f, arguments, std::make_index_sequence<kCount>());
    };
    return definition;
}

}  // namespace adapter

template <typename F>
void PackageNatives::function(std::string_view name,
                              std::initializer_list<std::string_view> parameters, F f) {
    add(name, parameters, adapter::definition<F, false>(std::move(f)));
}

template <typename F>
void PackageNatives::nullable(std::string_view name,
                              std::initializer_list<std::string_view> parameters, F f) {
    add(name, parameters, adapter::definition<F, true>(std::move(f)));
}

}  // namespace fluxi::native
