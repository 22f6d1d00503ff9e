"""Names of students, units and files: which are refused, and how they are shown."""

from __future__ import annotations

import hashlib
import unicodedata

from autograder.text import visible

MAX_NAME = 200  # bytes; file systems take 255, and a report's name is longer than its student's

_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"  # unseen, but letters of some languages' names


def shown(name: str) -> str:
    """A file's or a person's name on one line, every unseen character written out."""
    return visible(name).replace("\n", "\\n").replace("\t", "\\t")


def name_problem(name: str) -> str | None:
    """Why a student's or unit's name is refused, such as "holds a separator"; None where it is fine."""
    if not name.strip() or name in (".", ".."):
        return "is no name"
    if "/" in name or "\\" in name:
        return "holds a separator"
    if visible(name) != name or any(
        unicodedata.category(letter) in _UNSEEN for letter in name if letter not in _JOINERS
    ):
        return "holds a control character"
    if name.startswith("."):
        return "begins with a dot"
    return "is too long" if len(name.encode()) > MAX_NAME else None


def stand_in(name: str) -> str:
    """A name that a report can have, for one that is refused: `a\\b` → `a_b-0a1b2c3d`.

    Each refused name has one of its own, so that nobody is taken for a student who is really called `a_b`.
    """
    if name_problem(name) is None:
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    kept = shown(name).replace("\\", "_").replace("/", "_").lstrip(".")
    kept = kept.encode()[: MAX_NAME - 9].decode(errors="ignore")
    return f"{kept}-{digest}"
