"""Calls a student's function and says what happened: the value or the exception, and what else changed.

The one piece of code that does so: in the worker behind the wall and in a student's own notebook alike.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import os.path
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

import msgspec
import numpy as np

from autograder.sandbox.alarm import TimeLimit, alarm
from autograder.sandbox.changes import BY_WEIGHT, ChangedArgument, compare, shared
from autograder.sandbox.compiled import forget_traces
from autograder.sandbox.marshal import Marshal
from autograder.sandbox.protocol import (
    MAX_TEXT,
    AnyValue,
    Call,
    Change,
    Error,
    Frame,
    Handle,
    Missing,
    Named,
    Opaque,
    Raised,
    Returned,
    Source,
)
from autograder.sandbox.spy import Spy
from autograder.sandbox.state import Node, differences, draw_the_same_numbers, snapshot, unlikely_random_state

MAX_CHANGES = 8

IsTheirs = Callable[[str], bool]
Label = Callable[[str], str]  # a file name as the student knows it


class Observer:
    """Answers `Call`s on one namespace.

    `is_theirs` tells a student's code by its file name; `ignored` are names that are the course's.
    """

    def __init__(
        self,
        space: dict[str, Any],
        is_theirs: IsTheirs,
        ignored: frozenset[str] = frozenset(),
        output_limit: int = 1 << 16,
        label: Label = str,
    ) -> None:
        self.space = space
        self.is_theirs = is_theirs
        self.ignored = ignored
        self.output_limit = output_limit
        self.label = label
        self._files: dict[str, str] = {}
        self._called: set[str] = set()
        self.marshal = Marshal(space)
        self.changed_arguments: tuple[ChangedArgument, ...] = ()  # by the last watched call

    def call(self, request: Call) -> Returned | Raised | Missing:
        """Do what is asked, once; with `watch`, say what the call left changed."""
        found = self.find(request.function)
        if isinstance(found, Missing):
            return Missing(request.nonce, found.found)
        output = Capture(self.output_limit)
        if not request.watch:
            return self._plain_call(found, request, output)
        with unlikely_random_state():
            return self._watched_call(found, request, output)

    def _watched_call(self, found: Any, request: Call, output: Capture) -> Returned | Raised:
        forget_traces(found, self.space)
        # What a function returned was handed out by number: the module may have no name for it.
        stranger = found if isinstance(request.function, Handle) else None
        before = snapshot(self.space, self.ignored, stranger)
        result, args, kwargs = self._attempt(found, request, output)
        changes = self._changed_arguments(request, args, kwargs)
        self.changed_arguments = self._whole(request, args, kwargs) if changes else ()
        changes += self._changed_state(before, stranger)
        changes += shared(result.raw, [args, kwargs]) if isinstance(result, Encoded) else []
        if changes and not (isinstance(result, Failed) and result.timed_out):
            changes = self._with_culprit(found, request, changes)
        return _reply(request, result, tuple(changes[:MAX_CHANGES]), output)

    def _plain_call(self, function: Any, request: Call, output: Capture) -> Returned | Raised:
        """Without evidence, but for what a function's first call leaves in the module: a cache is filled only once."""
        name = request.function.name if isinstance(request.function, Named) else ""
        if not name or name in self._called:
            return _reply(request, self._attempt(function, request, output)[0], (), output)
        self._called.add(name)
        with unlikely_random_state():
            before = snapshot(self.space, self.ignored, None)
            result = self._attempt(function, request, output)[0]
            return _reply(request, result, tuple(self._changed_state(before, None)[:MAX_CHANGES]), output)

    def file_of(self, label: str) -> str:
        """The file name behind a label that a message carried."""
        return self._files.get(label, label)

    def _labelled(self, frame: Frame) -> Frame:
        label = self.label(frame.cell)
        self._files[label] = frame.cell
        return Frame(label, frame.line, frame.function)

    def _describe(self, error: BaseException) -> Error:
        seen = describe(error, self.is_theirs)
        return Error(seen.type, seen.message, tuple(self._labelled(frame) for frame in seen.frames))

    # ------------------------------------------------------------------ calling

    def find(self, function: Named | Handle | Source) -> Any:
        """The function that is meant, or `Missing`."""
        if isinstance(function, Named):
            if function.name not in self.space:
                return Missing(0)
            value = self.space[function.name]
            return value if callable(value) else Missing(0, type(value).__name__)
        return self.marshal.decode(function)

    def _attempt(self, function: Any, request: Call, output: Capture) -> tuple[Any, list[Any], dict[str, Any]]:
        """The encoded value or a `Failed`, with the very objects the function was given."""
        args = [self.marshal.decode(arg) for arg in request.args]
        kwargs = {name: self.marshal.decode(arg) for name, arg in request.kwargs.items()}
        try:
            with output.redirected(), alarm(request.seconds):
                raw = function(*args, **kwargs)
                value = Encoded(self.marshal.encode(raw), raw)
        except TimeLimit as stop:
            return Failed(self._describe(stop), timed_out=True), args, kwargs
        except BaseException as error:  # noqa: BLE001  a student may raise anything, SystemExit included
            return Failed(self._describe(error)), args, kwargs
        return value, args, kwargs

    # ------------------------------------------------------------------ evidence

    def _changed_arguments(self, request: Call, args: list[Any], kwargs: dict[str, Any]) -> list[Change]:
        given = self._given(request, args, kwargs)
        return [change for name, sent, now in given for change in self._compared(name, sent, now)]

    def _given(self, request: Call, args: list[Any], kwargs: dict[str, Any]) -> list[tuple[str, AnyValue, Any]]:
        """Each argument's name, as it was sent, and the object that the function was given."""
        names = _parameter_names(self.find(request.function), len(args))
        given = [*zip(names, request.args, args, strict=True)]
        return given + [(name, request.kwargs[name], kwargs[name]) for name in request.kwargs]

    def _whole(self, request: Call, args: list[Any], kwargs: dict[str, Any]) -> tuple[ChangedArgument, ...]:
        return tuple(
            ChangedArgument(name, self.marshal.encode(self.marshal.decode(sent)), self._found(now))
            for name, sent, now in self._given(request, args, kwargs)
            if self._compared(name, sent, now)
        )

    def _compared(self, name: str, sent: AnyValue, now: Any) -> list[Change]:
        if isinstance(sent, Source | Named | Handle):
            return []
        # What was sent, as it arrived: float64 becomes float32 in a JAX array.
        changes = compare(name, self.marshal.encode(self.marshal.decode(sent)), self._found(now))
        if isinstance(now, np.ndarray):  # nobody can put another array in its place: its shape or dtype was set
            changes = [msgspec.structs.replace(change, container=False) for change in changes]
        return changes

    def _found(self, argument: object) -> AnyValue:
        try:
            return self.marshal.encode(argument)
        except Exception:  # noqa: BLE001  what was put into it may raise whatever it is asked
            return Opaque(f"a {type(argument).__name__} that cannot be read")

    def _changed_state(self, before: dict[str, Node], stranger: object) -> list[Change]:
        changes: list[Change] = []
        for path, old, new in differences(before, snapshot(self.space, self.ignored, stranger)):
            node = new or old
            assert node is not None
            if old is None and node.kind != "tracer" and any(change.path in path for change in changes):
                continue  # new with what holds it, which is told already
            changes.append(
                Change(
                    what=node.kind,
                    path=path,
                    before=old.shown if old else "nothing",
                    after=new.shown if new else "nothing",
                    container=node.container,
                )
            )
        return changes

    def _with_culprit(self, function: Any, request: Call, changes: list[Change]) -> list[Change]:
        """The same changes, first one of those that matter most, with the statement that made it.

        It takes one more call, looked at line by line.
        """
        kind = min((change.what for change in changes), key=BY_WEIGHT.index)
        if kind == "shared":  # by no statement in particular
            return changes
        stranger = function if isinstance(request.function, Handle) else None
        draw_the_same_numbers()
        before = snapshot(self.space, self.ignored, stranger)

        def look(args: list[Any], kwargs: dict[str, Any]) -> list[Change]:
            if kind == "argument":
                return self._changed_arguments(request, args, kwargs)
            return [change for change in self._changed_state(before, stranger) if change.what == kind]

        spy = self._spied_on(function, request, look)
        if spy.culprit is None:
            return changes
        # Another statement may have changed another thing: the message is to be about what this one did.
        path = spy.found[0].path
        its = max(
            (change for change in changes if change.what == kind),
            key=lambda change: len(os.path.commonprefix([change.path, path])),  # noqa: RUF071  by characters
        )
        others = [change for change in changes if change is not its]
        return [msgspec.structs.replace(its, frame=self._labelled(spy.culprit)), *others]

    def _spied_on(self, function: Any, request: Call, look: Callable[[list[Any], dict[str, Any]], list[Change]]) -> Spy:
        args = [self.marshal.decode(arg) for arg in request.args]
        kwargs = {name: self.marshal.decode(arg) for name, arg in request.kwargs.items()}
        forget_traces(function, self.space)
        spy = Spy(self.is_theirs, lambda: look(args, kwargs))
        with contextlib.suppress(BaseException), Capture(0).redirected(), alarm(request.seconds), spy.watching():
            function(*args, **kwargs)
        return spy


class Encoded:
    """A value that was returned, as a message and as itself."""

    def __init__(self, message: AnyValue, raw: object) -> None:
        self.message = message
        self.raw = raw


class Failed:
    """A call that ended in an exception."""

    def __init__(self, error: Error, timed_out: bool = False) -> None:
        self.error = error
        self.timed_out = timed_out


def _reply(request: Call, result: Encoded | Failed, changes: tuple[Change, ...], output: Capture) -> Returned | Raised:
    if isinstance(result, Failed):
        return Raised(request.nonce, result.error, changes, output.text(), result.timed_out)
    return Returned(request.nonce, result.message, changes, output.text())


def describe(error: BaseException, is_theirs: IsTheirs) -> Error:
    """An exception as data: its type, its text, and the places in the student's own code."""
    frames = [
        Frame(entry.filename, entry.lineno or 0, entry.name)
        for entry in _frames(error.__traceback__)
        if is_theirs(entry.filename)
    ]
    if isinstance(error, SyntaxError) and error.filename is not None and is_theirs(error.filename):
        frames.append(Frame(error.filename, error.lineno or 0, ""))
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
    except Exception:  # noqa: BLE001  a student's `__str__` may raise
        text = ""
    return Error(type(error).__name__[:MAX_TEXT], str(text)[:MAX_TEXT], tuple(frames[:1] + frames[1:][-7:]))


def _frames(trace: TracebackType | None) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(trace)) if trace is not None else []


def _parameter_names(function: Any, count: int) -> list[str]:
    """What the student calls their parameters, for messages; plain numbers where that cannot be known."""
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except Exception:  # noqa: BLE001  a student's object may raise whatever it is asked
        parameters = []
    names = [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    rest = next((p.name for p in parameters if p.kind is p.VAR_POSITIONAL), None)
    names += [f"{rest}[{i}]" if rest else f"argument {len(names) + i + 1}" for i in range(count - len(names))]
    return names[:count]


class Capture(io.TextIOBase):
    """What a student prints, kept up to a limit and never written anywhere else."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._parts: list[str] = []

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        room = self._limit
        if room > 0:
            self._parts.append(str(text)[:room])
            self._limit -= len(self._parts[-1])
        return len(text)

    def text(self) -> str:
        return "".join(self._parts)

    def redirected(self) -> contextlib.AbstractContextManager[object]:
        stack = contextlib.ExitStack()
        stack.enter_context(contextlib.redirect_stdout(self))
        stack.enter_context(contextlib.redirect_stderr(self))
        return stack
