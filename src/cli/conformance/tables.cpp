#include "cli/conformance/tables.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "io/csv_record.hpp"

namespace fluxi::cli::conformance {

namespace {

/// `result` and `table` are about the table, not columns of it.
constexpr std::size_t kFirstColumn = 3;

std::string cell(const Row& row, std::size_t i) {
    return i < row.size() ? row[i] : std::string();
}

class AnnotatedReader {
  public:
    std::vector<Result> read(std::string_view text) {
        std::string whole(text);
        if (whole.empty() || whole.back() != '\n') whole += '\n';
        const char* at = whole.data();
        const char* const end = at + whole.size();
        io::CsvRecord record;
        while (at != end) {
            if (*at == '\n' || (*at == '\r' && at + 1 != end && at[1] == '\n')) {
                finish_block();
                at += *at == '\r' ? 2 : 1;
                continue;
            }
            at = record.read(at, end, false);
            Row row;
            for (std::size_t i = 0; i < record.size(); ++i) row.emplace_back(record.text(i));
            take(std::move(row));
        }
        finish_block();
        return std::move(results_);
    }

  private:
    void take(Row row) {
        if (row.front().starts_with('#')) {
            if (!header_.empty()) finish_block();
            annotations_[row.front()] = std::move(row);
        } else if (header_.empty()) {
            take_header(std::move(row));
        } else {
            take_row(std::move(row));
        }
    }

    void take_header(Row row) {
        for (const char* name : {"#datatype", "#group", "#default"}) {
            const auto found = annotations_.find(name);
            if (found == annotations_.end()) throw Malformed(fmt::format("no {}", name));
            if (found->second.size() != row.size())
                throw Malformed(fmt::format("{} and the header differ in length", name));
        }
        if (row.size() < kFirstColumn || row[1] != "result" || row[2] != "table")
            throw Malformed("the header does not begin with result and table");
        header_ = std::move(row);
        result_ = annotations_["#default"][1];
    }

    void take_row(Row row) {
        if (row.size() != header_.size()) {
            throw Malformed(
                fmt::format("a row of {} cells below {} columns", row.size(), header_.size()));
        }
        if (!row[1].empty() && row[1] != result_) throw Malformed("a row of another result");
        if (row[2] != number_) add_table(row[2]);
        row.erase(row.begin(), row.begin() + kFirstColumn);
        table().rows.push_back(std::move(row));
    }

    void finish_block() {
        if (!header_.empty() && !number_) add_table(annotations_["#default"][2]);
        annotations_.clear();
        header_.clear();
        number_.reset();
    }

    Result& result() {
        const auto found = std::find_if(results_.begin(), results_.end(),
                                        [&](const Result& r) { return r.name == result_; });
        if (found != results_.end()) return *found;
        results_.push_back({result_, {}});
        return results_.back();
    }
    Table& table() { return result().tables.back(); }

    void add_table(const std::string& number) {
        auto& tables = result().tables;
        if (std::to_string(tables.size()) != number) {
            throw Malformed(fmt::format("result \"{}\": table \"{}\" where {} is due", result_,
                                        number, tables.size()));
        }
        number_ = number;
        Table made;
        for (std::size_t i = kFirstColumn; i < header_.size(); ++i) {
            made.columns.push_back({header_[i], cell(annotations_["#datatype"], i),
                                    cell(annotations_["#group"], i) == "true",
                                    cell(annotations_["#default"], i)});
        }
        tables.push_back(std::move(made));
    }

    std::vector<Result> results_{};
    std::map<std::string, Row> annotations_{};
    Row header_{};
    std::string result_{};
    std::optional<std::string> number_{};
};

}  // namespace

std::vector<Result> parse_annotated(std::string_view text) {
    return AnnotatedReader().read(text);
}

std::string key_text(const Table& table) {
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (!column.grouped) continue;
        if (!text.empty()) text += ",";
        text += column.label + "=" +
                (table.rows.empty() ? column.default_value : table.rows.front()[i]);
    }
    return "{" + text + "}";
}

std::string columns_text(const Table& table) {
    std::string text;
    for (const Column& column : table.columns) {
        if (!text.empty()) text += " ";
        if (column.grouped) text += "*";
        text += column.label;
        if (!column.type.empty()) text += ":" + column.type;
        if (!column.default_value.empty()) text += "=" + column.default_value;
    }
    return text;
}

}  // namespace fluxi::cli::conformance
