// One JSON document when everything is over.
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "cli/test/report.hpp"

namespace fluxi::cli {

namespace {

class JsonReport final : public TestReporter {
  public:
    void tell(const engine::TestOutcome& outcome) override {
        constexpr double kThousand = 1000;
        tests_.push_back(
            {{"file", outcome.file},
             {"name", outcome.name},
             {"status", status_name(outcome.status)},
             {"message", outcome.message},
             {"duration_ms", std::round(outcome.duration_ms * kThousand) / kThousand}});
    }
    void finish(const engine::TestSummary& summary) override {
        const Json document = {{"tests", tests_},
                               {"summary",
                                {{"passed", summary.passed},
                                 {"failed", summary.failed},
                                 {"skipped", summary.skipped}}}};
        std::printf("%s\n", document.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
    }

  private:
    using Json = nlohmann::ordered_json;
    Json tests_ = Json::array();
};

}  // namespace

std::unique_ptr<TestReporter> make_json_report() {
    return std::make_unique<JsonReport>();
}

}  // namespace fluxi::cli
