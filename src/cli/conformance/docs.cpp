// `fluxi conformance docs`: the examples and signatures of documentation pages. An example that
// cannot run here (it reads a bucket, a file or the network, or is only a piece of a script) is
// counted apart, with the reason; what can run has to give what its page says.
#include <cctype>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/conformance/example_check.hpp"
#include "cli/conformance/settings.hpp"
#include "cli/conformance/signature_check.hpp"

namespace fluxi::cli::conformance {

namespace {

namespace fs = std::filesystem;

std::string slug(std::string_view heading) {
    std::string text;
    for (const char c : heading) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) {
            text += static_cast<char>(std::tolower(byte));
        } else if (!text.empty() && text.back() != '-') {
            text += '-';
        }
    }
    while (!text.empty() && text.back() == '-') text.pop_back();
    return text;
}

void add_page(const Settings& settings, const fs::path& top, const std::string& file,
              std::vector<Case>& cases) {
    const fs::path relative = fs::weakly_canonical(file).lexically_relative(top);
    const std::string page = fs::path(relative).replace_extension().string();
    const std::string group =
        relative.has_parent_path() ? relative.parent_path().string() : std::string(".");
    const Page read = read_markdown(host::LocalFileSystem().read(file));
    const auto found = std::make_shared<const PageExamples>(find_examples(read));
    std::map<std::string, std::size_t> seen;
    const auto unique = [&](const std::string& name) {
        const std::size_t times = ++seen[name];
        return times == 1 ? name : fmt::format("{}:{}", name, times);
    };
    const std::string member = member_of_page(fs::weakly_canonical(file).string(), read.title);
    for (const Signature& signature : found->signatures) {
        if (member.empty()) break;
        cases.push_back({"signature", unique(page + "#type"), group,
                         [&settings, member, text = signature.text] {
                             return check_signature(settings, member, text);
                         }});
    }
    for (std::size_t i = 0; i < found->examples.size(); ++i) {
        const std::string place = slug(found->examples[i].heading);
        const std::string name = unique(page + "#" + (place.empty() ? "start" : place));
        cases.push_back({"example", name, group, [&settings, name, found, i] {
                             return check_example(settings, name, found->examples, i);
                         }});
    }
}

}  // namespace

std::vector<CaseOutcome> run_docs(const Settings& settings) {
    std::vector<Case> cases;
    for (const std::string& path : settings.paths) {
        const fs::path whole = fs::weakly_canonical(path);
        const fs::path top = fs::is_directory(whole) ? whole : whole.parent_path();
        for (const std::string& file : files_below(path, ".md"))
            add_page(settings, top, file, cases);
    }
    if (cases.empty())
        base::fail("{}: no page has a block of Flux", fmt::join(settings.paths, " "));
    return run_cases(std::move(cases), settings);
}

}  // namespace fluxi::cli::conformance
