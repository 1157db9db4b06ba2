#include "net/mqtt_client.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "net/mqtt_library.hpp"
#include "net/resolve.hpp"

namespace fluxi::net {

namespace {

using std::chrono::steady_clock;

constexpr const char* kLate = "the broker did not answer in time (see timeout)";

/// What the thread of libmosquitto tells; guarded by `mutex`.
struct Events {
    std::mutex mutex{};
    std::condition_variable changed{};
    std::optional<int> connected{};     ///< the broker's answer, 0 for yes
    std::optional<int> disconnected{};  ///< an error number of libmosquitto
    std::set<int> published{};          ///< numbers of messages
    std::string complaint{};            ///< the first error that libmosquitto writes into its log
};

template <typename Change>
void tell(void* data, Change change) {
    auto& events = *static_cast<Events*>(data);
    {
        const std::lock_guard lock(events.mutex);
        change(events);
    }
    events.changed.notify_all();
}

void on_connect(::mosquitto* /*client*/, void* data, int answer) {
    tell(data, [answer](Events& events) { events.connected = answer; });
}
void on_disconnect(::mosquitto* /*client*/, void* data, int reason) {
    tell(data, [reason](Events& events) { events.disconnected = reason; });
}
void on_publish(::mosquitto* /*client*/, void* data, int number) {
    tell(data, [number](Events& events) { events.published.insert(number); });
}

/// What libmosquitto and OpenSSL say about a failed handshake, without the numbers before it.
std::string_view shortened(std::string_view line) {
    if (const auto last = line.rfind("::"); last != std::string_view::npos) {
        line.remove_prefix(last + 2);
    }
    constexpr std::string_view kError = "Error: ";
    if (line.starts_with(kError)) line.remove_prefix(kError.size());
    while (line.ends_with('.') || line.ends_with('\n')) line.remove_suffix(1);
    return line;
}

void on_log(::mosquitto* /*client*/, void* data, int level, const char* line) {
    if (level != MOSQ_LOG_ERR) return;
    tell(data, [line](Events& events) {
        if (events.complaint.empty()) events.complaint = shortened(line);
    });
}

struct ClientDestroy {
    void operator()(::mosquitto* client) const { mosquitto().mosquitto_destroy(client); }
};

std::string reason_of(int status) {
    return status == MOSQ_ERR_ERRNO ? std::generic_category().message(errno)
                                    : mosquitto().mosquitto_strerror(status);
}

}  // namespace

struct MqttClient::Session {
    Session(const MqttSettings& given, const host::NetworkPolicy& network,
            const base::CancelToken& token)
        : settings(given), policy(network), cancel(token) {}
    ~Session() { close(); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    MqttSettings settings;
    const host::NetworkPolicy& policy;
    const base::CancelToken& cancel;
    Events events{};  ///< outlives the client, whose thread writes to it
    std::unique_ptr<::mosquitto, ClientDestroy> client{};
    bool running = false;  ///< whether the thread of libmosquitto is
    bool agreed = false;   ///< whether the broker has taken this client
    bool heard = false;    ///< whether anybody answered, if only with a certificate

    [[noreturn]] void fail(std::string_view what) const {
        base::fail_with(base::Code::network, "{}: {}", settings.broker.text(), what);
    }

    void check(int status) const {
        if (status != MOSQ_ERR_SUCCESS) fail(reason_of(status));
    }

    /// Waits until `ready` holds; false when the time is over.
    template <typename Ready>
    bool wait(Ready ready) {
        constexpr auto kStep = std::chrono::milliseconds(50);
        const auto end = steady_clock::now() + settings.timeout;
        std::unique_lock lock(events.mutex);
        while (!ready()) {
            if (steady_clock::now() >= end) return false;
            events.changed.wait_for(lock, kStep);
            cancel.check();
        }
        return true;
    }

    /// Waits for the connection that libmosquitto has begun; why there is none, or nothing. Without
    /// this a handshake on a refused connection would be tried again and again.
    [[nodiscard]] std::optional<std::string> unreachable() {
        constexpr int kPollMs = 50;
        const auto end = steady_clock::now() + settings.timeout;
        pollfd entry{mosquitto().mosquitto_socket(client.get()), POLLOUT, 0};
        while (::poll(&entry, 1, kPollMs) <= 0) {
            if (steady_clock::now() >= end) return kLate;
            cancel.check();
        }
        int error = 0;
        socklen_t size = sizeof error;
        if (::getsockopt(entry.fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0) error = errno;
        sockaddr_storage peer{};
        size = sizeof peer;
        // A handshake that was tried too early has taken the error away.
        if (error == 0 && ::getpeername(entry.fd, reinterpret_cast<sockaddr*>(&peer), &size) != 0) {
            return "nobody answers there";
        }
        // The broker has already read the first packet.
        if (error == ECONNRESET) return explained(MOSQ_ERR_CONN_LOST);
        return error == 0 ? std::nullopt : std::optional(std::generic_category().message(error));
    }

    /// Why the broker was not reached; `status` is an error number of libmosquitto.
    [[nodiscard]] std::string explained(int status) {
        const std::lock_guard lock(events.mutex);
        if (status == MOSQ_ERR_TLS && !events.complaint.empty()) {
            return fmt::format("no agreement on TLS: {}", events.complaint);
        }
        if (status == MOSQ_ERR_CONN_LOST && !settings.broker.tls) {
            return "the connection was lost; does the broker want TLS (tls://)?";
        }
        return reason_of(status);
    }

    /// Connects to a name or an address, from the local address `from` if it is not null; why it
    /// failed, or nothing.
    std::optional<std::string> connect(const std::string& host, std::uint16_t port,
                                       const char* from = nullptr) {
        close();
        heard = false;
        events.connected.reset();
        events.disconnected.reset();
        events.complaint.clear();
        const MosquittoLibrary& library = mosquitto();
        client.reset(library.mosquitto_new(
            settings.client_id.empty() ? nullptr : settings.client_id.c_str(), true, &events));
        if (!client) throw std::bad_alloc();
        library.mosquitto_connect_callback_set(client.get(), on_connect);
        library.mosquitto_disconnect_callback_set(client.get(), on_disconnect);
        library.mosquitto_publish_callback_set(client.get(), on_publish);
        library.mosquitto_log_callback_set(client.get(), on_log);
        library.mosquitto_reconnect_delay_set(client.get(), 3600, 3600, false);
        if (!settings.username.empty()) {
            check(library.mosquitto_username_pw_set(client.get(), settings.username.c_str(),
                                                    settings.password.c_str()));
        }
        if (settings.broker.tls) {
            check(library.mosquitto_int_option(client.get(), MOSQ_OPT_TLS_USE_OS_CERTS, 1));
        }
        constexpr int kKeepAliveSeconds = 60;
        const int status = library.mosquitto_connect_bind_async(client.get(), host.c_str(), port,
                                                                kKeepAliveSeconds, from);
        if (status != MOSQ_ERR_SUCCESS) return explained(status);
        if (auto failure = unreachable()) return failure;
        check(library.mosquitto_loop_start(client.get()));
        running = true;
        std::optional<int> answer;
        std::optional<int> lost;
        const bool answered = wait([&] {
            answer = events.connected;
            lost = events.disconnected;
            // A failed handshake is only written into the log.
            if (!lost && !events.complaint.empty()) lost = MOSQ_ERR_TLS;
            return answer.has_value() || lost.has_value();
        });
        heard = answered;
        if (!answered) return kLate;
        if (!answer) return explained(*lost);
        if (*answer != 0) return library.mosquitto_connack_string(*answer);
        agreed = true;
        return refusal();
    }

    /// Connects to a name that a certificate is checked against. libmosquitto looks it up and tries
    /// the next address only where one fails at once. From a local address of another family it
    /// passes over those that cannot be reached from there, so a dead IPv6 address does not hide an
    /// IPv4 one.
    std::optional<std::string> connect_by_name(const Target& target) {
        auto failure = connect(target.host, target.port);
        if (!failure || heard) return failure;
        const auto family = [](const Address& address) { return address.storage.ss_family; };
        const auto other = std::find_if(
            target.addresses.begin(), target.addresses.end(),
            [&](const Address& one) { return family(one) != family(target.addresses.front()); });
        if (other == target.addresses.end()) return failure;
        auto again =
            connect(target.host, target.port, family(*other) == AF_INET6 ? "::" : "0.0.0.0");
        return !again || heard ? again : failure;
    }

    /// A name that is looked up again by libmosquitto may lead elsewhere.
    [[nodiscard]] std::optional<std::string> refusal() const {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        const int fd = mosquitto().mosquitto_socket(client.get());
        if (::getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return std::nullopt;
        return policy.refusal(reinterpret_cast<const sockaddr&>(peer));
    }

    void close() {
        if (!running) return;
        running = false;
        mosquitto().mosquitto_disconnect(client.get());
        // A thread that is in the middle of a handshake does not hear of the end.
        mosquitto().mosquitto_loop_stop(client.get(), !std::exchange(agreed, false));
    }
};

MqttClient::MqttClient(const MqttSettings& settings, const host::NetworkPolicy& policy,
                       const base::CancelToken& cancel)
    : session_(std::make_unique<Session>(settings, policy, cancel)) {
    const MqttBroker& broker = settings.broker;
    const Target target = resolve(policy, broker.host, broker.port);
    std::optional<std::string> failure;
    if (broker.tls) {
        failure = session_->connect_by_name(target);
    } else {
        for (const Address& address : target.addresses) {
            failure = session_->connect(address.text(), target.port);
            if (!failure) return;
        }
    }
    if (failure) session_->fail(*failure);
}

MqttClient::~MqttClient() = default;

void MqttClient::publish(const MqttMessage& message) {
    Session& session = *session_;
    int number = 0;
    session.check(
        mosquitto().mosquitto_publish(session.client.get(), &number, message.topic.c_str(),
                                      static_cast<int>(message.payload.size()),
                                      message.payload.data(), message.qos, message.retain));
    bool published = false;
    std::optional<int> lost;
    session.wait([&] {
        published = session.events.published.erase(number) > 0;
        lost = session.events.disconnected;
        return published || lost.has_value();
    });
    // A broker may hang up as soon as it has the message.
    if (published) return;
    session.fail(lost ? reason_of(*lost) : "mqtt publish: timeout reached");
}

}  // namespace fluxi::net
