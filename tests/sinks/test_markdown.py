"""Markdown, as a parser of it sees the page."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from autograder.model import Report
from autograder.sinks.markdown import render


def tokens(text: str) -> list[Token]:
    found = MarkdownIt("commonmark").enable("table").parse(text)
    return [token for block in found for token in (block, *(block.children or []))]


def cells(found: list[Token]) -> list[Token]:
    """What stands in the body of the table."""
    types = [token.type for token in found]
    return found[types.index("tbody_open") : types.index("tbody_close")] if "tbody_open" in types else []


def test_a_class_is_a_table_with_a_column_for_each_unit(the_class: list[Report]) -> None:
    found = tokens(render(the_class))
    assert sum(token.type == "th_open" for token in found) == 6
    assert sum(token.type == "tr_open" for token in found) == 1 + 9
    assert sum(token.type == "td_open" for token in found) == 6 * 9


def test_a_message_is_a_block_and_a_hint_is_prose(mixed: Report) -> None:
    text = render([mixed])
    assert "  ```text\n  TypeError: JAX arrays are immutable" in text
    assert "  → Build a new array: `return x.at[0].set(value)`." in text
    assert text.count("not attempted yet") == 1


def test_text_of_students_is_neither_markup_nor_html_nor_a_link(hostile: Report) -> None:
    text = render([hostile])
    found = tokens(text)
    types = {token.type for token in found}
    assert not types & {"html_block", "html_inline", "link_open", "image", "hr", "blockquote_open"}
    headings = [token for token in found if token.type == "heading_open"]
    assert len(headings) == 1 + 1 + len(hostile.tasks)
    assert any(token.type == "code_inline" and token.content.endswith("]]>") for token in cells(found))
    prose = "".join(token.content for token in found if token.type == "text")
    assert "@" not in prose  # nobody is mentioned


def test_what_has_no_score_says_why(ungradable: Report) -> None:
    text = render([ungradable])
    assert "**ungradable**" in text
    assert "grad.ipynb is not a notebook: it is a PNG image." in text
