// Of bucket_writer.hpp what takes points and whole buckets away.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "store/bucket_writer.hpp"

namespace fluxi::store {

void BucketWriter::remove(const Bucket& view, std::int64_t first, std::int64_t last,
                          const TagPredicate& predicate) {
    first = std::max(first, kEarliestTime);
    last = std::min(last, kLatestTime);
    if (first > last) return;
    std::vector<std::string> touched;
    for (const Series& series : view.series(predicate, {first, last + 1})) {
        if (!chunks_.remove(series.id, series.type, first, last)) continue;
        statement_(
            "UPDATE series SET (first_time, last_time) = (SELECT min(first_time), max(last_time) "
            "FROM chunk WHERE series = ?1) WHERE tag_set = ?2 AND id = ?1")
            .run(series.id, series.tag_set);
        if (touched.empty() || touched.back() != series.measurement) {
            touched.emplace_back(series.measurement);
        }
    }
    for (const std::string& name : touched) {
        Statement& find = statement_("SELECT id FROM measurement WHERE bucket = ? AND name = ?");
        if (!find.with(bucket_, std::string_view(name)).step()) continue;
        const std::int64_t id = find.integer(0);
        find.reset();
        tidy(id);
    }
}

/// Takes what has no points any more out of the index of a measurement, and recomputes the spans of
/// the rest. A field keeps its type until nothing of the measurement is left (J.10).
void BucketWriter::tidy(std::int64_t measurement) {
    static constexpr std::string_view kSets = "(SELECT id FROM tag_set WHERE measurement = ?1)";
    const auto run = [&](const std::string& sql) {
        Statement once = database_.prepare(sql);
        once.run(measurement);
    };
    const std::string sets(kSets);
    run("DELETE FROM series WHERE first_time IS NULL AND tag_set IN " + sets);
    run("DELETE FROM tag_member WHERE tag IN (SELECT id FROM tag WHERE measurement = ?1) "
        "AND NOT EXISTS (SELECT 1 FROM series WHERE series.tag_set = tag_member.tag_set)");
    run("DELETE FROM tag_set WHERE measurement = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM series WHERE series.tag_set = tag_set.id)");
    run("UPDATE tag SET (first_time, last_time) = (SELECT min(series.first_time), "
        "max(series.last_time) FROM tag_member JOIN series USING (tag_set) "
        "WHERE tag_member.tag = tag.id) WHERE measurement = ?1");
    run("DELETE FROM tag WHERE measurement = ?1 AND first_time IS NULL");
    run("UPDATE field SET first_time = NULL, last_time = NULL WHERE measurement = ?1");
    run("UPDATE field SET first_time = found.first, last_time = found.last FROM (SELECT field, "
        "min(first_time) AS first, max(last_time) AS last FROM series WHERE tag_set IN " +
        sets + " GROUP BY field) AS found WHERE found.field = field.id");
    run("UPDATE measurement SET (first_time, last_time) = (SELECT min(first_time), max(last_time) "
        "FROM field WHERE measurement = ?1) WHERE id = ?1");
    run("DELETE FROM field WHERE measurement = ?1 AND (SELECT first_time FROM measurement WHERE id "
        "= ?1) IS NULL");
    run("DELETE FROM measurement WHERE id = ?1 AND first_time IS NULL");
}

void BucketWriter::drop() {
    static constexpr std::string_view kSets =
        "(SELECT tag_set.id FROM tag_set JOIN measurement ON measurement.id = tag_set.measurement "
        "WHERE measurement.bucket = ?1)";
    const std::string sets(kSets);
    const std::string series = "(SELECT id FROM series WHERE tag_set IN " + sets + ")";
    const std::string measurements = "(SELECT id FROM measurement WHERE bucket = ?1)";
    for (const std::string& sql :
         {"DELETE FROM block WHERE id IN (SELECT block FROM chunk WHERE series IN " + series + ")",
          "DELETE FROM chunk WHERE series IN " + series,
          "DELETE FROM series WHERE tag_set IN " + sets,
          "DELETE FROM tag_member WHERE tag IN (SELECT id FROM tag WHERE measurement IN " +
              measurements + ")",
          "DELETE FROM tag_set WHERE measurement IN " + measurements,
          "DELETE FROM tag WHERE measurement IN " + measurements,
          "DELETE FROM field WHERE measurement IN " + measurements,
          std::string("DELETE FROM measurement WHERE bucket = ?1"),
          std::string("DELETE FROM bucket WHERE id = ?1")}) {
        Statement once = database_.prepare(sql);
        once.run(bucket_);
    }
}

}  // namespace fluxi::store
