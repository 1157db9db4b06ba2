#include "flow/exec/execute.hpp"
namespace fluxi::flow::exec {
void execute(const std::vector<NamedPlan>&, eval::Evaluator&, const ExecutionSettings&, ResultReceiver&) {}
}
