// Random Flux programs that parse without an error: every construct of the language, with blanks,
// line ends, empty lines and comments between any two tokens. They mean nothing; the same seed
// gives the same program.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace fluxi::test {

class ProgramGenerator {
  public:
    explicit ProgramGenerator(std::uint32_t seed);

    /// A file: perhaps a package clause and imports, then statements.
    std::string program();

  private:
    std::size_t pick(std::size_t count) { return random_() % count; }
    bool once_in(std::size_t count) { return pick(count) == 0; }
    template <typename... Args>
    std::string_view one_of(Args... choices) {
        const std::string_view all[] = {choices...};
        return all[pick(sizeof...(choices))];
    }

    /// Writes a token, and before it what may stand between two tokens.
    void put(std::string_view token);
    void gap(std::string_view next);
    void comment();

    void name() { put(one_of("a", "b", "rows", "r", "x1", "_value", "extends", "größe", "with")); }
    void attributes();
    void statement(int depth, bool top);
    void block(int depth, bool testcase);

    void expression(int depth);
    void operation(int depth);
    void operand(int depth, bool words);
    void postfix(int depth);
    void primary(int depth);
    void enclosed(int depth);
    void safe_primary(int depth);
    void literal();
    void string(int depth);
    void properties(int depth, std::string_view open, std::string_view close);
    void record(int depth);
    void list(int depth);
    void function(int depth);

    void type(int depth);
    void record_type(int depth);
    void function_type(int depth);
    void constraints();

    std::mt19937 random_;
    std::string out_{};
    std::size_t wildness_ = 1;  ///< one gap in so many is not a blank
};

}  // namespace fluxi::test
