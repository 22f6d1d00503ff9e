"""What a student sees of their checks: one card a task, as text for a terminal and as HTML for a notebook.

Every sign has its word beside it, so that nothing depends on colour.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from autograder.checking.exhibits import Changed, Exhibit, picture_of
from autograder.checking.run import Finding
from autograder.sinks.pictures import drawings
from autograder.student import marked
from autograder.student.session import Checked, TaskChecked
from autograder.text import few, spans, to_html, visible

_SIGNS = {"passed": "✓", "failed": "✗", "timeout": "✗", "crashed": "✗", "not_run": "–"}
_WORDS = {
    "passed": "passed",
    "failed": "failed",
    "timeout": "ran out of time",
    "crashed": "ended",
    "not_run": "not run",
}
_PRINTED_LINES, _PRINTED_WIDTH = 10, 100  # of what a failing function printed; the rest helps no one

# Greys of half strength can be seen on light and on dark paper; long code breaks rather than leaves a narrow card.
_STYLE = (
    "border:1px solid rgba(128,128,128,.6);border-left-width:6px;border-radius:6px;"
    "padding:.6em 1em;margin:.4em 0;max-width:60em;overflow-wrap:anywhere"
)


class SoFar(NamedTuple):
    """How far a student has come in a unit."""

    unit: str
    done: int
    tasks: int


def as_text(tasks: Sequence[TaskChecked], width: int = 110) -> str:
    """The cards of some tasks, for a terminal or a screen reader, at most `width` columns wide where words allow."""
    lines = [line for task in tasks for line in _text(task, max(width, 40))]
    return "\n".join([*lines, _summary(tasks)] if len(tasks) > 1 else lines)


def as_html(tasks: Sequence[TaskChecked], so_far: SoFar | None = None) -> str:
    """The cards of some tasks, for a notebook, with the unit's progress bar.  Colours are the theme's own, but for a
    thin edge.
    """
    if len(tasks) > 1:
        return _bar(sum(task.passed for task in tasks), len(tasks), _summary(tasks)) + "".join(map(_html, tasks))
    return "".join(map(_html, tasks)) + (_bar(so_far.done, so_far.tasks, progress(so_far)) if so_far else "")


def progress(so_far: SoFar) -> str:
    """The unit's progress bar as text."""
    return f"{_boxes(so_far.done, so_far.tasks)} {so_far.done} of {so_far.tasks} tasks of {so_far.unit} pass so far"


def hint_as_html(text: str) -> str:
    """A hint, for a notebook."""
    head, colon, rest = text.partition(":")
    return (
        f'<section style="{_STYLE}" aria-label="hint"><strong>{to_html(head + colon)}</strong>{_prose(rest)}</section>'
    )


# --------------------------------------------------------------------------- text


def _text(checked: TaskChecked, width: int) -> Iterator[str]:
    yield f"{checked.task.id}: {_state(checked)}"
    if not checked.attempted:
        yield from _wrapped(f"→ {checked.checks[0].finding.hint}", 2, width) if checked.checks else ()
        return
    for check, new in _anew(checked.checks):
        finding = check.finding
        yield from _wrapped(f"{_SIGNS[finding.outcome]} {check.spec.title} ({_verdict(finding, new)})", 2, width)
        if new.message:
            yield from _wrapped(finding.message, 6, width)
            yield from _argument(finding.exhibit, width)
            printed = _printed(check)
            yield from ["      It printed:", *(f"      | {line}" for line in printed)] if printed else []
        if new.hint:
            yield from _wrapped(f"→ {finding.hint}", 6, width)


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
        drawn = drawings(
            (check.spec.check, check.finding.hint, picture_of(check.finding.exhibit)) for check in checked.checks
        )
        rows = "".join(_row(check, new, drawn.get(check.spec.check, "")) for check, new in _anew(checked.checks))
        body = f'<ul role="list" style="list-style:none;padding-left:0;margin:.4em 0 0">{rows}</ul>'
    else:
        body = _next(checked.checks[0].finding.hint) if checked.checks else ""
    # A heading to a screen reader, but none that JupyterLab would put into its table of contents.
    return (
        f'<section style="{_STYLE};border-left-color:{edge}" aria-label="checks of {escape(visible(checked.task.id))}">'
        f'<div role="heading" aria-level="4" style="font-weight:bold"><code>{escape(visible(checked.task.id))}</code>: '
        f"{escape(_state(checked))}</div>{body}</section>"
    )


def _row(check: Checked, new: New, drawing: str) -> str:
    finding = check.finding
    sign = f'<span aria-hidden="true" style="font-weight:bold">{_SIGNS[finding.outcome]}</span>'
    parts = []
    if new.message and finding.message:
        parts.append(f'<div style="white-space:pre-wrap">{to_html(finding.message)}</div>')
    if new.message:
        parts.append(_before_and_after(finding.exhibit) + drawing)
    if new.message and (printed := _printed(check)):
        parts.append(
            '<div>It printed:</div><pre style="margin:0 0 0 1em;white-space:pre-wrap">'
            f"{escape(chr(10).join(printed))}</pre>"
        )
    if new.hint:
        parts.append(_next(finding.hint))
    head = f"{sign} {to_html(check.spec.title)} <em>({escape(_verdict(finding, new))})</em>"
    return f'<li style="margin:.4em 0">{head}<div style="margin-left:1.3em">{"".join(parts)}</div></li>'


def _before_and_after(exhibit: Exhibit | None) -> str:
    """An argument as it was and as it is now, with what changed in frames."""
    if not isinstance(exhibit, Changed):
        return ""
    before, after = marked.sides(exhibit)
    rows = "".join(
        '<div style="display:flex;flex-wrap:wrap;gap:0 1em;margin:.2em 0">'
        f'<dt style="{_BESIDE};min-width:6em;font-weight:normal"><code>{escape(visible(exhibit.name))}</code> {when}'
        f'</dt><dd style="{_BESIDE};flex:1 1 15em"><code style="white-space:pre-wrap;line-height:1.9">'
        f"{marked.as_html(pieces, tag)}</code></dd></div>"
        for when, pieces, tag in (("before", before, "del"), ("after", after, "ins"))
    )
    return f'<dl style="margin:.5em 0">{rows}</dl>'


_BESIDE = "float:none;width:auto;margin:0;padding:0"  # instead of the columns that JupyterLab has for such lists


def _next(hint: str) -> str:
    return f"<div><strong>Next:</strong> {_prose(hint)}</div>" if hint else ""


def _bar(done: int, tasks: int, words: str) -> str:
    boxes = _boxes(done, tasks)
    return (
        f'<div style="margin:.6em 0"><span role="progressbar" aria-valuemin="0" aria-valuemax="{tasks}" '
        f'aria-valuenow="{done}" aria-label="tasks that pass" style="letter-spacing:.15em">'
        f'<span aria-hidden="true">{boxes}</span></span>{escape(visible(words.removeprefix(boxes)))}</div>'
    )


def _prose(hint: str) -> str:
    """The same for a hint, which a course's author wrote: an address in it can be followed."""
    return "".join(
        f"<code>{escape(piece)}</code>"
        if is_code
        else _ADDRESS.sub(r'<a href="\g<0>" target="_blank" rel="noopener">\g<0></a>', escape(piece))
        for is_code, piece in spans(visible(hint))
    )


_ADDRESS = re.compile(r"https://[\w./#?=%-]*[\w/]")


# --------------------------------------------------------------------------- what both say


class New(NamedTuple):
    """What of a check's words was not said before on the card: one mistake often fails several checks."""

    message: bool
    hint: bool


def _anew(checks: Sequence[Checked]) -> Iterator[tuple[Checked, New]]:
    said: set[tuple[str, str]] = set()
    hints = {""}
    for check in checks:
        message, hint = words = check.finding.message, check.finding.hint
        yield check, New(words not in said, hint not in hints)
        if message or hint:
            said.add(words)
        hints.add(hint)


def _verdict(finding: Finding, new: New) -> str:
    """In a few words: how the check ended, and the mistake by its name where it has one."""
    if not new.message:
        return f"{_WORDS[finding.outcome]}, as above"
    return f"{_WORDS[finding.outcome]}{f': {finding.misconception}' if finding.misconception else ''}"


def _printed(check: Checked) -> list[str]:
    """What a function that failed printed, shortened."""
    if check.finding.outcome == "passed":
        return []
    lines = [line[:_PRINTED_WIDTH] for line in visible(check.printed).strip("\n").split("\n") if line.strip()]
    return few(lines, _PRINTED_LINES, "… and {} lines more")


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
    return f"{_boxes(done, len(tasks))} {done} of {len(tasks)} tasks pass their public checks"


def _boxes(done: int, tasks: int) -> str:
    return "■" * done + "□" * (tasks - done)
