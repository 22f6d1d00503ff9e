"""A coverage-guided fuzzer of everything that reads a worker's words, run by hand.

    pip install atheris          (for Python 3.11 or 3.12; no dependency of the project)
    python tests/fuzz/reply.py tests/fuzz/corpus -max_total_time=2400 -max_len=4096

A finding is any exception but `Refused`, an answer to another request, a value that cannot be taken apart, or one that
is right.  `tests/fuzz/corpus` is what earlier runs kept and reduced; the tests read it, too.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if __name__ == "__main__":
    import atheris  # type: ignore[import-not-found]  # installed by hand

    with atheris.instrument_imports(include=["autograder"]):
        from autograder.sandbox import protocol, validate, wire
else:
    from autograder.sandbox import protocol, validate, wire

NONCE = 7
REQUESTS = (
    protocol.Call(nonce=NONCE, function=protocol.Named("f"), args=(), kwargs={}, seconds=1),
    protocol.Load(nonce=NONCE, module="m", provided=(), cells=()),
)


def one(data: bytes) -> None:
    """Raise where these bytes, as an answer, do more than be refused or be taken apart."""
    for request in REQUESTS:
        try:
            reply = validate.reply_to(request, data)
        except validate.Refused:
            continue
        assert reply.nonce == NONCE
        assert isinstance(reply, validate._FITTING[type(request)])
        if isinstance(reply, protocol.Returned):
            _take_apart(reply.value)


def _take_apart(value: protocol.AnyValue) -> None:
    match value:
        case protocol.Array():
            array = wire.unpack(value)
            assert array.shape == value.shape
            assert array.nbytes <= len(value.data) + 64
        case protocol.Items(items=parts) | protocol.Mapping(values=parts):
            for part in parts:
                _take_apart(part)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
