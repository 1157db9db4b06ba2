// Natives of package kafka: to.
#include <array>
#include <memory>
#include <string>
#include <utility>

#include <xxhash.h>

#include "flow/exec/context.hpp"
#include "flow/exec/effect_operator.hpp"
#include "io/row_lines.hpp"
#include "native/adapter.hpp"
#include "native/row_line_arguments.hpp"
#include "native/stream.hpp"
#include "net/kafka_producer.hpp"

namespace fluxi::stdlib::kafka {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

struct Settings {
    net::KafkaSettings kafka{};
    io::RowLineSettings lines{};
};

/// Sends each row as one message. All of them are delivered when the stream ends.
class ToOperator final : public flow::exec::EffectOperator {
  public:
    ToOperator(flow::exec::Context& context, const Settings& settings)
        : context_(context), settings_(settings), lines_(settings.lines) {}

  private:
    void act(table::Batch& batch) override {
        lines_.each(batch, 0, batch.rows(), [this](std::string_view line) {
            line.remove_suffix(1);
            send(line);
        });
    }
    void end() override {
        if (producer_) producer_->flush();
        producer_.reset();
    }

    void send(std::string_view line) {
        host::Host& host = context_.host();
        if (host.network.http != host::HttpMode::live) {
            if (host.network.http == host::HttpMode::dry_run) {
                host.notes->write(fmt::format("dry run: Kafka {} topic {}: {}\n",
                                              settings_.kafka.brokers.front(),
                                              settings_.kafka.topic, line));
            }
            return;
        }
        if (!producer_) {
            producer_ = std::make_unique<net::KafkaProducer>(settings_.kafka, host.network,
                                                             context_.evaluator().cancel());
        }
        producer_->send(key_of(line), line);
    }

    /// The hash of the line, lowest byte first: equal lines go to one partition.
    std::string_view key_of(std::string_view line) {
        std::uint64_t hash = XXH64(line.data(), line.size(), 0);
        for (char& byte : key_) {
            byte = static_cast<char>(hash & 0xFF);
            hash >>= 8;
        }
        return {key_.data(), key_.size()};
    }

    flow::exec::Context& context_;
    const Settings& settings_;
    io::RowLines lines_;
    std::array<char, 8> key_{};
    std::unique_ptr<net::KafkaProducer> producer_{};
};

class To final : public flow::Operation {
  public:
    explicit To(Settings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "kafka.to"; }
    [[nodiscard]] std::string describe() const override {
        return "topic: " + settings_.kafka.topic;
    }
    [[nodiscard]] flow::Order order() const override { return flow::Order::loose; }
    [[nodiscard]] bool has_effects() const override { return true; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<ToOperator>(context, settings_);
    }

  private:
    Settings settings_;
};

net::KafkaBalancer balancer_of(std::string_view name) {
    if (name == "hash" || name.empty()) return net::KafkaBalancer::hash;
    if (name == "round-robin") return net::KafkaBalancer::round_robin;
    if (name == "least-bytes") return net::KafkaBalancer::least_bytes;
    base::fail(
        "kafka.to: balancer must be \"hash\", \"round-robin\" or \"least-bytes\", found \"{}\"",
        name);
}

Value to(Evaluator& evaluator, const Arguments& arguments) {
    enum : std::size_t {
        kTables,
        kBrokers,
        kTopic,
        kBalancer,
        kName,
        kNameColumn,
        kTagColumns,
        kTimeColumn,
        kValueColumns
    };
    Settings settings;
    settings.kafka.brokers = arguments.strings(kBrokers);
    settings.kafka.topic = native::text(arguments, kTopic);
    settings.kafka.balancer = balancer_of(native::text_or(arguments, kBalancer, ""));
    if (settings.kafka.brokers.empty()) base::fail("kafka.to: at least one broker is required");
    if (settings.kafka.topic.empty()) base::fail("kafka.to: invalid topic name: it is empty");
    settings.lines = native::row_line_settings(
        arguments, "kafka.to", {kName, kNameColumn, kTimeColumn, kTagColumns, kValueColumns});
    Value result = native::apply_to<To>(evaluator, arguments, kTables, std::move(settings));
    // It sends also where its stream is not the result of a statement.
    evaluator.add_result("_result", result, true);
    return result;
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("kafka").effect("to",
                                     {"<-tables", "brokers", "topic", "?balancer", "?name",
                                      "?nameColumn", "?tagColumns", "?timeColumn", "?valueColumns"},
                                     to);
}

}  // namespace fluxi::stdlib::kafka
