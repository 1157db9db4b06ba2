#include "tests/support/program_generator.hpp"

#include <cctype>

#include <fmt/format.h>

namespace fluxi::test {

namespace {

bool stands_alone(char c) {
    return std::string_view("()[]{},").find(c) != std::string_view::npos;
}

}  // namespace

ProgramGenerator::ProgramGenerator(std::uint32_t seed) : random_(seed) {
    static constexpr std::size_t kWildness[] = {2, 6, 20, 60, 1000};
    wildness_ = kWildness[pick(std::size(kWildness))];
}

std::string ProgramGenerator::program() {
    out_.clear();
    if (once_in(3)) {
        if (once_in(4)) attributes();
        put("package");
        put("demo");
    }
    for (std::size_t i = pick(4); i > 0; --i) {
        if (once_in(6)) attributes();
        put("import");
        if (once_in(4)) put(one_of("alias", "other"));
        put(one_of("\"array\"", "\"date\"", "\"influxdata/influxdb/v1\""));
    }
    for (std::size_t i = pick(6); i > 0; --i) statement(3, true);
    gap("");
    return out_;
}

// ---- between the tokens

void ProgramGenerator::put(std::string_view token) {
    gap(token);
    out_ += token;
}

void ProgramGenerator::comment() {
    out_ += one_of("//", "// why", "// a ) bracket, a \"quote", "//   three blanks",
                   "// ends in blanks  ", "/// for readers", "// größer as 2 µs");
    out_.push_back('\n');
}

void ProgramGenerator::gap(std::string_view next) {
    if (once_in(wildness_)) {
        switch (pick(6)) {
            case 0:
                out_ += "\n\n\n";
                break;
            case 1:
                if (!out_.empty()) out_ += once_in(2) ? "  " : "";
                if (out_.ends_with('/')) out_.push_back(' ');
                comment();
                break;
            case 2:
                out_ += "\n";
                if (once_in(2)) out_ += "\n";
                out_.append(pick(3), ' ');
                comment();
                if (once_in(2)) out_ += "\n";
                if (once_in(3)) comment();
                break;
            case 3:
                out_ += "\t";
                break;
            default:
                out_ += "\n";
                out_.append(pick(3) * 4, ' ');
        }
        return;
    }
    if (out_.empty() || next.empty()) return;
    const bool tight = stands_alone(out_.back()) || stands_alone(next.front());
    if (!tight || once_in(3)) out_.push_back(' ');
}

// ---- statements

void ProgramGenerator::attributes() {
    for (std::size_t i = 1 + pick(2); i > 0; --i) {
        put(one_of("@edition", "@registry", "@x"));
        if (once_in(2)) continue;
        put("(");
        for (std::size_t n = pick(3); n > 0; --n) {
            literal();
            if (n > 1 || once_in(4)) put(",");
        }
        put(")");
    }
}

void ProgramGenerator::statement(int depth, bool top) {
    if (once_in(8)) attributes();
    switch (pick(top ? 9 : 4)) {
        case 0:
        case 1:
            name();
            put("=");
            expression(depth);
            break;
        case 2:
        case 3:
            // What begins with a bracket or an operator would continue the statement before.
            put("f");
            put("(");
            put(")");
            for (std::size_t i = pick(5); i > 0; --i) {
                put("|>");
                put(one_of("range", "filter", "array.map", "map"));
                properties(depth - 1, "(", ")");
            }
            break;
        case 4:
            put("option");
            put(one_of("now", "task"));
            if (once_in(2)) {
                put(".");
                put("now");
            }
            put("=");
            expression(depth);
            break;
        case 5:
            put("builtin");
            put("native");
            put(":");
            type(2);
            if (once_in(2)) constraints();
            break;
        case 6:
            put("testcase");
            put("case_of_it");
            if (once_in(2)) {
                put("extends");
                put("\"mine/base_test.case\"");
            }
            block(depth - 1, true);
            break;
        default:
            put("data");
            put("=");
            operation(depth + 1);
    }
}

void ProgramGenerator::block(int depth, bool testcase) {
    put("{");
    for (std::size_t i = pick(3); i > 0; --i) statement(depth, false);
    if (!testcase) {
        put("return");
        expression(depth);
    }
    put("}");
}

// ---- expressions

void ProgramGenerator::expression(int depth) {
    if (depth <= 0 || !once_in(5)) return operation(depth);
    for (std::size_t i = 1 + pick(2); i > 0; --i) {
        put("if");
        expression(depth - 1);
        put("then");
        expression(depth - 1);
        put("else");
    }
    operation(depth - 1);
}

void ProgramGenerator::operation(int depth) {
    if (depth <= 0) return operand(depth, true);
    const std::size_t count = once_in(3) ? 0 : once_in(4) ? pick(7) : pick(2);
    operand(depth, true);
    for (std::size_t i = 0; i < count; ++i) {
        if (once_in(3)) {
            put("|>");
            put(one_of("sum", "pkg.mean"));
            properties(depth - 1, "(", ")");
            continue;
        }
        const bool logical = once_in(4);
        put(logical ? one_of("and", "or")
                    : one_of("+", "-", "*", "/", "%", "^", "==", "!=", "<", "<=", ">", ">=", "=~",
                             "!~"));
        operand(depth - 1, logical);
    }
}

/// `not` and `exists` bind loosely: they cannot follow an operator that binds more tightly.
void ProgramGenerator::operand(int depth, bool words) {
    if (words && once_in(6)) {
        for (std::size_t i = 1 + pick(2); i > 0; --i) put(one_of("not", "exists"));
    }
    if (once_in(6)) {
        for (std::size_t i = 1 + pick(2); i > 0; --i) put(one_of("-", "+"));
    }
    postfix(depth);
}

void ProgramGenerator::postfix(int depth) {
    if (depth <= 0 || !once_in(2)) return primary(depth);
    safe_primary(depth);
    for (std::size_t i = 1 + pick(3); i > 0; --i) {
        switch (pick(4)) {
            case 0:
                put(".");
                name();
                break;
            case 1:
                put("[");
                expression(depth - 1);
                put("]");
                break;
            case 2:
                put("[");
                put("\"a b\"");
                put("]");
                break;
            default:
                properties(depth - 1, "(", ")");
        }
    }
}

/// What brackets stand around.
void ProgramGenerator::enclosed(int depth) {
    switch (pick(3)) {
        case 0:
            put("(");
            expression(depth);
            put(")");
            break;
        case 1:
            record(depth);
            break;
        default:
            list(depth);
    }
}

/// What a dot or bracket can follow without becoming a part of it.
void ProgramGenerator::safe_primary(int depth) {
    if (once_in(2)) return enclosed(depth - 1);
    name();
}

void ProgramGenerator::primary(int depth) {
    if (depth <= 0) {
        if (once_in(2)) return literal();
        return name();
    }
    switch (pick(9)) {
        case 0:
        case 1:
        case 2:
            enclosed(depth - 1);
            break;
        case 3:
        case 4:
            function(depth - 1);
            break;
        case 5:
            string(depth - 1);
            break;
        case 6:
            literal();
            break;
        default:
            name();
    }
}

void ProgramGenerator::literal() {
    put(one_of("1", "0", "9223372036854775807", "1.0", ".5", "2.", "1d", "1h30m", "1mo", "5us",
               "5µs", "1y2mo3w4d", "2020-01-01", "2020-01-01T00:00:00Z",
               "2020-01-01T00:00:00.5+01:00", "/a.b/", "/a\\/b[ )]/", "\"\"", "\"text\"",
               "\"a \\\"quote\\\" // no comment\"", "\"two\nlines  \n\n  here\"",
               "\"\\x41\\n\\${x}\"", "\"größe\"", ".label", ".\"a label\""));
}

void ProgramGenerator::string(int depth) {
    std::string text = "\"";
    for (std::size_t i = 1 + pick(3); i > 0; --i) {
        text += one_of("", "text ", "two\nlines ", "\\\"");
        ProgramGenerator inner(static_cast<std::uint32_t>(random_()));
        inner.expression(depth - 1);
        text += fmt::format("${{{}}}", inner.out_);
    }
    put(text + "\"");
}

void ProgramGenerator::properties(int depth, std::string_view open, std::string_view close) {
    put(open);
    const std::size_t count = once_in(6) ? pick(8) : pick(3);
    const bool bare = once_in(8);
    for (std::size_t i = 0; i < count; ++i) {
        if (bare) {
            put(one_of("r", "tables"));
        } else {
            put(one_of("fn", "column", "every", "\"a key\"", "v"));
            put(":");
            expression(depth);
        }
        if (i + 1 < count || once_in(4)) put(",");
    }
    put(close);
}

void ProgramGenerator::record(int depth) {
    if (!once_in(4)) return properties(depth, "{", "}");
    put("{");
    put("r");
    put("with");
    const std::size_t count = 1 + (once_in(6) ? pick(8) : pick(3));
    for (std::size_t i = 0; i < count; ++i) {
        put(one_of("fn", "column", "\"a key\""));
        put(":");
        expression(depth);
        if (i + 1 < count || once_in(4)) put(",");
    }
    put("}");
}

void ProgramGenerator::list(int depth) {
    put("[");
    const std::size_t kind = pick(5);
    if (kind == 0) {
        put(":");
        put("]");
        return;
    }
    std::size_t count = once_in(6) ? pick(9) : pick(4);
    if (kind == 1 && count == 0) count = 1;
    for (std::size_t i = 0; i < count; ++i) {
        expression(depth);
        if (kind == 1) {
            put(":");
            expression(depth);
        }
        if (i + 1 < count || once_in(4)) put(",");
    }
    put("]");
}

void ProgramGenerator::function(int depth) {
    put("(");
    const std::size_t count = once_in(6) ? pick(8) : pick(3);
    for (std::size_t i = 0; i < count; ++i) {
        put(one_of("r", "accumulator", "tables", "n", "m"));
        if (once_in(3)) {
            put("=");
            if (i == 0) {
                put("<-");
            } else {
                expression(depth);
            }
        }
        if (i + 1 < count || once_in(4)) put(",");
    }
    put(")");
    put("=>");
    if (once_in(3)) return block(depth, false);
    if (once_in(3)) {
        put("(");
        record(depth);
        put(")");
        return;
    }
    // A brace at the beginning would be a block.
    if (once_in(3)) {
        put("if");
        expression(depth);
        put("then");
        expression(depth);
        put("else");
    } else {
        name();
        put(one_of("and", "or"));
    }
    operation(depth);
}

// ---- types

void ProgramGenerator::type(int depth) {
    if (depth <= 0 || once_in(3)) {
        put(one_of("int", "string", "A", "B", "bool", "dynamic", "time"));
        return;
    }
    switch (pick(6)) {
        case 0:
            put("[");
            type(depth - 1);
            if (once_in(3)) {
                put(":");
                type(depth - 1);
            }
            put("]");
            break;
        case 1:
            put(one_of("stream", "vector"));
            put("[");
            type(depth - 1);
            put("]");
            break;
        case 2:
        case 3:
            record_type(depth - 1);
            break;
        default:
            function_type(depth - 1);
    }
}

void ProgramGenerator::record_type(int depth) {
    put("{");
    std::size_t count = once_in(6) ? pick(8) : pick(3);
    if (once_in(3)) {
        put("A");
        put("with");
        if (count == 0) count = 1;
    }
    for (std::size_t i = 0; i < count; ++i) {
        put(one_of("a", "_value", "\"b c\""));
        put(":");
        type(depth);
        if (i + 1 < count || once_in(4)) put(",");
    }
    put("}");
}

void ProgramGenerator::function_type(int depth) {
    put("(");
    const std::size_t count = once_in(6) ? pick(8) : pick(3);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t kind = pick(4);
        if (kind == 0) put("?");
        if (kind == 1) put("<-");
        if (kind != 1 || once_in(2)) put(one_of("fn", "tables", "n"));
        put(":");
        type(depth);
        if (kind == 0 && once_in(3)) {
            put("=");
            put(".");
            put("label");
        }
        if (i + 1 < count || once_in(4)) put(",");
    }
    put(")");
    put("=>");
    type(depth);
}

void ProgramGenerator::constraints() {
    put("where");
    const std::size_t count = once_in(6) ? 5 : 1 + pick(2);
    for (std::size_t i = 0; i < count; ++i) {
        put(one_of("A", "B"));
        put(":");
        put("Addable");
        for (std::size_t n = pick(3); n > 0; --n) {
            put("+");
            put(one_of("Numeric", "Record"));
        }
        if (i + 1 < count) put(",");
    }
}

}  // namespace fluxi::test
