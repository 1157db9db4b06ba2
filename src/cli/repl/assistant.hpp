// Helps with what is typed into the REPL: whether it is finished, what could come next, the
// signature of the function that is being called. Asks a session that outlives it; nothing is
// run and no definition changes.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/lineedit/line_editor.hpp"
#include "cli/repl/columns.hpp"
#include "cli/repl/commands.hpp"
#include "cli/repl/place.hpp"
#include "engine/session.hpp"

namespace fluxi::cli::repl {

class SessionAssistant final : public lineedit::Assistant {
  public:
    explicit SessionAssistant(engine::Session& session) : session_(&session) {}
    /// An entry was taken: definitions may have changed, the session may be another. `continued`:
    /// what a line continues that begins with |>; `accepted`: all entries of the session.
    void use(engine::Session& session, std::string continued,
             const std::vector<std::string>& accepted);

    bool complete(const std::string& text) override;
    lineedit::Completion completion(const std::string& text, std::size_t cursor) override;
    std::vector<lineedit::StyledSpan> styles(const std::string& text, std::size_t cursor) override;
    std::string hint(const std::string& text, std::size_t cursor) override;

  private:
    using Words = std::vector<lineedit::Candidate>;
    lineedit::Completion completion_of_command(const std::string& text, std::size_t cursor);
    /// Of the Flux that begins at `begin`.
    lineedit::Completion completion_in(const std::string& text, std::size_t begin,
                                       std::size_t cursor);
    /// Those of the words that begin with what stands before the cursor, each once, sorted.
    static lineedit::Completion fitting(Words words, const std::string& text, std::size_t begin,
                                        std::size_t cursor);
    void add_in_text(Words& words, const Place& place);
    void add_names(Words& words);
    void add_members(Words& words, const Place& place);
    /// Columns of the row that a parameter of a function literal stands for; false if it is none.
    bool add_row(Words& words, const Place& place);
    void add_arguments(Words& words, const OpenCall& call);
    /// `behind`: what follows each name.
    void add_columns(Words& words, std::string_view stream, std::string_view behind = {});
    void add_of_command(Words& words, const CommandWord& command, const std::string& begun);
    void add_documented(Words& words, const std::string& begun);
    [[nodiscard]] std::optional<RowType> row_of(std::string_view expression);
    static void add_files(Words& words, const std::string& begun);
    /// The type of an expression; the error type if it has none.
    const types::PolyType& type_of(std::string_view expression);

    engine::Session* session_;
    std::string continued_{};
    std::map<std::string, std::string, std::less<>>
        definitions_{};                                            ///< of names, as they were typed
    std::size_t entries_ = 0;                                      ///< that definitions_ knows
    std::map<std::string, types::PolyType, std::less<>> types_{};  ///< of expressions asked before
};

}  // namespace fluxi::cli::repl
