// A stream of tables that are there already: what tableFind found, rows written in a script.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"
#include "table/batch.hpp"

namespace fluxi::flow::ops {

class Tables final : public Operation {
  public:
    Tables(std::string name, std::vector<table::Batch> batches)
        : name_(std::move(name)), batches_(std::move(batches)) {}
    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const std::vector<table::Batch>& batches() const noexcept { return batches_; }

  private:
    std::string name_;
    std::vector<table::Batch> batches_;
};

}  // namespace fluxi::flow::ops
