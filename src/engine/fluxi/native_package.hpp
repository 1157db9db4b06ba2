// A Flux package made of C++ functions:
//
//   fluxi::NativePackage units("acme/units");
//   units.function("miles", {"km"}, [](double km) { return km * 0.621371; });
//   options.packages.push_back(units);       // import "acme/units"   units.miles(km: 42.195)
//
// Parameters and results are bool, std::int64_t, std::uint64_t, double, std::string (as a parameter
// also std::string_view), Time, Duration: the Flux type is read off the C++ function. A parameter
// that is std::optional may be left out or null; where any other is null, the result is null and
// the function is not called. A result that is std::optional may be null, one that is
// std::variant<T, Error> may be an error; an exception from the function is an error, too. An
// Engine that several threads use calls the functions from all of them.
#pragma once

#include <concepts>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "value.hpp"

namespace fluxi {

/// What a function does besides returning a value.
enum class Effects {
    none,  ///< same arguments, same result: it may be called less often, or in another order
    some,  ///< it is called once for each row, in their order
};

class NativePackage {
  public:
    using Call = std::function<std::variant<Value, Error>(std::span<const Value> arguments)>;
    struct Parameter {
        std::string name;
        std::string type;       ///< as Flux writes it
        bool optional = false;  ///< may be left out, and is given as Null then
    };
    struct Function {
        std::string name;
        std::vector<Parameter> parameters;
        std::string result;  ///< type, as Flux writes it
        Call call;
        Effects effects = Effects::none;
    };

    /// `path` is what scripts import; its last part is the name of the package.
    explicit NativePackage(std::string path) : path_(std::move(path)) {}

    /// Adds a C++ function with these names for its parameters.
    template <typename F, std::size_t N>
    NativePackage& function(std::string name, const char* const (&parameters)[N], F f,
                            Effects effects = Effects::none);
    /// Adds a C++ function without parameters.
    template <typename F>
    NativePackage& function(std::string name, F f, Effects effects = Effects::none);
    /// Adds a function whose types are only known at run time.
    NativePackage& add(Function function) {
        functions_.push_back(std::move(function));
        return *this;
    }
    /// Adds statements in Flux, which can use the functions; imports go first.
    NativePackage& source(std::string flux) {
        source_ = std::move(flux);
        return *this;
    }

    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] const std::vector<Function>& functions() const noexcept { return functions_; }
    [[nodiscard]] const std::string& source() const noexcept { return source_; }

  private:
    std::string path_;
    std::vector<Function> functions_{};
    std::string source_{};
};

namespace detail {

template <typename T>
struct Optional : std::false_type {
    using type = T;
};
template <typename T>
struct Optional<std::optional<T>> : std::true_type {
    using type = T;
};
template <typename T>
struct OrError : std::false_type {
    using type = T;
};
template <typename T>
struct OrError<std::variant<T, Error>> : std::true_type {
    using type = T;
};

template <typename T>
constexpr std::string_view flux_type() {
    if constexpr (std::same_as<T, bool>) {
        return "bool";
    } else if constexpr (std::same_as<T, std::int64_t>) {
        return "int";
    } else if constexpr (std::same_as<T, std::uint64_t>) {
        return "uint";
    } else if constexpr (std::same_as<T, double>) {
        return "float";
    } else if constexpr (std::same_as<T, std::string> || std::same_as<T, std::string_view>) {
        return "string";
    } else if constexpr (std::same_as<T, Time>) {
        return "time";
    } else {
        static_assert(std::same_as<T, Duration>, "this C++ type stands for no Flux type");
        return "duration";
    }
}

template <typename P>
P argument(const Value& value) {
    using T = typename Optional<P>::type;
    if constexpr (Optional<P>::value) {
        if (std::holds_alternative<Null>(value)) return std::nullopt;
    }
    if constexpr (std::same_as<T, std::string_view>) {
        return P(std::get<std::string>(value));
    } else {
        return P(std::get<T>(value));
    }
}

template <typename R>
std::variant<Value, Error> result(R&& made) {
    using T = std::remove_cvref_t<R>;
    if constexpr (OrError<T>::value) {
        if (auto* error = std::get_if<Error>(&made)) return std::move(*error);
        return result(std::get<0>(std::forward<R>(made)));
    } else if constexpr (Optional<T>::value) {
        if (!made) return Value(Null{});
        return result(*std::forward<R>(made));
    } else if constexpr (std::same_as<T, std::string_view>) {
        return Value(std::string(made));
    } else {
        return Value(std::forward<R>(made));
    }
}

/// The parameters and the result of a function, or of an object that is called.
template <typename F>
struct Signature : Signature<decltype(&F::operator())> {};
template <typename R, typename... Ps>
struct Signature<R (*)(Ps...)> {
    using Parameters = std::tuple<std::remove_cvref_t<Ps>...>;
    using Result = std::remove_cvref_t<R>;
};
template <typename R, typename... Ps>
struct Signature<R (*)(Ps...) noexcept> : Signature<R (*)(Ps...)> {};
template <typename C, typename R, typename... Ps>
struct Signature<R (C::*)(Ps...) const> : Signature<R (*)(Ps...)> {};
template <typename C, typename R, typename... Ps>
struct Signature<R (C::*)(Ps...)> : Signature<R (*)(Ps...)> {};
template <typename C, typename R, typename... Ps>
struct Signature<R (C::*)(Ps...) const noexcept> : Signature<R (*)(Ps...)> {};
template <typename C, typename R, typename... Ps>
struct Signature<R (C::*)(Ps...) noexcept> : Signature<R (*)(Ps...)> {};

template <typename F, std::size_t... Is>
NativePackage::Function make_function(std::string name, const char* const* names, F f,
                                      Effects effects, std::index_sequence<Is...>) {
    using Parameters = typename Signature<F>::Parameters;
    using Bare = typename Optional<typename OrError<typename Signature<F>::Result>::type>::type;
    NativePackage::Function made{std::move(name), {}, std::string(flux_type<Bare>()), {}, effects};
    (made.parameters.push_back(
         {names[Is],
          std::string(flux_type<typename Optional<std::tuple_element_t<Is, Parameters>>::type>()),
          Optional<std::tuple_element_t<Is, Parameters>>::value}),
     ...);
    made.call = [f = std::move(f)]([[maybe_unused]] std::span<const Value> arguments) mutable {
        return result(f(argument<std::tuple_element_t<Is, Parameters>>(arguments[Is])...));
    };
    return made;
}

}  // namespace detail

template <typename F, std::size_t N>
NativePackage& NativePackage::function(std::string name, const char* const (&parameters)[N], F f,
                                       Effects effects) {
    static_assert(N == std::tuple_size_v<typename detail::Signature<F>::Parameters>,
                  "every parameter of the function needs a name");
    return add(detail::make_function(std::move(name), parameters, std::move(f), effects,
                                     std::make_index_sequence<N>()));
}

template <typename F>
NativePackage& NativePackage::function(std::string name, F f, Effects effects) {
    return add(detail::make_function(std::move(name), nullptr, std::move(f), effects,
                                     std::index_sequence<>()));
}

}  // namespace fluxi
