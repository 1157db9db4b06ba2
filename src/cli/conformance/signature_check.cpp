#include "cli/conformance/signature_check.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/conformance/type_text.hpp"
#include "engine/documentation.hpp"

namespace fluxi::cli::conformance {

namespace {

CaseOutcome failed(std::string_view verdict, std::string message) {
    CaseOutcome outcome;
    outcome.status = Status::failed;
    outcome.verdict = verdict;
    outcome.message = std::move(message);
    return outcome;
}

}  // namespace

std::string member_of_page(const std::string& page, const std::string& title) {
    constexpr std::string_view kPackages = "stdlib/";
    const auto at = page.rfind(kPackages);
    const auto slash = page.rfind('/');
    if (at == std::string::npos || slash < at + kPackages.size()) return {};
    const std::string path = page.substr(at + kPackages.size(), slash - at - kPackages.size());
    std::string name = title.substr(0, title.find_first_of("( "));
    name.erase(std::remove(name.begin(), name.end(), '`'), name.end());
    name = name.substr(name.rfind('.') + 1);
    return path == "universe" ? name : path + "." + name;
}

CaseOutcome check_signature(const Settings& settings, const std::string& member,
                            const std::string& text) {
    engine::Session session(settings.session(""));
    const auto found = engine::find_documentation(session, member);
    const auto wanted = canonical_type(text);
    if (!wanted) {
        return failed("unreadable", "the page has what is no type:\n" + text);
    }
    if (!found || found->type.empty()) {
        return failed("missing", fmt::format("nothing is called {}", member));
    }
    CaseOutcome outcome;
    const auto own = canonical_type(found->type);
    const auto agrees = [&](const std::string& other) { return own == other; };
    if (!agrees(*wanted))
        outcome = failed("differ", fmt::format("- {}\n+ {}\n", *wanted, own.value_or(found->type)));
    if (settings.negative_control) {
        const auto at = text.find('(');
        const bool altered = at != std::string::npos;
        const auto other = canonical_type(
            altered ? text.substr(0, at + 1) + "altered: int, " + text.substr(at + 1) : text);
        judge_control(outcome, outcome.status == Status::passed, altered && other,
                      other && !agrees(*other));
    }
    return outcome;
}

}  // namespace fluxi::cli::conformance
