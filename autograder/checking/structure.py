"""Taking an answer apart, so that a wrong form is a sentence and not a traceback."""

from __future__ import annotations

from typing import Any

from autograder.checking import misconceptions
from autograder.checking.compare import _wrong_form
from autograder.checking.failure import CheckFailure


def unpack(answer: Any, *names: str) -> tuple[Any, ...]:
    """The parts of a tuple (or list) answer, as many as there are names; fails with what was seen otherwise.

    `theta, losses = unpack(submission.train(theta, x, y), "theta", "losses")`
    """
    wanted = f"a tuple `({', '.join(names)})`"
    if isinstance(answer, tuple | list) and len(answer) == len(names):
        return tuple(answer)
    if isinstance(answer, tuple | list):
        raise CheckFailure(
            f"The result should be {wanted}, but has {len(answer)} part{'s' * (len(answer) != 1)}.",
            hint="Count the parts of what you return, and look at the parentheses of the answer that the page shows.",
        )
    difference = _wrong_form(answer, wanted, "Return all the parts, in the order of the page.")
    named = difference.misconception
    says = misconceptions.says(named) if named else ""
    raise CheckFailure(
        f"{says} The result{difference.message}".strip(),
        hint=misconceptions.hint(named) if named else difference.hint,
        misconception=named,
    )
