// What the typed adapter reads off a C++ callable: its parameter types and its result.
#pragma once

#include <optional>
#include <tuple>
#include <type_traits>

#include "native/convert.hpp"

namespace fluxi::native::adapter {

template <typename F>
struct Signature : Signature<decltype(&F::operator())> {};
template <typename C, typename R, typename... As>
struct Signature<R (C::*)(As...) const> {
    using Result = R;
    using Parameters = std::tuple<As...>;
};
template <typename R, typename... As>
struct Signature<R (*)(As...)> {
    using Result = R;
    using Parameters = std::tuple<As...>;
};

template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

/// The type without reference, const and optional.
template <typename T>
struct BareType {
    using type = std::remove_cvref_t<T>;
};
template <typename T>
struct BareType<std::optional<T>> {
    using type = std::remove_cvref_t<T>;
};
template <typename T>
using Bare = typename BareType<std::remove_cvref_t<T>>::type;

}  // namespace fluxi::native::adapter
