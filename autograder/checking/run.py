"""One pytest session over a unit's checks: what each check found, by name.

The same session for the grader, a notebook's `check()` and the terminal; only the submission differs.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from autograder.checking import misconceptions, purity, reading
from autograder.checking.declare import ATTRIBUTE, Declaration
from autograder.checking.exhibits import Exhibit
from autograder.checking.failure import CheckFailure
from autograder.checking.submission import Submission
from autograder.errors import CourseError, Infrastructure
from autograder.model import CheckSpec, Outcome

# Plugins of pytest's own that say things to nobody here.
_NOT_NEEDED = ("cacheprovider", "terminal", "doctest", "logging", "faulthandler")
_SLOW = ("threadexception", "unraisableexception")  # they collect garbage ten times after each session
_ENDINGS = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED)


class Finding(NamedTuple):
    """What a check found, before points."""

    outcome: Outcome
    message: str = ""
    hint: str = ""
    general: str = ""  # the hint without a word of the student's code, where `hint` has some
    misconception: str | None = None
    line: int | None = None
    raised: bool = False  # the student's code stopped with an exception
    exhibit: Exhibit | None = None  # what is better seen than told
    plain: bool = False  # some answer came from the student's process, and not from an evaluator


class CheckFile(NamedTuple):
    path: Path
    hidden: bool


Provide = Callable[[CheckSpec], Submission | None]  # None: do not run this check


class Session(NamedTuple):
    """All checks of the files, in order, and a finding for each that was run."""

    specs: tuple[CheckSpec, ...]
    findings: dict[str, Finding]

    @property
    def failed(self) -> set[str]:
        """The checks that did not pass, whether they were run or not."""
        passed = {name for name, finding in self.findings.items() if finding.outcome == "passed"}
        return {spec.check for spec in self.specs} - passed


def run_checks(files: Sequence[CheckFile], provide: Provide | None, seed: str) -> Session:
    """Run the checks of these files; `provide` hands each the submission it looks at (`None`: only list the checks).

    `seed` is mixed with a check's name into its random data.  Raises `CourseError` when a file does not import or a
    check has no `@task`, and lets an `Infrastructure` error of the submission through.
    """
    if not files:
        return Session((), {})
    plugin = _Plugin(tuple(files), provide, seed)
    arguments = [
        *(str(file.path) for file in files),
        *("-p", "autograder.checking.plugin", *(word for name in _NOT_NEEDED + _SLOW for word in ("-p", f"no:{name}"))),
        *("--noconftest", "--import-mode=importlib", "--capture=no", "-c", os.devnull),
        f"--rootdir={files[0].path.parent}",
    ]
    with _own_plugins_only(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = pytest.main(arguments, plugins=[plugin])
    if plugin.problem is not None:
        raise plugin.problem
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code not in _ENDINGS:  # not even that is a zero
        raise Infrastructure(f"pytest could not run the checks (it ended with code {int(code)})")
    return Session(tuple(plugin.specs.values()), plugin.findings)


class _Plugin:
    """Collects declarations, hands out fixtures, writes findings down."""

    def __init__(self, files: tuple[CheckFile, ...], provide: Provide | None, seed: str) -> None:
        self.hidden = {file.path.resolve(): file.hidden for file in files}
        self.provide = provide
        self.seed = seed
        self.specs: dict[str, CheckSpec] = {}
        self.findings: dict[str, Finding] = {}
        self.problem: Exception | None = None
        self._given: dict[str, Submission] = {}
        self._plain_before: dict[str, int] = {}  # calls of earlier checks of the task

    # -- what the fixtures of `plugin.py` ask for

    def submission_for(self, item: pytest.Item) -> Submission:
        submission = self._given[check_name(item)]
        self._plain_before[check_name(item)] = submission.plain_calls
        return submission

    def rng_for(self, item: pytest.Item) -> np.random.Generator:
        return seeded(self.seed, check_name(item))

    # -- pytest's hooks

    def pytest_configure(self, config: pytest.Config) -> None:
        # Nobody reads the tracebacks, and pytest parses a whole file anew for each of their lines.
        config.option.tbstyle = "no"

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Generator[None, Any, Any]:
        report = yield
        if report.failed and self.problem is None:
            reason = str(report.longrepr).strip().splitlines()
            last = next(
                (line[1:].strip() for line in reversed(reason) if line.startswith("E ")), reason[-1] if reason else ""
            )
            place = "/".join(collector.path.parts[-3:])  # such as hidden/02_grad/test_grad.py
            self.problem = CourseError(f"{place} does not import: {last}. Mend the check file.")
        return report

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        kept = []
        for item in items:
            declaration = declaration_of(item)
            if declaration is None:
                self.problem = self.problem or CourseError(
                    f"{item.path.name}: {item.name} has no @task(…), so it belongs to no task. Add one."
                )
                continue
            name = check_name(item)
            if name in self.specs:
                self.problem = self.problem or CourseError(
                    f"{item.path.name}: two checks of this unit are called {item.name}. Rename one."
                )
            spec = CheckSpec(
                check=name,
                task=declaration.task,
                title=declaration.title,
                points=declaration.points,
                hidden=self.hidden.get(item.path.resolve(), False),
            )
            self.specs[name] = spec
            submission = self.provide(spec) if self.provide and self.problem is None else None
            if submission is not None:
                self._given[name] = submission
                kept.append(item)
        items[:] = kept if self.problem is None else []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
        report = yield
        name = check_name(item)
        error = call.excinfo.value if call.excinfo is not None else None
        if isinstance(error, Infrastructure):
            self.problem = error
            item.session.shouldstop = "the grader's own machinery failed"
        elif error is not None and (name not in self.findings or self.findings[name].outcome == "passed"):
            self.findings[name] = _read_for(finding_of(error), self._given.get(name), self.specs[name].task)
        elif call.when == "call" and error is None:
            self.findings[name] = _passed(self._given[name])
        if call.when == "call" and name in self.findings:
            plain = self._given[name].plain_calls > self._plain_before.get(name, 0)
            self.findings[name] = self.findings[name]._replace(plain=plain)
        return report


def _passed(submission: Submission) -> Finding:
    if submission.answers == 0:
        # Nothing came back from the student's code, so nothing was proved.
        return Finding("not_run", "The check never got an answer.", "Report this check to its author.")
    return Finding("passed")


def finding_of(error: BaseException) -> Finding:
    """What a check that ended in an exception found."""
    if isinstance(error, CheckFailure):
        return Finding(
            error.outcome,
            error.message,
            error.hint,
            error.general,
            error.misconception,
            error.line,
            error.raised,
            error.exhibit,
        )
    if isinstance(error, pytest.skip.Exception):
        return Finding("not_run", str(error))
    if isinstance(error, AssertionError):
        return Finding("failed", str(error).splitlines()[0] if str(error) else "The answer is not as asked.")
    # A check took an answer apart that has another form than the right one.
    return Finding(
        "failed",
        f"The result has an unexpected form ({type(error).__name__} while looking at it).",
        "Compare what you return with what the page asks for, part by part.",
    )


def _read_for(finding: Finding, submission: Submission | None, task: str) -> Finding:
    """The finding with a name, where the check had none and the student's code or first call gives one."""
    if submission is None or finding.outcome != "failed" or finding.misconception == "not-attempted":
        return finding
    code = submission.code_of(task)
    suspicion = reading.suspect(code) if code is not None else None
    if suspicion and finding.raised and suspicion.misconception in reading.ABOUT_VALUES:
        suspicion = None
    if suspicion and suspicion.misconception == finding.misconception and finding.line is None:
        return _named(finding, suspicion.misconception, suspicion.line, suspicion.says)
    if suspicion and (
        finding.misconception is None
        or (finding.misconception in reading.VAGUE and suspicion.misconception in reading.SURE)
    ):
        return _named(finding, suspicion.misconception, suspicion.line, suspicion.says)
    for change in submission.left_by_first_call(task)[:1]:
        named = purity.misconception_of(change)
        # A gradient that is zero by chance is no sign of what else makes it zero.
        if finding.misconception is None or (finding.misconception, named) == ("item-kills-gradient", "global-random"):
            return _named(finding, named)
    return finding


def _named(finding: Finding, misconception: str, line: int | None = None, says: str = "") -> Finding:
    says = says or misconceptions.says(misconception)
    # That nothing came back stays true; another name's sentence is replaced by what is known better.
    before = misconceptions.says(finding.misconception or "") if finding.misconception != "returns-nothing" else ""
    rest = finding.message.removeprefix(before).lstrip() if before else finding.message
    same = finding.misconception == misconception
    return finding._replace(
        message=f"{says} {rest}",
        hint=finding.hint if same else misconceptions.hint(misconception),
        general=finding.general if same else "",
        misconception=misconception,
        line=finding.line or line,
    )


def check_name(item: pytest.Item) -> str:
    """The name a report gives a check: the test's, without `test_`."""
    return item.name.removeprefix("test_")


def declaration_of(item: pytest.Item) -> Declaration | None:
    """What `@task` left on the test, or `None`."""
    declaration: Declaration | None = getattr(getattr(item, "function", None), ATTRIBUTE, None)
    return declaration


def seeded(seed: str, check: str) -> np.random.Generator:
    """A check's random data: the same for the same submission and course, another for every check."""
    digest = hashlib.sha256(f"{seed}\0{check}".encode()).digest()
    return np.random.default_rng(np.frombuffer(digest, dtype=np.uint32))


@contextlib.contextmanager
def _own_plugins_only() -> Iterator[Any]:
    """No plugin that happens to be installed takes part in a verdict."""
    names = ("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "PYTEST_ADDOPTS", "PYTEST_PLUGINS")
    before = {name: os.environ.get(name) for name in names}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for name in names[1:]:
        os.environ.pop(name, None)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
