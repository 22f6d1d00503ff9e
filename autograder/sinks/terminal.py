"""For a terminal: the table of a class, or one report in detail.  It reads without colour: every sign has its word.

`table` and `detail` are what rich prints, for a caller with a console of its own; `render` is plain text of a width.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.model import CheckResult, Outcome, Report, TaskResult
from autograder.sinks.shared import (
    OUTCOMES,
    SIGNS,
    STATUSES,
    Row,
    anew,
    class_table,
    colophon,
    facts,
    mark,
    of,
    points,
)
from autograder.text import one_line, visible

_STYLES: dict[Outcome, str] = {
    "passed": "green",
    "failed": "bold red",
    "timeout": "bold yellow",
    "crashed": "bold yellow",
    "not_run": "dim",
}
_NAME = 24  # columns for a student's name, at most; a longer one is folded
_ROOM = 36  # columns that the last column of the class table needs to be of use


def render(reports: Sequence[Report], *, width: int = 110, color: bool = False) -> str:
    """One report in detail, several as a table of the class, `width` columns wide; no escape codes unless `color`."""
    text = io.StringIO()
    console = Console(
        file=text,
        width=width,
        color_system="standard" if color else None,
        no_color=not color,
        force_jupyter=False,
        legacy_windows=False,
    )
    console.print(detail(reports[0]) if len(reports) == 1 else table(reports, width=width))
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())


# --------------------------------------------------------------------------- a class


def table(reports: Sequence[Report], *, width: int = 110) -> RenderableType:
    """Student × unit with scores, total and the first thing that went wrong, which stands below where it is narrow."""
    if not reports:
        return Text("No reports.")
    found = class_table(reports)
    columns = ["student", *(_heading(*unit) for unit in found.units), f"total\n/ {points(found.max_score)}"]
    lines = [_line(row, found.max_score) for row in found.rows]
    beside = width - sum(_width(*column) for column in zip(map(Text, columns), *lines, strict=True)) >= _ROOM
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, expand=beside)
    for index, column in enumerate(columns):
        grid.add_column(Text(column), justify="right" if index else "left", overflow="fold", max_width=_NAME)
    if beside:
        grid.add_column(Text("first thing that went wrong"), ratio=1, no_wrap=True, overflow="ellipsis")
    for line, row in zip(lines, found.rows, strict=True):
        grid.add_row(*line, *([Text(row.wrong)] if beside else []))
    return Group(grid, *([] if beside else _below(found.rows)), *_legend(found.rows))


def _heading(unit: str, full: float) -> str:
    """Narrow, on three lines at most: `04_`, `pure`, `/ 25`."""
    return f"{one_line(unit)}\n/ {points(full)}".replace("_", "_\n", 1)


def _width(*cells: Text) -> int:
    """Of a column, the gap beside it included."""
    return 2 + min(_NAME, max(cell_len(line) for cell in cells for line in cell.plain.split("\n")))


def _line(row: Row, full: float) -> list[Text]:
    total = mark(row.score, full) + ("" if row.complete else " + ?")
    return [Text(one_line(row.student)), *map(_cell, row.reports), Text(total, style="bold")]


def _cell(report: Report | None) -> Text:
    if report is None:
        return Text("·", style="dim")
    if report.score is None:
        return Text({"ungradable": "ungradable"}.get(report.status, "error"), style="bold yellow")
    return Text(mark(report.score, report.max_score), style="green" if report.score == report.max_score else "")


def _below(rows: Sequence[Row]) -> Iterator[RenderableType]:
    wrong = [row for row in rows if row.wrong]
    if wrong:
        yield Text("The first thing that went wrong:")
    for row in wrong:
        yield Padding(Text(f"{one_line(row.student)}: {row.wrong}", no_wrap=True, overflow="ellipsis"), (0, 0, 0, 2))


def _legend(rows: Sequence[Row]) -> Iterator[Text]:
    if any(report is None for row in rows for report in row.reports):
        yield Text("·  nothing handed in", style="dim")
    if not all(row.complete for row in rows):
        yield Text("+ ?  something is without a score: an ungradable file, or an error of the grader's", style="dim")


# --------------------------------------------------------------------------- one report


def detail(report: Report) -> RenderableType:
    """Everything a report says, task by task."""
    return Group(*_detail(report))


def _detail(report: Report) -> Iterator[RenderableType]:
    name = Text.assemble((one_line(report.student), "bold"), "  ", one_line(report.unit))
    yield _ends(name, Text(of(report.score, report.max_score), style="bold"))
    if report.status != "graded":
        yield Text()
        status = (f"✗ {STATUSES[report.status]}: ", "bold yellow")
        yield Text.assemble(status, visible(report.reason or "no reason known"))
    else:
        for task in report.tasks:
            yield from _task(task)
    yield Text()
    for about, value in colophon(report):
        yield Text(f"{about}: {visible(value)}", style="bold yellow" if about == "warning" else "dim")


def _task(task: TaskResult) -> Iterator[RenderableType]:
    yield Text()
    yield _ends(Text(one_line(task.task), style="bold"), Text(of(task.score, task.max_score)))
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=11)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    for check, new in anew(task.checks):
        sign = Text(f"  {SIGNS[check.outcome]} {OUTCOMES[check.outcome]}", style=_STYLES[check.outcome])
        grid.add_row(sign, Group(*_check(check, new)), Text(of(check.points, check.max_points)))
    yield grid


def _check(check: CheckResult, new: bool) -> Iterator[Text]:
    yield Text.assemble(one_line(check.title), *((f" · {fact}", "dim") for fact in facts(check)))
    if check.outcome == "passed":
        return
    if not new:
        yield Text("as above", style="dim")
        return
    if check.message:
        yield Text(visible(check.message))
    if check.hint:
        yield Text.assemble(("→ ", "bold"), visible(check.hint))


def _ends(left: Text, right: Text) -> Table:
    """A line with something at its either end."""
    line = Table.grid(expand=True)
    line.add_column(ratio=1, overflow="fold")
    line.add_column(justify="right", no_wrap=True)
    line.add_row(left, right)
    return line
