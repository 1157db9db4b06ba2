// Types as text. One printer names the variables of all types it is given consistently, so that a
// message can show two types that share some. Two styles exist because the reference has two: that
// of signatures and the checker's messages, and that in which `display` and run-time messages show
// functions.
#pragma once

#include <map>
#include <string>

#include "types/substitution.hpp"

namespace fluxi::types {

enum class PrintStyle : std::uint8_t {
    checker,   ///< `(<-tables: stream[A], n: int, ?c: string) => B`: pipe first, then required,
               ///< optional
    run_time,  ///< all parameters by name, dictionaries as `[K: V]`
};

class TypePrinter {
  public:
    /// `substitution` gives the meaning of variables; without it they are printed as they are.
    explicit TypePrinter(PrintStyle style = PrintStyle::checker,
                         Substitution* substitution = nullptr)
        : style_(style), substitution_(substitution) {}

    /// The type on one line. Long ones are cut off with an ellipsis after `limit` bytes.
    std::string text(TypeRef type, std::size_t limit = kNoLimit);

    static constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);

    /// The name given to a generic of a PolyType printed before; empty if it was not in it.
    [[nodiscard]] std::string generic_name(std::uint32_t index) const;

  private:
    [[nodiscard]] TypeRef known(TypeRef type);
    void number(TypeRef type);
    void number_function(TypeRef type);
    void write(TypeRef type);
    void write_record(TypeRef type);
    void write_function(TypeRef type);
    void write_parameter(const Parameter& parameter);
    [[nodiscard]] std::string letter(std::size_t place) const;

    PrintStyle style_;
    Substitution* substitution_;
    std::map<std::pair<Tag, std::uint32_t>, std::size_t> places_;
    std::string out_;
    std::size_t visited_ = 0;
    std::size_t limit_ = kNoLimit;
};

/// A signature with its constraints, `(x: A) => A where A: Addable`, in the checker's style.
std::string signature(const PolyType& type);

/// The type as `display` and run-time messages show it.
std::string run_time_text(TypeRef type, Substitution* substitution = nullptr);

}  // namespace fluxi::types
