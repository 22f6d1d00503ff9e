"""A task's verdict as it stands under its check cell: as text, and as a card that needs no style sheet.

Who may see it is the caller's affair: for a student, hand over tasks of `report.for_student()`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from autograder.model import CheckResult, Report, TaskResult
from autograder.sinks.pictures import drawings
from autograder.sinks.shared import NO_SANDBOX, OUTCOMES, SIGNS, STATUSES, anew, facts, of
from autograder.text import to_html, visible

_BOX = (
    "border:1px solid currentColor;border-left-width:6px;border-radius:6px;padding:.6em 1em;margin:.4em 0;"
    "max-width:60em;overflow-wrap:anywhere"
)
_GREEN, _AMBER, _RED = "#1a7f37", "#9a6700", "#cf222e"  # of a thin edge; every sign has its word beside it


def as_text(task: TaskResult, reason: str = "") -> str:
    """The verdict for a terminal or a screen reader.  `reason`: why there is none."""
    return "\n".join(_lines(task, reason)) + "\n"


def as_html(task: TaskResult, reason: str = "") -> str:
    """The same as one `<section>`, styled by itself, in the colours of whatever page it stands on."""
    if reason:
        body = f"<div>{to_html(reason)}</div>"
    else:
        drawn = drawings((check.check, check.hint, check.picture or None) for check in task.checks)
        body = "".join(_row(*told, drawn.get(told[0].check, "")) for told in _told(task))
        body = f'<ul style="list-style:none;padding-left:0;margin:.4em 0 0">{body}</ul>'
    edge = _AMBER if reason else _GREEN if task.score == task.max_score else _RED
    head = f"<strong><code>{escape(task.task)}</code>: {escape(_state(task, reason))}</strong>"
    label = escape(f"verdict on {task.task}")
    return f'<section style="{_BOX};border-left-color:{edge}" aria-label="{label}">{head}{body}</section>'


def remarks(report: Report) -> list[str]:
    """What there is to say of the submission as a whole: why it has no score, what was recovered, a missing wall."""
    return [
        *([f"{STATUSES[report.status].capitalize()}: {report.reason}"] if report.status != "graded" else []),
        *report.submission.notes,
        *([NO_SANDBOX] if report.environment.sandbox == "none" else []),
    ]


def remarks_as_html(said: list[str]) -> str:
    """Remarks as a card."""
    rows = "".join(f"<li>{to_html(remark)}</li>" for remark in said)
    return f'<section style="{_BOX};border-left-color:{_AMBER}" aria-label="remarks"><ul>{rows}</ul></section>'


def _lines(task: TaskResult, reason: str) -> Iterator[str]:
    yield f"{task.task}: {_state(task, reason)}"
    if reason:
        yield f"  {visible(reason)}"
        return
    for check, again, message, hint in _told(task):
        yield f"  {_head(check)}{again} · {of(check.points, check.max_points)}"
        yield from (f"      {line}" for line in visible(message).split("\n") if line)
        yield from (f"      → {line}" for line in visible(hint).split("\n") if line)


def _row(check: CheckResult, again: str, message: str, hint: str, drawing: str) -> str:
    told = f'<div style="white-space:pre-wrap">{to_html(message)}</div>' if message else ""
    told += drawing if message else ""
    told += f'<div style="white-space:pre-wrap"><strong>Next:</strong> {to_html(hint)}</div>' if hint else ""
    told = f'<div style="margin-left:1.5em">{told}</div>' if told else ""
    points = f'<span style="white-space:nowrap">{escape(of(check.points, check.max_points))}</span>'
    return f'<li style="margin:.3em 0">{to_html(_head(check))}{again} · {points}{told}</li>'


def _told(task: TaskResult) -> Iterator[tuple[CheckResult, str, str, str]]:
    """Each check with what there is to say of it: a mistake fails several checks, and its advice is given once."""
    given: set[str] = set()
    for check, new in anew(task.checks):
        said = new and check.outcome != "passed"
        yield (
            check,
            "" if new else ", as above",
            check.message if said else "",
            check.hint if said and check.hint not in given else "",
        )
        given.add(check.hint)


def _head(check: CheckResult) -> str:
    about = "".join(f" · {fact}" for fact in facts(check))
    return f"{SIGNS[check.outcome]} {OUTCOMES[check.outcome]}: {visible(check.title)}{about}"


def _state(task: TaskResult, reason: str) -> str:
    return "not graded" if reason else f"{of(task.score, task.max_score)} points"
