// The table of `fluxi run --profile`: what each operator of a run did.
#pragma once

#include <string>

#include "base/source.hpp"
#include "flow/exec/profile.hpp"

namespace fluxi::cli {

std::string profile_text(const flow::exec::Profile& profile, const base::SourceMap& sources);

}  // namespace fluxi::cli
