// What every Flux function has, whether it is written in Flux or in C++: named parameters.
// How it is called is known to the folders below (closures in eval, natives in native); here it is
// data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "value/value.hpp"

namespace fluxi::value {

struct Parameter {
    std::string name;
    bool optional = false;
    bool pipe = false;
};

class Function : public Object {
  public:
    static constexpr Nature kNature = Nature::function;
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    [[nodiscard]] const std::vector<Parameter>& parameters() const noexcept { return parameters_; }
    /// Position of a parameter, or npos.
    [[nodiscard]] std::size_t find_parameter(std::string_view name) const noexcept;
    /// Position of the pipe parameter, or npos.
    [[nodiscard]] std::size_t pipe_parameter() const noexcept { return pipe_; }
    /// The type as `display` prints it, e.g. "(a: A, b: A) => A".
    [[nodiscard]] virtual std::string type_text() const = 0;

  protected:
    explicit Function(std::vector<Parameter> parameters);

  private:
    std::vector<Parameter> parameters_;
    std::size_t pipe_ = npos;
};

}  // namespace fluxi::value
