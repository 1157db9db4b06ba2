// The column-wise form of a typed native, for free: a kernel that reads the arguments of each row
// from columns (or keeps them, where they are constant) and calls the same C++ function. It applies
// when arguments and result have column types or travel in a stored form (vec/stored_form.hpp). A
// function object with `start()` is asked for what is called for the rows of one batch, which may
// keep state between them.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "native/column_form.hpp"
#include "native/signature.hpp"
#include "table/builder.hpp"
#include "vec/apply.hpp"
#include "vec/kernel.hpp"
#include "vec/row_kernel.hpp"

namespace fluxi::native::adapter {

/// Where one parameter of a running kernel comes from: a column, or a value kept since it was
/// bound.
template <typename P>
class Slot {
    using T = Bare<P>;
    static constexpr bool kOptional = IsOptional<std::remove_cvref_t<P>>::value;

  public:
    Slot(const value::Value* constant, const table::Column* column, table::ColumnType element)
        : constant_(constant), column_(column), element_(element) {
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
                if (column_ != nullptr) result = from_stored<T>((*reader_)[row], element_);
            }
            if (column_ == nullptr && !constant_->is_absent()) result = From<T>::get(*constant_);
            return result;
        } else if constexpr (ColumnForm<T>::kColumn) {
            return column_ != nullptr ? from_stored<T>((*reader_)[row], element_)
                                      : From<T>::get(*constant_);
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
    table::ColumnType element_;
    std::optional<typename ReaderOf<T, ColumnForm<T>::kColumn>::type> reader_{};
};

/// Where the arguments of a kernel come from, by parameter.
struct Source {
    value::Value constant{};  ///< used where there is no column
    int column = -1;          ///< position among the columns given to run
    table::ColumnType element = table::ColumnType::string;
};

/// What is called for the rows of one batch.
template <typename F>
decltype(auto) started(const F& f) {
    if constexpr (requires { f.start(); }) {
        return f.start();
    } else {
        return (f);
    }
}

template <typename F, bool kPropagate>
class FunctionKernel final : public vec::Kernel, public vec::RowKernel {
    using Parameters = typename Signature<F>::Parameters;
    using Result = Bare<typename Signature<F>::Result>;
    static constexpr std::size_t kCount = std::tuple_size_v<Parameters>;
    static constexpr table::ColumnType kType = ColumnForm<Result>::kType;
    using Stored = table::stored_t<kType>;

  public:
    FunctionKernel(const F& f, std::vector<Source> sources)
        : Kernel(result_form<Result>(), true), f_(f), sources_(std::move(sources)) {}

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
                const int column = sources_[i].column;
                return column < 0 ? nullptr : arguments[static_cast<std::size_t>(column)];
            };
            if (!(valid_in<std::tuple_element_t<Is, Parameters>>(slot(Is), sources_[Is].constant) &&
                  ...)) {
                if (!kPropagate) base::fail("a null argument");  // the walker says which
                out.set_null();
                return;
            }
            put(out,
                f_(argument_in<std::tuple_element_t<Is, Parameters>>(slot(Is), sources_[Is])...));
        }
    }
    template <typename P>
    static bool valid_in(const vec::Slot* slot, const value::Value& constant) {
        return slot != nullptr ? slot->valid() : constant.is_absent() || !constant.is_null();
    }
    /// An argument of one row: from its slot, or the value kept since the kernel was bound.
    template <typename P>
    static decltype(auto) argument_in(const vec::Slot* slot, const Source& source) {
        using T = Bare<P>;
        const value::Value& constant = source.constant;
        if constexpr (IsOptional<std::remove_cvref_t<P>>::value) {
            std::optional<T> result;
            if constexpr (ColumnForm<T>::kColumn) {
                if (slot != nullptr) result = in_slot<T>(*slot, source.element);
            }
            if (slot == nullptr && !constant.is_absent()) result = From<T>::get(constant);
            return result;
        } else if constexpr (ColumnForm<T>::kColumn) {
            return slot != nullptr ? in_slot<T>(*slot, source.element) : From<T>::get(constant);
        } else {
            return From<T>::get(constant);
        }
    }
    template <typename T>
    static T in_slot(const vec::Slot& slot, table::ColumnType element) {
        if constexpr (ColumnForm<T>::kType == table::ColumnType::string) {
            return from_text<T>(slot.text(), element);
        } else {
            return from_stored<T>(slot.get<table::stored_t<ColumnForm<T>::kType>>(), element);
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
            const int at = sources_[i].column;
            return at < 0 ? nullptr : &arguments[static_cast<std::size_t>(at)];
        };
        const std::tuple<Slot<std::tuple_element_t<Is, Parameters>>...> slots{
            Slot<std::tuple_element_t<Is, Parameters>>(&sources_[Is].constant, column(Is),
                                                       sources_[Is].element)...};
        auto&& f = started(f_);
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
            if constexpr (requires { f.append(text, std::get<Is>(slots).get(row)...); }) {
                text.clear();
                f.append(text, std::get<Is>(slots).get(row)...);
                builder.append_text(text);
            } else {
                append(builder, f(std::get<Is>(slots).get(row)...));
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
        } else if constexpr (std::is_same_v<Result, value::Duration>) {
            builder.append_stored(vec::stored(result));
        } else if constexpr (std::is_same_v<Result, NewBytes>) {
            builder.append_text(result.content);
        } else if constexpr (ColumnForm<Result>::kNature == value::Nature::array) {
            builder.append_text(result.stored);
        } else if constexpr (kType == table::ColumnType::string) {
            builder.append_text(result);
        } else if constexpr (std::is_same_v<Result, value::Time>) {
            builder.append_stored<Stored>(result.nanoseconds);
        } else {
            builder.append_stored<Stored>(static_cast<Stored>(result));
        }
    }

    F f_;
    std::vector<Source> sources_;
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
            std::vector<Source> sources;
            int next = 0;
            for (const auto& argument : arguments) {
                Source source;
                if (argument.constant != nullptr) source.constant = *argument.constant;
                if (argument.is_column()) source.column = next;
                source.element = argument.form.element;
                sources.push_back(std::move(source));
                next += static_cast<int>(argument.columns());
            }
            return std::make_shared<FunctionKernel<F, kPropagate>>(f_, std::move(sources));
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
        if constexpr (!ColumnForm<T>::kColumn) {
            return false;
        } else if constexpr (ColumnForm<T>::kNature != value::Nature::none) {
            return argument.form.nature == ColumnForm<T>::kNature;
        } else {
            return argument.type == ColumnForm<T>::kType;
        }
    }
    F f_;
};

}  // namespace fluxi::native::adapter
