"""What a student sees of their checks: one card a task, as text for a terminal and as HTML for a notebook.

Every sign has its word beside it, so that nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from autograder.student.session import Checked, TaskChecked
from autograder.text import visible

_SIGNS = {"passed": "✓", "failed": "✗", "timeout": "✗", "crashed": "✗", "not_run": "–"}
_WORDS = {
    "passed": "passed",
    "failed": "failed",
    "timeout": "ran out of time",
    "crashed": "ended",
    "not_run": "not run",
}

_STYLE = (
    "border:1px solid currentColor;border-left-width:6px;border-radius:6px;"
    "padding:.6em 1em;margin:.4em 0;max-width:60em"
)


def as_text(tasks: Sequence[TaskChecked]) -> str:
    """The cards of some tasks, for a terminal or a screen reader."""
    return "\n".join(_text(task) for task in tasks) + (f"\n{_summary(tasks)}" if len(tasks) > 1 else "")


def as_html(tasks: Sequence[TaskChecked]) -> str:
    """The cards of some tasks, for a notebook.  Colours are the theme's own, but for a thin edge."""
    summary = f"<p>{escape(_summary(tasks))}</p>" if len(tasks) > 1 else ""
    return "".join(_html(task) for task in tasks) + summary


def _text(checked: TaskChecked) -> str:
    lines = [f"{checked.task.id}: {_state(checked)}"]
    for check in _shown(checked):
        lines.append(f"  {_SIGNS[check.finding.outcome]} {visible(check.spec.title)} ({_WORDS[check.finding.outcome]})")
        if check.finding.message:
            lines.append(f"      {visible(check.finding.message)}")
        if check.finding.hint:
            lines.append(f"      → {visible(check.finding.hint)}")
    return "\n".join(lines)


def _html(checked: TaskChecked) -> str:
    edge = "#1a7f37" if checked.passed else "#9a6700" if not checked.attempted else "#cf222e"
    rows = "".join(_row(check) for check in _shown(checked))
    return (
        f'<section style="{_STYLE};border-left-color:{edge}" aria-label="checks of {escape(checked.task.id)}">'
        f"<strong><code>{escape(checked.task.id)}</code>: {escape(_state(checked))}</strong>"
        f'<ul style="list-style:none;padding-left:0;margin:.4em 0 0">{rows}</ul></section>'
    )


def _row(check: Checked) -> str:
    finding = check.finding
    head = f"{_SIGNS[finding.outcome]} {escape(visible(check.spec.title))} <em>({_WORDS[finding.outcome]})</em>"
    message = f"<div>{_inline(finding.message)}</div>" if finding.message else ""
    hint = f"<div><strong>Next:</strong> {_inline(finding.hint)}</div>" if finding.hint else ""
    return f'<li style="margin:.3em 0">{head}<div style="margin-left:1.5em">{message}{hint}</div></li>'


def _inline(text: str) -> str:
    """Escaped text, with what stands between backticks as code."""
    parts = escape(visible(text)).split("`")
    if len(parts) % 2 == 0:
        return "`".join(parts)
    return "".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts))


def _shown(checked: TaskChecked) -> Sequence[Checked]:
    # A stub fails every check with the same words: once is enough.
    return checked.checks if checked.attempted else checked.checks[:1]


def _state(checked: TaskChecked) -> str:
    if not checked.checks:
        return "this task has no public checks"
    if not checked.attempted:
        return "not attempted yet"
    passed = sum(check.finding.outcome == "passed" for check in checked.checks)
    if checked.passed:
        return f"all {passed} checks passed"
    return f"{passed} of {len(checked.checks)} checks passed"


def _summary(tasks: Sequence[TaskChecked]) -> str:
    done = sum(task.passed for task in tasks)
    bar = "■" * done + "□" * (len(tasks) - done)
    return f"{bar} {done} of {len(tasks)} tasks pass their public checks"
