// Natives of package experimental/mqtt: publish and to. Both wait until the broker has the message,
// or with qos 0 until it was sent.
#include <memory>
#include <string>
#include <utility>

#include "flow/exec/context.hpp"
#include "flow/exec/table_operator.hpp"
#include "io/row_lines.hpp"
#include "native/adapter.hpp"
#include "native/row_line_arguments.hpp"
#include "native/stream.hpp"
#include "net/mqtt_client.hpp"

namespace fluxi::stdlib::experimental_mqtt {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

/// Positions of the parameters that both functions have.
struct Positions {
    std::size_t broker, client_id, password, qos, retain, timeout, username;
};

struct Publication {
    net::MqttSettings settings{};
    int qos = 0;
    bool retain = false;
};

Publication publication_of(const Arguments& arguments, const Positions& at) {
    Publication result;
    result.settings.broker = net::parse_mqtt_broker(arguments.get<std::string_view>(at.broker));
    result.settings.client_id = native::text_or(arguments, at.client_id, "flux-mqtt");
    if (arguments.has(at.username)) {
        if (!arguments.has(at.password)) {
            base::fail("{}: password required with username", arguments.function());
        }
        result.settings.username = native::text(arguments, at.username);
        result.settings.password = native::text(arguments, at.password);
    }
    const auto qos = arguments.get_or<std::int64_t>(at.qos, 0);
    if (qos < 0 || qos > 2) {
        base::fail("{}: qos must be 0, 1 or 2, found {}", arguments.function(), qos);
    }
    result.qos = static_cast<int>(qos);
    result.retain = arguments.get_or<bool>(at.retain, false);
    if (arguments.has(at.timeout)) {
        const auto timeout = arguments.get<value::Duration>(at.timeout);
        if (timeout.is_mixed() || !timeout.is_positive()) {
            base::fail(
                "{}: timeout must be longer than zero and not mix months with other units, "
                "found {}",
                arguments.function(), value::to_string(timeout));
        }
        result.settings.timeout = std::chrono::nanoseconds(timeout.approximate_ns());
    }
    return result;
}

/// Publishes, or shows what would be published where nothing may leave.
class Publisher {
  public:
    Publisher(Evaluator& evaluator, const Publication& publication)
        : evaluator_(evaluator), publication_(publication) {}

    void publish(std::string topic, std::string payload) {
        host::Host& host = evaluator_.host();
        const net::MqttSettings& settings = publication_.settings;
        if (host.network.http != host::HttpMode::live) {
            if (host.network.http == host::HttpMode::dry_run) {
                if (payload.empty() || payload.back() != '\n') payload += '\n';
                host.notes->write(fmt::format("dry run: MQTT {} topic {}:\n{}",
                                              settings.broker.text(), topic, payload));
            }
            return;
        }
        if (!client_) {
            client_ =
                std::make_unique<net::MqttClient>(settings, host.network, evaluator_.cancel());
        }
        client_->publish(
            {std::move(topic), std::move(payload), publication_.qos, publication_.retain});
    }

  private:
    Evaluator& evaluator_;
    const Publication& publication_;
    std::unique_ptr<net::MqttClient> client_{};
};

Value publish(Evaluator& evaluator, const Arguments& arguments) {
    enum : std::size_t {
        kBroker,
        kMessage,
        kTopic,
        kClientId,
        kPassword,
        kQos,
        kRetain,
        kTimeout,
        kUsername
    };
    const Publication publication = publication_of(
        arguments, {kBroker, kClientId, kPassword, kQos, kRetain, kTimeout, kUsername});
    std::string topic = native::text(arguments, kTopic);
    std::string message = native::text(arguments, kMessage);
    if (topic.empty()) base::fail("publish: empty topic");
    if (message.empty()) base::fail("publish: empty message");
    Publisher(evaluator, publication).publish(std::move(topic), std::move(message));
    return Value::boolean(true);
}

struct ToSettings {
    Publication publication{};
    std::string topic{};  ///< empty: made of the first line
    io::RowLineSettings lines{};
};

/// `/name/tag/value/…` of a line.
std::string topic_of(std::string_view line) {
    std::string topic = "/";
    for (std::size_t i = 0; i < line.size() && line[i] != ' '; ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) {
            topic += line[++i];
        } else {
            topic += line[i] == ',' || line[i] == '=' ? '/' : line[i];
        }
    }
    return topic;
}

/// One message for each table: its rows as lines. The tables are handed on.
class ToOperator final : public flow::exec::TableOperator {
  public:
    ToOperator(flow::exec::Context& context, const ToSettings& settings)
        : TableOperator(context, Leaving::by_key_merging),
          context_(context),
          settings_(settings),
          lines_(settings.lines),
          publisher_(context.evaluator(), settings.publication) {}

  private:
    void table(const table::Batch& whole) override {
        context_.check_cancelled();
        std::string message;
        lines_.each(whole, 0, whole.rows(), [&](std::string_view line) { message += line; });
        if (!message.empty()) {
            std::string topic = settings_.topic.empty() ? topic_of(message) : settings_.topic;
            publisher_.publish(std::move(topic), std::move(message));
        }
        emit_table(whole);
    }

    flow::exec::Context& context_;
    const ToSettings& settings_;
    io::RowLines lines_;
    Publisher publisher_;
};

class To final : public flow::Operation {
  public:
    explicit To(ToSettings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "mqtt.to"; }
    [[nodiscard]] std::string describe() const override {
        return settings_.publication.settings.broker.text();
    }
    [[nodiscard]] flow::Order order() const override { return flow::Order::by_key; }
    [[nodiscard]] bool has_effects() const override { return true; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<ToOperator>(context, settings_);
    }

  private:
    ToSettings settings_;
};

Value to(Evaluator& evaluator, const Arguments& arguments) {
    enum : std::size_t {
        kTables,
        kBroker,
        kClientId,
        kName,
        kPassword,
        kQos,
        kRetain,
        kTagColumns,
        kTimeColumn,
        kTimeout,
        kTopic,
        kUsername,
        kValueColumns
    };
    ToSettings settings;
    settings.publication = publication_of(
        arguments, {kBroker, kClientId, kPassword, kQos, kRetain, kTimeout, kUsername});
    settings.topic = native::text_or(arguments, kTopic, "");
    settings.lines = native::row_line_settings(
        arguments, "mqtt.to", {kName, std::nullopt, kTimeColumn, kTagColumns, kValueColumns});
    Value result = native::apply_to<To>(evaluator, arguments, kTables, std::move(settings));
    evaluator.add_result("_result", result, true);
    return result;
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("experimental/mqtt");
    package.effect("publish",
                   {"broker", "message", "topic", "?clientid", "?password", "?qos", "?retain",
                    "?timeout", "?username"},
                   publish);
    package.effect(
        "to",
        {"<-tables", "broker", "?clientid", "?name", "?password", "?qos", "?retain", "?tagColumns",
         "?timeColumn", "?timeout", "?topic", "?username", "?valueColumns"},
        to);
}

}  // namespace fluxi::stdlib::experimental_mqtt
