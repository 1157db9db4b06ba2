#include "sql/dry_run.hpp"

#include <utility>

#include <fmt/core.h>

namespace fluxi::sql {

namespace {

class NoRows final : public Rows {
  public:
    bool next(std::uint32_t, std::vector<table::Field>&, std::vector<table::Column>&) override {
        return false;
    }
};

class DryRun final : public Connection {
  public:
    DryRun(const Dialect& dialect, std::string place, const host::Host& host)
        : dialect_(dialect), place_(std::move(place)), host_(host) {}

    std::unique_ptr<Rows> query(const std::string& text) override {
        show(text);
        return std::make_unique<NoRows>();
    }
    void begin() override { show("BEGIN"); }
    void commit() override { show("COMMIT"); }
    void create(const std::string& table, const std::vector<table::Field>& fields) override {
        show(create_statement(dialect_, table, fields));
    }
    void insert(const std::string& table, const std::vector<table::Field>& fields,
                const std::vector<table::Column>& columns, std::uint64_t /*batch_size*/) override {
        const std::uint32_t rows = columns.empty() ? 0 : columns.front().size();
        show(fmt::format("{} with {} row{}", insert_statement(dialect_, table, fields, 1), rows,
                         rows == 1 ? "" : "s"));
    }

  private:
    void show(const std::string& text) const {
        if (host_.network.http != host::HttpMode::dry_run) return;
        host_.notes->write(fmt::format("dry run: {} {}: {}\n", dialect_.database, place_, text));
    }

    const Dialect& dialect_;
    std::string place_;
    const host::Host& host_;
};

}  // namespace

std::unique_ptr<Connection> dry_run(const Dialect& dialect, std::string place,
                                    const host::Host& host) {
    return std::make_unique<DryRun>(dialect, std::move(place), host);
}

}  // namespace fluxi::sql
