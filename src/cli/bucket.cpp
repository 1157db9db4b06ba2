// `fluxi bucket`: lists, makes, deletes and describes the buckets of the store.
#include <algorithm>
#include <cstdio>

#include <fmt/core.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/data_options.hpp"
#include "cli/report.hpp"
#include "value/time.hpp"

namespace fluxi::cli {

namespace {

std::string time_text(std::optional<std::int64_t> time) {
    if (!time) return "-";
    std::string text;
    value::append_time_trimmed(text, *time);
    return text;
}

struct BucketCommand {
    DataOptions data{};
    std::string name{};
    std::string retention = "forever";

    void list() const {
        const auto buckets = data.open()->buckets();
        std::size_t width = 4;
        for (const auto& bucket : buckets) width = std::max(width, bucket.name.size());
        fmt::print("{:<{}}  {:<16}  {}\n", "name", width, "id", "retention");
        for (const auto& bucket : buckets) {
            fmt::print("{:<{}}  {}  {}\n", bucket.name, width, store::id_text(bucket.id),
                       retention_text(bucket.retention));
        }
    }

    void create() const {
        const auto store = data.open();
        const auto transaction = store->begin();
        transaction->create_bucket(name, parse_retention(retention));
        transaction->commit();
    }

    void remove() const {
        const auto store = data.open();
        const auto transaction = store->begin();
        transaction->drop_bucket(find_bucket(*store, name)->info().id);
        transaction->commit();
    }

    void info() const {
        const auto store = data.open();
        const auto bucket = find_bucket(*store, name);
        const store::BucketSummary summary = bucket->summary();
        fmt::print("name       {}\nid         {}\nretention  {}\n", bucket->info().name,
                   store::id_text(bucket->info().id), retention_text(bucket->info().retention));
        fmt::print("series     {} ({} with their fields)\npoints     {}\nbytes      {}\n",
                   grouped(summary.tag_sets), grouped(summary.series), grouped(summary.points),
                   grouped(summary.bytes));
        fmt::print("first      {}\nlast       {}\n", time_text(summary.first_time),
                   time_text(summary.last_time));
    }
};

}  // namespace

Command add_bucket(CommandLine& program) {
    CommandLine command =
        program.add_subcommand("bucket", "List, create, delete and describe buckets");
    command.require_subcommand();
    auto state = std::make_shared<BucketCommand>();
    using Action = void (BucketCommand::*)() const;
    struct Verb {
        const char* name;
        const char* help;
        Action action;
    };
    std::vector<std::pair<CommandLine, Action>> verbs;
    for (const Verb& verb :
         {Verb{"list", "List the buckets", &BucketCommand::list},
          Verb{"create", "Make a bucket", &BucketCommand::create},
          Verb{"delete", "Delete a bucket with all its points", &BucketCommand::remove},
          Verb{"info", "Tell what a bucket holds", &BucketCommand::info}}) {
        CommandLine added = command.add_subcommand(verb.name, verb.help);
        state->data.declare(added);
        if (verb.action != &BucketCommand::list) {
            added.add_option("NAME", state->name, "The bucket").required();
        }
        if (verb.action == &BucketCommand::create) {
            added
                .add_option("--retention", state->retention,
                            "How long points are kept, e.g. 30d; older ones are not read any "
                            "more")
                .type_name("DURATION")
                .with_default();
        }
        verbs.emplace_back(added, verb.action);
    }
    return telling_errors(
        [state, verbs] {
            for (const auto& [verb, action] : verbs) {
                if (verb.parsed()) (state.get()->*action)();
            }
            return kOk;
        },
        kFailed);
}

}  // namespace fluxi::cli
