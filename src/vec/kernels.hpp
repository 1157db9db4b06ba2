// The kernels of the language's own operators. Each maker gives null when the operator does not
// exist for the types, so that the tree walker can say why.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "syntax/ast.hpp"
#include "value/regexp.hpp"
#include "vec/kernel.hpp"

namespace fluxi::vec {

/// + - * / % ^ of two columns (semantics C.3).
KernelRef arithmetic_kernel(syntax::BinaryOp op, table::ColumnType left, table::ColumnType right);
/// == != < <= > >=
KernelRef comparison_kernel(syntax::BinaryOp op, table::ColumnType left, table::ColumnType right);
/// Three-valued `and`, `or` of two bool columns.
KernelRef logical_kernel(syntax::LogicalOp op);
/// -x of a number column.
KernelRef negation_kernel(table::ColumnType operand);
/// not x
KernelRef not_kernel();
/// Whether a row is not null; never null itself.
KernelRef exists_kernel();
/// =~ and !~ with a known pattern.
KernelRef match_kernel(std::shared_ptr<const value::Regexp> regexp, bool negated);
/// if a then b else c; a null condition takes the else branch. Both branches have the type.
KernelRef choose_kernel(table::ColumnType type);
/// The rows where a bool column is true (`wanted`) or not true, as a bool column without nulls: a
/// branch's mask.
KernelRef mask_kernel(bool wanted);
/// The rows where the right side of `and` (or `or`) is looked at.
KernelRef right_side_kernel(syntax::LogicalOp op);
/// Both masks hold.
KernelRef mask_and_kernel();
/// Text parts around columns of any type; `texts` has one more element than there are columns.
/// Fails on a null.
KernelRef interpolation_kernel(std::vector<std::string> texts);
/// Columns of a type as the arrays of their values, in the stored form.
KernelRef list_kernel(table::ColumnType element);
/// An element of such an array, from the array and an int; fails where there is none.
KernelRef element_kernel(table::ColumnType element);
/// The text of a duration.
KernelRef duration_text_kernel();
/// -x of a duration.
KernelRef duration_negation_kernel();
/// + and - of two durations; none for other operators.
KernelRef duration_kernel(syntax::BinaryOp op);
/// string(v:), int(v:) … from a column type to a column type.
KernelRef conversion_kernel(table::ColumnType from, table::ColumnType to);

}  // namespace fluxi::vec
