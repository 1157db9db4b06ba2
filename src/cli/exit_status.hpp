// What the exit status of the program means: for --help and the manual pages.
#pragma once

#include <array>
#include <string_view>

#include "cli/command.hpp"

namespace fluxi::cli {

struct ExitStatus {
    ExitCode code;
    std::string_view meaning;
};

inline constexpr std::array kExitStatus = {
    ExitStatus{kOk, "ok"},
    ExitStatus{kFailed, "failed while running"},
    ExitStatus{kUsage, "wrong usage, or a file that cannot be read"},
    ExitStatus{kRejected, "mistakes in a script: nothing ran"},
    ExitStatus{kTestsFailed, "failed tests"},
    ExitStatus{kInterrupted, "interrupted"},
};

}  // namespace fluxi::cli
