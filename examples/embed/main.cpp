// What a program can do with fluxi inside: a script is compiled once and runs many times with other
// parameters, it calls a C++ function, hands its results over by column, and is kept within limits.
#include <fluxi/fluxi.hpp>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <variant>

namespace {

// The script of a user of this program. `threshold` and `station` are replaced for each run.
constexpr std::string_view kScript = R"(
import "array"
import "embed/sensors"

station = "none"
threshold = 0.0

array.from(
    rows: [
        {_time: 2024-05-01T06:00:00Z, station: "north", raw: 412},
        {_time: 2024-05-01T06:00:00Z, station: "south", raw: 655},
        {_time: 2024-05-01T07:00:00Z, station: "north", raw: 498},
        {_time: 2024-05-01T07:00:00Z, station: "south", raw: 701},
    ],
)
    |> filter(fn: (r) => r.station == station)
    |> map(fn: (r) => ({r with celsius: sensors.celsius(raw: r.raw)}))
    |> filter(fn: (r) => r.celsius > threshold)
)";

// A package in C++: types are read off the functions, an Error ends the script with its message.
fluxi::NativePackage sensors() {
    fluxi::NativePackage package("embed/sensors");
    package.function("celsius", {"raw"},
                     [](std::int64_t raw) -> std::variant<double, fluxi::Error> {
                         if (raw < 0 || raw > 1023) return fluxi::Error{"a reading is 0 to 1023"};
                         return static_cast<double>(raw) / 10.0 - 40.0;
                     });
    return package;
}

fluxi::Options limits() {
    fluxi::Options options;
    options.packages.push_back(sensors());
    options.memory_limit = std::size_t{64} << 20;
    options.timeout = std::chrono::seconds(10);
    options.http = fluxi::Http::deny;
    options.files = false;
    return options;
}

// Some thousand rows at a time, each column a span of C++ values.
bool print_rows(const fluxi::Rows& rows) {
    const fluxi::Column* celsius = rows.find("celsius");
    if (celsius == nullptr) return true;
    std::cout << rows.size << " row(s) of table " << rows.table << ":";
    for (const double value : celsius->floats) std::cout << ' ' << value;
    std::cout << '\n';
    return true;
}

bool run_many(const fluxi::Engine& engine) {
    fluxi::Program program = engine.compile(kScript, "warm.flux");
    if (!program.ok()) {
        std::cerr << program.compiled().messages;
        return false;
    }
    for (const char* station : {"north", "south"}) {
        fluxi::RunSettings settings;
        settings.parameters = {{"station", station}, {"threshold", 5.0}};
        std::cout << station << ": ";
        const fluxi::Result result = program.stream(print_rows, settings);
        if (!result.ok()) {
            std::cerr << result.messages;
            return false;
        }
    }
    return true;
}

// No exception comes out of fluxi: what is wrong is in the result, drawn for people and as data.
void show_errors(const fluxi::Engine& engine) {
    for (const char* script :
         {"1 + \"one\"", "import \"embed/sensors\" sensors.celsius(raw: 5000)"}) {
        const fluxi::Result result = engine.run(script, "wrong.flux");
        for (const fluxi::Problem& problem : result.problems) {
            std::cout << (result.status == fluxi::Status::rejected ? "rejected" : "failed") << ": "
                      << problem.source << ':' << problem.line << ':' << problem.column << ": "
                      << problem.code << ": " << problem.message << '\n';
        }
    }
}

// A run that would not end is ended by another thread.
void cancel_endless(const fluxi::Engine& engine) {
    fluxi::Program program = engine.compile(
        "import \"generate\" generate.from(count: 4000000000, fn: (n) => n, start: "
        "2020-01-01T00:00:00Z,"
        " stop: 2021-01-01T00:00:00Z) |> filter(fn: (r) => r._value < 0)");
    fluxi::RunSettings settings;
    settings.cancellation.emplace();
    std::thread watchdog([cancellation = *settings.cancellation]() mutable {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        cancellation.cancel();
    });
    const bool cancelled = program.run(settings).status == fluxi::Status::cancelled;
    watchdog.join();
    std::cout << (cancelled ? "cancelled" : "ran to its end") << '\n';
}

}  // namespace

int main() {
    const fluxi::Engine engine(limits());
    if (!run_many(engine)) return 1;
    show_errors(engine);
    cancel_endless(engine);
    return 0;
}
