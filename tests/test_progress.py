"""Those who wait for a class read how far it is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from autograder.batch import Options
from autograder.errors import OutputError
from autograder.model import Environment, Handed, Report
from autograder.progress import StderrProgress
from autograder.sandbox.confine import Tier

ENVIRONMENT = Environment(python="", jax="", jaxlib="", numpy="", device="cpu", sandbox="landlock", checks_sha256="")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def report(student: str) -> Report:
    handed = Handed(sha256="", files=())
    return Report(
        student=student,
        unit="01_first",
        status="graded",
        score=1.0,
        max_score=1.0,
        tasks=(),
        submission=handed,
        environment=ENVIRONMENT,
    )


def said(
    monkeypatch: pytest.MonkeyPatch, *students: str, kept: int = 0, tier: Tier = Tier.LANDLOCK, tty: bool = False
) -> str:
    stream = Terminal() if tty else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with StderrProgress(Options(Path("reports"), 2, tier)) as progress:
        progress.begin(len(students) + kept, kept)
        for student in students:
            progress.done(report(student))
    return stream.getvalue()


def test_a_run_begins_with_how_much_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, "ada", "bob") == "2 submissions; sandbox tier: landlock, slots: 2\n"
    assert said(monkeypatch, "ada").startswith("1 submission; ")
    assert said(monkeypatch, kept=1).startswith("1 submission, 1 has a report already; ")
    assert said(monkeypatch, "ada", kept=2).startswith("3 submissions, 2 have a report already; ")


def test_a_run_without_a_wall_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, tier=Tier.NONE).startswith("WITHOUT A WALL: ")


def test_a_log_gets_a_line_now_and_then_with_an_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, clock = io.StringIO(), [0.0]
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("autograder.progress.time.monotonic", lambda: clock[0])
    with StderrProgress(Options(Path("reports"), 2, Tier.LANDLOCK)) as progress:
        progress.begin(8, 2)
        for student in "abcdef":
            clock[0] += 6.0
            progress.done(report(student))
    lines = stream.getvalue().splitlines()[1:]
    assert lines == [f"{done} of 6 graded, about {left} s to go" for done, left in ((2, 24), (4, 12), (6, 0))]


@pytest.mark.parametrize(
    ("name", "shown"), [("[/]", "[/]"), ("[red]bob", "[red]bob"), (":bug:", ":bug:"), ("\x1b[2Jeve", "\\x1b[2Jeve")]
)
def test_a_name_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch, name: str, shown: str) -> None:
    monkeypatch.setenv("TERM", "xterm")
    text = said(monkeypatch, "zoe", name, tty=True)
    assert f"{shown} 01_first" in text
    assert "\x1b[2J" not in text


def test_what_is_left_out_is_said_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with StderrProgress(Options(Path("reports"), 1, Tier.LANDLOCK)) as progress:
        progress.problem(OutputError("reports/:bug:/[b]01 is not a report"))
    assert progress.problems == 1
    assert stream.getvalue() == "jax101: reports/:bug:/[b]01 is not a report\n"
