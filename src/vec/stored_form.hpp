// Values that no column type holds, on their way between the kernels of one lambda: a duration,
// bytes or an array of plain values stands in a text column in a stored form. What a kernel makes
// or takes in this way is said by a Form beside the column; such a column never leaves its program.
// The views here own nothing: they live as long as the text or the value they were made from.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "table/column.hpp"
#include "value/composite.hpp"
#include "value/value.hpp"

namespace fluxi::vec {

/// What the texts of a column stand for; the nature `none` says that they are just texts.
struct Form {
    value::Nature nature = value::Nature::none;             ///< duration, bytes or array
    table::ColumnType element = table::ColumnType::string;  ///< of the elements of an array

    [[nodiscard]] bool is_stored() const noexcept { return nature != value::Nature::none; }
    friend bool operator==(const Form&, const Form&) = default;
};
inline constexpr Form kDurationForm{value::Nature::duration, table::ColumnType::string};
inline constexpr Form kBytesForm{value::Nature::bytes, table::ColumnType::string};

/// The form that a constant can be stored in; none for other natures, for an array whose elements
/// are not of one column type (an empty one, for instance), and for a null array.
std::optional<Form> form_of(const value::Value& v);
/// The text that stands for a constant that has a form: a string value, null if it is null.
value::Value stored(const value::Value& v);

/// A duration takes 12 bytes, which a column keeps beside the length of the text.
inline table::StringView stored(value::Duration duration) noexcept {
    static_assert(table::StringView::kInline ==
                  sizeof duration.nanoseconds + sizeof duration.months);
    char bytes[table::StringView::kInline];
    std::memcpy(bytes, &duration.nanoseconds, sizeof duration.nanoseconds);
    std::memcpy(bytes + sizeof duration.nanoseconds, &duration.months, sizeof duration.months);
    return table::StringView({bytes, sizeof bytes});
}
inline value::Duration duration_in(std::string_view text) noexcept {
    value::Duration duration;
    std::memcpy(&duration.nanoseconds, text.data(), sizeof duration.nanoseconds);
    std::memcpy(&duration.months, text.data() + sizeof duration.nanoseconds,
                sizeof duration.months);
    return duration;
}

/// Appends an array in its stored form to a text: how many elements, then each with a byte that
/// says whether it is there; texts carry their length.
class ListWriter {
  public:
    explicit ListWriter(std::string& out) : out_(out), begin_(out.size()) { put(std::uint32_t{0}); }
    void add(std::string_view text) {
        put(std::uint8_t{1});
        put(static_cast<std::uint32_t>(text.size()));
        out_.append(text);
        ++count_;
    }
    /// An element as columns store it (StringViews as their text).
    template <typename T>
    void add_stored(const T& v) {
        if constexpr (std::is_same_v<T, table::StringView>) {
            add(v.view());
        } else {
            put(std::uint8_t{1});
            put(v);
            ++count_;
        }
    }
    void add_null() {
        put(std::uint8_t{0});
        ++count_;
    }
    /// To be called once, after the last element.
    void finish() { std::memcpy(out_.data() + begin_, &count_, sizeof count_); }

  private:
    template <typename T>
    void put(const T& v) {
        out_.append(reinterpret_cast<const char*>(&v), sizeof v);
    }

    std::string& out_;
    std::size_t begin_;
    std::uint32_t count_ = 0;
};

/// An array as a native reads it: a value, or one in its stored form.
class List {
  public:
    explicit List(const value::Array& array) : array_(&array) {}
    List(std::string_view text, table::ColumnType element) : text_(text), element_(element) {}

    [[nodiscard]] std::size_t size() const noexcept;
    /// The value of the array: made where only the stored form is there.
    [[nodiscard]] value::Value boxed() const;

    /// Calls `visit(value::Nature, std::string_view)` for each element, in order: its nature (of a
    /// null the nature `none`) and, if it is a string, its text.
    template <typename Visit>
    void for_each_text(Visit visit) const {
        if (array_ != nullptr) {
            for (const value::Value& v : array_->elements()) {
                const bool is_text = v.is(value::Nature::string);
                visit(v.is_null() ? value::Nature::none : v.nature(),
                      is_text ? v.as_text() : std::string_view());
            }
            return;
        }
        const value::Nature nature = table::nature_of(element_);
        table::dispatch(element_, [&](auto type) {
            for_each_stored<type.value>([&](bool valid, const auto& v) {
                std::string_view text;
                if constexpr (type.value == table::ColumnType::string) text = v;
                visit(valid ? nature : value::Nature::none, text);
            });
        });
    }

    /// Of an array in its stored form with elements of this type: calls `visit(bool valid, v)` for
    /// each, `v` being a std::string_view or the stored value.
    template <table::ColumnType kType, typename Visit>
    void for_each_stored(Visit visit) const {
        using T = table::stored_t<kType>;
        const char* at = text_.data() + sizeof(std::uint32_t);
        for (std::size_t i = size(); i > 0; --i) {
            const bool valid = *at++ != 0;
            if constexpr (kType == table::ColumnType::string) {
                std::uint32_t length = 0;
                if (valid) {
                    std::memcpy(&length, at, sizeof length);
                    at += sizeof length;
                }
                visit(valid, std::string_view(at, length));
                at += length;
            } else {
                T v{};
                if (valid) {
                    std::memcpy(&v, at, sizeof v);
                    at += sizeof v;
                }
                visit(valid, v);
            }
        }
    }

  private:
    const value::Array* array_ = nullptr;
    std::string_view text_{};
    table::ColumnType element_ = table::ColumnType::string;
};

}  // namespace fluxi::vec
