"""`nbgrader generate_feedback`: an autograded notebook → one page for a student, on a phone as well.

In place of nbgrader's template, which is as wide as a desk and loads scripts from the net.  The page has what the
student wrote, what is said of it, and what their instructor added in formgrader; nothing in it can run.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbconvert.filters import markdown2html

from autograder.errors import OutputError
from autograder.nbgrader.cells import SOLUTION, Notebook
from autograder.sinks.shared import mark, points
from autograder.text import visible


class Section(NamedTuple):
    """A task: what was written, what is said of it, what it earned.  `awarded`: by a person, not by us."""

    task: str
    title: str
    source: str
    cards: list[Markup]
    comment: Markup
    score: float
    max_score: float
    awarded: bool


class FeedbackExporter(Exporter):
    """Notebooks that our `autograde` wrote → HTML.  `OutputError` for any other: what is in those may be anything."""

    file_extension = ".html"
    output_mimetype = "text/html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """The page of a notebook, after nbgrader's own steps."""
        if "report" not in nb.metadata.get("jax101", {}):
            raise OutputError("this notebook was not autograded by jax101: run `nbgrader autograde` again.")
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        return page(notebook, resources["nbgrader"]), resources


def page(notebook: Notebook, about: dict[str, Any]) -> str:
    """The page of a notebook in which nbgrader's `GetGrades` has put scores and comments."""
    cells = notebook["cells"]
    text = _template().render(
        about=about,
        graded=notebook["metadata"]["jax101"].get("status") == "graded" or about["score"] > 0,
        remarks=[_card(cell) for cell in cells if _role(cell) == "remarks"],
        sections=_sections(cells),
        others=[cell["source"] for cell in cells if _role(cell) == "student" and cell["cell_type"] == "code"],
    )
    return text.rstrip() + "\n"


def _sections(cells: list[Notebook]) -> list[Section]:
    answers = {
        cell["metadata"]["nbgrader"]["grade_id"].removesuffix(SOLUTION): cell for cell in cells if _role(cell) == "task"
    }
    sections = []
    for cell in cells:
        if _role(cell) == "check":
            grade = cell["metadata"]["nbgrader"]
            answer = answers[grade["grade_id"]]
            given = next(
                float(out["data"]["text/plain"]) for out in cell["outputs"] if out["output_type"] == "execute_result"
            )
            comment = answer["metadata"]["nbgrader"].get("comment")
            sections.append(
                Section(
                    task=grade["grade_id"],
                    title=cell["metadata"]["jax101"].get("title", ""),
                    source=answer["source"],
                    cards=[_card(cell)],
                    comment=Markup(markdown2html(comment)) if comment else Markup(),
                    score=grade["score"],
                    max_score=grade["points"],
                    awarded=grade["score"] != given,
                )
            )
    return sections


def _role(cell: Notebook) -> str:
    role: str = cell["metadata"].get("jax101", {}).get("role", "")
    return role


def _card(cell: Notebook) -> Markup:
    """The HTML that `cells.filled` put there."""
    return Markup("".join(out["data"]["text/html"] for out in cell["outputs"] if out["output_type"] == "display_data"))


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"mark": mark, "points": points}
    return environment.get_template("feedback.html.jinja")
