"""Answers that were only traced, computed: by an evaluator that holds the device and outlives submissions.

Nothing is decided here.  What cannot be computed is called plainly, in the worker.
"""

from __future__ import annotations

import hashlib
from typing import Any, Protocol

import msgspec

from autograder.errors import Infrastructure
from autograder.model import Limits
from autograder.sandbox.client import Worker, WorkerDied, WorkerEnded, new_nonce
from autograder.sandbox.protocol import (
    AnyValue,
    Array,
    Describe,
    Evaluate,
    Items,
    Mapping,
    Raised,
    Reply,
    Returned,
    Scalar,
    Staged,
    Traced,
)
from autograder.text import one_line

_SECONDS = 10.0  # for one program, compiling it included
_GRACE = 1.0
_START_SECONDS = 60.0  # for an evaluator to get hold of its device
_LARGEST = 16 << 20  # bytes of a program with its constants
_LIFE = Limits(submission_seconds=3600.0)  # of processor time; then a fresh one comes


class Compute(Protocol):
    """Who computes what was only traced: an evaluator of one's own, or the run's."""

    @property
    def waited(self) -> float:
        """Seconds that a submission was kept waiting for the programs of others."""

    def compute(self, staged: Staged) -> Returned | None:
        """The answer of a staged call; `None` where it has to be called plainly."""


class Evaluators(Protocol):
    """Where an evaluator comes from: a slot's zygote, as a rule."""

    def spawn(self, limits: Limits, *, evaluator: bool) -> Worker: ...


class Evaluations:
    """An evaluator that is started when it is first needed, and again when it was lost or had come to its end.

    `asked` and `different` count programs: what lies between was compiled once for several.
    """

    waited = 0.0  # nobody else is served

    def __init__(self, source: Evaluators, memory_mb: int = _LIFE.memory_mb) -> None:
        self.asked = 0
        self._limits = msgspec.structs.replace(_LIFE, memory_mb=memory_mb)
        self._source = source
        self._evaluator: Worker | None = None
        self._seen: set[bytes] = set()

    @property
    def different(self) -> int:
        return len(self._seen)

    def compute(self, staged: Staged) -> Returned | None:
        """The answer of a staged call; `None` where it has to be called plainly."""
        if len(staged.program) + sum(len(constant.data) for constant in staged.constants) > _LARGEST:
            return None
        self._count(staged)
        reply = self._ask(staged)
        if not isinstance(reply, Returned) or not isinstance(reply.value, Items):
            return None
        value = _filled(staged.value, reply.value.items)
        return None if value is None else Returned(staged.nonce, value, staged.changes, staged.output)

    def describe(self) -> dict[str, Any]:
        """The device and the memory taken (see `protocol.Describe`).  `Infrastructure` where there is no device."""
        try:
            reply = self._held().request(Describe(new_nonce()), _START_SECONDS)
        except WorkerEnded as ended:
            self.close()
            raise Infrastructure(str(ended).replace("the program", "it")) from None
        if isinstance(reply, Raised):
            raise Infrastructure(one_line(reply.error.message))
        assert isinstance(reply, Returned) and isinstance(reply.value, Mapping)  # noqa: PT018
        pairs = zip(reply.value.keys, reply.value.values, strict=True)
        return {str(key): value.value for key, value in pairs if isinstance(value, Scalar)}

    def move(self, source: Evaluators) -> None:
        """Take evaluators from there from now on: where they came from is gone, and its last one with it."""
        self._source, self._evaluator = source, None

    def close(self) -> None:
        """End it, if there is one."""
        if self._evaluator is not None:
            self._evaluator.kill()
            self._evaluator = None

    def _ask(self, staged: Staged) -> Reply | None:
        fresh = self._evaluator is None
        request = Evaluate(new_nonce(), staged.program, staged.constants, _SECONDS)
        try:
            return self._held().request(request, _SECONDS + _GRACE)
        except WorkerEnded as ended:
            self.close()
            # One that was worn out ended after its last answer, and this program had no part in it.
            return self._ask(staged) if type(ended) is WorkerDied and not fresh else None

    def _held(self) -> Worker:
        """The evaluator; a fresh one is waited for until it has its device."""
        if self._evaluator is None:
            self._evaluator = self._source.spawn(self._limits, evaluator=True)
            self._evaluator.request(Describe(new_nonce()), _START_SECONDS)
        return self._evaluator

    def _count(self, staged: Staged) -> None:
        shapes = [(constant.dtype, constant.shape) for constant in staged.constants]
        self.asked += 1
        self._seen.add(hashlib.sha256(staged.program + repr(shapes).encode()).digest())


def known(staged: Staged) -> Returned | None:
    """The answer, where it holds no array that is still to be computed: the worker made all of it while it traced."""
    waiting: list[AnyValue] = [staged.value]
    while waiting:
        match waiting.pop():
            case Traced():
                return None
            case Items(items=inside) | Mapping(values=inside):
                waiting += inside
    return Returned(staged.nonce, staged.value, staged.changes, staged.output)


def _filled(value: AnyValue, arrays: tuple[AnyValue, ...]) -> AnyValue | None:
    """The value with its arrays in place; `None` where one is not what the worker said it would be."""
    match value:
        case Traced(number=number, dtype=dtype, shape=shape):
            array = arrays[number] if 0 <= number < len(arrays) else None
            fits = isinstance(array, Array) and (array.dtype, array.shape) == (dtype, shape)
            return array if fits else None
        case Items(items=items):
            inside = _all_filled(items, arrays)
            return None if inside is None else msgspec.structs.replace(value, items=inside)
        case Mapping(values=values):
            inside = _all_filled(values, arrays)
            return None if inside is None else msgspec.structs.replace(value, values=inside)
    return value


def _all_filled(values: tuple[AnyValue, ...], arrays: tuple[AnyValue, ...]) -> tuple[AnyValue, ...] | None:
    filled = [found for value in values if (found := _filled(value, arrays)) is not None]
    return tuple(filled) if len(filled) == len(values) else None
