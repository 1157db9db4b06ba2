#include "flow/exec/key_order.hpp"

#include <utility>

#include "base/error.hpp"
#include "table/concat.hpp"

namespace fluxi::flow::exec {

using table::Batch;

void fail_duplicate(const std::string& user, const table::GroupKey& key) {
    base::fail_with(base::Code::table, "{}{}found duplicate table with key: {}", user,
                    user.empty() ? "" : " ", key.text());
}

void KeyOrder::add(Batch batch) {
    keys_.assign_runs(batch, ids_);
    const auto number = static_cast<std::uint32_t>(batches_.size());
    for (std::uint32_t run = 0; run < ids_.size(); ++run) {
        const std::uint32_t id = ids_[run];
        const auto part = static_cast<std::uint32_t>(parts_.size());
        if (id == first_.size()) {
            first_.push_back(part);
            last_.push_back(part);
        } else {
            if (repeated_ == Repeated::fail && batch.runs()[run].opens)
                fail_duplicate(user_, keys_.key(id));
            parts_[last_[id]].next = part;
            last_[id] = part;
        }
        parts_.push_back({number, run, kEnd});
    }
    batches_.push_back(std::move(batch));
}

void KeyOrder::emit_key(Sink& out, TableWriter& writer, std::uint32_t first) const {
    bool one_schema = true;
    std::uint32_t shown = first;      // the first part with rows, or the first of all
    std::uint32_t last_shown = kEnd;  // the last part with rows
    for (std::uint32_t part = first; part != kEnd; part = parts_[part].next) {
        const Batch& batch = batches_[parts_[part].batch];
        one_schema =
            one_schema && table::same(batch.schema(), batches_[parts_[first].batch].schema());
        if (batch.runs()[parts_[part].run].size() == 0) continue;
        if (last_shown == kEnd) shown = part;
        last_shown = part;
    }
    if (!one_schema) {
        table::TableParts whole;
        for (std::uint32_t part = first; part != kEnd; part = parts_[part].next)
            whole.add(batches_[parts_[part].batch], parts_[part].run);
        return writer.append(out, whole.finish(0));
    }
    if (last_shown == kEnd) last_shown = shown;
    for (std::uint32_t part = shown;; part = parts_[part].next) {
        const Batch& batch = batches_[parts_[part].batch];
        const table::Run& run = batch.runs()[parts_[part].run];
        if (run.size() != 0 || part == shown) {
            writer.append(out, batch, parts_[part].run, run.begin, run.end, part == shown,
                          part == last_shown);
        }
        if (part == last_shown) break;
    }
}

void KeyOrder::emit(Sink& out, std::uint32_t batch_rows) {
    TableWriter writer(batch_rows);
    for (const std::uint32_t id : keys_.sorted()) {
        if (writer.demand() == Demand::enough) break;
        emit_key(out, writer, first_[id]);
    }
    writer.flush(out);
    batches_.clear();
    parts_.clear();
}

}  // namespace fluxi::flow::exec
