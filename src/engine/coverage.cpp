#include "engine/coverage.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>

#include "base/overloaded.hpp"
#include "eval/counter.hpp"
#include "program/embedded.hpp"

namespace fluxi::engine {

namespace {

using program::Expr;
using program::ExprPtr;

/// The text from the first to the last part of an expression; a chain of pipes has only the span
/// of its last call itself.
struct Extent {
    std::uint32_t begin = static_cast<std::uint32_t>(-1);
    std::uint32_t end = 0;

    void add(base::Span span) {
        if (!span.known()) return;
        begin = std::min(begin, span.begin);
        end = std::max(end, span.end);
    }
    void add(const Extent& other) {
        begin = std::min(begin, other.begin);
        end = std::max(end, other.end);
    }
};

/// `(l, r) => l.id == r.id`, what package join takes as `on`: it reads the tree of the function and
/// never calls it, so there are no calls to count, and a counter in it would be in its way.
bool is_join_predicate(const program::FunctionCode& code) {
    if (!code.statements.empty() || code.parameters.size() != 2) return false;
    if (code.parameters[0].name != "l" || code.parameters[1].name != "r") return false;
    if (std::holds_alternative<program::Logical>(code.result->node)) return true;
    const auto* binary = std::get_if<program::Binary>(&code.result->node);
    return binary != nullptr && binary->op >= program::BinaryOp::equal;
}

}  // namespace

// ---- the sum over all runs

void Coverage::add(const std::string& file, std::string_view text,
                   const std::vector<CoveragePoint>& points) {
    const std::lock_guard lock(mutex_);
    Counted& counted = files_[file];
    if (counted.text.empty()) counted.text = std::string(text);
    for (const CoveragePoint& point : points) {
        // What encloses another begins before it or ends behind it.
        const Key key{point.begin, ~point.end, point.kind, point.owner};
        const auto [known, fresh] = counted.points.emplace(key, point);
        if (!fresh) known->second.count += point.count;
    }
}

std::map<std::string, CoveredFile> Coverage::files() const {
    const std::lock_guard lock(mutex_);
    std::map<std::string, CoveredFile> result;
    for (const auto& [name, counted] : files_) {
        CoveredFile& file = result[name];
        file.text = counted.text;
        for (const auto& entry : counted.points) file.points.push_back(entry.second);
    }
    return result;
}

// ---- one run

struct MeasuredRun::Counters {
    struct Counter {
        base::FileId file = 0;
        CoveragePoint point{};
        const std::uint64_t* all = nullptr;   ///< of a shortcut: how often the whole was evaluated
        const std::uint64_t* rest = nullptr;  ///< and how often its right operand
    };
    std::deque<Counter> all{};
};

/// Walks lowered trees and puts counters around what is to be counted.
class MeasuredRun::Instrument {
  public:
    Instrument(Counters& counters, const std::map<base::FileId, std::string>& files,
               std::optional<base::FileId> test)
        : counters_(counters), files_(files), test_(test) {}

    /// A statement of the top level, or the value of a member of a package.
    void statement(ExprPtr& value, base::Span span, std::string_view name) {
        if (!value || !span.known() || files_.count(span.file) == 0) return;
        name_ = name;
        Extent extent = walk(value);
        name_ = {};
        if (span.file == test_) return;
        extent.add(span);
        value = counted(std::move(value), CoverageKind::statement, span.file, extent, 0);
    }

  private:
    ExprPtr counted(ExprPtr expr, CoverageKind kind, base::FileId file, const Extent& extent,
                    std::uint32_t owner, std::string_view name = {}) {
        auto& counter = counters_.all.emplace_back();
        counter.file = file;
        counter.point = {kind, extent.begin, extent.end, owner, 0, std::string(name)};
        return eval::counted(std::move(expr), counter.point.count);
    }

    Extent walk(ExprPtr& expr) {
        Extent extent;
        if (!expr) return extent;
        extent.add(expr->span);
        const auto part = [&](ExprPtr& inner) { extent.add(walk(inner)); };
        const std::string name = std::move(name_);
        name_.clear();
        std::visit(
            base::Overloaded{
                [](program::Literal&) {},
                [](program::LocalRef&) {},
                [](program::CaptureRef&) {},
                [](program::GlobalRef&) {},
                [](program::PackageRef&) {},
                [](program::Invalid&) {},
                [&](program::Interpolation& node) {
                    for (auto& item : node.parts) part(item.expression);
                },
                [&](program::ArrayLiteral& node) {
                    for (auto& item : node.elements) part(item);
                },
                [&](program::DictLiteral& node) {
                    for (auto& [key, value] : node.entries) {
                        part(key);
                        part(value);
                    }
                },
                [&](program::RecordLiteral& node) {
                    part(node.with);
                    for (auto& item : node.values) part(item);
                },
                [&](program::Unary& node) { part(node.operand); },
                [&](program::Binary& node) {
                    part(node.left);
                    part(node.right);
                },
                [&](program::Logical& node) { logical(node, expr->span.file, extent); },
                [&](program::Conditional& node) { conditional(node, expr->span.file, extent); },
                [&](program::Member& node) { part(node.object); },
                [&](program::Index& node) {
                    part(node.array);
                    part(node.index);
                },
                [&](program::Call& node) {
                    part(node.callee);
                    for (auto& argument : node.arguments) {
                        part(argument.value);
                        if (argument.name == "on") predicate(argument.value);
                    }
                    part(node.pipe);
                },
                [&](program::FunctionLiteral& node) { function(node, *expr, name); },
            },
            expr->node);
        if (logical_ != nullptr) {
            const Counters::Counter& right = *std::exchange(logical_, nullptr);
            entered(expr, extent, right);
        }
        return extent;
    }

    /// What a join is given to read counts how often it was given.
    void predicate(ExprPtr& expr) {
        if (!expr) return;
        const auto* literal = std::get_if<program::FunctionLiteral>(&expr->node);
        if (literal == nullptr || !is_join_predicate(*literal->code)) return;
        const base::Span span = expr->span;
        Extent body;
        body.add(literal->code->result->span);
        expr = counted(std::move(expr), CoverageKind::function, span.file, body, span.begin);
    }

    void conditional(program::Conditional& node, base::FileId file, Extent& extent) {
        const Extent test = walk(node.test);
        const Extent yes = walk(node.consequent);
        const Extent no = walk(node.alternate);
        const std::uint32_t owner = test.begin;
        node.consequent = counted(std::move(node.consequent), CoverageKind::way, file, yes, owner);
        node.alternate = counted(std::move(node.alternate), CoverageKind::way, file, no, owner);
        extent.add(test);
        extent.add(yes);
        extent.add(no);
    }

    void logical(program::Logical& node, base::FileId file, Extent& extent) {
        const Extent left = walk(node.left);
        const Extent right = walk(node.right);
        node.right =
            counted(std::move(node.right), CoverageKind::operand, file, right, right.begin);
        logical_ = &counters_.all.back();
        extent.add(left);
        extent.add(right);
    }
    /// Around an `and` or `or`: how often it was evaluated without its right operand.
    void entered(ExprPtr& expr, const Extent& extent, const Counters::Counter& right) {
        const base::FileId file = expr->span.file;
        expr = counted(std::move(expr), CoverageKind::shortcut, file, extent, right.point.owner);
        Counters::Counter& counter = counters_.all.back();
        counter.all = &counter.point.count;
        counter.rest = &right.point.count;
    }

    /// Code is shared with closures only when it runs: before that it is this literal's own.
    void function(program::FunctionLiteral& node, const Expr& expr, std::string_view name) {
        auto& code = const_cast<program::FunctionCode&>(*node.code);
        if (is_join_predicate(code)) return;
        for (auto& value : code.defaults) walk(value);
        Extent body;
        for (auto& statement : code.statements) {
            const Extent extent = walk(statement.value);
            const base::FileId file = statement.value->span.file;
            body.add(extent);
            statement.value =
                counted(std::move(statement.value), CoverageKind::statement, file, extent, 0);
        }
        const Extent result = walk(code.result);
        body.add(result);
        const base::FileId file = expr.span.file;
        if (!code.statements.empty()) {
            code.result = counted(std::move(code.result), CoverageKind::statement, file, result, 0);
        }
        // The first thing that a call evaluates counts the call.
        ExprPtr& first = code.statements.empty() ? code.result : code.statements.front().value;
        first =
            counted(std::move(first), CoverageKind::function, file, body, expr.span.begin, name);
    }

    Counters& counters_;
    const std::map<base::FileId, std::string>& files_;
    std::optional<base::FileId> test_;
    std::string name_{};                          ///< of the function literal that comes next
    const Counters::Counter* logical_ = nullptr;  ///< of a right operand just measured
};

MeasuredRun::MeasuredRun(Session& session, Coverage& total, const CoverageNames& names,
                         std::string_view test)
    : session_(session), total_(total), counters_(std::make_shared<Counters>()) {
    std::set<std::string_view> embedded;
    for (const auto& file : program::embedded_files()) embedded.insert(file.file);
    std::optional<base::FileId> test_file;
    program::Packages& packages = session.packages();
    const auto include = [&](base::Span place) {
        if (!place.known() || names_.count(place.file) > 0) return;
        const std::string& name = session.sources().file(place.file).name();
        std::string shown = names(name, embedded.count(name) > 0);
        if (name == test) test_file = place.file;
        if (!shown.empty()) names_[place.file] = std::move(shown);
    };
    for (std::size_t i = 0; i < packages.size(); ++i) {
        for (const program::Cell& cell : packages.at(i).cells()) include(cell.span);
        for (const auto& statement : packages.at(i).statements()) include(statement.span);
    }
    Instrument instrument(*counters_, names_, test_file);
    for (std::size_t i = 0; i < packages.size(); ++i) {
        // Trees do not change while scripts run; this one has not begun, and no other shares them.
        auto& package = const_cast<program::Package&>(packages.at(i));
        for (std::uint32_t c = 0; c < package.cells().size(); ++c) {
            program::Cell& cell = package.cells()[c];
            if (cell.statement == nullptr || names_.count(cell.span.file) == 0) continue;
            packages.ensure_lowered(package, c);
            instrument.statement(cell.init, cell.span, cell.name);
        }
        for (program::Statement& statement : package.statements()) {
            const bool named = statement.kind == program::Statement::Kind::assign;
            instrument.statement(statement.value, statement.span,
                                 named ? statement.package->cells()[statement.cell].name : "");
        }
    }
}

MeasuredRun::~MeasuredRun() {
    std::map<base::FileId, std::vector<CoveragePoint>> found;
    for (const Counters::Counter& counter : counters_->all) {
        CoveragePoint point = counter.point;
        if (counter.all != nullptr)
            point.count = *counter.all - std::min(*counter.all, *counter.rest);
        found[counter.file].push_back(std::move(point));
    }
    for (const auto& [file, points] : found) {
        const auto name = names_.find(file);
        if (name == names_.end()) continue;
        total_.add(name->second, session_.sources().file(file).text(), points);
    }
}

}  // namespace fluxi::engine
