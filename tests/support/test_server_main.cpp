// fluxi_test_server PORTFILE LOGFILE [--answer SPEC]...: the web server of the unit tests as a
// program. It writes its port to PORTFILE when it is ready and a JSON object per request to
// LOGFILE, one line each, as they come. The answers are given in turn, the last one again and
// again. It ends on SIGTERM or SIGINT.
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/support/http_server.hpp"

namespace {

nlohmann::ordered_json as_json(const fluxi::test::Recorded& request) {
    nlohmann::ordered_json headers = nlohmann::ordered_json::array();
    for (const auto& header : request.headers) headers.push_back({header.first, header.second});
    return {{"number", request.number}, {"connection", request.connection},
            {"method", request.method}, {"target", request.target},
            {"headers", headers},       {"body", request.body}};
}

std::string log_line(const fluxi::test::Recorded& request) {
    // Bytes that are no UTF-8 are replaced, so that the log stays readable JSON.
    return as_json(request).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

void write_port(const std::string& path, unsigned port) {
    const std::string temporary = path + ".new";
    std::ofstream(temporary) << port << "\n";
    std::filesystem::rename(temporary, path);
}

int serve(const std::string& port_file, const std::string& log_file,
          const std::vector<fluxi::test::Answer>& answers) {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    std::ofstream log(log_file);
    const fluxi::test::HttpServer server([&](const fluxi::test::Recorded& request) {
        log << log_line(request) << std::flush;
        if (answers.empty()) return fluxi::test::Answer{};
        return answers[std::min(request.number, answers.size() - 1)];
    });
    write_port(port_file, server.port());
    int signal = 0;
    sigwait(&ends, &signal);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    std::vector<fluxi::test::Answer> answers;
    try {
        if (arguments.size() < 2 || arguments.size() % 2 != 0) throw std::invalid_argument("count");
        for (std::size_t i = 2; i < arguments.size(); i += 2) {
            if (arguments[i] != "--answer") throw std::invalid_argument(arguments[i]);
            answers.push_back(fluxi::test::parse_answer(arguments[i + 1]));
        }
    } catch (const std::exception& error) {
        std::cerr << "fluxi_test_server: " << error.what()
                  << "\nusage: fluxi_test_server PORTFILE LOGFILE [--answer SPEC]...\n";
        return 2;
    }
    return serve(arguments[0], arguments[1], answers);
}
