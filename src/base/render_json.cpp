#include <nlohmann/json.hpp>

#include "base/render.hpp"
#include "base/utf8.hpp"

namespace fluxi::base {

namespace {

using Json = nlohmann::ordered_json;

Json position_json(Position position) {
    return {{"line", position.line}, {"column", position.column}};
}

/// Adds `place` to the object unless it is unknown.
void add_place(Json& object, const SourceMap& sources, Span span) {
    if (!span.known() || span.file >= sources.size()) return;
    const SourceFile& file = sources.file(span.file);
    object["place"] = {{"file", to_valid_utf8(file.name())},
                       {"begin", span.begin},
                       {"end", span.end},
                       {"start", position_json(file.position(span.begin))},
                       {"stop", position_json(file.position(span.end))}};
}

void add_texts(Json& object, const char* key, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) object[key].push_back(to_valid_utf8(text));
}

Json diagnostic_json(const SourceMap& sources, const Diagnostic& diagnostic) {
    Json object = {{"severity", severity_text(diagnostic.severity)},
                   {"code", code_text(diagnostic.code)},
                   {"message", to_valid_utf8(diagnostic.message)}};
    if (!diagnostic.label.empty()) object["label"] = to_valid_utf8(diagnostic.label);
    add_place(object, sources, diagnostic.span);
    for (const Label& label : diagnostic.secondary) {
        Json entry = Json::object();
        add_place(entry, sources, label.span);
        entry["text"] = to_valid_utf8(label.text);
        object["secondary"].push_back(std::move(entry));
    }
    add_texts(object, "notes", diagnostic.notes);
    add_texts(object, "help", diagnostic.help);
    for (const FixIt& fixit : diagnostic.fixits) {
        Json entry = Json::object();
        add_place(entry, sources, fixit.span);
        entry["replacement"] = to_valid_utf8(fixit.replacement);
        entry["description"] = to_valid_utf8(fixit.description);
        entry["safe"] = fixit.safe;
        object["fixits"].push_back(std::move(entry));
    }
    return object;
}

}  // namespace

std::string to_json(const SourceMap& sources, const Diagnostic& diagnostic) {
    return diagnostic_json(sources, diagnostic).dump();
}

std::string to_json(const SourceMap& sources, const RuntimeError& error) {
    Json object = diagnostic_json(sources, error.diagnostic());
    for (const CallFrame& frame : error.stack()) {
        Json entry = {{"function", to_valid_utf8(frame.function)}};
        add_place(entry, sources, frame.span);
        object["stack"].push_back(std::move(entry));
    }
    return object.dump();
}

std::string to_json(const SourceMap& sources, std::span<const Diagnostic> diagnostics) {
    Json array = Json::array();
    for (const Diagnostic& diagnostic : diagnostics)
        array.push_back(diagnostic_json(sources, diagnostic));
    return array.dump();
}

}  // namespace fluxi::base
