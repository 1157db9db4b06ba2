// Everything outside the language that a run may touch, in one struct. An Engine is given a Host;
// tests and embedding programs replace single parts. Every pointer is set. The parts outlive
// whatever uses them.
#pragma once

#include <memory>

#include "host/clock.hpp"
#include "host/environment.hpp"
#include "host/file_system.hpp"
#include "host/network_policy.hpp"
#include "host/notes.hpp"
#include "host/secrets.hpp"

namespace fluxi::host {

struct Host {
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    std::shared_ptr<FileSystem> files = std::make_shared<LocalFileSystem>();
    std::shared_ptr<const Environment> environment = std::make_shared<SystemEnvironment>();
    std::shared_ptr<const Secrets> secrets = std::make_shared<MapSecrets>();
    std::shared_ptr<Notes> notes = std::make_shared<StderrNotes>();
    NetworkPolicy network{};
};

}  // namespace fluxi::host
