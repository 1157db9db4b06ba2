// The column-wise form of a typed native, for free: a kernel that reads the arguments of each row
// from columns (or keeps them, where they are constant) and calls the same C++ function. It applies
// when every argument that is a column has a column type and the result is one.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "native/signature.hpp"
#include "table/builder.hpp"
#include "vec/apply.hpp"
#include "vec/kernel.hpp"
#include "vec/row_kernel.hpp"

namespace fluxi::native::adapter {

/// How a C++ type is stored in a column; `kColumn` is false for types that cannot be.
template <typename T>
struct ColumnForm {
    static constexpr bool kColumn = false;
};
#define FLUXI_COLUMN_FORM(cpp, column_type)                                        \
    template <>                                                                    \
    struct ColumnForm<cpp> {                                                       \
        static constexpr bool kColumn = true;                                      \
        static constexpr table::ColumnType kType = table::ColumnType::column_type; \
    };
FLUXI_COLUMN_FORM(bool, boolean)
FLUXI_COLUMN_FORM(std::int64_t, integer)
FLUXI_COLUMN_FORM(std::uint64_t, uinteger)
FLUXI_COLUMN_FORM(double, floating)
FLUXI_COLUMN_FORM(std::string_view, string)
FLUXI_COLUMN_FORM(std::string, string)
FLUXI_COLUMN_FORM(value::Time, time)
#undef FLUXI_COLUMN_FORM

template <typename T>
T from_stored(const table::stored_t<ColumnForm<T>::kType>& stored) {
    if constexpr (std::is_same_v<T, std::string_view>) {
        return stored.view();
    } else if constexpr (std::is_same_v<T, value::Time>) {
        return value::Time{stored};
    } else {
        return static_cast<T>(stored);
    }
}

/// Where one parameter of a running kernel comes from: a column, or a value kept since it was
/// bound.
template <typename P>
class Slot {
    using T = Bare<P>;
    static constexpr bool kOptional = IsOptional<std::remove_cvref_t<P>>::value;

  public:
    Slot(const value::Value* constant, const table::Column* column)
        : constant_(constant), column_(column) {
        if constexpr (ColumnForm<T>::kColumn) {
            if (column != nullptr) reader_.emplace(*column);
        }
    }
    [[nodiscard]] bool valid(std::uint32_t row) const {
        if constexpr (ColumnForm<T>::kColumn) {
            if (column_ != nullptr) return reader_->valid(row);
        }
        return constant_->is_absent() || !constant_->is_null();
    }
    /// The argument of a row; a reference only where the kept value is one.
    decltype(auto) get(std::uint32_t row) const {
        if constexpr (kOptional) {
            std::optional<T> result;
            if constexpr (ColumnForm<T>::kColumn) {
                if (column_ != nullptr) result = from_stored<T>((*reader_)[row]);
            }
            if (column_ == nullptr && !constant_->is_absent()) result = From<T>::get(*constant_);
            return result;
        } else if constexpr (ColumnForm<T>::kColumn) {
            return column_ != nullptr ? from_stored<T>((*reader_)[row]) : From<T>::get(*constant_);
        } else {
            return From<T>::get(*constant_);
        }
    }

  private:
    struct Nothing {
        explicit Nothing(const table::Column&) {}
        [[nodiscard]] bool valid(std::uint32_t) const { return true; }
    };
    template <typename U, bool kColumn>
    struct ReaderOf {
        using type = Nothing;
    };
    template <typename U>
    struct ReaderOf<U, true> {
        using type = vec::Reader<table::stored_t<ColumnForm<U>::kType>>;
    };
    const value::Value* constant_;
    const table::Column* column_;
    std::optional<typename ReaderOf<T, ColumnForm<T>::kColumn>::type> reader_{};
};

template <typename F, bool kPropagate>
class FunctionKernel final : public vec::Kernel, public vec::RowKernel {
    using Parameters = typename Signature<F>::Parameters;
    using Result = Bare<typename Signature<F>::Result>;
    static constexpr std::size_t kCount = std::tuple_size_v<Parameters>;
    static constexpr table::ColumnType kType = ColumnForm<Result>::kType;
    using Stored = table::stored_t<kType>;

  public:
    FunctionKernel(const F& f, std::vector<value::Value> constants, std::vector<int> columns)
        : Kernel(kType, true),
          f_(f),
          constants_(std::move(constants)),
          columns_(std::move(columns)) {}

    table::Column run(std::span<const table::Column> arguments, std::uint32_t rows,
                      const std::uint8_t* mask) const override {
        return run_with(arguments, rows, mask, std::make_index_sequence<kCount>());
    }

    [[nodiscard]] bool has_row_form() const noexcept override {
        return kType != table::ColumnType::string;
    }
    void row(const vec::Slot* const* arguments, vec::Slot& out) const override {
        row_with(arguments, out, std::make_index_sequence<kCount>());
    }

  private:
    template <std::size_t... Is>
    void row_with([[maybe_unused]] const vec::Slot* const* arguments, vec::Slot& out,
                  std::index_sequence<Is...>) const {
        if constexpr (kType == table::ColumnType::string) {
            out.set_null();
        } else {
            [[maybe_unused]] const auto slot = [&](std::size_t i) {
                return columns_[i] < 0 ? nullptr : arguments[static_cast<std::size_t>(columns_[i])];
            };
            if (!(valid_in<std::tuple_element_t<Is, Parameters>>(slot(Is), constants_[Is]) &&
                  ...)) {
                if (!kPropagate) base::fail("a null argument");  // the walker says which
                out.set_null();
                return;
            }
            put(out,
                f_(argument_in<std::tuple_element_t<Is, Parameters>>(slot(Is), constants_[Is])...));
        }
    }
    template <typename P>
    static bool valid_in(const vec::Slot* slot, const value::Value& constant) {
        return slot != nullptr ? slot->valid() : constant.is_absent() || !constant.is_null();
    }
    /// An argument of one row: from its slot, or the value kept since the kernel was bound.
    template <typename P>
    static decltype(auto) argument_in(const vec::Slot* slot, const value::Value& constant) {
        using T = Bare<P>;
        if constexpr (IsOptional<std::remove_cvref_t<P>>::value) {
            std::optional<T> result;
            if constexpr (ColumnForm<T>::kColumn) {
                if (slot != nullptr) result = in_slot<T>(*slot);
            }
            if (slot == nullptr && !constant.is_absent()) result = From<T>::get(constant);
            return result;
        } else if constexpr (ColumnForm<T>::kColumn) {
            return slot != nullptr ? in_slot<T>(*slot) : From<T>::get(constant);
        } else {
            return From<T>::get(constant);
        }
    }
    template <typename T>
    static T in_slot(const vec::Slot& slot) {
        if constexpr (std::is_same_v<T, std::string_view>) {
            return slot.text();
        } else {
            return from_stored<T>(slot.get<table::stored_t<ColumnForm<T>::kType>>());
        }
    }
    template <typename R>
    static void put(vec::Slot& out, R&& result) {
        if constexpr (IsOptional<std::remove_cvref_t<R>>::value) {
            if (result) {
                put(out, *result);
            } else {
                out.set_null();
            }
        } else if constexpr (std::is_same_v<Result, value::Time>) {
            out.set<Stored>(result.nanoseconds);
        } else {
            out.set<Stored>(static_cast<Stored>(result));
        }
    }
    template <std::size_t... Is>
    table::Column run_with(std::span<const table::Column> arguments, std::uint32_t rows,
                           const std::uint8_t* mask, std::index_sequence<Is...>) const {
        [[maybe_unused]] const auto column = [&](std::size_t i) {
            return columns_[i] < 0 ? nullptr : &arguments[static_cast<std::size_t>(columns_[i])];
        };
        const std::tuple<Slot<std::tuple_element_t<Is, Parameters>>...> slots{
            Slot<std::tuple_element_t<Is, Parameters>>(&constants_[Is], column(Is))...};
        table::Builder builder(kType);
        builder.reserve(rows);
        [[maybe_unused]] std::string text;
        for (std::uint32_t row = 0; row < rows; ++row) {
            if (mask != nullptr && mask[row] == 0) {
                builder.append_null();
                continue;
            }
            if (!(std::get<Is>(slots).valid(row) && ...)) {
                if (!kPropagate) base::fail("a null argument");  // the walker says which
                builder.append_null();
                continue;
            }
            if constexpr (requires { f_.append(text, std::get<Is>(slots).get(row)...); }) {
                text.clear();
                f_.append(text, std::get<Is>(slots).get(row)...);
                builder.append_text(text);
            } else {
                append(builder, f_(std::get<Is>(slots).get(row)...));
            }
        }
        return builder.finish();
    }
    template <typename R>
    static void append(table::Builder& builder, R&& result) {
        if constexpr (IsOptional<std::remove_cvref_t<R>>::value) {
            if (result) {
                append(builder, *result);
            } else {
                builder.append_null();
            }
        } else if constexpr (kType == table::ColumnType::string) {
            builder.append_text(result);
        } else if constexpr (std::is_same_v<Result, value::Time>) {
            builder.append_stored<Stored>(result.nanoseconds);
        } else {
            builder.append_stored<Stored>(static_cast<Stored>(result));
        }
    }

    F f_;
    std::vector<value::Value> constants_;  ///< by parameter; used where there is no column
    std::vector<int> columns_;             ///< position among the columns given to run, or -1
};

template <typename F, bool kPropagate>
class FunctionKernels final : public vec::KernelFactory {
    using Parameters = typename Signature<F>::Parameters;
    using Result = Bare<typename Signature<F>::Result>;
    static constexpr std::size_t kCount = std::tuple_size_v<Parameters>;

  public:
    explicit FunctionKernels(F f) : f_(std::move(f)) {}
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        if constexpr (ColumnForm<Result>::kColumn) {
            if (!fit(arguments, std::make_index_sequence<kCount>())) return nullptr;
            std::vector<value::Value> constants;
            std::vector<int> columns;
            int next = 0;
            for (const auto& argument : arguments) {
                constants.push_back(argument.constant != nullptr ? *argument.constant
                                                                 : value::Value());
                const bool passed = argument.type.has_value() ||
                                    table::column_type_of(argument.constant->nature()).has_value();
                columns.push_back(argument.type ? next : -1);
                if (passed) ++next;
            }
            return std::make_shared<FunctionKernel<F, kPropagate>>(f_, std::move(constants),
                                                                   std::move(columns));
        } else {
            return nullptr;
        }
    }

  private:
    template <std::size_t... Is>
    static bool fit([[maybe_unused]] std::span<const vec::KernelArgument> arguments,
                    std::index_sequence<Is...>) {
        return (fits<std::tuple_element_t<Is, Parameters>>(arguments[Is]) && ...);
    }
    template <typename P>
    static bool fits(const vec::KernelArgument& argument) {
        using T = Bare<P>;
        if (argument.constant != nullptr) {
            if (argument.constant->is_absent()) return IsOptional<std::remove_cvref_t<P>>::value;
            return From<T>::fits(*argument.constant);
        }
        if constexpr (ColumnForm<T>::kColumn) {
            return argument.type == ColumnForm<T>::kType;
        } else {
            return false;
        }
    }
    F f_;
};

}  // namespace fluxi::native::adapter
