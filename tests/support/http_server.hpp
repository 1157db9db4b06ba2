// A web server on loopback for tests: it records every request exactly as it came and answers as it
// is told. One thread accepts, one serves each connection; all end when the server is destroyed.
// The answer function is called by the connections' threads, one at a time.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace fluxi::test {

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct Recorded {
    std::size_t number = 0;      ///< 0 for the first request of the server
    std::size_t connection = 0;  ///< 0 for the first connection
    std::string method;
    std::string target;
    HeaderList headers;  ///< as on the wire, in order
    std::string body;

    /// The value of the first header of this exact name, or empty.
    [[nodiscard]] std::string header(std::string_view name) const;
};

struct Answer {
    int status = 200;
    HeaderList headers{};
    std::string body{};
    int delay_ms = 0;
    bool never = false;    ///< read the request, then say nothing
    bool close = false;    ///< read the request, then close the connection
    bool chunked = false;  ///< send the body in chunks, without its length
    bool gzip = false;     ///< compress the body
    bool no_length =
        false;  ///< send neither length nor chunks; the end is the end of the connection
    std::size_t claim_length = 0;  ///< if not 0, the Content-Length to claim
    bool echo = false;             ///< the body is that of the request
};

/// Reads `WORD,WORD…` with words 500, status=500, body=TEXT, header=NAME:VALUE, location=URL,
/// delay=MS, length=N, never, close, chunked, gzip, no-length, echo. Throws std::invalid_argument
/// for another word.
Answer parse_answer(std::string_view text);

class HttpServer {
  public:
    using Script = std::function<Answer(const Recorded&)>;

    explicit HttpServer(Script script = [](const Recorded&) { return Answer{}; });
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// "http://127.0.0.1:PORT" + path
    [[nodiscard]] std::string url(std::string_view path = "/") const;
    [[nodiscard]] std::vector<Recorded> requests() const;
    /// Waits until so many requests have come or five seconds are over; false in the latter case.
    bool wait_for(std::size_t count) const;

  private:
    struct Connection {
        int fd = -1;
        std::thread thread{};
    };
    void accept_loop();
    void serve(int fd, std::size_t connection);
    /// Whether the connection stays open.
    bool answer(int fd, const Recorded& request);
    /// Sleeps unless the server is being destroyed.
    void pause(int ms);

    Script script_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_{false};
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::vector<Recorded> requests_;
    std::list<Connection> connections_;
    std::mutex script_mutex_;
    std::thread acceptor_;
};

/// A port of loopback on which nobody listens.
std::uint16_t unused_port();

}  // namespace fluxi::test
