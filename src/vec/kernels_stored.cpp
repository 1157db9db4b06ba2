// Kernels of durations and arrays in their stored form.
#include <string>
#include <utility>

#include "base/error.hpp"
#include "table/builder.hpp"
#include "vec/apply.hpp"
#include "vec/kernels.hpp"

namespace fluxi::vec {

using table::Column;
using table::ColumnType;
using table::StringView;
using value::Duration;

namespace {

/// A function of durations to a duration.
template <std::size_t kCount, typename F>
class OfDurations final : public Kernel {
  public:
    explicit OfDurations(F f) : Kernel(kDurationForm, false), f_(f) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        const Reader<StringView> left(a[0]);
        const Reader<StringView> right(a[kCount - 1]);
        table::Builder builder(ColumnType::string);
        builder.reserve(rows);
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (!left.valid(i) || !right.valid(i)) {
                builder.append_null();
                continue;
            }
            const Duration first = duration_in(left[i].view());
            if constexpr (kCount == 1) {
                builder.append_stored(stored(f_(first)));
            } else {
                builder.append_stored(stored(f_(first, duration_in(right[i].view()))));
            }
        }
        return builder.finish();
    }

  private:
    F f_;
};

template <std::size_t kCount, typename F>
KernelRef of_durations(F f) {
    return std::make_shared<OfDurations<kCount, F>>(f);
}

class DurationText final : public Kernel {
  public:
    DurationText() : Kernel(ColumnType::string, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        const Reader<StringView> durations(a[0]);
        table::Builder builder(ColumnType::string);
        builder.reserve(rows);
        std::string text;
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (!durations.valid(i)) {
                builder.append_null();
                continue;
            }
            text.clear();
            value::append_duration(text, duration_in(durations[i].view()));
            builder.append_text(text);
        }
        return builder.finish();
    }
};

template <ColumnType kType>
class MakeList final : public Kernel {
  public:
    MakeList() : Kernel(Form{value::Nature::array, kType}, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        std::vector<Reader<table::stored_t<kType>>> elements;
        for (const Column& column : a) elements.emplace_back(column);
        table::Builder builder(ColumnType::string);
        builder.reserve(rows);
        std::string text;
        for (std::uint32_t i = 0; i < rows; ++i) {
            text.clear();
            ListWriter list(text);
            for (const auto& element : elements) {
                if (element.valid(i)) {
                    list.add_stored(element[i]);
                } else {
                    list.add_null();
                }
            }
            list.finish();
            builder.append_text(text);
        }
        return builder.finish();
    }
};

template <ColumnType kType>
class Element final : public Kernel {
    using T = table::stored_t<kType>;

  public:
    Element() : Kernel(kType, true) {}
    Column run(std::span<const Column> a, std::uint32_t rows,
               const std::uint8_t* mask) const override {
        const Reader<StringView> lists(a[0]);
        const Reader<std::int64_t> places(a[1]);
        table::Builder builder(kType);
        builder.reserve(rows);
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (mask != nullptr && mask[i] == 0) {
                builder.append_null();
                continue;
            }
            if (!lists.valid(i) || !places.valid(i)) base::fail("a null array or index");
            append(builder, List(lists[i].view(), kType), places[i]);
        }
        return builder.finish();
    }

  private:
    static void append(table::Builder& builder, const List& list, std::int64_t place) {
        if (place < 0 || static_cast<std::size_t>(place) >= list.size())
            base::fail("no such element");  // the walker says which
        list.template for_each_stored<kType>([&](bool valid, const auto& v) {
            if (place-- != 0) return;
            if (!valid) {
                builder.append_null();
            } else if constexpr (kType == ColumnType::string) {
                builder.append_text(v);
            } else {
                builder.append_stored<T>(v);
            }
        });
    }
};

}  // namespace

KernelRef list_kernel(ColumnType element) {
    return table::dispatch(
        element, [](auto t) -> KernelRef { return std::make_shared<MakeList<t.value>>(); });
}

KernelRef element_kernel(ColumnType element) {
    return table::dispatch(
        element, [](auto t) -> KernelRef { return std::make_shared<Element<t.value>>(); });
}

KernelRef duration_text_kernel() {
    return std::make_shared<DurationText>();
}

KernelRef duration_negation_kernel() {
    return of_durations<1>([](Duration v) { return v.negated(); });
}

KernelRef duration_kernel(syntax::BinaryOp op) {
    if (op == syntax::BinaryOp::add)
        return of_durations<2>([](Duration a, Duration b) { return a.plus(b); });
    if (op == syntax::BinaryOp::subtract)
        return of_durations<2>([](Duration a, Duration b) { return a.plus(b.negated()); });
    return nullptr;
}

}  // namespace fluxi::vec
