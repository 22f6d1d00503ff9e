"""A unit's page, `solutions/<unit>/<notebook>.py`, as cells with a role each: prose, provided, task, check or demo.

The page is Jupytext's py:percent text.  A marker says `role="provided"` or `task="grad_both"`; a cell with nothing but
`check("grad_both")` is that task's check cell; any other code is a demo.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.errors import CourseError
from autograder.model import Course, Page, PageCell, Role, Unit
from autograder.text import one_line

BEGIN, END = "BEGIN SOLUTION", "END SOLUTION"
STUB = ("# YOUR CODE HERE", "raise NotImplementedError()")
# nbgrader's marks of regions that only an instructor may see.  Hidden checks live in tests/hidden, never on a page.
HIDDEN = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS", "BEGIN MARK SCHEME", "END MARK SCHEME")
_MARKER = re.compile(r"^# %%(?P<options>[ \t][^\n]*)?\n", re.MULTILINE)
_COMMENTED_MAGIC = r"^# (?=%[a-z])"
_OPTION = re.compile(r'''(\w+)="([^"]*)"''')


class _Raw(NamedTuple):
    """A cell as it stands in the file, with the options of its marker."""

    source: str
    markdown: bool
    options: dict[str, str]


def page_path(course: Course, unit: Unit) -> Path:
    """Where a unit's page stands."""
    return course.root / "solutions" / unit.id / f"{unit.notebook}.py"


def read_page(course: Course, unit: Unit) -> Page:
    """A unit's page, solutions included; `CourseError` lists all that is wrong with it, by file and cell."""
    place = f"solutions/{unit.id}/{unit.notebook}.py"
    raw = _cut(_text(page_path(course, unit), place))
    cells = tuple(_page_cell(cell) for cell in raw)
    mistakes = [f"{place}: {mistake}" for mistake in _mistakes(raw, cells, unit)]
    if mistakes:
        raise CourseError("\n".join(mistakes))
    return Page(unit=unit.id, notebook=unit.notebook, cells=cells)


def stub(source: str) -> str:
    """A task cell as students get it: each solution region replaced by a line that raises `NotImplementedError`.

    The same text as nbgrader's ClearSolutions gives, without importing nbgrader, which takes seconds.
    """
    lines: list[str] = []
    inside = False
    for line in source.split("\n"):
        if BEGIN in line:
            inside = True
            indent = line[: len(line) - len(line.lstrip())]
            lines += [indent + stub_line for stub_line in STUB]
        elif END in line:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


def _text(path: Path, place: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CourseError(f"{place}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise CourseError(f"{place}: not UTF-8 text (byte {error.start})") from None


def _cut(text: str) -> list[_Raw]:
    """The page's cells, as Jupytext reads them; importing Jupytext takes longer than a submission's grading."""
    markers = list(_MARKER.finditer(text + "\n"))
    ends = [marker.start() for marker in markers[1:]] + [len(text)]
    pieces = [(text[marker.end() : end], marker["options"] or "") for marker, end in zip(markers, ends, strict=True)]
    if head := text[: markers[0].start() if markers else len(text)].strip("\n"):
        pieces.insert(0, (head, ""))
    return [_raw(source.strip("\n"), options) for source, options in pieces]


def _raw(source: str, options: str) -> _Raw:
    markdown = "[markdown]" in options or "[md]" in options
    source = re.sub(r"^# ?" if markdown else _COMMENTED_MAGIC, "", source, flags=re.MULTILINE)
    return _Raw(source, markdown, dict(_OPTION.findall(options)))


def _page_cell(cell: _Raw) -> PageCell:
    role, task = _role(cell)
    return PageCell(role=role, source=cell.source, task=task)


def _role(cell: _Raw) -> tuple[Role, str | None]:
    if cell.markdown:
        return "markdown", None
    if "task" in cell.options:
        return "task", cell.options["task"]
    if cell.options.get("role") == "provided":
        return "provided", None
    checked = _checked_task(cell.source)
    return ("check", checked) if checked is not None else ("demo", None)


def _checked_task(source: str) -> str | None:
    """The task of a cell that holds `check("task")` and nothing else."""
    match = re.fullmatch(r"""(?:\s|#[^\n]*\n)*check\(\s*(["'])([^"'\n]*)\1\s*\)\s*;?\s*(?:#[^\n]*)?""", source)
    return match[2] if match else None


# --------------------------------------------------------------------------- what an author gets wrong


def _mistakes(raw: list[_Raw], cells: tuple[PageCell, ...], unit: Unit) -> Iterator[str]:
    known = {task.id for task in unit.tasks}
    seen: Counter[tuple[str, str | None]] = Counter()
    for number, (found, cell) in enumerate(zip(raw, cells, strict=True), 1):
        place = f"cell {number} (`{one_line(cell.source.strip().split(chr(10))[0])[:50]}`)"
        role = found.options.get("role", "provided")
        if role not in ("provided", "demo"):
            yield f'{place}: unknown role "{one_line(role)[:40]}", known are provided and demo'
        if cell.role in ("task", "check"):
            seen[cell.role, cell.task] += 1
            if cell.task not in known:
                yield f"{place}: unknown task `{cell.task}`, course.yml has {', '.join(sorted(known))}"
            elif seen[cell.role, cell.task] == 2:
                yield f"{place}: a second {cell.role} cell for `{cell.task}`"
        for mistake in _mistakes_in_cell(cell):
            yield f"{place}: {mistake}"
    for task in unit.tasks:
        if not seen["task", task.id]:
            yield f'no task cell for `{task.id}`: mark one with # %% task="{task.id}"'
        if not seen["check", task.id]:
            yield f'no check cell for `{task.id}`: add a cell with only check("{task.id}") in it'


def _mistakes_in_cell(cell: PageCell) -> Iterator[str]:
    if any(mark in cell.source for mark in HIDDEN):
        yield "hidden tests and mark schemes do not belong on a page, put them in tests/hidden"
    marks = re.findall(f"{BEGIN}|{END}", cell.source)
    if cell.role != "task":
        if marks:
            yield "solution markers outside a task cell"
        return
    if not marks:
        yield f"no solution markers: put ### {BEGIN} and ### {END} around the solution"
    elif marks != [BEGIN, END] * (len(marks) // 2):
        yield f"solution markers do not pair: each ### {BEGIN} needs its own ### {END}"
    for text, what in ((cell.source, "the solution"), (stub(cell.source), "what is left without the solution")):
        try:
            body = ast.parse(text).body
        except SyntaxError as error:
            yield f"{what} is not Python: {error.msg} (line {error.lineno} of the cell)"
            return
    if not any(isinstance(node, ast.FunctionDef) and node.name == cell.task for node in body):
        yield f"does not define the function `{cell.task}` outside the solution markers"
