"""The members of the packages in stdlib/ and the declared types of natives, against
tests/oracle/signatures.json. Names of type variables and the order of parameters, properties and
constraints do not count."""
import dataclasses
import json
import re

from . import core

STDLIB = core.TOP / "stdlib"
SIGNATURES = core.TESTS / "oracle" / "signatures.json"
TOKEN = re.compile(r'\s*(=>|<-|[A-Za-z_][A-Za-z0-9_]*|"[^"]*"|[][(){},:?+.]|\Z)')
MEMBER = re.compile(r"^(?:builtin +|option +)?([A-Za-z_][A-Za-z0-9_]*)\s*(?:=(?![=>~])|:)", re.MULTILINE)
BUILTIN = re.compile(r"^builtin +([A-Za-z_][A-Za-z0-9_]*)\s*:", re.MULTILINE)
COMMENT = re.compile(r"//.*$", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Name:
    """A type variable or the name of a basic type."""

    text: str


class Reader:
    """Reads the type expression at the start of a text into nested tuples."""

    def __init__(self, text):
        self.tokens = []
        at = 0
        while at < len(text):
            found = TOKEN.match(text, at)
            if not found or not found[1]:
                break
            self.tokens.append(found[1])
            at = found.end()
        self.tokens.append("")

    def peek(self):
        return self.tokens[0]

    def take(self, wanted=None):
        token = self.tokens.pop(0)
        if wanted is not None and token != wanted:
            raise ValueError(f"{wanted!r} expected, found {token!r}")
        return token

    def accept(self, token):
        if self.peek() == token:
            self.take()
            return True
        return False

    def whole(self):
        kind = self.type()
        constraints = []
        if self.accept("where"):
            while True:
                name = self.take()
                self.take(":")
                constraints.append((name, self.take()))
                while self.accept("+"):
                    constraints.append((name, self.take()))
                if not self.accept(","):
                    break
        return kind, constraints

    def type(self):
        if self.accept("("):
            return self.function()
        if self.accept("{"):
            return self.record()
        if self.accept("["):
            first = self.type()
            second = self.type() if self.accept(":") else None
            self.take("]")
            return ("dict", first, second) if second else ("array", first)
        name = self.take()
        if name in ("stream", "vector", "v") and self.accept("["):
            inner = self.type()
            self.take("]")
            return ("vector" if name == "v" else name, inner)
        return Name(name)

    def function(self):
        parameters = []
        while not self.accept(")"):
            mark = self.take() if self.peek() in ("<-", "?") else ""
            name = "" if self.peek() == ":" else self.take()
            self.take(":")
            parameters.append((mark + name, self.type()))
            self.accept(",")
        self.take("=>")
        return ("function", tuple(sorted(parameters, key=lambda p: p[0])), self.type())

    def record(self):
        base = None
        if len(self.tokens) > 1 and self.tokens[1] == "with":
            base = self.take()
            self.take("with")
        properties = []
        while not self.accept("}"):
            label = self.take().strip('"')
            self.take(":")
            properties.append((label, self.type()))
            self.accept(",")
        # The sort is stable: of several properties of one name the visible one stays first.
        return ("record", Name(base) if base else None, tuple(sorted(properties, key=lambda p: p[0])))


def canonical(text):
    """The type as nested tuples in which only what counts differs."""
    kind, constraints = Reader(text).whole()
    names = {}

    def renamed(part):
        if isinstance(part, Name) and re.fullmatch(r"[A-Z][A-Z0-9]*", part.text):
            return Name(names.setdefault(part.text, f"t{len(names)}"))
        if isinstance(part, tuple):
            return tuple(renamed(inner) for inner in part)
        return part

    shape = renamed(kind)
    return shape, tuple(sorted((names.get(name, name), kind) for name, kind in constraints))


def members_of(text):
    """Name -> the text that begins with the declared type, or None for a member whose type is inferred."""
    text = COMMENT.sub("", text)
    members = {name: None for name in MEMBER.findall(text)}
    for found in BUILTIN.finditer(text):
        members[found[1]] = text[found.end() :]
    return members


def package_texts():
    """Import path -> the text of all its files."""
    texts = {}
    for file in sorted(STDLIB.rglob("*.flux")):
        if not file.name.endswith("_test.flux"):
            path = str(file.parent.relative_to(STDLIB))
            texts[path] = texts.get(path, "") + file.read_text(encoding="utf-8") + "\n"
    return texts


def problems_of(wanted, text):
    members = members_of(text)
    for name, kind in wanted.items():
        if name not in members:
            if not name.startswith("_"):
                yield f"{name} is missing: {kind}"
        elif members[name] is not None:
            if canonical(members[name]) != canonical(kind):
                yield f"{name}: the reference has {kind}"


def cases(_context):
    signatures = json.loads(SIGNATURES.read_text(encoding="utf-8"))
    for path, text in package_texts().items():
        if path in signatures:
            yield core.Case(
                path, lambda wanted=signatures[path], text=text: core.judged(list(problems_of(wanted, text)))
            )
