"""What a student sees of their checks: one card a task, as text for a terminal and as HTML for a notebook.

Every sign has its word beside it, so that nothing depends on colour.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from autograder.checking.exhibits import Changed, Exhibit
from autograder.student import marked
from autograder.student.pictures import picture
from autograder.student.session import Checked, TaskChecked
from autograder.text import spans, visible

_SIGNS = {"passed": "✓", "failed": "✗", "timeout": "✗", "crashed": "✗", "not_run": "–"}
_WORDS = {
    "passed": "passed",
    "failed": "failed",
    "timeout": "ran out of time",
    "crashed": "ended",
    "not_run": "not run",
}
_PRINTED_LINES, _PRINTED_WIDTH = 10, 100  # of what a failing function printed; the rest helps no one

_STYLE = (
    "border:1px solid currentColor;border-left-width:6px;border-radius:6px;"
    "padding:.6em 1em;margin:.4em 0;max-width:60em"
)


def as_text(tasks: Sequence[TaskChecked], width: int = 110) -> str:
    """The cards of some tasks, for a terminal or a screen reader, at most `width` columns wide where words allow."""
    lines = [line for task in tasks for line in _text(task, max(width, 40))]
    return "\n".join([*lines, _summary(tasks)] if len(tasks) > 1 else lines)


def as_html(tasks: Sequence[TaskChecked]) -> str:
    """The cards of some tasks, for a notebook.  Colours are the theme's own, but for a thin edge."""
    summary = f"<p>{escape(_summary(tasks))}</p>" if len(tasks) > 1 else ""
    return "".join(_html(task) for task in tasks) + summary


# --------------------------------------------------------------------------- text


def _text(checked: TaskChecked, width: int) -> Iterator[str]:
    yield f"{checked.task.id}: {_state(checked)}"
    if not checked.attempted:
        yield from _wrapped(f"→ {checked.checks[0].finding.hint}", 2, width) if checked.checks else ()
        return
    for check, new in _anew(checked.checks):
        finding = check.finding
        yield from _wrapped(f"{_head(check)} ({_WORDS[finding.outcome]}{'' if new else ', as above'})", 2, width)
        if new:
            yield from _wrapped(finding.message, 6, width)
            yield from _argument(finding.exhibit, width)
            printed = _printed(check)
            yield from ["      It printed:", *(f"      | {line}" for line in printed)] if printed else []
            yield from _wrapped(f"→ {finding.hint}", 6, width) if finding.hint else ()


def _argument(exhibit: Exhibit | None, width: int) -> Iterator[str]:
    """An argument before and after; pictures are for pages."""
    if not isinstance(exhibit, Changed):
        return
    before, after = (marked.as_text(side) for side in marked.sides(exhibit))
    yield from _wrapped(f"{exhibit.name} before: {before}", 8, width)
    yield from _wrapped(f"{exhibit.name} after:  {after}", 8, width)
    yield "        (What changed stands between stars.)"


def _wrapped(text: str, indent: int, width: int) -> Iterator[str]:
    """Lines of at most `width` columns, but for `code`, which stays in one piece to be copied."""
    whole = "".join(f"`{piece.replace(' ', chr(0))}`" if is_code else piece for is_code, piece in spans(visible(text)))
    for line in whole.split("\n") if text else ():
        hang = 2 if line[:1] in (*_SIGNS.values(), "→") else len(line) - len(line.lstrip())
        wrapped = textwrap.wrap(
            line,
            width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from (part.replace("\0", " ") for part in wrapped)


# --------------------------------------------------------------------------- HTML


def _html(checked: TaskChecked) -> str:
    edge = "#1a7f37" if checked.passed else "#9a6700" if not checked.attempted else "#cf222e"
    if checked.attempted:
        drawings = _drawings(checked.checks)
        rows = "".join(_row(check, new, drawings.get(check.spec.check, "")) for check, new in _anew(checked.checks))
    else:
        rows = f"<li>{_next(checked.checks[0].finding.hint)}</li>" if checked.checks else ""
    return (
        f'<section style="{_STYLE};border-left-color:{edge}" aria-label="checks of {escape(checked.task.id)}">'
        f"<strong><code>{escape(checked.task.id)}</code>: {escape(_state(checked))}</strong>"
        f'<ul style="list-style:none;padding-left:0;margin:.4em 0 0">{rows}</ul></section>'
    )


def _row(check: Checked, new: bool, drawing: str) -> str:
    finding = check.finding
    head = f"{_inline(_head(check))} <em>({_WORDS[finding.outcome]}{'' if new else ', as above'})</em>"
    parts = []
    if new and finding.message:
        parts.append(f'<div style="white-space:pre-wrap">{_inline(finding.message)}</div>')
    if new:
        parts.append(_before_and_after(finding.exhibit) + drawing)
    if new and (printed := _printed(check)):
        parts.append(f'<div>It printed:</div><pre style="margin:0 0 0 1em">{escape(chr(10).join(printed))}</pre>')
    if new and finding.hint:
        parts.append(_next(finding.hint))
    return f'<li style="margin:.3em 0">{head}<div style="margin-left:1.5em">{"".join(parts)}</div></li>'


def _before_and_after(exhibit: Exhibit | None) -> str:
    """An argument as it was and as it is now, with what changed in frames."""
    if not isinstance(exhibit, Changed):
        return ""
    before, after = marked.sides(exhibit)
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left;font-weight:normal;padding-right:1em;white-space:nowrap">'
        f'<code>{escape(visible(exhibit.name))}</code> {when}</th><td style="text-align:left">'
        f'<code style="white-space:pre-wrap;line-height:1.8">{marked.as_html(pieces, tag)}</code></td></tr>'
        for when, pieces, tag in (("before", before, "del"), ("after", after, "ins"))
    )
    return f'<table style="margin:.4em 0;border-collapse:collapse"><tbody>{rows}</tbody></table>'


def _drawings(checks: Sequence[Checked]) -> dict[str, str]:
    """Pictures by check.  One mistake, told by its hint, is drawn once."""
    drawn: dict[str, tuple[str, str]] = {}
    for check in checks:
        if drawing := picture(check.finding.exhibit):
            drawn.setdefault(check.finding.hint, (check.spec.check, drawing))
    return dict(drawn.values())


def _next(hint: str) -> str:
    return f"<div><strong>Next:</strong> {_inline(hint)}</div>" if hint else ""


def _inline(text: str) -> str:
    """Escaped text, with what stands between backticks as code."""
    return "".join(
        f"<code>{escape(piece)}</code>" if is_code else escape(piece) for is_code, piece in spans(visible(text))
    )


# --------------------------------------------------------------------------- what both say


def _head(check: Checked) -> str:
    return f"{_SIGNS[check.finding.outcome]} {check.spec.title}"


def _anew(checks: Sequence[Checked]) -> Iterator[tuple[Checked, bool]]:
    """Each check, and whether its message was not said just before: one mistake often fails several checks."""
    said: set[tuple[str, str]] = set()
    for check in checks:
        words = (check.finding.message, check.finding.hint)
        yield check, words not in said
        if any(words):
            said.add(words)


def _printed(check: Checked) -> list[str]:
    """What a function that failed printed, shortened."""
    if check.finding.outcome == "passed":
        return []
    lines = [line[:_PRINTED_WIDTH] for line in visible(check.printed).strip("\n").split("\n") if line.strip()]
    more = len(lines) - _PRINTED_LINES
    return [*lines[:_PRINTED_LINES], f"… and {more} lines more"] if more > 0 else lines


def _state(checked: TaskChecked) -> str:
    if not checked.checks:
        return "this task has no public checks"
    if not checked.attempted:
        return "not attempted yet"
    passed = sum(check.finding.outcome == "passed" for check in checked.checks)
    if not checked.passed:
        return f"{passed} of {len(checked.checks)} checks passed"
    return f"all {passed} checks passed" if passed > 1 else "its check passed"


def _summary(tasks: Sequence[TaskChecked]) -> str:
    done = sum(task.passed for task in tasks)
    bar = "■" * done + "□" * (len(tasks) - done)
    return f"{bar} {done} of {len(tasks)} tasks pass their public checks"
