#include "cli/sarif.hpp"

#include <nlohmann/json.hpp>

#include "base/version.hpp"

namespace fluxi::cli {

namespace {

using Json = nlohmann::ordered_json;

Json location_of(const Json& place) {
    return {{"physicalLocation",
             {{"artifactLocation", {{"uri", place["file"]}}},
              {"region",
               {{"startLine", place["start"]["line"]},
                {"startColumn", place["start"]["column"]},
                {"endLine", place["stop"]["line"]},
                {"endColumn", place["stop"]["column"]}}}}}};
}

}  // namespace

std::string sarif_report(const std::vector<std::string>& diagnostics) {
    Json results = Json::array();
    for (const auto& text : diagnostics) {
        const Json diagnostic = Json::parse(text);
        Json result = {{"ruleId", diagnostic["code"]},
                       {"level", diagnostic["severity"]},
                       {"message", {{"text", diagnostic["message"]}}}};
        if (diagnostic.contains("place")) {
            result["locations"] = Json::array({location_of(diagnostic["place"])});
        }
        results.push_back(std::move(result));
    }
    const Json driver = {{"name", "fluxi"}, {"version", std::string(base::version())}};
    const Json report = {
        {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", Json::array({{{"tool", {{"driver", driver}}}, {"results", results}}})}};
    return report.dump(2);
}

}  // namespace fluxi::cli
