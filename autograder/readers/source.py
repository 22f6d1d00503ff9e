"""Python text cut into statements without parsing it, so that broken code, magics and hostile nesting do no harm.

A statement here is a logical line: it ends at a line end outside all strings and brackets.  Takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<plain>[^\#"'()\[\]{}\\\n]+) | (?P<comment>\#[^\n]*)
      | (?P<triple>\"\"\"|''') | (?P<quote>["'])
      | (?P<open>[(\[{]) | (?P<close>[)\]}])
      | (?P<joined>\\\n) | (?P<newline>\n) | (?P<other>\\)""",
    re.VERBOSE,
)
# Where a string's content ends.  A backslash guards what follows it, in raw strings too.
_CONTENT = {
    '"""': re.compile(r'(?:[^\\"]+|\\.|"(?!""))*+', re.DOTALL),
    "'''": re.compile(r"(?:[^\\']+|\\.|'(?!''))*+", re.DOTALL),
    '"': re.compile(r'(?:[^\\"\n]+|\\.)*+', re.DOTALL),
    "'": re.compile(r"(?:[^\\'\n]+|\\.)*+", re.DOTALL),
}
# What a notebook reads as its own and Python cannot: `%time f()`, `!ls`, `?f`, `f?`, `files = !ls`.
_MAGIC = re.compile(
    r"""[ \t]*(?: [!%] | \?{1,2}[\w.*%] | [\w.*]+\?{1,2}[ \t;]*$ | [^\W\d][\w.,\[\]'" \t]*=[ \t]*[!%] )""",
    re.VERBOSE | re.MULTILINE,
)
_MAGIC_LINES = re.compile(r"(?:[^\n]*\\\n)*[^\n]*\n?")  # a backslash at the end carries a magic on
_DEFINITION = re.compile(r"(?:async )?(?:def|class) (\w+)")
_ASSIGNMENT = re.compile(r"(\w+(?: ?[,=] ?\w+)*) ?(?::[^=]*)?=(?!=)")
_IMPORT = re.compile(r"(?:from \S+ )?import \(?(.*)")
_BLOCK = re.compile(r"(?:if|elif|else|try|except|finally|with|for|while)\b")
_CHECKS = re.compile(r"(?:(?:check|hint)\([^()]*\)(?: ?; ?|$))+")


class Statement(NamedTuple):
    """`text` as written, its line end included; `code` without comments, strings emptied, blanks collapsed."""

    text: str
    code: str
    magic: bool = False

    @property
    def indent(self) -> str:
        return self.text[: len(self.text) - len(self.text.lstrip(" \t"))]


def statements(text: str, *, magics: bool = False) -> Iterator[Statement]:
    """The statements of a text, blank and comment lines among them (their `code` is empty); joined, they are the text.

    With `magics`, lines that only a notebook understands are statements of their own, whatever quotes they hold.
    """
    position = 0
    while position < len(text):
        if magics and _MAGIC.match(text, position):
            end = _MAGIC_LINES.match(text, position).end()  # type: ignore[union-attr]  # it matches anything
            yield Statement(text[position:end], "", magic=True)
        else:
            end, code = _statement(text, position)
            yield Statement(text[position:end], code)
        position = end


def _statement(text: str, position: int) -> tuple[int, str]:
    depth = 0
    code: list[str] = []
    while position < len(text):
        token = _TOKEN.match(text, position)
        assert token is not None  # the groups cover every character
        kind, what, position = token.lastgroup, token[0], token.end()
        if kind in ("triple", "quote"):
            position = _CONTENT[what].match(text, position).end()  # type: ignore[union-attr]  # it matches nothing, too
            code.append('""')
            if text.startswith(what, position):
                position += len(what)
        elif kind == "newline" and not depth:
            break
        elif kind in ("newline", "joined"):
            code.append(" ")
        elif kind != "comment":
            depth = max(0, depth + (kind == "open") - (kind == "close"))
            code.append(what)
    return position, " ".join("".join(code).split())


def without_magics(text: str) -> str:
    """A notebook cell's text as Python: magic lines blanked (`pass` in an indented block), line numbers kept."""
    return "".join(
        (statement.indent and statement.indent + "pass") + "\n" * statement.text.count("\n")
        if statement.magic
        else statement.text
        for statement in statements(text, magics=True)
    )


class Outline(NamedTuple):
    """What a text does, seen from far.

    `names` are those it defines at its top level, in `if`, `try` and other blocks too: a good guess, not a proof.
    `skeleton` is the text without comments, strings' content and layout: equal for two copies of one stub.
    `only_checks` says that it does nothing but call `check` and `hint`, or nothing at all.
    """

    names: frozenset[str]
    skeleton: str
    only_checks: bool


def outline(text: str) -> Outline:
    """The outline of a text in which no magics are left."""
    codes: list[str] = []
    names: set[str] = set()
    in_block = False
    for statement in statements(text):
        if not statement.code:
            continue
        codes.append(statement.code)
        if not statement.indent:
            in_block = _BLOCK.match(statement.code) is not None
        if in_block or not statement.indent:
            names.update(_bound(statement.code))
    return Outline(frozenset(names), "\n".join(codes), all(_CHECKS.fullmatch(code) for code in codes))


def _bound(code: str) -> list[str]:
    if match := _DEFINITION.match(code):
        return [match[1]]
    if match := _IMPORT.match(code):
        return [words[-1] for part in match[1].split(",") if (words := part.strip(" )").split())]
    if match := _ASSIGNMENT.match(code):
        return re.findall(r"\w+", match[1])
    return []
