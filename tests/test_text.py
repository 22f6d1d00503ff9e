"""Text of others: nothing in it steers a terminal, a page or a reader's eye."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.text import few, one_line, spans, to_html, to_json, visible

any_text = st.text(st.characters())  # halves of surrogate pairs, too


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[2Jgone", r"\x1b[2Jgone"),
        ("\x9b31m", r"\x9b31m"),  # the same in one character
        ("a\rb\x00\x08", r"a\rb\x00\x08"),
        ("admin\u202etxt.exe", r"admin\u202etxt.exe"),
        ("\u2066x\u2069", r"\u2066x\u2069"),
        ("\ufeffx", r"\ufeffx"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff", r"\udcff"),
    ],
)
def test_what_cannot_be_seen_is_written_out(written: str, shown: str) -> None:
    assert visible(written) == shown


@pytest.mark.parametrize("text", ["plain", "two\nlines\tand a tab", "Zoë, 李雷, محمد, 👩‍🚀", "x\u0301", "✓ ✗ –"])
def test_ordinary_text_of_any_language_stays(text: str) -> None:
    assert visible(text) == text


@given(any_text)
def test_nothing_that_controls_is_left_and_the_rest_can_be_encoded(text: str) -> None:
    shown = visible(text)
    assert not {char for char in shown if unicodedata.category(char) in {"Cc", "Cs"}} - {"\n", "\t"}
    assert not {char for char in shown if unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF"}}
    assert not {char for char in shown if unicodedata.bidirectional(char) in {"LRI", "RLI", "FSI", "PDI"}}
    shown.encode()
    assert visible(shown) == shown


def test_one_line_is_one_line() -> None:
    assert one_line("  it failed\n\tin line 3\u2028\x1b ") == r"it failed in line 3\u2028\x1b"


@pytest.mark.parametrize(("most", "said"), [(3, ["a", "b", "c"]), (2, ["a", "b", "and 1 more"]), (0, ["and 3 more"])])
def test_a_long_list_is_cut_and_the_rest_counted(most: int, said: list[str]) -> None:
    assert few(["a", "b", "c"], most, "and {} more") == said


def test_code_between_backticks_is_told_from_prose() -> None:
    assert list(spans("write `x.at[0].set(v)`, not `x[0] = v`")) == [
        (False, "write "),
        (True, "x.at[0].set(v)"),
        (False, ", not "),
        (True, "x[0] = v"),
    ]


@pytest.mark.parametrize("text", ["", "no code", "a ` alone", "``", "`over\nlines`"])
def test_stray_backticks_are_prose(text: str) -> None:
    assert "".join(piece for _, piece in spans(text)) == text
    assert not any(code for code, _ in spans(text))


@given(st.dictionaries(any_text, any_text | st.floats(allow_nan=False, allow_infinity=False) | st.integers()))
def test_json_can_be_read_back_and_shows_no_control_characters(value: dict[str, Any]) -> None:
    document = to_json(value)
    assert visible(document) == document
    document.encode()
    whole = {key: each for key, each in value.items() if not halves(key) and not halves(each)}
    if whole == value:
        assert json.loads(document) == value == msgspec.json.decode(document)
    else:
        msgspec.json.decode(document)


def halves(value: object) -> bool:
    return isinstance(value, str) and any(0xD800 <= ord(char) <= 0xDFFF for char in value)


def test_half_a_surrogate_pair_becomes_text_in_json() -> None:
    assert json.loads(to_json({"name": "\udcff"})) == {"name": r"\udcff"}


def test_json_keeps_letters_and_floats_as_they_are() -> None:
    assert to_json({"name": "Zoë", "score": 2.0}) == '{\n  "name": "Zoë",\n  "score": 2.0\n}\n'


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_json_refuses_what_is_no_number(number: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json([number])


def test_as_html_nothing_of_it_is_markup_but_code_between_backticks() -> None:
    assert to_html("`a < b` & <b>\x1b") == "<code>a &lt; b</code> &amp; &lt;b&gt;\\x1b"
