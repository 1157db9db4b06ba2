#include <string>

#include "base/error.hpp"
#include "table/builder.hpp"
#include "value/number.hpp"
#include "value/time.hpp"
#include "vec/apply.hpp"
#include "vec/kernels.hpp"
#include "vec/row_kernel.hpp"

namespace fluxi::vec {

using table::Column;
using table::ColumnType;
using table::StringView;

namespace {

class Match final : public Kernel {
  public:
    Match(std::shared_ptr<const value::Regexp> regexp, bool negated)
        : Kernel(ColumnType::boolean, false), regexp_(std::move(regexp)), negated_(negated) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        auto values = table::Buffer::allocate(rows);
        auto* out = reinterpret_cast<std::uint8_t*>(values->data());
        const Reader<StringView> texts(a[0]);
        // Neighbours are often equal (tags); their answer is the same.
        StringView last;
        std::uint8_t answer = static_cast<std::uint8_t>(regexp_->match({}) != negated_);
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (texts.valid(i) && !(texts[i] == last)) {
                last = texts[i];
                answer = static_cast<std::uint8_t>(regexp_->match(last.view()) != negated_);
            }
            out[i] = answer;
        }
        return Column::flat(ColumnType::boolean, rows, std::move(values),
                            copy_validity(a[0], rows));
    }

  private:
    std::shared_ptr<const value::Regexp> regexp_;
    bool negated_;
};

/// Appends the text that `string(v:)` gives for stored values of a type.
template <ColumnType kType>
void append_stored(std::string& text, const table::stored_t<kType>& v) {
    if constexpr (kType == ColumnType::boolean) text += v != 0 ? "true" : "false";
    if constexpr (kType == ColumnType::integer) value::append_int(text, v);
    if constexpr (kType == ColumnType::uinteger) value::append_uint(text, v);
    if constexpr (kType == ColumnType::floating) value::append_float(text, v);
    if constexpr (kType == ColumnType::string) text += v.view();
    if constexpr (kType == ColumnType::time) value::append_time(text, v);
}

void append_row(std::string& text, const Column& column, std::uint32_t row) {
    table::dispatch(column.type(), [&](auto t) {
        append_stored<t.value>(text, Reader<table::stored_t<t.value>>(column)[row]);
    });
}

class Interpolate final : public Kernel {
  public:
    explicit Interpolate(std::vector<std::string> texts)
        : Kernel(ColumnType::string, true), texts_(std::move(texts)) {}
    Column run(std::span<const Column> a, std::uint32_t rows,
               const std::uint8_t* mask) const override {
        table::Builder builder(ColumnType::string);
        builder.reserve(rows);
        std::string text;
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (mask != nullptr && mask[i] == 0) {
                builder.append_null();
                continue;
            }
            text = texts_[0];
            for (std::size_t part = 0; part < a.size(); ++part) {
                const std::uint32_t row = is_constant(a[part]) ? 0 : i;
                if (a[part].validity() != nullptr && a[part].validity()[row] == 0) {
                    base::fail("interpolated expression produced a null value");
                }
                append_row(text, a[part], i);
                text += texts_[part + 1];
            }
            builder.append_text(text);
        }
        return builder.finish();
    }

  private:
    std::vector<std::string> texts_;
};

template <ColumnType kFrom>
class ToString final : public Kernel {
  public:
    ToString() : Kernel(ColumnType::string, false) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        const Reader<table::stored_t<kFrom>> reader(a[0]);
        table::Builder builder(ColumnType::string);
        builder.reserve(rows);
        std::string text;
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (!reader.valid(i)) {
                builder.append_null();
                continue;
            }
            text.clear();
            append_stored<kFrom>(text, reader[i]);
            builder.append_text(text);
        }
        return builder.finish();
    }
};

class Same final : public Kernel {
  public:
    explicit Same(ColumnType type) : Kernel(type, false) {}
    Column run(std::span<const Column> a, std::uint32_t, const std::uint8_t*) const override {
        return a[0];
    }
};

/// A conversion that is a plain function of the stored value and cannot fail.
template <ColumnType kFrom, ColumnType kTo, typename F>
class Convert final : public Kernel, public RowKernel {
  public:
    explicit Convert(F f) : Kernel(kTo, false), f_(f) {}
    Column run(std::span<const Column> a, std::uint32_t rows, const std::uint8_t*) const override {
        return apply<table::stored_t<kTo>, table::stored_t<kFrom>>(kTo, a[0], rows, f_);
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        const Slot& a = *arguments[0];
        out.set<table::stored_t<kTo>>(f_(a.get<table::stored_t<kFrom>>()), a.valid());
    }

  private:
    F f_;
};

/// A conversion that can fail on a value.
template <ColumnType kFrom, ColumnType kTo, typename F>
class Parse final : public Kernel, public RowKernel {
  public:
    explicit Parse(F f) : Kernel(kTo, true), f_(f) {}
    Column run(std::span<const Column> a, std::uint32_t rows,
               const std::uint8_t* mask) const override {
        using To = table::stored_t<kTo>;
        const Reader<table::stored_t<kFrom>> reader(a[0]);
        auto buffer = table::Buffer::allocate(sizeof(To) * rows);
        auto* out = reinterpret_cast<To*>(buffer->data());
        for (std::uint32_t i = 0; i < rows; ++i) {
            const bool wanted = reader.valid(i) && (mask == nullptr || mask[i] != 0);
            out[i] = wanted ? static_cast<To>(f_(reader[i])) : To{};
        }
        return Column::flat(kTo, rows, std::move(buffer), copy_validity(a[0], rows));
    }
    void row(const Slot* const* arguments, Slot& out) const override {
        using To = table::stored_t<kTo>;
        const Slot& a = *arguments[0];
        const bool valid = a.valid();
        out.set<To>(valid ? static_cast<To>(f_(a.get<table::stored_t<kFrom>>())) : To{}, valid);
    }

  private:
    F f_;
};

template <ColumnType kFrom, ColumnType kTo, typename F>
KernelRef plain(F f) {
    return std::make_shared<Convert<kFrom, kTo, F>>(f);
}
template <ColumnType kFrom, ColumnType kTo, typename F>
KernelRef parse(F f) {
    return std::make_shared<Parse<kFrom, kTo, F>>(f);
}

template <ColumnType kTo>
KernelRef number_from(ColumnType from) {
    using To = table::stored_t<kTo>;
    const auto cast = [](auto v) { return static_cast<To>(v); };
    switch (from) {
        case ColumnType::boolean:
            return plain<ColumnType::boolean, kTo>(cast);
        case ColumnType::integer:
            return plain<ColumnType::integer, kTo>(cast);
        case ColumnType::uinteger:
            return plain<ColumnType::uinteger, kTo>(cast);
        case ColumnType::floating:
            if constexpr (kTo == ColumnType::integer)
                return plain<ColumnType::floating, kTo>(value::float_to_int);
            if constexpr (kTo == ColumnType::uinteger)
                return plain<ColumnType::floating, kTo>(value::float_to_uint);
            return nullptr;
        case ColumnType::time:
            if constexpr (kTo == ColumnType::floating)
                return nullptr;
            else
                return plain<ColumnType::time, kTo>(cast);
        case ColumnType::string:
            return parse<ColumnType::string, kTo>([](const StringView& v) {
                if constexpr (kTo == ColumnType::integer) return value::int_from_text(v.view());
                if constexpr (kTo == ColumnType::uinteger) return value::uint_from_text(v.view());
                if constexpr (kTo == ColumnType::floating) return value::float_from_text(v.view());
            });
    }
    return nullptr;
}

/// 0 and 1 of a number column; the walker says what is wrong with others.
template <ColumnType kFrom>
KernelRef bool_of_number() {
    return parse<kFrom, ColumnType::boolean>([](auto v) {
        if (v != 0 && v != 1) base::fail("must be 0 or 1");
        return v == 1;
    });
}

KernelRef bool_from(ColumnType from) {
    if (from == ColumnType::integer) return bool_of_number<ColumnType::integer>();
    if (from == ColumnType::uinteger) return bool_of_number<ColumnType::uinteger>();
    if (from == ColumnType::floating) return bool_of_number<ColumnType::floating>();
    if (from != ColumnType::string) return nullptr;
    return parse<ColumnType::string, ColumnType::boolean>(
        [](const StringView& v) { return value::bool_from_text(v.view()); });
}

KernelRef time_from(ColumnType from) {
    const auto cast = [](auto v) { return static_cast<std::int64_t>(v); };
    if (from == ColumnType::integer) return plain<ColumnType::integer, ColumnType::time>(cast);
    if (from == ColumnType::uinteger) return plain<ColumnType::uinteger, ColumnType::time>(cast);
    if (from != ColumnType::string) return nullptr;
    return parse<ColumnType::string, ColumnType::time>(
        [](const StringView& v) { return value::time_from_text(v.view()); });
}

}  // namespace

KernelRef match_kernel(std::shared_ptr<const value::Regexp> regexp, bool negated) {
    return std::make_shared<Match>(std::move(regexp), negated);
}

KernelRef interpolation_kernel(std::vector<std::string> texts) {
    return std::make_shared<Interpolate>(std::move(texts));
}

KernelRef conversion_kernel(ColumnType from, ColumnType to) {
    if (from == to) return std::make_shared<Same>(to);
    switch (to) {
        case ColumnType::string:
            return table::dispatch(
                from, [](auto t) -> KernelRef { return std::make_shared<ToString<t.value>>(); });
        case ColumnType::integer:
            return number_from<ColumnType::integer>(from);
        case ColumnType::uinteger:
            return number_from<ColumnType::uinteger>(from);
        case ColumnType::floating:
            return number_from<ColumnType::floating>(from);
        case ColumnType::boolean:
            return bool_from(from);
        case ColumnType::time:
            return time_from(from);
    }
    return nullptr;
}

}  // namespace fluxi::vec
