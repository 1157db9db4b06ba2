// `fluxi delete`: deletes points of a bucket by time and tags.
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/data_options.hpp"
#include "cli/report.hpp"
#include "store/delete_predicate.hpp"
#include "value/time.hpp"

namespace fluxi::cli {

namespace {

struct DeleteCommand {
    DataOptions data{};
    std::string bucket{};
    std::string start{};
    std::string stop{};
    std::string predicate{};

    void run() const {
        const std::int64_t first = time_of(start, "start");
        const std::int64_t last = time_of(stop, "stop");
        const store::TagPredicate condition = store::parse_delete_predicate(predicate);
        const auto store = data.open();
        const auto transaction = store->begin();
        transaction->remove(find_bucket(*store, bucket)->info().id, first, last, condition);
        transaction->commit();
    }

  private:
    static std::int64_t time_of(const std::string& text, const char* name) {
        const auto time = value::parse_rfc3339(text);
        if (!time) {
            base::fail(
                "--{} {}: a time in RFC 3339 format is expected, for example 2009-01-02T23:00:00Z",
                name, text);
        }
        // Years that no point can have wrap around where they are read.
        const auto year = std::atoi(text.c_str());
        if (year < 1677 || *time < store::kEarliestTime || (year == 1677 && *time > 0)) {
            base::fail("--{} {}: no time before 1677-09-21T00:12:43.145224194Z can be stored", name,
                       text);
        }
        if (year > 2262 || *time > store::kLatestTime || (year == 2262 && *time < 0)) {
            base::fail("--{} {}: no time after 2262-04-11T23:47:16.854775806Z can be stored", name,
                       text);
        }
        return *time;
    }
};

}  // namespace

Command add_delete(CommandLine& program) {
    CommandLine command = program.add_subcommand("delete", "Delete points of a bucket");
    auto state = std::make_shared<DeleteCommand>();
    state->data.declare(command);
    command.add_option("--bucket,-b", state->bucket, "The bucket, by name or id")
        .type_name("NAME")
        .required();
    command.add_option("--start", state->start, "The first time that is deleted, RFC 3339")
        .type_name("TIME")
        .required();
    command.add_option("--stop", state->stop, "The last time that is deleted, RFC 3339")
        .type_name("TIME")
        .required();
    command
        .add_option("--predicate,-p", state->predicate,
                    "Which series: terms KEY=\"VALUE\" and KEY!=\"VALUE\" joined by AND, where "
                    "_measurement is a key, too; all if it is left out")
        .type_name("TEXT");
    return telling_errors(
        [state] {
            state->run();
            return kOk;
        },
        kFailed);
}

}  // namespace fluxi::cli
