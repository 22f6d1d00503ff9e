"""Markdown (GitHub's) for a merge request or a wiki.

What others wrote stands in code, where no markup, link, image, HTML or @mention of theirs takes effect; only a hint,
which is ours and holds no values, is prose, with its markup escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from autograder.model import CheckResult, Report, TaskResult
from autograder.sinks.shared import (
    OUTCOMES,
    SIGNS,
    STATUSES,
    ClassTable,
    anew,
    class_table,
    colophon,
    facts,
    mark,
    of,
    ordered,
    points,
)
from autograder.text import one_line, spans, visible

_MARKUP = re.compile(r"[\\`*_\[\]<>~&$|#]|:(?=//)|(?<=www)\.")
_TICKS = re.compile(r"`+")


def render(reports: Sequence[Report]) -> str:
    blocks = ["# jax101: reports"]
    if reports:
        blocks.append(_table(class_table(reports)))
    for report in ordered(reports):
        blocks += _section(report)
    return "\n\n".join(blocks) + "\n"


def _table(table: ClassTable) -> str:
    units = [f"{_code(unit)} / {points(full)}" for unit, full in table.units]
    lines = [
        ["student", *units, f"total / {points(table.max_score)}", "first thing that went wrong"],
        ["---", *("---:" for _ in units), "---:", "---"],
    ]
    for row in table.rows:
        total = mark(row.score, table.max_score) + ("" if row.complete else " + ?")
        lines.append([_code(row.student), *map(_score, row.reports), total, _code(row.wrong)])
    # A bar ends a cell even in code, unless it is escaped; the escape is taken off before the code is read.
    escaped = ([cell.replace("|", r"\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in escaped)


def _score(report: Report | None) -> str:
    if report is None:
        return "·"
    return STATUSES[report.status] if report.score is None else mark(report.score, report.max_score)


def _section(report: Report) -> Iterator[str]:
    yield f"## {_code(report.student)} {_code(report.unit)}: {of(report.score, report.max_score)}"
    if report.status != "graded":
        yield f"**{STATUSES[report.status]}**"
        yield _block(report.reason or "")
    else:
        for task in report.tasks:
            yield from _task(task)
    yield "\n".join(f"- {name}: {_code(value)}" for name, value in colophon(report))


def _task(task: TaskResult) -> Iterator[str]:
    yield f"### {_code(task.task)} {of(task.score, task.max_score)}"
    if task.checks:
        yield "\n".join(_check(check, new) for check, new in anew(task.checks))


def _check(check: CheckResult, new: bool) -> str:
    head = [f"{SIGNS[check.outcome]} **{OUTCOMES[check.outcome]}** {_prose(check.title)}"]
    head += [of(check.points, check.max_points), *map(_prose, facts(check))]
    lines = [f"- {' · '.join(head)}"]
    if check.outcome != "passed" and new:
        lines += [_indented(_block(check.message))] if check.message else []
        lines += [_indented(f"→ {_prose(check.hint)}")] if check.hint else []
    return "\n\n".join(lines)


def _code(text: str) -> str:
    """A code span, whatever is in the text."""
    text = one_line(text)
    if not text:
        return ""
    ticks = "`" * (_longest(text) + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _block(text: str) -> str:
    """A fenced block that the text cannot close."""
    fence = "`" * max(3, _longest(text) + 1)
    return f"{fence}text\n{visible(text)}\n{fence}"


def _prose(text: str) -> str:
    return "".join(_code(piece) if code else _escaped(piece) for code, piece in spans(one_line(text)))


def _escaped(text: str) -> str:
    # A mention is looked for after escapes are gone, but not in code.
    return _MARKUP.sub(r"\\\g<0>", text).replace("@", "`@`")


def _longest(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)


def _indented(block: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in block.split("\n"))
