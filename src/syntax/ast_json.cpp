#include "syntax/ast_json.hpp"

#include "syntax/ast_json_converter.hpp"

namespace fluxi::syntax {

std::string ast_json(const base::SourceMap& sources, const File& file, int indent) {
    return ast_json_detail::Converter(sources, &file).file(file).dump(indent);
}

std::string ast_json(const base::SourceMap& sources, const Expr& expr, int indent) {
    return ast_json_detail::Converter(sources, nullptr).expr(expr).dump(indent);
}

}  // namespace fluxi::syntax
