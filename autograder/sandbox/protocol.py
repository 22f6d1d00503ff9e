"""What may cross the wall: plain data, checked on arrival, sizes bounded before anything is allocated.

    trusted side                                        worker
    Load(program)                          →            Loaded(failed cells, names)
    Call(function, args, kwargs, watch)    →            Returned(value, evidence) | Raised(error, evidence)
    Call(…, stage)                         →            … | Staged(value, program) | Spoiled

    trusted side                                        evaluator
    Evaluate(program)                      →            Returned(arrays) | Raised(error)
    Describe                               →            Returned(what it holds) | Raised(error)

A request carries a nonce; a reply that does not carry the same one ends the worker.  A value is a tree of
`Array`, `Items`, `Mapping`, `Scalar` and so on: no pickle, no code but `Source`, which only ever goes *to* the worker.

A frame is four bytes of length, big endian, then msgpack.
"""

from __future__ import annotations

from typing import Literal

import msgspec

MAX_FRAME = 32 << 20  # bytes, either way
MAX_DEPTH = 32  # of a value tree
MAX_LEAVES = 4096  # of a value tree
MAX_TEXT = 4096  # characters of any text that comes back
MAX_RANK = 16  # dimensions of an array
MAX_FAILED = 64  # cells that are said to have failed

# dtype name → bytes an entry takes as sent.  bfloat16 and the 8-bit floats are sent as float32.
DTYPES = {
    "bool": 1,
    "int8": 1, "int16": 2, "int32": 4, "int64": 8,
    "uint8": 1, "uint16": 2, "uint32": 4, "uint64": 8,
    "float16": 2, "float32": 4, "float64": 8,
    "complex64": 8, "complex128": 16,
}  # fmt: skip

Kind = Literal["numpy", "jax"]


class Value(msgspec.Struct, frozen=True, tag_field="t"):
    """Any node of a value tree."""


class Scalar(Value, frozen=True, tag="s"):
    """A Python `None`, `bool`, `int` or `str`.  An int beyond 64 bits is an `Opaque`."""

    value: bool | int | str | None


class Float(Value, frozen=True, tag="f"):
    """A Python float, NaN and infinities included.  (Tagged, so that 1.0 never comes back as 1.)"""

    value: float


class Complex(Value, frozen=True, tag="c"):
    real: float
    imag: float


class Array(Value, frozen=True, tag="a"):
    """A NumPy or JAX array, C order, little endian.  `dtype` is the name it had; `sent` the one of the bytes.

    A NumPy scalar such as `np.float32(1)` is an array of shape `()` and kind "numpy".
    """

    kind: Kind
    dtype: str
    sent: str
    shape: tuple[int, ...]
    data: bytes


class Items(Value, frozen=True, tag="i"):
    """A tuple (named tuples included) or a list."""

    kind: Literal["tuple", "list"]
    items: tuple[AnyValue, ...]


class Mapping(Value, frozen=True, tag="m"):
    """Any mapping, in its own order; keys are `str`, `int`, or anything else as its `repr`."""

    type: str
    keys: tuple[str | int, ...]
    values: tuple[AnyValue, ...]


class Source(Value, frozen=True, tag="x"):
    """Code of a check's author, for the worker to evaluate: an expression, or statements that end with a `def`."""

    text: str


class Named(Value, frozen=True, tag="n"):
    """One of the student's functions, by name."""

    name: str


class Handle(Value, frozen=True, tag="h"):
    """A function the worker keeps for the trusted side, by number."""

    number: int


class Curve(msgspec.Struct, frozen=True):
    """A `Line2D`, as data coordinates.  An `axline` is given by two points on it."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    line: bool  # drawn as a line
    markers: bool  # drawn with markers
    endless: bool  # an axline


class Axes(Value, frozen=True, tag="p"):
    """A Matplotlib `Axes`: what it shows.  `identity` tells one from the other within a worker."""

    identity: int
    curves: tuple[Curve, ...]
    points: tuple[tuple[float, float], ...]  # offsets of its scatters
    xlabel: str
    ylabel: str
    title: str


class Opaque(Value, frozen=True, tag="o"):
    """Anything else: only the name of its type crosses."""

    type: str


class Traced(Value, frozen=True, tag="d"):
    """In the place of an array that was not computed yet: a result of a program, by number."""

    number: int
    dtype: str
    shape: tuple[int, ...]


AnyValue = Scalar | Float | Complex | Array | Items | Mapping | Source | Named | Handle | Axes | Opaque | Traced


# --------------------------------------------------------------------------- requests


class CellSource(msgspec.Struct, frozen=True):
    name: str
    source: str
    first_line: int


class Load(msgspec.Struct, frozen=True, tag="load"):
    """Run these cells.  After each of the student's, the provided names and `stand_ins` are put back in place;
    a name of a module stays with the module that the student imported under it.

    `stand_ins` are the reference's cells for tasks other than `keep`: a neighbour's mistake must cost nothing.
    `skip` are cells that hung an earlier worker.
    """

    nonce: int
    module: str
    provided: tuple[CellSource, ...]
    cells: tuple[CellSource, ...]
    stand_ins: tuple[CellSource, ...] = ()
    stand_in_names: tuple[str, ...] = ()
    keep: str = ""
    skip: tuple[str, ...] = ()
    seconds: float = 30.0
    output_bytes: int = 1 << 16  # kept of what the program prints, at each request


class Call(msgspec.Struct, frozen=True, tag="call"):
    """Call a function.  `watch` asks for evidence of purity, too.

    `stage`: where the function traces, say what it would compute (`Staged`) and leave the computing to the evaluator.
    """

    nonce: int
    function: Named | Handle | Source
    args: tuple[AnyValue, ...]
    kwargs: dict[str, AnyValue]
    seconds: float
    watch: bool = False
    stage: bool = False


class Evaluate(msgspec.Struct, frozen=True, tag="evaluate"):
    """Compute a program (see `programs`), which the trusted side does not look into, with these constants."""

    nonce: int
    program: bytes
    constants: tuple[Array, ...]
    seconds: float


class Describe(msgspec.Struct, frozen=True, tag="describe"):
    """Say which device the evaluator holds and what it has taken so far: a mapping of texts and numbers."""

    nonce: int


Request = Load | Call | Evaluate | Describe


# --------------------------------------------------------------------------- replies


class Frame(msgspec.Struct, frozen=True):
    """A place in a student's cell."""

    cell: str
    line: int
    function: str


class Error(msgspec.Struct, frozen=True):
    """An exception of the student's.  `frames` are those in their own cells, outermost first."""

    type: str
    message: str
    frames: tuple[Frame, ...]


class FailedCell(msgspec.Struct, frozen=True):
    cell: str
    error: Error
    timed_out: bool = False


class Change(msgspec.Struct, frozen=True):
    """Something that a pure call leaves alone, and this one did not.

    `what`: "argument" · "global" · "default" · "closure" · "attribute" · "random" · "config" · "tracer" · "shared".
    `path` is where, in Python's words (`x[0]`, `params["layer"]["w"]`); `frame` the statement that did it, when found.
    """

    what: str
    path: str
    before: str = ""
    after: str = ""
    container: bool = False  # a list, dict or set changed, not an array
    frame: Frame | None = None


class Loaded(msgspec.Struct, frozen=True, tag="loaded"):
    nonce: int
    names: tuple[str, ...]  # the public names there now
    failed: tuple[FailedCell, ...]
    output: str = ""


class Returned(msgspec.Struct, frozen=True, tag="returned"):
    nonce: int
    value: AnyValue
    changes: tuple[Change, ...] = ()
    output: str = ""


class Raised(msgspec.Struct, frozen=True, tag="raised"):
    """`timed_out`: the worker's own alarm stopped the call, so that the line is known."""

    nonce: int
    error: Error
    changes: tuple[Change, ...] = ()
    output: str = ""
    timed_out: bool = False


class Missing(msgspec.Struct, frozen=True, tag="missing"):
    """There is no function of that name (`found` says what stands there instead, or nothing)."""

    nonce: int
    found: str = ""


class Staged(msgspec.Struct, frozen=True, tag="staged"):
    """The call was traced: `value` has a `Traced` for each array that `program` computes from the constants."""

    nonce: int
    value: AnyValue
    program: bytes
    constants: tuple[Array, ...]
    changes: tuple[Change, ...] = ()  # at most memory that the result shares with an argument
    output: str = ""


class Spoiled(msgspec.Struct, frozen=True, tag="spoiled"):
    """Tracing the function changed something or had to be stopped: this worker is of no use for a plain call of it."""

    nonce: int
    timed_out: bool = False


Reply = Loaded | Returned | Raised | Missing | Staged | Spoiled
