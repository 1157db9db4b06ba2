#include "vec/apply.hpp"
#include "vec/kernels.hpp"
#include "vec/row_kernel.hpp"

namespace fluxi::vec {

using syntax::LogicalOp;
using table::Column;
using table::ColumnType;

namespace {

using Byte = std::uint8_t;

Byte* bytes_of(table::Buffer& buffer) {
    return reinterpret_cast<Byte*>(buffer.data());
}

/// A bool column computed row by row from truth values: 0 no, 1 yes, 2 null.
template <typename F>
Column truth_column(std::uint32_t rows, F truth_at) {
    auto values = table::Buffer::allocate(rows);
    auto validity = table::Buffer::allocate(rows);
    Byte* out = bytes_of(*values);
    Byte* valid = bytes_of(*validity);
    Byte all = 1;
    for (std::uint32_t i = 0; i < rows; ++i) {
        const Byte truth = truth_at(i);
        out[i] = truth & 1U;
        valid[i] = static_cast<Byte>(truth != 2);
        all &= valid[i];
    }
    return Column::flat(ColumnType::boolean, rows, std::move(values),
                        all != 0 ? nullptr : std::move(validity));
}

Byte truth_of(const Reader<Byte>& reader, std::uint32_t row) {
    return reader.valid(row) ? reader[row] : Byte{2};
}
Byte truth_of(const Slot& slot) {
    return slot.valid() ? slot.get<Byte>() : Byte{2};
}

template <bool kAnd>
class Logical final : public Kernel, public RowKernel {
  public:
    Logical() : Kernel(ColumnType::boolean, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const Byte*) const override {
        const Reader<Byte> left(a[0]);
        const Reader<Byte> right(a[1]);
        return truth_column(
            rows, [&](std::uint32_t i) { return of(truth_of(left, i), truth_of(right, i)); });
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        const Byte truth = of(truth_of(*arguments[0]), truth_of(*arguments[1]));
        out.set(static_cast<Byte>(truth & 1U), truth != 2);
    }

  private:
    static Byte of(Byte l, Byte r) {
        constexpr Byte kDecides = kAnd ? 0 : 1;
        if (l == kDecides || r == kDecides) return kDecides;
        return l == 2 || r == 2 ? Byte{2} : Byte{1 - kDecides};
    }
};

class Not final : public Kernel, public RowKernel {
  public:
    Not() : Kernel(ColumnType::boolean, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const Byte*) const override {
        return apply<Byte, Byte>(ColumnType::boolean, a[0], rows,
                                 [](Byte v) { return static_cast<Byte>(v == 0); });
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        const bool truth = arguments[0]->get<Byte>() != 0;
        out.set(static_cast<Byte>(!truth), arguments[0]->valid());
    }
};

/// A bool column without nulls, from whether a row is valid and (for bools) true.
template <typename F>
class Flag final : public Kernel, public RowKernel {
  public:
    explicit Flag(F f) : Kernel(ColumnType::boolean, false), f_(f) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const Byte*) const override {
        auto values = table::Buffer::allocate(rows);
        Byte* out = bytes_of(*values);
        const Reader<Byte> reader(a[0]);
        for (std::uint32_t i = 0; i < rows; ++i)
            out[i] = static_cast<Byte>(f_(reader.valid(i), reader[i]));
        return Column::flat(ColumnType::boolean, rows, std::move(values), nullptr);
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        out.set(static_cast<Byte>(f_(arguments[0]->valid(), arguments[0]->get<Byte>())));
    }

  private:
    F f_;
};

template <typename F>
KernelRef flag_kernel(F f) {
    return std::make_shared<Flag<F>>(f);
}

class MaskAnd final : public Kernel, public RowKernel {
  public:
    MaskAnd() : Kernel(ColumnType::boolean, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const Byte*) const override {
        return apply<Byte, Byte, Byte>(ColumnType::boolean, a[0], a[1], rows,
                                       [](Byte x, Byte y) { return static_cast<Byte>(x & y); });
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        out.set(static_cast<Byte>(arguments[0]->get<Byte>() & arguments[1]->get<Byte>()));
    }
};

template <ColumnType kType>
class Choose final : public Kernel, public RowKernel {
    using T = table::stored_t<kType>;

  public:
    Choose() : Kernel(kType, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const Byte*) const override {
        const Reader<Byte> test(a[0]);
        const Reader<T> yes(a[1]);
        const Reader<T> no(a[2]);
        auto values = table::Buffer::allocate(sizeof(T) * rows);
        auto validity = table::Buffer::allocate(rows);
        auto* out = reinterpret_cast<T*>(values->data());
        Byte* valid = bytes_of(*validity);
        Byte all = 1;
        for (std::uint32_t i = 0; i < rows; ++i) {
            const bool take = test.valid(i) && test[i] != 0;
            out[i] = take ? yes[i] : no[i];
            valid[i] = static_cast<Byte>(take ? yes.valid(i) : no.valid(i));
            all &= valid[i];
        }
        table::HeapList heaps = a[1].heaps();
        heaps.insert(heaps.end(), a[2].heaps().begin(), a[2].heaps().end());
        return Column::flat(kType, rows, std::move(values),
                            all != 0 ? nullptr : std::move(validity), std::move(heaps));
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        const bool take = arguments[0]->valid() && arguments[0]->get<Byte>() != 0;
        out = *arguments[take ? 1 : 2];
    }
};

}  // namespace

KernelRef logical_kernel(LogicalOp op) {
    if (op == LogicalOp::logical_and) return std::make_shared<Logical<true>>();
    return std::make_shared<Logical<false>>();
}

KernelRef not_kernel() {
    return std::make_shared<Not>();
}

KernelRef exists_kernel() {
    return flag_kernel([](bool valid, Byte) { return valid; });
}

KernelRef mask_kernel(bool wanted) {
    return flag_kernel(
        [wanted](bool valid, Byte truth) { return (valid && truth != 0) == wanted; });
}

KernelRef right_side_kernel(LogicalOp op) {
    const Byte decides = op == LogicalOp::logical_and ? 0 : 1;
    return flag_kernel([decides](bool valid, Byte truth) { return !valid || truth != decides; });
}

KernelRef mask_and_kernel() {
    return std::make_shared<MaskAnd>();
}

KernelRef choose_kernel(ColumnType type) {
    return table::dispatch(type,
                           [](auto t) -> KernelRef { return std::make_shared<Choose<t.value>>(); });
}

}  // namespace fluxi::vec
