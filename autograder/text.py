r"""Text that others wrote, made safe to show; and JSON, the one form that holds it as it was.

A student's message may hold an escape sequence that repaints a terminal, or a mark that turns the reading direction
round so that code reads as what it is not.  `visible` writes each such character as Python would: `\x1b`, `\u202e`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape

import msgspec

# C0 (but tab and newline), DEL and C1; marks that steer the direction of text; line and paragraph separators; the byte
# order mark; interlinear and tag characters (text that no one sees); half surrogate pairs and the two that XML forbids.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
_CODE = re.compile(r"`([^`\n]+)`")


def visible(text: str) -> str:
    """The text with every control character written out, newlines and tabs apart; what it returns encodes as UTF-8."""
    return _UNSEEN.sub(_as_escape, text)


def one_line(text: str) -> str:
    """The same on a single line, for a cell of a table or a name."""
    return " ".join(visible(text).split())


def shortened(text: str, most: int) -> str:
    """The text, with an ellipsis in the place of what goes beyond `most` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def few(items: Sequence[str], most: int, rest: str) -> list[str]:
    """The first `most` of them; where there are more, then `rest`, with their number in the place of `{}`."""
    more = len(items) - most
    return [*items[:most], *([rest.format(more)] if more > 0 else [])]


def spans(text: str) -> Iterator[tuple[bool, str]]:
    """The text cut at its `backticks`: pairs of (is it code, the piece)."""
    for index, piece in enumerate(_CODE.split(text)):
        if piece:
            yield index % 2 == 1, piece


def to_html(text: str) -> str:
    """Text of anybody's as HTML: escaped, unseen characters written out, what stands between `backticks` as code."""
    return "".join(
        f"<code>{escape(piece)}</code>" if is_code else escape(piece) for is_code, piece in spans(visible(text))
    )


def to_json(value: object) -> str:
    """Structs as JSON for people and diffs: keys in the fields' order, indent 2, non-ASCII kept, a newline at the end.

    Unseen characters become JSON's own escapes, so nothing is lost and nothing repaints a terminal.  Half a surrogate
    pair, which JSON cannot hold, becomes visible text.  `ValueError` for NaN and infinities: it has no word for them.
    """
    text = json.dumps(msgspec.to_builtins(value), indent=2, ensure_ascii=False, allow_nan=False)
    return _UNSEEN.sub(_as_json, text) + "\n"


def _as_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return {0x0B: r"\v", 0x0C: r"\f", 0x0D: r"\r"}.get(code, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _as_json(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        return rf"\\u{code:04x}"  # an escaped backslash: the text `\ud800`, not the half itself
    return json.dumps(match[0])[1:-1] if code >= 0x80 else f"\\u{code:04x}"
