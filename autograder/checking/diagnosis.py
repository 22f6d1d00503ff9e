"""From an exception, or a function that is not there, to a sentence a beginner can use.

`exceptions.py` has the table of what exceptions are signs of; here it becomes a message, with the line and the call.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from autograder.checking import advice, exceptions, misconceptions
from autograder.checking.calls import call_text
from autograder.checking.failure import CheckFailure
from autograder.model import Outcome
from autograder.sandbox.protocol import Error, Frame, Raised

LineOfCode = Callable[[str, int], str]

_TRY_IT = "Try the line that stopped in a cell of its own, with small data."  # where the table knows nothing better


class Absence(NamedTuple):
    """Why a function is not there: a sentence, where, and whether its cell ran out of time; what to do, if not that."""

    reason: str = ""
    line: int | None = None
    outcome: Outcome = "failed"
    hint: str = ""


def explain_raised(
    name: str, reply: Raised, args: tuple[Any, ...], kwargs: dict[str, Any], line_of_code: LineOfCode
) -> CheckFailure:
    """What to tell a student whose function raised."""
    error = reply.error
    frame = error.frames[-1] if error.frames else None
    code = line_of_code(frame.cell, frame.line) if frame else ""
    if reply.timed_out:
        return _out_of_time(name, frame, code)
    if error.type == "NotImplementedError" and not error.message and (not code or "NotImplementedError" in code):
        return _not_attempted(name, frame)
    row = exceptions.row_for(error, code)
    misconception = (row.misconception or None) if row else None
    what = exceptions.says(row, error) if row else ""
    stopped = f"`{name}` stopped with {_raised(error, brief=bool(what))}"
    message = " ".join(part for part in (what, stopped, _place(frame, code)) if part)
    page = misconceptions.page(misconception, error.type)
    general = (row.hint if row else "") or (misconceptions.hint(misconception) if misconception else _TRY_IT)
    hint = row.hint if row and row.hint else _with_advice(misconception, code) or general
    return CheckFailure(
        f"{message.rstrip('.')}. The call was {call_text(name, args, kwargs)}.",
        hint=_with_page(hint, page),
        general=_with_page(general, page),
        misconception=misconception,
        line=frame.line if frame else None,
        raised=True,
    )


def _raised(error: Error, *, brief: bool) -> str:
    """The exception in one line; its type is enough where our own words stand before it."""
    lines = error.message.strip().splitlines()
    if brief or not lines:
        return error.type
    return f"{error.type}: {exceptions.without_addresses(lines[0])[:300]}"


def explain_missing(name: str, found: str, absence: Absence) -> CheckFailure:
    """What to tell a student whose function is not there."""
    if found:
        message = f"`{name}` is there, but it is no function: it is of type {found}."
        return CheckFailure(message, hint=f"Define it with `def {name}(…):` and do not use the name for anything else.")
    message = f"There is no function `{name}`."
    if absence.reason:
        message += f" {absence.reason}"
        return CheckFailure(message, hint="Mend that place first.", line=absence.line, outcome=absence.outcome)
    return CheckFailure(message, hint=absence.hint or f"Keep the name that the page gives: `def {name}(…):`.")


def _not_attempted(name: str, frame: Frame | None) -> CheckFailure:
    if frame is not None and frame.function not in (name, "<lambda>"):
        return CheckFailure(
            f"`{name}` calls `{frame.function}`, which is not attempted yet.",
            hint=f"Solve `{frame.function}` first, or do without it.",
            general="Solve the task that it calls first, or do without it.",
            line=frame.line,
        )
    return CheckFailure(
        f"`{name}` is not attempted yet.",
        hint=misconceptions.hint("not-attempted"),
        misconception="not-attempted",
        line=frame.line if frame else None,
    )


def _out_of_time(name: str, frame: Frame | None, code: str) -> CheckFailure:
    return CheckFailure(
        f"`{name}` was still running when its time was over {_place(frame, code)}".rstrip() + ".",
        hint="Look for a loop that never ends, or for work that is done again and again.",
        line=frame.line if frame else None,
        outcome="timeout",
    )


def _place(frame: Frame | None, code: str) -> str:
    if frame is None:
        return ""
    where = f"(line {frame.line} of {frame.cell}"
    return f"{where}: `{code}`)" if code else f"{where})"


def _with_advice(misconception: str | None, code: str) -> str:
    """The student's own line as it could be written, if we know how."""
    if misconception == "item-assignment" and (better := advice.rewrite(code)):
        return f"Instead of `{code}`, make a new array and keep it: `{better}`."
    if misconception == "at-on-numpy" and (name := re.search(r"(?<![\w.\])])([A-Za-z_]\w*)\.at\b", code)):
        return f"Make it a JAX array first: `{name[1]} = jnp.asarray({name[1]})`."
    if misconception == "numpy-on-tracer" and (better := advice.jnp_for_numpy(code)):
        return f"Use JAX's functions, which can: {better}."
    return ""


def _with_page(hint: str, page: str) -> str:
    return f"{hint} More: https://{page}" if page else hint
