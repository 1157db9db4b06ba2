#include "types/print.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace fluxi::types {

namespace {

/// A type that shares parts can be small in memory and endless on paper: after so many parts no
/// more variables are looked for.
constexpr std::size_t kMaxVisited = 100'000;
constexpr std::string_view kEllipsis = "…";

bool is_plain_label(std::string_view name) {
    if (name.empty()) return false;
    const auto letter = [](char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || digit(c); });
}

std::string label_text(std::string_view name) {
    if (is_plain_label(name)) return std::string(name);
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

std::string TypePrinter::letter(std::size_t place) const {
    const std::size_t letters = style_ == PrintStyle::checker ? 26 : 10;
    if (place < letters) return std::string(1, static_cast<char>('A' + place));
    return fmt::format("t{}", place);
}

std::string TypePrinter::generic_name(std::uint32_t index) const {
    const auto found = places_.find({Tag::generic, index});
    return found == places_.end() ? std::string() : letter(found->second);
}

TypeRef TypePrinter::known(TypeRef type) {
    return substitution_ == nullptr ? type : substitution_->row(type);
}

std::string TypePrinter::text(TypeRef type, std::size_t limit) {
    limit_ = limit;
    out_.clear();
    visited_ = 0;
    number(type);
    write(type);
    if (out_.size() > limit_) {
        out_.resize(limit_);
        while (!out_.empty() && (static_cast<unsigned char>(out_.back()) & 0x80U) != 0)
            out_.pop_back();
        out_ += kEllipsis;
    }
    return std::move(out_);
}

void TypePrinter::number(TypeRef type) {
    if (type == nullptr || type->ground() || ++visited_ > kMaxVisited) return;
    const TypeRef t = known(type);
    if (t->is(Tag::variable) || t->is(Tag::generic)) {
        places_.try_emplace({t->tag, t->index}, places_.size());
        return;
    }
    if (t->is(Tag::function)) {
        number_function(t);
        return;
    }
    const bool tail_first = style_ == PrintStyle::checker;
    if (!t->is(Tag::record) || tail_first) number(t->first);
    number(t->second);
    for (const Field& f : t->fields) {
        number(f.label);
        number(f.type);
    }
    if (t->is(Tag::record) && !tail_first) number(t->first);
}

void TypePrinter::number_function(TypeRef type) {
    const auto of = [&](Mark mark) {
        for (const Parameter& p : type->parameters) {
            if (p.mark == mark || style_ == PrintStyle::run_time) {
                number(p.type);
                number(p.fallback);
            }
        }
    };
    of(Mark::required);
    if (style_ == PrintStyle::checker) {
        of(Mark::optional);
        of(Mark::pipe);
    }
    number(type->result());
}

void TypePrinter::write(TypeRef type) {
    if (out_.size() > limit_) return;
    const TypeRef t = known(type);
    switch (t->tag) {
        case Tag::error:
            out_ += "?";
            return;
        case Tag::variable:
        case Tag::generic: {
            const auto place = places_.try_emplace({t->tag, t->index}, places_.size()).first;
            out_ += letter(place->second);
            return;
        }
        case Tag::label:
            out_ += '.';
            out_ += label_text(t->name);
            return;
        case Tag::array:
        case Tag::stream:
        case Tag::vector:
            out_ += t->is(Tag::array) ? "[" : t->is(Tag::stream) ? "stream[" : "v[";
            write(t->element());
            out_ += ']';
            return;
        case Tag::dict:
            out_ += '[';
            write(t->key());
            out_ += style_ == PrintStyle::checker ? ":" : ": ";
            write(t->value());
            out_ += ']';
            return;
        case Tag::record:
            write_record(t);
            return;
        case Tag::function:
            write_function(t);
            return;
        default:
            out_ += basic_name(t->tag);
            return;
    }
}

void TypePrinter::write_record(TypeRef type) {
    out_ += '{';
    if (type->tail() != nullptr) {
        write(type->tail());
        if (!type->fields.empty()) out_ += " with ";
    }
    bool first = true;
    for (const Field& f : type->fields) {
        if (!first) out_ += ", ";
        first = false;
        if (f.label != nullptr) {
            write(f.label);
        } else {
            out_ += label_text(f.name);
        }
        out_ += ": ";
        write(f.type);
        if (out_.size() > limit_) return;
    }
    out_ += '}';
}

void TypePrinter::write_parameter(const Parameter& parameter) {
    if (out_.back() != '(') out_ += ", ";
    if (parameter.mark == Mark::pipe) out_ += "<-";
    if (parameter.mark == Mark::optional) out_ += '?';
    out_ += parameter.name;
    out_ += ": ";
    write(parameter.type);
    if (parameter.fallback != nullptr) {
        out_ += " = ";
        write(parameter.fallback);
    }
}

void TypePrinter::write_function(TypeRef type) {
    out_ += '(';
    if (style_ == PrintStyle::run_time) {
        for (const Parameter& p : type->parameters) write_parameter(p);
    } else {
        for (const Mark mark : {Mark::pipe, Mark::required, Mark::optional}) {
            for (const Parameter& p : type->parameters) {
                if (p.mark == mark) write_parameter(p);
            }
        }
    }
    out_ += ") => ";
    write(type->result());
}

std::string signature(const PolyType& type) {
    TypePrinter printer;
    std::string text = printer.text(type.type);
    std::map<std::string, KindSet> constraints;
    for (std::size_t i = 0; i < type.kinds.size(); ++i) {
        std::string name = printer.generic_name(static_cast<std::uint32_t>(i));
        if (!name.empty() && !kinds_text(type.kinds[i]).empty()) {
            constraints.emplace(std::move(name), type.kinds[i]);
        }
    }
    std::string_view separator = " where ";
    for (const auto& [name, kinds] : constraints) {
        text += fmt::format("{}{}: {}", separator, name, kinds_text(kinds));
        separator = ", ";
    }
    return text;
}

std::string run_time_text(TypeRef type, Substitution* substitution) {
    return TypePrinter(PrintStyle::run_time, substitution).text(type);
}

}  // namespace fluxi::types
