"""The pytest plugin: the fixtures `submission` and `rng`, under our own session and under a bare `pytest`.

Under a bare `pytest` the submission is the unit's file beside the test (in a student's folder), or the course's
solution (for hidden checks, in the course's own repository).  Imports little: it is loaded into every pytest session.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from autograder.checking.run import _Plugin


def _session(request: pytest.FixtureRequest) -> _Plugin | None:
    for plugin in request.config.pluginmanager.get_plugins():
        if hasattr(plugin, "submission_for"):
            return plugin  # type: ignore[no-any-return]  # found by its method: the import would be a circle
    return None


@pytest.fixture
def submission(request: pytest.FixtureRequest) -> Any:
    """The submission under check: `submission.f(…)` calls the student's `f`."""
    session = _session(request)
    if session is not None:
        return session.submission_for(request.node)
    from autograder.checking.bare import submission_beside

    return submission_beside(request.path)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Under a bare `pytest`, a wrong answer is its sentence and its hint: a traceback through our code is no help."""
    report = yield
    error: Any = call.excinfo.value if call.excinfo is not None else None
    if hasattr(error, "misconception"):  # a `CheckFailure`, which only a check can have imported
        report.longrepr = f"{error.message}\n→ {error.hint}" if error.hint else error.message
    return report


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> Any:
    """Random data for this check: a `numpy.random.Generator`, the same for the same submission."""
    session = _session(request)
    if session is not None:
        return session.rng_for(request.node)
    from autograder.checking.run import check_name, seeded

    return seeded("bare pytest", check_name(request.node))
