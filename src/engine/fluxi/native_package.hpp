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
// Engine that several threads use calls the functions from all of them. A function without effects
// that is given columns, as in `map` and `filter`, is called down the columns: no value is boxed.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
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

/// The arguments of many calls, one for each row.
struct Calls {
    /// One parameter's. `values` points to std::uint8_t (for bool), std::int64_t, std::uint64_t,
    /// double, std::string_view, Time or Duration, as the parameter's type says.
    struct Argument {
        const void* values = nullptr;
        const std::uint8_t* valid = nullptr;  ///< 0 where a row has no value; null: all have one
        bool constant = false;                ///< one value for all rows

        [[nodiscard]] bool has(std::size_t row) const noexcept {
            return valid == nullptr || valid[constant ? 0 : row] != 0;
        }
        template <typename T>
        [[nodiscard]] const T& at(std::size_t row) const noexcept {
            return static_cast<const T*>(values)[constant ? 0 : row];
        }
    };
    std::size_t rows = 0;
    std::span<const Argument> arguments{};
    const std::uint8_t* wanted = nullptr;  ///< 0 for rows that nobody asks about; null: all count

    [[nodiscard]] bool wants(std::size_t row) const noexcept {
        return wanted == nullptr || wanted[row] != 0;
    }
};

/// Takes the results of Calls, one for each row in their order, each of the function's result type.
class Results {
  public:
    Results() = default;
    Results(const Results&) = delete;
    Results& operator=(const Results&) = delete;
    virtual ~Results() = default;
    virtual void add_null() = 0;
    virtual void add(bool v) = 0;
    virtual void add(std::int64_t v) = 0;
    virtual void add(std::uint64_t v) = 0;
    virtual void add(double v) = 0;
    virtual void add(std::string_view v) = 0;  ///< copies the text
    virtual void add(Time v) = 0;
    virtual void add(Duration v) = 0;
};

class NativePackage {
  public:
    using Call = std::function<std::variant<Value, Error>(std::span<const Value> arguments)>;
    /// Makes many calls. It is given the `call` of its function, in which a function object lives.
    using CallRows = std::function<std::optional<Error>(Call& call, const Calls&, Results&)>;
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
        CallRows rows{};  ///< may be empty: then `call` is called for each row
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

/// An argument of one of many calls.
template <typename P>
P argument(const Calls::Argument& given, std::size_t row) {
    using T = typename Optional<P>::type;
    if constexpr (Optional<P>::value) {
        if (!given.has(row)) return std::nullopt;
    }
    if constexpr (std::same_as<T, bool>) {
        return P(given.at<std::uint8_t>(row) != 0);
    } else if constexpr (std::same_as<T, std::string>) {
        return P(std::string(given.at<std::string_view>(row)));
    } else {
        return P(given.at<T>(row));
    }
}

/// Hands on one of many results; an error is returned.
template <typename R>
std::optional<Error> add_result(Results& results, R&& made) {
    using T = std::remove_cvref_t<R>;
    if constexpr (OrError<T>::value) {
        if (auto* error = std::get_if<Error>(&made)) return std::move(*error);
        return add_result(results, std::get<0>(std::forward<R>(made)));
    } else if constexpr (Optional<T>::value) {
        if (made) return add_result(results, *std::forward<R>(made));
        results.add_null();
    } else if constexpr (std::same_as<T, std::string>) {
        results.add(std::string_view(made));
    } else {
        results.add(made);
    }
    return std::nullopt;
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

/// A C++ function as a `Call`.
template <typename F>
class Typed {
    using Parameters = typename Signature<F>::Parameters;
    static constexpr std::size_t kCount = std::tuple_size_v<Parameters>;
    template <std::size_t I>
    using Parameter = std::tuple_element_t<I, Parameters>;

  public:
    explicit Typed(F f) : f_(std::move(f)) {}

    std::variant<Value, Error> operator()(std::span<const Value> arguments) {
        return call(arguments, std::make_index_sequence<kCount>());
    }
    std::optional<Error> rows(const Calls& calls, Results& results) {
        return rows(calls, results, std::make_index_sequence<kCount>());
    }

  private:
    template <std::size_t... Is>
    std::variant<Value, Error> call([[maybe_unused]] std::span<const Value> arguments,
                                    std::index_sequence<Is...>) {
        return result(f_(argument<Parameter<Is>>(arguments[Is])...));
    }
    template <std::size_t... Is>
    std::optional<Error> rows(const Calls& calls, Results& results, std::index_sequence<Is...>) {
        for (std::size_t row = 0; row < calls.rows; ++row) {
            const bool called =
                calls.wants(row) &&
                ((Optional<Parameter<Is>>::value || calls.arguments[Is].has(row)) && ...);
            if (!called) {
                results.add_null();
                continue;
            }
            auto error =
                add_result(results, f_(argument<Parameter<Is>>(calls.arguments[Is], row)...));
            if (error) return error;
        }
        return std::nullopt;
    }

    F f_;
};

template <typename F, std::size_t... Is>
NativePackage::Function make_function(std::string name, const char* const* names, F f,
                                      Effects effects, std::index_sequence<Is...>) {
    using Parameters = typename Signature<F>::Parameters;
    using Bare = typename Optional<typename OrError<typename Signature<F>::Result>::type>::type;
    NativePackage::Function made{std::move(name),        {},      std::string(flux_type<Bare>()),
                                 Typed<F>(std::move(f)), effects, {}};
    (made.parameters.push_back(
         {names[Is],
          std::string(flux_type<typename Optional<std::tuple_element_t<Is, Parameters>>::type>()),
          Optional<std::tuple_element_t<Is, Parameters>>::value}),
     ...);
    made.rows = [](NativePackage::Call& call, const Calls& calls, Results& results) {
        return call.template target<Typed<F>>()->rows(calls, results);
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
