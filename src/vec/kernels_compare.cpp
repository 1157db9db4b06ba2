#include <utility>

#include "vec/apply.hpp"
#include "vec/kernels.hpp"
#include "vec/row_kernel.hpp"

namespace fluxi::vec {

using syntax::BinaryOp;
using table::Column;
using table::ColumnType;

namespace {

/// int against uint without conversion errors, everything with a float as double.
template <typename A, typename B>
bool less(A a, B b) {
    if constexpr (std::is_integral_v<A> && std::is_integral_v<B>) {
        return std::cmp_less(a, b);
    } else {
        return static_cast<double>(a) < static_cast<double>(b);
    }
}
template <typename A, typename B>
bool same(A a, B b) {
    if constexpr (std::is_integral_v<A> && std::is_integral_v<B>) {
        return std::cmp_equal(a, b);
    } else {
        return static_cast<double>(a) == static_cast<double>(b);
    }
}

struct Numbers {
    template <BinaryOp kOp, typename A, typename B>
    static bool test(A a, B b) {
        if constexpr (kOp == BinaryOp::equal) return same(a, b);
        if constexpr (kOp == BinaryOp::not_equal) return !same(a, b);
        if constexpr (kOp == BinaryOp::less) return less(a, b);
        if constexpr (kOp == BinaryOp::less_equal) return less(a, b) || same(a, b);
        if constexpr (kOp == BinaryOp::greater) return less(b, a);
        if constexpr (kOp == BinaryOp::greater_equal) return less(b, a) || same(a, b);
    }
};

struct Texts {
    template <BinaryOp kOp>
    static bool test(const table::StringView& a, const table::StringView& b) {
        if constexpr (kOp == BinaryOp::equal) return a == b;
        if constexpr (kOp == BinaryOp::not_equal) return !(a == b);
        if constexpr (kOp == BinaryOp::less) return a < b;
        if constexpr (kOp == BinaryOp::less_equal) return a <= b;
        if constexpr (kOp == BinaryOp::greater) return a > b;
        if constexpr (kOp == BinaryOp::greater_equal) return a >= b;
    }
};

template <BinaryOp kOp, typename A, typename B>
class CompareNumbers final : public Kernel, public RowKernel {
  public:
    CompareNumbers() : Kernel(ColumnType::boolean, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        return apply<std::uint8_t, A, B>(ColumnType::boolean, a[0], a[1], rows, [](A x, B y) {
            return static_cast<std::uint8_t>(Numbers::test<kOp>(x, y));
        });
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        const bool valid = arguments[0]->valid() && arguments[1]->valid();
        const bool holds = Numbers::test<kOp>(arguments[0]->get<A>(), arguments[1]->get<B>());
        out.set(static_cast<std::uint8_t>(holds), valid);
    }
};

template <BinaryOp kOp>
class CompareTexts final : public Kernel, public RowKernel {
    using T = table::StringView;

  public:
    CompareTexts() : Kernel(ColumnType::boolean, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        return apply<std::uint8_t, T, T>(
            ColumnType::boolean, a[0], a[1], rows, [](const T& x, const T& y) {
                return static_cast<std::uint8_t>(Texts::test<kOp>(x, y));
            });
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        const bool valid = arguments[0]->valid() && arguments[1]->valid();
        const bool holds = Texts::test<kOp>(arguments[0]->get<T>(), arguments[1]->get<T>());
        out.set(static_cast<std::uint8_t>(holds), valid);
    }
};

template <BinaryOp kOp, typename A>
KernelRef with_right(ColumnType right) {
    switch (right) {
        case ColumnType::integer:
            return std::make_shared<CompareNumbers<kOp, A, std::int64_t>>();
        case ColumnType::uinteger:
            return std::make_shared<CompareNumbers<kOp, A, std::uint64_t>>();
        case ColumnType::floating:
            return std::make_shared<CompareNumbers<kOp, A, double>>();
        case ColumnType::boolean:
        case ColumnType::string:
        case ColumnType::time:
            return nullptr;
    }
    return nullptr;
}

template <BinaryOp kOp>
KernelRef comparison(ColumnType left, ColumnType right) {
    switch (left) {
        case ColumnType::integer:
            return with_right<kOp, std::int64_t>(right);
        case ColumnType::uinteger:
            return with_right<kOp, std::uint64_t>(right);
        case ColumnType::floating:
            return with_right<kOp, double>(right);
        case ColumnType::time:
            if (right != ColumnType::time) return nullptr;
            return std::make_shared<CompareNumbers<kOp, std::int64_t, std::int64_t>>();
        case ColumnType::string:
            if (right != ColumnType::string) return nullptr;
            return std::make_shared<CompareTexts<kOp>>();
        case ColumnType::boolean:
            if (right != ColumnType::boolean) return nullptr;
            if constexpr (kOp == BinaryOp::equal || kOp == BinaryOp::not_equal) {
                return std::make_shared<CompareNumbers<kOp, std::uint8_t, std::uint8_t>>();
            } else {
                return nullptr;
            }
    }
    return nullptr;
}

}  // namespace

KernelRef comparison_kernel(BinaryOp op, ColumnType left, ColumnType right) {
    switch (op) {
        case BinaryOp::equal:
            return comparison<BinaryOp::equal>(left, right);
        case BinaryOp::not_equal:
            return comparison<BinaryOp::not_equal>(left, right);
        case BinaryOp::less:
            return comparison<BinaryOp::less>(left, right);
        case BinaryOp::less_equal:
            return comparison<BinaryOp::less_equal>(left, right);
        case BinaryOp::greater:
            return comparison<BinaryOp::greater>(left, right);
        case BinaryOp::greater_equal:
            return comparison<BinaryOp::greater_equal>(left, right);
        default:
            return nullptr;
    }
}

}  // namespace fluxi::vec
