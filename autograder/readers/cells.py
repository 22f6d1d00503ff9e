"""What a file's reader yields, and what all readers need: bytes as text, cells in a form that can be compared."""

from __future__ import annotations

import codecs
import hashlib
import io
import re
import tokenize

import msgspec

from autograder.errors import NotASubmission
from autograder.readers.source import Outline
from autograder.text import one_line

MAX_CELLS = 10_000  # a page has about 50
MAX_CODE = 1 << 20  # characters of code; a page has about 20,000, and a notebook's pictures do not count

_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # the first of these begins the first of those
_NOT_FOR_FILES = {"punycode", "idna", "unicode-escape", "raw-unicode-escape"}  # the first two would take hours
_JUPYTEXT_MAGIC = re.compile(r"^([ \t]*)# ?(?=[%!?])", re.MULTILINE)


class RawCell(msgspec.Struct, frozen=True, kw_only=True):
    """A code cell as its student left it.

    `task` is the task its metadata name, `graded` is nbgrader's mark of a check cell, `provided` of a locked one;
    `digest` the text that a worked example of ours once had; `magic` the `%%word` that it begins with.
    """

    name: str
    source: str
    outline: Outline
    first_line: int = 1
    task: str = ""
    graded: bool = False
    provided: bool = False
    digest: str = ""
    magic: str = ""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A cell as it was written, prose included; `cell` is the code that was made of it, if it is code."""

    text: str
    cell: RawCell | None = None


def check_size(file: str, cells: int, characters: int) -> None:
    """`NotASubmission` where that many cells or characters of code are more than anyone writes for a page."""
    if cells > MAX_CELLS:
        raise NotASubmission(f"{file} has {cells} cells, more than the {MAX_CELLS} a submission may have")
    if characters > MAX_CODE:
        raise NotASubmission(f"{file} holds more than {MAX_CODE >> 20} MB of code, the most a submission may hold")


def python_text(content: bytes, file: str) -> str:
    """A Python file as text with `\\n` line ends, whatever its line ends, byte order mark or PEP 263 encoding were.

    `NotASubmission` where it is no text, or says an encoding that would not leave ASCII as it is.
    """
    try:
        encoding = _encoding(content)
        text = content.decode(encoding)
        text.encode()  # some encodings let half a surrogate pair through, which is no text
    except (UnicodeError, SyntaxError, LookupError) as error:
        reason = f"byte {error.start} is not {encoding}" if isinstance(error, UnicodeDecodeError) else str(error)
        raise NotASubmission(f"{file} is not Python text: {one_line(reason)[:120]}") from None
    if "\0" in text:
        raise NotASubmission(f"{file} is not Python text: it holds zero bytes")
    return line_ends(text)


def _encoding(content: bytes) -> str:
    if content.startswith(_UTF32):
        return "utf-32"
    if content.startswith(_UTF16):
        return "utf-16"
    encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    if codecs.lookup(encoding).name in _NOT_FOR_FILES:
        raise LookupError(f"it calls its encoding {encoding}, which is none for Python")
    return encoding


def line_ends(text: str) -> str:
    """The text with `\\n` for every line end that Python knows."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def canonical(source: str) -> str:
    """A cell's text to compare: no white space at the ends of lines, no magics commented out by Jupytext."""
    return "\n".join(line.rstrip() for line in _JUPYTEXT_MAGIC.sub(r"\1", source).strip().split("\n"))


def digest(source: str) -> str:
    """A short name for a cell's canonical text."""
    return hashlib.sha256(canonical(source).encode("utf-8", "replace")).hexdigest()[:16]
