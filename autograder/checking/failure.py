"""A wrong answer, as data: what a check raises when a student's function does not do what its page asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.model import Outcome

if TYPE_CHECKING:
    from autograder.checking.exhibits import Exhibit


class CheckFailure(AssertionError):
    """Raised by every assertion of `autograder.checking`; the plugin turns it into a `CheckResult`.

    `message` says what was seen (it may hold values), `hint` what to do (it never does); where the hint quotes the
    student's code, which a program that cheats could choose by the values it sees, `general` says it without.
    `misconception` is an id of the course's list, `line` the student's line, `raised` whether their code raised,
    `exhibit` what is better seen than told.
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        general: str = "",
        misconception: str | None = None,
        line: int | None = None,
        outcome: Outcome = "failed",
        raised: bool = False,
        exhibit: Exhibit | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.general = general
        self.misconception = misconception
        self.line = line
        self.outcome: Outcome = outcome
        self.raised = raised
        self.exhibit = exhibit
