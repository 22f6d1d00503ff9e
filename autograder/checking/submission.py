"""A submission as a check sees it: its functions can be called as if they were here.

    Submission.grad_both(x, y)
        → Function.__call__ → Caller.call(Call) → Returned → plain Python
                                                → Raised | Missing → CheckFailure

`Caller` is the seam: `local.py` has the one in this process, `remote.py` the one behind the wall.
"""

from __future__ import annotations

from typing import Any, Protocol

from autograder.checking import calls, diagnosis
from autograder.checking.exhibits import Changed
from autograder.checking.failure import CheckFailure
from autograder.checking.reading import Code
from autograder.checking.values import SourceText, arguments, from_wire
from autograder.sandbox.changes import ChangedArgument
from autograder.sandbox.protocol import AnyValue, Change, Handle, Missing, Named, Raised, Returned, Source

Callee = Named | Handle | Source


class Caller(Protocol):
    """One method: make this call, say what happened.  Raises `CheckFailure` when the worker was lost on the way.

    `epoch` changes when the student's program was started anew: a function it returned before is gone.
    """

    @property
    def epoch(self) -> int: ...

    @property
    def plain_calls(self) -> int:
        """How many answers, so far, no evaluator had a part in."""

    def call(self, function: Callee, args: Any, kwargs: Any, watch: bool) -> Returned | Raised | Missing: ...

    def line_of_code(self, cell: str, line: int) -> str:
        """The student's own line, stripped; empty when it is not known."""

    def why_missing(self, name: str) -> diagnosis.Absence:
        """What is known of a function that is not there."""

    def code_of(self, name: str) -> Code | None:
        """A function as the student wrote it, where that can be told."""

    def changed_arguments(self) -> tuple[ChangedArgument, ...]:
        """The arguments that the last watched call changed, as a whole; none where they lie behind the wall."""


class Function:
    """A student's function, by name or (one that another function returned) by number."""

    def __init__(self, submission: Submission, reference: Callee, name: str) -> None:
        self._submission = submission
        self.reference = reference
        self.name = name
        self._epoch = submission._caller.epoch

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it with fresh copies of the arguments and return the answer as plain Python.

        Raises `CheckFailure`, with its diagnosis, when the function raised, is missing, or ran out of time.
        """
        return self._answer(args, kwargs, watch=False)[0]

    def watched(self, *args: Any, **kwargs: Any) -> tuple[Any, tuple[Change, ...]]:
        """The answer, and what the call changed that a pure function leaves alone.

        What only the first call of the function changed belongs to it, too: a cache is filled once.
        """
        answer, changes = self._answer(args, kwargs, watch=True)
        return answer, changes or self._submission.left_by_first_call(self.name)

    def _answer(self, args: Any, kwargs: Any, *, watch: bool) -> tuple[Any, tuple[Change, ...]]:
        submission = self._submission
        if isinstance(self.reference, Handle) and self._epoch != submission._caller.epoch:
            raise CheckFailure(f"{self.name} is gone: the program ended in between.", outcome="crashed")
        wired, named = arguments(args, kwargs)
        reply = submission._caller.call(self.reference, wired, named, watch)
        match reply:
            case Returned():
                submission._returned(self, reply.changes)
                answer = from_wire(reply.value, lambda handle: Function(submission, handle, f"{self.name}(…)"))
                calls.remember(answer, lambda: calls.call_text(self.name, args, kwargs))
                return answer, reply.changes
            case Raised():
                raise diagnosis.explain_raised(self.name, reply, args, kwargs, submission._caller.line_of_code)
        raise diagnosis.explain_missing(self.name, reply.found, submission._caller.why_missing(self.name))

    def line_of_code(self, cell: str, line: int) -> str:
        """The student's own line at that place."""
        return self._submission._caller.line_of_code(cell, line)

    def changed_argument(self, path: str) -> Changed | None:
        """The argument of the last watched call in which a change at `path` lies, where it can be looked at."""
        for name, before, after in self._submission._caller.changed_arguments():
            if path == name or path.startswith(f"{name}["):
                return Changed(name, self._plain(before), self._plain(after))
        return None

    def _plain(self, value: AnyValue) -> Any:
        return from_wire(value, lambda handle: Function(self._submission, handle, "a function"))

    @property
    def submission(self) -> Submission:
        return self._submission

    def __repr__(self) -> str:
        return f"<function {self.name} of the submission>"


class Submission:
    """`submission.f` is the student's function `f`.  A check gets one as its fixture.

    `reference` is the course's own solution in the same dress, or `None` where it is not at hand; `left` what first
    calls of functions left behind, which all that look at one program share: there is only one first call.
    """

    def __init__(
        self,
        caller: Caller,
        reference: Submission | None = None,
        left: dict[str, tuple[Change, ...]] | None = None,
    ) -> None:
        self._caller = caller
        self._reference = reference
        self.answers = 0  # a check that got none has proved nothing
        self._left: dict[str, tuple[Change, ...]] = {} if left is None else left

    def __getattr__(self, name: str) -> Function:
        if name.startswith("__"):
            raise AttributeError(name)
        return Function(self, Named(name), name)

    def evaluate(self, code: SourceText, *args: Any, **kwargs: Any) -> Any:
        """Run the author's own function in the worker; `submission.f` may be among the arguments.

        Example: `submission.evaluate(source("lambda f, t: jax.grad(f)(t)"), submission.loss, theta)`.
        """
        name = next((arg.name for arg in args if isinstance(arg, Function)), "evaluate")
        return Function(self, Source(code.text), name)(*args, **kwargs)

    @property
    def plain_calls(self) -> int:
        """How many answers, so far, came from the process that runs the student's code, and not from an evaluator."""
        return self._caller.plain_calls

    def left_by_first_call(self, name: str) -> tuple[Change, ...]:
        """What the first call of a function changed outside of its arguments."""
        return self._left.get(name, ())

    def code_of(self, name: str) -> Code | None:
        """A function as the student wrote it, where that can be told."""
        return self._caller.code_of(name)

    def _returned(self, function: Function, changes: tuple[Change, ...]) -> None:
        self.answers += 1
        if isinstance(function.reference, Named):
            self._left.setdefault(function.name, tuple(c for c in changes if c.what not in ("argument", "shared")))
