"""A YAML document in which every value knows its place, so that all mistakes can be said at once, each with its own."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any, Final

import yaml

from autograder.errors import CourseError
from autograder.text import one_line

MAX_BYTES = 1 << 20  # a course of a thousand tasks is smaller


class _Absent:
    """The value of a key that is not there."""


ABSENT: Final = _Absent()


class Node:
    """A value, its place in the document (`units[1].tasks[0].points`) and the mistakes so far, shared by all nodes.

    Each method takes the value as one type; where it is none, it notes a mistake and returns something harmless.
    A node of an absent key returns the harmless thing without a word: `keys` has spoken already.
    """

    def __init__(self, value: object, place: str = "", parent: Node | None = None) -> None:
        self.value = value
        self.place = place
        self.mistakes: list[str] = parent.mistakes if parent else []
        self._names: dict[tuple[str, str], str] = parent._names if parent else {}  # (kind, name) → its first place

    def wrong(self, what: str) -> None:
        self.mistakes.append(f"{self.place}: {what}" if self.place else what)

    def _expected(self, what: str) -> None:
        if self.value is not ABSENT:
            self.wrong(f"expected {what}, {_found(self.value)}")

    def keys(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Node]:
        """A node for every known key, there or not; unknown keys and missing ones are mistakes."""
        required, optional = tuple(required), tuple(optional)
        known = required + optional
        values = self.value
        if not isinstance(values, dict):
            self._expected(f"keys such as {' and '.join(known[:2])}")
            return {key: self._child(key, ABSENT) for key in known}
        for key in values:
            if key not in known:
                self._child(str(key), None).wrong(f"unknown key, known are {', '.join(known)}")
        for key in required:
            if key not in values:
                self._child(key, None).wrong("missing")
        return {key: self._child(key, values.get(key, ABSENT)) for key in known}

    def items(self, what: str) -> list[Node]:
        """A node for each item of a list, which must not be empty."""
        if not isinstance(self.value, list) or not self.value:
            self._expected(f"a list of at least one {what}")
            return []
        return [Node(item, f"{self.place}[{index}]", self) for index, item in enumerate(self.value)]

    def text(self, pattern: re.Pattern[str] | None = None, what: str = "text") -> str:
        """Text that is not blank, and matches a pattern as a whole."""
        if not isinstance(self.value, str) or not self.value.strip() or (pattern and not pattern.fullmatch(self.value)):
            self._expected(what)
            return ""
        return self.value.strip()

    def unique_name(self, kind: str, pattern: re.Pattern[str], what: str) -> str:
        """Text as above that no other `unique_name` of this kind has."""
        name = self.text(pattern, what)
        first = self._names.setdefault((kind, name), self.place)
        if name and first != self.place:
            self.wrong(f"`{name}` is already the name at {first}")
        return name

    def number(self, *, whole: bool = False, positive: bool = False) -> float:
        """A finite number of at least 0 (above 0 if `positive`); an int where it is written as one."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or not _finite(value):
            self._expected("a whole number" if whole else "a number")
            return 0
        assert isinstance(value, int | float)
        if value < 0 or (positive and value == 0):
            self._expected("a number above 0" if positive else "a number of at least 0")
            return 0
        return value

    def _child(self, key: str, value: object) -> Node:
        key = one_line(key)[:60]
        return Node(value, f"{self.place}.{key}" if self.place else key, self)


def _finite(value: object) -> bool:
    try:
        return isinstance(value, int | float) and math.isfinite(value)
    except OverflowError:  # an int beyond all floats
        return False


def _found(value: object) -> str:
    if value is None:
        return "found nothing"
    if isinstance(value, list | dict):
        return f"found {'an empty list' if value == [] else 'a list' if isinstance(value, list) else 'keys and values'}"
    if isinstance(value, int) and abs(value) > 1 << 64:
        return "found a huge number"  # thousands of digits, which Python refuses to print
    return f"found {one_line(repr(value))[:60]}"


def read_document(path: Path) -> Node:
    """The document in a file; `CourseError` where it cannot be read or is not YAML, with the line."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        raise CourseError(f"{path.name}: larger than {MAX_BYTES >> 20} MB, which no course needs")
    try:
        return Node(yaml.load(content.decode(), _Loader))  # a safe loader's subclass
    except UnicodeDecodeError as error:
        raise CourseError(f"{path.name}: not UTF-8 text (byte {error.start})") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise CourseError(f"{path.name}: {place}{one_line(error.problem or str(error))}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # a ValueError: a date such as 2024-99-99
        what = "nested too deeply" if isinstance(error, RecursionError) else f"not YAML: {one_line(str(error))}"
        raise CourseError(f"{path.name}: {what}") from None


class _Loader(yaml.SafeLoader):
    """YAML's safe loader, less two traps: aliases, which let a small file stand for a huge one, and repeated keys."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="aliases (`*name`) are not accepted, write it out", problem_mark=mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="expected a plain key", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"`{key.value}` stands here twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)
