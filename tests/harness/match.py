"""Compares lines with expected ones. In an expected line `[..]` stands for any text; an expected line
that is only `...` stands for any number of lines."""
import difflib
import re

ANY_LINES = "..."
ANY_TEXT = "[..]"


def line_matches(want, got):
    if ANY_TEXT not in want:
        return want == got
    pattern = ".*".join(re.escape(part) for part in want.split(ANY_TEXT))
    return re.fullmatch(pattern, got) is not None


def lines_match(want, got):
    """Whether the lines `got` are what `want` describes."""
    parts = [[]]
    for line in want:
        if line == ANY_LINES:
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) == 1:
        return _match_at(want, got, 0) and len(want) == len(got)
    first, *middle, last = parts
    at, end = len(first), len(got) - len(last)
    if end < at or not _match_at(first, got, 0) or not _match_at(last, got, end):
        return False
    for part in middle:  # The earliest place is right: it leaves most for the parts that follow.
        at = next((i for i in range(at, end - len(part) + 1) if _match_at(part, got, i)), None)
        if at is None:
            return False
        at += len(part)
    return True


def _match_at(want, got, at):
    return len(got) - at >= len(want) and all(map(line_matches, want, got[at:]))


def differences(what, want, got):
    """Problems (none if all is as expected) of `got` against `want`, both lists of lines."""
    if lines_match(want, got):
        return []
    diff = list(difflib.unified_diff(want, got, "expected", "got", lineterm="", n=2))
    return [f"{what} is not as expected:", *("  " + line for line in diff[2:] or ["(no difference in text)"])]
