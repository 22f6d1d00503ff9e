"""Real notebooks, sources and zips, damaged in ways that editors, disks, mail programs and people have: by a seed."""

from __future__ import annotations

import copy
import io
import json
import random
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

REPOSITORY = Path(__file__).parents[2]


class Handed(NamedTuple):
    """A file as handed in: its name, its bytes, and what was done to it."""

    file: str
    content: bytes
    history: str


def real_files() -> list[tuple[str, bytes]]:
    """(name, bytes) of what people hand in: the exercises as they are, and the sample class (whole notebooks)."""
    paths = [*REPOSITORY.glob("exercises/*/*.ipynb"), *REPOSITORY.glob("examples/submissions/**/*")]
    files = [(path.name, path.read_bytes()) for path in sorted(paths) if path.suffix in (".ipynb", ".py")]
    return [(name, content) for name, content in files if name.endswith(".py") or content.rstrip().endswith(b"}")]


class Damager:
    """Damaged submissions of a unit, one after another; the same ones for the same seed."""

    def __init__(self, seed: int, notebook: str) -> None:
        self.random = random.Random(seed)
        self.notebook = notebook
        self.files = real_files()

    def next(self) -> Handed:
        name, content = self.random.choice(self.files)
        suffix = name.rpartition(".")[2]
        history = [name]
        if suffix == "ipynb" and self.random.random() < 0.5:
            content = self._apply(self.random.choice(IN_NOTEBOOKS), content, history)
        elif suffix == "py" and self.random.random() < 0.5:
            content = self._apply(self.random.choice(IN_SOURCES), content, history)
        for _ in range(self.random.choice((0, 1, 1, 2, 3))):
            content = self._apply(self.random.choice(IN_BYTES), content, history)
        file = f"{self.notebook}.{suffix}"
        if self.random.random() < 0.3:
            make = self.random.choice(AS_ZIPS)
            history.append(make.__name__)
            file, content = f"{self.notebook}.zip", make(self.random, file, content)
            if self.random.random() < 0.4:
                content = self._apply(self.random.choice(IN_BYTES), content, history)
        elif self.random.random() < 0.1:  # with another's name
            file = f"{self.notebook}.{self.random.choice(('py', 'ipynb', 'zip', 'PY', 'Ipynb'))}"
            history.append(f"called {file}")
        return Handed(file, content[: 2 << 20], ", ".join(history))

    def _apply(self, damage: Callable[[random.Random, bytes], bytes], content: bytes, history: list[str]) -> bytes:
        history.append(damage.__name__)
        return damage(self.random, content)


# --------------------------------------------------------------------------- bytes


def flipped(rng: random.Random, content: bytes) -> bytes:
    data = bytearray(content)
    for _ in range(rng.choice((1, 3, 30))):
        if data:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def truncated(rng: random.Random, content: bytes) -> bytes:
    return content[: rng.randrange(len(content) + 1)]


def beheaded(rng: random.Random, content: bytes) -> bytes:
    return content[rng.randrange(len(content) + 1) :]


def doubled(rng: random.Random, content: bytes) -> bytes:
    start = rng.randrange(len(content) + 1)
    return content[:start] + content[rng.randrange(start + 1) :]


def twice(_: random.Random, content: bytes) -> bytes:
    return content + content


def blanked(rng: random.Random, content: bytes) -> bytes:
    start = rng.randrange(len(content) + 1)
    return content[:start] + bytes(rng.choice((1, 512, 4096))) + content[start + 512 :]


def sprinkled(rng: random.Random, content: bytes) -> bytes:
    pieces = (
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xc3",
        b"\x1b[2J",
        b"\xe2\x80\xae",
        b"\x0c",
        b"\x1a",
        b"\xf4\x90\x80\x80",
    )
    for _ in range(rng.choice((1, 5))):
        start = rng.randrange(len(content) + 1)
        content = content[:start] + rng.choice(pieces) + content[start:]
    return content


def other_newlines(rng: random.Random, content: bytes) -> bytes:
    ends = (b"\r\n", b"\r", b"\n\r", b"\r\r\n", b"\x0b", b"\xc2\x85", b"\xe2\x80\xa8", b"", b"\0\n")
    return content.replace(b"\n", rng.choice(ends))


def other_encoding(rng: random.Random, content: bytes) -> bytes:
    names = (
        "utf-16",
        "utf-16-le",
        "utf-32",
        "utf-8-sig",
        "latin-1",
        "cp1252",
        "shift_jis",
        "utf-7",
        "cp037",
        "mac-roman",
    )
    return content.decode("utf-8", "replace").encode(rng.choice(names), "replace")


def encoded_twice(_: random.Random, content: bytes) -> bytes:
    return content.decode("latin-1").encode()


def noise(rng: random.Random, content: bytes) -> bytes:
    return rng.randbytes(rng.randrange(2000)) if rng.random() < 0.5 else content + rng.randbytes(100)


def nothing(_rng: random.Random, _content: bytes) -> bytes:
    return b""


IN_BYTES = (
    *(flipped, truncated, beheaded, doubled, twice, blanked, sprinkled, other_newlines, other_encoding, encoded_twice),
    *(noise, nothing),
)

# --------------------------------------------------------------------------- sources

_DEEP = (
    *(
        "(",
        "[",
        "{",
        "-",
        "not ",
        "a.",
        "f(",
        "x[",
        "lambda: ",
        "x = ",
        "1 if 1 else ",
        "f'{",
        "*",
        "await ",
        "'",
        '"""',
    ),
    *("if 1:\n ", "#", "\\\n", "@f\n", "1+", "x := (", "# %%\n", "0x", "1_", "b''", "async ", "\t", "; "),
)


def nested(rng: random.Random, content: bytes) -> bytes:
    """A thing within itself, too deep for a parser."""
    deep = rng.choice(_DEEP) * rng.choice((10, 99, 500, 3000, 30_000))
    start = content.find(b"\n", rng.randrange(len(content) + 1)) + 1
    return content[:start] + b"x = " + deep.encode() + b"1\n" + content[start:]


def indented(rng: random.Random, content: bytes) -> bytes:
    """Blocks in blocks."""
    depth = rng.choice((5, 90, 150, 1200))
    return content + b"".join(b" " * i + b"if 1:\n" for i in range(depth)) + b" " * depth + b"pass\n"


def claims_an_encoding(rng: random.Random, content: bytes) -> bytes:
    names = (
        b"utf-7",
        b"punycode",
        b"idna",
        b"rot13",
        b"hex",
        b"zlib",
        b"unicode_escape",
        b"cp037",
        b"mbcs",
        b"no such",
    )
    return b"# -*- coding: " + rng.choice(names) + b" -*-\n" + content


def shuffled(rng: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def one_long_line(rng: random.Random, content: bytes) -> bytes:
    return content + b"x = '" + b"a" * rng.choice((10_000, 900_000)) + b"'\n"


def odd_identifiers(rng: random.Random, content: bytes) -> bytes:
    odd = rng.choice(("ｄｅｆ", "ﬁ", "def\u00a0", "𝒇", "d\u0435f", "def\u200b"))
    return content.replace(b"def", odd.encode(), rng.choice((1, 99)))


IN_SOURCES = (nested, indented, claims_an_encoding, shuffled, one_long_line, odd_identifiers)

# --------------------------------------------------------------------------- notebooks

_VALUES: tuple[Any, ...] = (
    *(None, 0, -1, 1e400, 10**40, "", "\ud800", "\x00", [], {}, [[]], [None, 1, "x = 1\n"], {"source": "x"}, True),
    *(["\udc00", "\ud83d"], "x = 1", [["def f(): pass"]], "%%bash\nls", "!rm -rf /", "\u202edef f(): pass"),
)


def other_value(rng: random.Random, content: bytes) -> bytes:
    """Some field of a notebook holds what it should not."""
    notebook = json.loads(content)
    for _ in range(rng.choice((1, 1, 10))):
        place: Any = notebook
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = rng.choice(keys)
            if isinstance(place[key], dict | list) and rng.random() < 0.8:
                place = place[key]
                continue
            place[key] = copy.deepcopy(rng.choice(_VALUES))
            break
    return json.dumps(notebook).encode()


def in_cells(rng: random.Random, content: bytes) -> bytes:
    """Damage of sources in the cells of a notebook."""
    notebook = json.loads(content)
    for cell in rng.sample(notebook["cells"], min(3, len(notebook["cells"]))):
        source = "".join(cell["source"]).encode()
        cell["source"] = rng.choice(IN_SOURCES + IN_BYTES)(rng, source).decode("utf-8", "surrogateescape")
    return json.dumps(notebook).encode()


def cells_shuffled(rng: random.Random, content: bytes) -> bytes:
    notebook = json.loads(content)
    cells = notebook["cells"] * rng.choice((1, 2, 5))
    notebook["cells"] = rng.sample(cells, rng.randrange(len(cells) + 1))
    return json.dumps(notebook).encode()


def keys_twice(rng: random.Random, content: bytes) -> bytes:
    key = rng.choice((b'"source"', b'"cells"', b'"metadata"', b'"cell_type"'))
    return content.replace(key, key + b": " + rng.choice((b"[]", b"{}", b"null", b'"x"')) + b", " + key, 3)


def json_in_json(rng: random.Random, content: bytes) -> bytes:
    deep = rng.choice((5, 500, 100_000))
    opening, closing = rng.choice(((b"[", b"]"), (b'{"cells": ', b"}"), (b'{"metadata": ', b"}")))
    return opening * deep + rng.choice((content, b"1")) + closing * deep


def not_quite_json(rng: random.Random, content: bytes) -> bytes:
    return content.replace(
        *rng.choice(((b'"', b"'"), (b"null", b"None"), (b",", b",,"), (b": 4", b": NaN"), (b"}", b"},")))
    )


def merge_conflict(_: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    half = len(lines) // 2
    ours = [b"<<<<<<< HEAD", *lines[half : half + 9], b"=======", *lines[half + 3 : half + 9], b">>>>>>> theirs"]
    return b"\n".join(lines[:half] + ours + lines[half + 9 :])


IN_NOTEBOOKS = (other_value, in_cells, cells_shuffled, keys_twice, json_in_json, not_quite_json, merge_conflict)

# --------------------------------------------------------------------------- zips


def _zip(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def plain_zip(rng: random.Random, file: str, content: bytes) -> bytes:
    folder = rng.choice(("", "work/", "ä ö/", "__MACOSX/", "a/b/c/", "./"))
    return _zip((folder + file, content), method=rng.choice((0, 8, 12, 14)))


def zip_of_a_zip(rng: random.Random, file: str, content: bytes) -> bytes:
    for _ in range(rng.choice((1, 3))):
        content = _zip((rng.choice((file, "inner.zip")), content))
    return content


def zip_with_odd_names(rng: random.Random, file: str, content: bytes) -> bytes:
    names = (
        "../",
        "/",
        "C:\\",
        "..\\",
        "a/../",
        "\x1b[2J",
        "\u202e",
        "a\nb/",
        "x" * 300 + "/",
        "",
        ".",
        "~/",
        "CON/",
        "a//",
    )
    chosen = rng.sample(names, rng.choice((1, 3)))
    return _zip(*((name + file, content) for name in chosen))


def zip_with_copies(rng: random.Random, file: str, content: bytes) -> bytes:
    return _zip(*((name, content) for name in rng.choices((file, file.upper(), f"a/{file}", f"{file} "), k=3)))


def zip_that_lies(rng: random.Random, file: str, content: bytes) -> bytes:
    """Sizes, check sums, flags, offsets that are not so."""
    data = bytearray(_zip((file, content)))
    headers = [at for at in range(len(data) - 4) if data[at : at + 4] in (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")]
    for _ in range(rng.choice((1, 4))):
        at = rng.choice(headers) + rng.randrange(4, 46)
        if at + 4 < len(data):
            data[at : at + 4] = struct.pack(
                "<I", rng.choice((0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, rng.getrandbits(32)))
            )
    return bytes(data)


def zip_bomb(rng: random.Random, file: str, _: bytes) -> bytes:
    return _zip((file, bytes(rng.choice((1 << 10, 3 << 20, 30 << 20)))))


def zip_of_many(rng: random.Random, file: str, content: bytes) -> bytes:
    return _zip((file, content), *((f"{i}.txt", b"") for i in range(rng.choice((3, 99, 400)))))


def zip_behind_something(rng: random.Random, file: str, content: bytes) -> bytes:
    return rng.choice((b"MZ", b"%PDF-1.4\n", b"\0" * 512)) + _zip((file, content)) + rng.choice((b"", b"tail" * 99))


AS_ZIPS = (
    *(plain_zip, plain_zip, zip_of_a_zip, zip_with_odd_names, zip_with_copies, zip_that_lies, zip_bomb, zip_of_many),
    zip_behind_something,
)

# --------------------------------------------------------------------------- names

_PIECES = (
    "a",
    "ada",
    "Ada",
    "ä",
    "a\u0308",
    "🦀",
    " ",
    ".",
    "..",
    "-",
    "~",
    "$x",
    "%s",
    "\\",
    ":",
    "*",
    "\n",
    "\t",
    "\r",
)
_ODD = (
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u200d",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "\U000e0041",
    "\udce9",
    "'",
    '"',
    "<b>",
    "=1+1",
)


def odd_name(rng: random.Random) -> str:
    """A name that a folder can have on Linux, and that nobody should have."""
    name = "".join(rng.choice(_PIECES + _ODD) for _ in range(rng.choice((1, 2, 4)))) * rng.choice((1, 1, 1, 40))
    encoded = name.encode("utf-8", "surrogateescape").replace(b"/", b"").replace(b"\0", b"")[:250]
    return encoded.decode("utf-8", "surrogateescape") if encoded.strip(b".") else "dots"
