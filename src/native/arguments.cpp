#include "native/arguments.hpp"

#include "value/composite.hpp"

namespace fluxi::native {

std::vector<std::string> Arguments::strings(std::size_t i) const {
    std::vector<std::string> texts;
    for (const value::Value& element : get<value::Array>(i).elements()) {
        if (!element.is(value::Nature::string)) {
            base::fail("{}: argument {} must be an array of strings, found {} at index {}",
                       function_, parameters_[i].name,
                       element.is_null() ? "null" : value::nature_name(element.nature()),
                       texts.size());
        }
        texts.emplace_back(element.as_text());
    }
    return texts;
}

std::vector<std::string> Arguments::strings_or(std::size_t i,
                                               std::vector<std::string> fallback) const {
    return has(i) ? strings(i) : std::move(fallback);
}

void Arguments::fail(std::size_t i, std::string_view expected) const {
    const value::Value& v = values_[i];
    base::fail("{}: argument {} must be {}, found {}{}", function_, parameters_[i].name, expected,
               v.is_null() ? "null" : value::nature_name(v.nature()),
               v.is_null() && v.nature() != value::Nature::none
                   ? std::string(" of type ") + std::string(value::nature_name(v.nature()))
                   : std::string());
}

}  // namespace fluxi::native
