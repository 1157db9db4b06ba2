#include <cmath>
#include <type_traits>

#include "base/error.hpp"
#include "table/builder.hpp"
#include "vec/apply.hpp"
#include "vec/kernels.hpp"
#include "vec/row_kernel.hpp"

namespace fluxi::vec {

using syntax::BinaryOp;
using table::Column;
using table::ColumnType;

namespace {

// Integer overflow wraps, which in C++ only unsigned arithmetic does.
struct Add {
    template <typename T>
    T operator()(T a, T b) const {
        if constexpr (std::is_integral_v<T>) {
            using U = std::make_unsigned_t<T>;
            return static_cast<T>(static_cast<U>(a) + static_cast<U>(b));
        } else {
            return a + b;
        }
    }
};
struct Subtract {
    template <typename T>
    T operator()(T a, T b) const {
        if constexpr (std::is_integral_v<T>) {
            using U = std::make_unsigned_t<T>;
            return static_cast<T>(static_cast<U>(a) - static_cast<U>(b));
        } else {
            return a - b;
        }
    }
};
struct Multiply {
    template <typename T>
    T operator()(T a, T b) const {
        if constexpr (std::is_integral_v<T>) {
            using U = std::make_unsigned_t<T>;
            return static_cast<T>(static_cast<U>(a) * static_cast<U>(b));
        } else {
            return a * b;
        }
    }
};

/// out = f(left, right), null when either is.
template <typename Out, typename T, typename F>
void on_row(const Slot* const* arguments, Slot& out, F f) {
    const bool valid = arguments[0]->valid() && arguments[1]->valid();
    out.set<Out>(f(arguments[0]->get<T>(), arguments[1]->get<T>()), valid);
}

template <ColumnType kType, typename F>
class Arithmetic final : public Kernel, public RowKernel {
    using T = table::stored_t<kType>;

  public:
    Arithmetic() : Kernel(kType, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        return apply<T, T, T>(kType, a[0], a[1], rows, F{});
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        on_row<T, T>(arguments, out, F{});
    }
};

template <ColumnType kType>
class Power final : public Kernel, public RowKernel {
    using T = table::stored_t<kType>;

  public:
    Power() : Kernel(ColumnType::floating, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        return apply<double, T, T>(ColumnType::floating, a[0], a[1], rows, power);
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        on_row<double, T>(arguments, out, power);
    }

  private:
    static double power(T x, T y) {
        return std::pow(static_cast<double>(x), static_cast<double>(y));
    }
};

template <bool kModulo>
class FloatDivision final : public Kernel, public RowKernel {
  public:
    FloatDivision() : Kernel(ColumnType::floating, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        return apply<double, double, double>(ColumnType::floating, a[0], a[1], rows, divide);
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        on_row<double, double>(arguments, out, divide);
    }

  private:
    static double divide(double x, double y) { return kModulo ? std::fmod(x, y) : x / y; }
};

/// int and uint division and remainder: a zero divisor fails, but only in rows that count.
template <ColumnType kType, bool kModulo>
class IntegerDivision final : public Kernel, public RowKernel {
    using T = table::stored_t<kType>;

  public:
    IntegerDivision() : Kernel(kType, true) {}
    Column run(std::span<const Column> a, std::uint32_t rows,
               const std::uint8_t* mask) const override {
        const Reader<T> left(a[0]);
        const Reader<T> right(a[1]);
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (right[i] == 0 && right.valid(i) && left.valid(i) &&
                (mask == nullptr || mask[i] != 0)) {
                fail();
            }
        }
        return apply<T, T, T>(kType, a[0], a[1], rows, divide);
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        if (arguments[0]->valid() && arguments[1]->valid() && arguments[1]->get<T>() == 0) fail();
        on_row<T, T>(arguments, out, divide);
    }

  private:
    static T divide(T x, T y) {
        if (y == 0) return 0;
        if constexpr (std::is_signed_v<T>) {
            if (y == -1) return kModulo ? T{0} : Subtract{}(T{0}, x);
        }
        return kModulo ? static_cast<T>(x % y) : static_cast<T>(x / y);
    }
    [[noreturn]] static void fail() {
        base::fail("{}", kModulo ? "cannot mod zero" : "cannot divide by zero");
    }
};

class Concatenation final : public Kernel {
  public:
    Concatenation() : Kernel(ColumnType::string, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        const Reader<table::StringView> left(a[0]);
        const Reader<table::StringView> right(a[1]);
        table::Builder builder(ColumnType::string);
        builder.reserve(rows);
        std::string text;
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (!left.valid(i) || !right.valid(i)) {
                builder.append_null();
                continue;
            }
            text = left[i].view();
            text += right[i].view();
            builder.append_text(text);
        }
        return builder.finish();
    }
};

class Negation final : public Kernel, public RowKernel {
  public:
    explicit Negation(ColumnType type) : Kernel(type, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        if (type() == ColumnType::floating) {
            return apply<double, double>(type(), a[0], rows, [](double x) { return -x; });
        }
        return apply<std::int64_t, std::int64_t>(
            type(), a[0], rows, [](std::int64_t x) { return Subtract{}(std::int64_t{0}, x); });
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        const Slot& a = *arguments[0];
        if (type() == ColumnType::floating) {
            out.set<double>(-a.get<double>(), a.valid());
        } else {
            out.set<std::int64_t>(Subtract{}(std::int64_t{0}, a.get<std::int64_t>()), a.valid());
        }
    }
};

template <ColumnType kType>
KernelRef number_kernel(BinaryOp op) {
    switch (op) {
        case BinaryOp::add:
            return std::make_shared<Arithmetic<kType, Add>>();
        case BinaryOp::subtract:
            return std::make_shared<Arithmetic<kType, Subtract>>();
        case BinaryOp::multiply:
            return std::make_shared<Arithmetic<kType, Multiply>>();
        case BinaryOp::power:
            return std::make_shared<Power<kType>>();
        case BinaryOp::divide:
            if constexpr (kType == ColumnType::floating)
                return std::make_shared<FloatDivision<false>>();
            else
                return std::make_shared<IntegerDivision<kType, false>>();
        case BinaryOp::modulo:
            if constexpr (kType == ColumnType::floating)
                return std::make_shared<FloatDivision<true>>();
            else
                return std::make_shared<IntegerDivision<kType, true>>();
        default:
            return nullptr;
    }
}

}  // namespace

KernelRef arithmetic_kernel(BinaryOp op, ColumnType left, ColumnType right) {
    if (left != right) return nullptr;
    switch (left) {
        case ColumnType::integer:
            return number_kernel<ColumnType::integer>(op);
        case ColumnType::uinteger:
            return number_kernel<ColumnType::uinteger>(op);
        case ColumnType::floating:
            return number_kernel<ColumnType::floating>(op);
        case ColumnType::string:
            if (op == BinaryOp::add) return std::make_shared<Concatenation>();
            return nullptr;
        case ColumnType::boolean:
        case ColumnType::time:
            return nullptr;
    }
    return nullptr;
}

KernelRef negation_kernel(ColumnType operand) {
    if (operand != ColumnType::integer && operand != ColumnType::floating) return nullptr;
    return std::make_shared<Negation>(operand);
}

}  // namespace fluxi::vec
