// Helps with what is typed into the REPL: whether it is finished, what could come next, the
// signature of the function that is being called. Asks a session that outlives it; nothing is
// run and no definition changes.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/lineedit/line_editor.hpp"
#include "cli/repl/place.hpp"
#include "engine/session.hpp"

namespace fluxi::cli::repl {

class SessionAssistant final : public lineedit::Assistant {
  public:
    /// `commands`: the words of the REPL itself, with their dot.
    SessionAssistant(engine::Session& session, std::vector<std::string> commands)
        : session_(&session), commands_(std::move(commands)) {}
    /// An entry was taken: definitions may have changed, the session may be another. `continued`:
    /// the expression that a line continues which begins with |>.
    void use(engine::Session& session, std::string continued) {
        session_ = &session;
        continued_ = std::move(continued);
        types_.clear();
    }

    bool complete(const std::string& text) override;
    lineedit::Completion completion(const std::string& text, std::size_t cursor) override;
    std::vector<lineedit::StyledSpan> styles(const std::string& text, std::size_t cursor) override;
    std::string hint(const std::string& text, std::size_t cursor) override;

  private:
    using Words = std::vector<lineedit::Candidate>;
    lineedit::Completion completion_in(const std::string& text, std::size_t cursor);
    void add_names(Words& words);
    void add_members(Words& words, const Place& place);
    void add_arguments(Words& words, const OpenCall& call);
    void add_columns(Words& words, std::string_view stream);
    static void add_files(Words& words, const std::string& begun);
    /// The type of an expression; the error type if it has none.
    const types::PolyType& type_of(std::string_view expression);

    engine::Session* session_;
    std::vector<std::string> commands_;
    std::string continued_{};
    std::map<std::string, types::PolyType, std::less<>> types_{};  ///< of expressions asked before
};

}  // namespace fluxi::cli::repl
