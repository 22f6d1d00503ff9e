"""Reports → text.  A form is a file here with `render(reports) -> str`, pure, and a line in `SINKS`.

File names are what users type (`--to junit`).  A form is imported when it is asked for: rich and Jinja2 stay out of
start-up.  Who may see what is the caller's affair: for a student, hand over `report.for_student()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import msgspec

from autograder.errors import UsageError
from autograder.model import Report


class Sink(msgspec.Struct, frozen=True):
    """A form of reports: its name, how its files end, what it is for."""

    name: str
    suffix: str
    about: str

    def render(self, reports: Sequence[Report]) -> str:
        """The reports in this form, ending with a newline.  `UsageError` for reports that it cannot hold together."""
        text: str = import_module(f"{__name__}.{self.name}").render(reports)
        return text


SINKS: dict[str, Sink] = {
    sink.name: sink
    for sink in (
        Sink("terminal", ".txt", "a table of the class, or one report in detail"),
        Sink("json", ".json", "a list of the reports as they are stored"),
        Sink("html", ".html", "a page for a browser, everything in one file"),
        Sink("markdown", ".md", "a page for a merge request or a wiki"),
        Sink("csv", ".csv", "a line for each report, for a spreadsheet"),
        Sink("junit", ".xml", "test results as continuous integration reads them"),
        Sink("gradescope", ".json", "the results.json of one student"),
    )
}


def sink(name: str) -> Sink:
    """The form of that name.  `UsageError` names the ones there are."""
    try:
        return SINKS[name]
    except KeyError:
        raise UsageError(f"there is no form {name!r}: choose one of {', '.join(SINKS)}.") from None
