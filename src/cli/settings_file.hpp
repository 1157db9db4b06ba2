// fluxi.toml: where the store is and which files stand for buckets. It is looked for beside the
// script (for a script without a file: in the working folder) and in the user's configuration
// folder; what the one beside the script says comes before what the other says, and the command
// line before both. Paths in it start at its folder.
//
//   data = "buckets.db"
//   [mounts]
//   weather = "data/weather.lp"
//   "telegraf/autogen" = "/var/lib/telegraf"
#pragma once

#include <map>
#include <string>

#include "host/host.hpp"

namespace fluxi::cli {

struct FileSettings {
    std::string data{};  ///< empty if no file says
    std::map<std::string, std::string> mounts{};
};

/// The settings that hold for scripts of a folder. Throws base::RuntimeError for a file that is not
/// as it should be, with the line.
FileSettings file_settings(const host::Host& host, const std::string& script_folder);

/// The store that is used: the file that the option `--data` gives, else that of FLUXI_DATA, else
/// that of the settings, else the user's own.
std::string data_file(const host::Host& host, const std::string& option,
                      const FileSettings& settings);

/// For --help: where settings are looked for, and which of the files is there.
std::string settings_help();

}  // namespace fluxi::cli
