#include "engine/own_kernels.hpp"

#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "engine/public_value.hpp"
#include "table/builder.hpp"
#include "vec/apply.hpp"

namespace fluxi::engine {

using value::Nature;

namespace {

using Function = std::shared_ptr<NativePackage::Function>;

/// Results into a column; a value of another type than the declared one is an error of the
/// function.
class Builder final : public Results {
  public:
    Builder(const NativePackage::Function& function, std::uint32_t rows)
        : function_(function),
          nature_(nature_of(function.result)),
          builder_(table::column_type_of(nature_).value_or(table::ColumnType::string)) {
        builder_.reserve(rows);
    }
    void add_null() override { builder_.append_null(); }
    void add(bool v) override { put(Nature::boolean, static_cast<std::uint8_t>(v ? 1 : 0)); }
    void add(std::int64_t v) override { put(Nature::integer, v); }
    void add(std::uint64_t v) override { put(Nature::uinteger, v); }
    void add(double v) override { put(Nature::floating, v); }
    void add(Time v) override { put(Nature::time, v.nanoseconds); }
    void add(Duration v) override {
        put(Nature::duration, vec::stored(value::Duration{v.nanoseconds, v.months}));
    }
    void add(std::string_view v) override {
        require(Nature::string);
        builder_.append_text(v);
    }
    table::Column finish(std::uint32_t rows) {
        if (builder_.size() != rows) {
            base::fail("{}: the function gave {} results for {} rows", function_.name,
                       builder_.size(), rows);
        }
        return builder_.finish();
    }

  private:
    template <typename T>
    void put(Nature nature, const T& stored) {
        require(nature);
        builder_.append_stored(stored);
    }
    void require(Nature nature) const {
        if (nature == nature_) return;
        base::fail("{}: the function returned a value of type {}, its signature says {}",
                   function_.name, value::nature_name(nature), function_.result);
    }

    const NativePackage::Function& function_;
    Nature nature_;
    table::Builder builder_;
};

/// One parameter's argument: a column by its position, or a constant.
struct Source {
    Nature nature = Nature::none;
    int column = -1;
    value::Value constant{};
};

/// What the pointers of an argument lead to, where that is not the column itself.
struct Held {
    std::vector<std::string_view> texts{};
    std::vector<Duration> durations{};
    std::uint8_t none = 0;  ///< the validity of an argument without value
};

Duration to_public(value::Duration v) {
    return {v.nanoseconds, v.months};
}

class Kernel final : public vec::Kernel {
  public:
    template <typename Result>
    Kernel(Result result, Function function, std::vector<Source> sources)
        : vec::Kernel(result, true), function_(std::move(function)), sources_(std::move(sources)) {}

    table::Column run(std::span<const table::Column> columns, std::uint32_t rows,
                      const std::uint8_t* mask) const override {
        std::vector<Held> held(sources_.size());
        std::vector<Calls::Argument> arguments;
        arguments.reserve(sources_.size());
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            const Source& source = sources_[i];
            arguments.push_back(
                source.column < 0
                    ? constant(source, held[i])
                    : column(source, columns[static_cast<std::size_t>(source.column)], held[i]));
        }
        Builder results(*function_, rows);
        call({rows, arguments, mask}, results);
        return results.finish(rows);
    }
    [[nodiscard]] bool any_thread() const noexcept override { return false; }

  private:
    void call(const Calls& calls, Results& results) const {
        std::optional<Error> error;
        try {
            error = function_->rows(function_->call, calls, results);
        } catch (const base::RuntimeError&) {
            throw;
        } catch (const std::exception& exception) {
            error = Error{exception.what()};
        } catch (...) {
            error = Error{"an exception of unknown type"};
        }
        if (error) base::fail("{}: {}", function_->name, error->message);
    }

    static Calls::Argument column(const Source& source, const table::Column& column, Held& held) {
        Calls::Argument argument;
        argument.constant = vec::is_constant(column);
        argument.valid = column.validity();
        const std::uint32_t size = argument.constant ? 1 : column.size();
        if (column.type() != table::ColumnType::string) {
            table::dispatch(column.type(), [&](auto type) {
                argument.values = column.values<table::stored_t<type.value>>();
            });
            return argument;
        }
        const auto* stored = column.values<table::StringView>();
        for (std::uint32_t i = 0; i < size; ++i) {
            // The text of a null is never looked at, and need not be there.
            const std::string_view text = argument.has(i) ? stored[i].view() : std::string_view();
            if (source.nature == Nature::duration) {
                held.durations.push_back(text.empty() ? Duration{}
                                                      : to_public(vec::duration_in(text)));
            } else {
                held.texts.push_back(text);
            }
        }
        argument.values = source.nature == Nature::duration
                              ? static_cast<const void*>(held.durations.data())
                              : static_cast<const void*>(held.texts.data());
        return argument;
    }

    /// A value that no column was made of: a duration, or an argument that was not given.
    static Calls::Argument constant(const Source& source, Held& held) {
        Calls::Argument argument;
        argument.constant = true;
        if (source.constant.is_null()) {
            argument.valid = &held.none;
            return argument;
        }
        held.durations.push_back(to_public(source.constant.as_duration()));
        argument.values = held.durations.data();
        return argument;
    }

    Function function_;
    std::vector<Source> sources_;
};

class Kernels final : public vec::KernelFactory {
  public:
    explicit Kernels(Function function) : function_(std::move(function)) {}
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        std::vector<Source> sources;
        int next = 0;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const vec::KernelArgument& argument = arguments[i];
            Source source{nature_of(function_->parameters[i].type), -1, {}};
            if (!fits(argument, source.nature, function_->parameters[i].optional)) return nullptr;
            const std::size_t columns = argument.columns();
            if (columns != 0) source.column = next;
            if (argument.constant != nullptr) source.constant = *argument.constant;
            next += static_cast<int>(columns);
            sources.push_back(std::move(source));
        }
        const Nature result = nature_of(function_->result);
        if (const auto type = table::column_type_of(result))
            return std::make_shared<Kernel>(*type, function_, std::move(sources));
        if (result != Nature::duration) return nullptr;
        return std::make_shared<Kernel>(vec::kDurationForm, function_, std::move(sources));
    }

  private:
    static bool fits(const vec::KernelArgument& argument, Nature nature, bool optional) {
        if (argument.constant != nullptr) {
            const value::Value& v = *argument.constant;
            return v.is_absent() ? optional : v.nature() == nature;
        }
        if (argument.type) return table::nature_of(*argument.type) == nature;
        return argument.form.is_stored() && argument.form.nature == nature;
    }
    Function function_;
};

}  // namespace

std::shared_ptr<const vec::KernelFactory> own_kernels(Function function) {
    if (!function->rows) return nullptr;
    return std::make_shared<Kernels>(std::move(function));
}

}  // namespace fluxi::engine
