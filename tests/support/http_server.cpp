#include "tests/support/http_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <stdexcept>

#include "tests/support/gzip.hpp"

namespace fluxi::test {

namespace {

int listen_on_loopback(std::uint16_t& port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = 0;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (fd < 0 || ::bind(fd, plain, size) != 0 || ::listen(fd, 64) != 0 ||
        ::getsockname(fd, plain, &size) != 0) {
        throw std::runtime_error("test server: cannot listen on loopback");
    }
    port = ntohs(address.sin_port);
    return fd;
}

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) ==
               std::tolower(static_cast<unsigned char>(y));
    });
}

/// Takes the head of a request apart; false if it is not one.
bool parse_head(std::string_view head, Recorded& request) {
    const auto line_end = head.find("\r\n");
    const auto line = head.substr(0, line_end);
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || last <= first) return false;
    request.method = line.substr(0, first);
    request.target = line.substr(first + 1, last - first - 1);
    for (auto rest = head.substr(line_end + 2); !rest.empty();) {
        const auto end = rest.find("\r\n");
        const auto field = rest.substr(0, end);
        rest.remove_prefix(end + 2);
        const auto colon = field.find(':');
        if (colon == std::string_view::npos) return false;
        auto value = field.substr(colon + 1);
        if (!value.empty() && value.front() == ' ') value.remove_prefix(1);
        request.headers.emplace_back(field.substr(0, colon), value);
    }
    return true;
}

std::size_t body_length(const Recorded& request) {
    for (const auto& header : request.headers) {
        if (same_name(header.first, "content-length")) return std::stoul(header.second);
    }
    return 0;
}

std::string in_chunks(const std::string& body) {
    constexpr std::size_t kChunk = 1000;
    std::string out;
    char size[16];
    for (std::size_t at = 0; at < body.size(); at += kChunk) {
        const std::size_t n = std::min(kChunk, body.size() - at);
        std::snprintf(size, sizeof size, "%zx\r\n", n);
        out.append(size).append(body, at, n).append("\r\n");
    }
    return out + "0\r\n\r\n";
}

/// The bytes of an answer.
std::string rendered(const Answer& answer, const Recorded& request) {
    std::string body = answer.echo ? request.body : answer.body;
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " Status\r\n";
    for (const auto& header : answer.headers) {
        head.append(header.first).append(": ").append(header.second).append("\r\n");
    }
    if (answer.gzip) {
        body = gzip(body);
        head += "Content-Encoding: gzip\r\n";
    }
    if (answer.chunked) {
        head += "Transfer-Encoding: chunked\r\n";
        body = in_chunks(body);
    } else if (!answer.no_length) {
        const auto length = answer.claim_length != 0 ? answer.claim_length : body.size();
        head += "Content-Length: " + std::to_string(length) + "\r\n";
    }
    if (request.method == "HEAD") body.clear();
    return head + "\r\n" + body;
}

bool send_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

bool receive_more(int fd, std::string& buffer) {
    char block[16384];
    const ssize_t n = ::recv(fd, block, sizeof block, 0);
    if (n <= 0) return false;
    buffer.append(block, static_cast<std::size_t>(n));
    return true;
}

/// Reads one request off the connection; false at its end.
bool receive(int fd, std::string& buffer, Recorded& request) {
    std::size_t end = 0;
    while ((end = buffer.find("\r\n\r\n")) == std::string::npos) {
        if (!receive_more(fd, buffer)) return false;
    }
    if (!parse_head(std::string_view(buffer).substr(0, end + 2), request)) return false;
    buffer.erase(0, end + 4);
    const std::size_t length = body_length(request);
    while (buffer.size() < length) {
        if (!receive_more(fd, buffer)) return false;
    }
    request.body = buffer.substr(0, length);
    buffer.erase(0, length);
    return true;
}

void apply_word(Answer& answer, const std::string& word, const std::string& value) {
    if (word == "status") {
        answer.status = std::stoi(value);
    } else if (word == "body") {
        answer.body = value;
    } else if (word == "location") {
        answer.headers.emplace_back("Location", value);
    } else if (word == "header") {
        const auto colon = value.find(':');
        answer.headers.emplace_back(value.substr(0, colon), value.substr(colon + 1));
    } else if (word == "delay") {
        answer.delay_ms = std::stoi(value);
    } else if (word == "length") {
        answer.claim_length = std::stoul(value);
    } else if (word == "never") {
        answer.never = true;
    } else if (word == "close") {
        answer.close = true;
    } else if (word == "chunked") {
        answer.chunked = true;
    } else if (word == "gzip") {
        answer.gzip = true;
    } else if (word == "no-length") {
        answer.no_length = true;
    } else if (word == "echo") {
        answer.echo = true;
    } else {
        answer.status = std::stoi(word);  // throws std::invalid_argument for what is no number
    }
}

/// Takes the text up to the next comma off `text`; `\n` stands for a line break, `\,` for a comma.
std::string take_word(std::string_view& text) {
    std::string word;
    std::size_t at = 0;
    for (; at < text.size() && text[at] != ','; ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            word += text[at];
        } else {
            ++at;
            word += text[at] == 'n' ? '\n' : text[at];
        }
    }
    text.remove_prefix(std::min(at + 1, text.size()));
    return word;
}

}  // namespace

std::string Recorded::header(std::string_view name) const {
    for (const auto& header : headers) {
        if (header.first == name) return header.second;
    }
    return {};
}

Answer parse_answer(std::string_view text) {
    Answer answer;
    while (!text.empty()) {
        const std::string word = take_word(text);
        const auto equals = std::min(word.find('='), word.size());
        apply_word(answer, word.substr(0, equals),
                   equals < word.size() ? word.substr(equals + 1) : std::string());
    }
    return answer;
}

HttpServer::HttpServer(Script script) : script_(std::move(script)) {
    listener_ = listen_on_loopback(port_);
    acceptor_ = std::thread([this] { accept_loop(); });
}

HttpServer::~HttpServer() {
    stopping_ = true;
    changed_.notify_all();
    acceptor_.join();
    for (auto& connection : connections_) ::shutdown(connection.fd, SHUT_RDWR);
    for (auto& connection : connections_) connection.thread.join();
    for (auto& connection : connections_) ::close(connection.fd);
    ::close(listener_);
}

std::string HttpServer::url(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
}

std::vector<Recorded> HttpServer::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

bool HttpServer::wait_for(std::size_t count) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(5),
                             [&] { return requests_.size() >= count; });
}

void HttpServer::accept_loop() {
    constexpr int kPollMs = 20;
    std::size_t number = 0;
    while (!stopping_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, kPollMs) <= 0) continue;
        const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0) continue;
        auto& connection = connections_.emplace_back();
        connection.fd = fd;
        connection.thread = std::thread([this, fd, number] { serve(fd, number); });
        ++number;
    }
}

void HttpServer::serve(int fd, std::size_t connection) {
    std::string buffer;
    for (;;) {
        Recorded request;
        request.connection = connection;
        if (!receive(fd, buffer, request)) break;
        {
            const std::lock_guard lock(mutex_);
            request.number = requests_.size();
            requests_.push_back(request);
        }
        changed_.notify_all();
        if (!answer(fd, request)) break;
    }
    // The descriptor itself is closed by the destructor, so that its number is not given to another
    // file meanwhile.
    ::shutdown(fd, SHUT_RDWR);
}

bool HttpServer::answer(int fd, const Recorded& request) {
    Answer answer;
    {
        const std::lock_guard lock(script_mutex_);
        answer = script_(request);
    }
    if (answer.delay_ms > 0) pause(answer.delay_ms);
    if (answer.close) return false;
    if (answer.never) {
        std::string ignored;
        while (receive_more(fd, ignored)) {
        }
        return false;
    }
    return send_all(fd, rendered(answer, request)) && !answer.no_length && answer.claim_length == 0;
}

void HttpServer::pause(int ms) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::milliseconds(ms), [this] { return stopping_.load(); });
}

std::uint16_t unused_port() {
    std::uint16_t port = 0;
    ::close(listen_on_loopback(port));
    return port;
}

}  // namespace fluxi::test
