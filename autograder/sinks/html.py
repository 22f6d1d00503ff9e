"""One page for a browser with everything in it: no script, no other file, nothing fetched.

The template is `page.html.jinja` beside this file.  Every text that is put into it goes through `visible` and is then
escaped, by the environment and not by care; the page's own policy forbids a browser to run or fetch anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from autograder.model import Report, TaskResult
from autograder.sinks import shared
from autograder.sinks.pictures import drawings
from autograder.text import spans, visible


def render(reports: Sequence[Report]) -> str:
    ordered = shared.ordered(reports)
    places = {(report.student, report.unit): f"report-{number}" for number, report in enumerate(ordered, start=1)}
    text = _template().render(
        reports=ordered,
        table=shared.class_table(ordered),
        place=lambda report: places[report.student, report.unit],
    )
    return text.rstrip() + "\n"


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "anew": shared.anew,
        "colophon": shared.colophon,
        "facts": shared.facts,
        "mark": shared.mark,
        "no_sandbox": shared.NO_SANDBOX,
        "points": shared.points,
        "outcomes": shared.OUTCOMES,
        "signs": shared.SIGNS,
        "statuses": shared.STATUSES,
        "drawings": _drawings,
        "lost": _lost,
        "percent": _percent,
        "prose": _prose,
    }
    return environment.get_template("page.html.jinja")


def _finalize(value: Any) -> Any:
    """What Jinja2 calls on every value before it escapes it."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _prose(text: str) -> Markup:
    """Text with its `code` as code."""
    pieces = spans(visible(text))
    return Markup().join(Markup("<code>{}</code>").format(piece) if code else piece for code, piece in pieces)


def _percent(score: float | None, full: float) -> int:
    """How full a bar is; full only for full marks."""
    return int(100 * (score or 0.0) / full) if full else 0


def _lost(task: TaskResult) -> bool:
    return any(check.outcome != "passed" for check in task.checks) or task.score < task.max_score


def _drawings(task: TaskResult) -> dict[str, Markup]:
    """Pictures by check; what stands in them is escaped where they are drawn."""
    told = ((check.check, check.hint, check.picture or None) for check in task.checks)
    return {check: Markup(drawing) for check, drawing in drawings(told).items()}
