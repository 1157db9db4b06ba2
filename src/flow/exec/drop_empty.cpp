#include "flow/exec/drop_empty.hpp"

#include <utility>
#include <vector>

namespace fluxi::flow::exec {

table::Batch DropEmpty::without_empty(table::Batch batch) {
    std::vector<table::Run> runs;
    std::vector<std::uint32_t> kept;
    for (std::uint32_t i = 0; i < batch.runs().size(); ++i) {
        table::Run run = batch.runs()[i];
        if (run.opens) opened_ = false;
        if (run.size() == 0 && !(run.closes && opened_)) continue;
        run.opens = !opened_;
        opened_ = !run.closes;
        runs.push_back(run);
        kept.push_back(i);
    }
    if (kept.size() == batch.runs().size()) {
        batch.runs() = std::move(runs);
        return batch;
    }
    std::vector<table::Column> columns = batch.stored();
    for (const std::uint32_t key : batch.schema()->key()) columns[key] = columns[key].take(kept);
    return {batch.schema(), std::move(columns), std::move(runs)};
}

}  // namespace fluxi::flow::exec
