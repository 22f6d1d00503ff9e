"""A notebook's bytes → its cells.  Notebooks are read as the JSON they are: students' are not always valid."""

from __future__ import annotations

import json
from typing import Any

from autograder.errors import NotASubmission
from autograder.readers.cells import Passage, RawCell, check_size, line_ends
from autograder.readers.source import outline, without_magics
from autograder.text import one_line

_PYTHON = ("python", "python2", "python3", "ipython", "ipython3")


def passages(content: bytes, file: str) -> list[Passage]:
    """The cells of a notebook of format 2 to 4, in their order; code is named `grad.ipynb cell 5`.

    The number counts all cells from 1, prose included, as an editor shows them.  `NotASubmission` where the bytes are
    not JSON, not a notebook, or a notebook of another language.
    """
    notebook = _notebook(content, file)
    _check_language(_mapping(notebook.get("metadata")), file)
    sheets = [notebook, *_mappings(notebook.get("worksheets"))]
    every = [_mapping(cell) for sheet in sheets for cell in _list(sheet.get("cells"))]
    texts = [_text(cell.get("source", cell.get("input"))) for cell in every]
    is_code = [cell.get("cell_type") == "code" for cell in every]
    check_size(file, len(every), sum(len(text) for text, code in zip(texts, is_code, strict=True) if code))
    return [
        Passage(text=text, cell=_cell(cell, text, f"{file} cell {number}") if code else None)
        for number, (cell, text, code) in enumerate(zip(every, texts, is_code, strict=True), 1)
    ]


def _notebook(content: bytes, file: str) -> dict[str, Any]:
    if not content.strip():
        raise NotASubmission(f"{file} is empty, so it is not a notebook")
    try:
        notebook = json.loads(content)
    except RecursionError:
        raise NotASubmission(f"{file} is not a notebook: its JSON is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise NotASubmission(f"{file} is not a notebook: not JSON at line {error.lineno} ({error.msg})") from None
    except ValueError as error:  # not text, or a number of thousands of digits
        raise NotASubmission(f"{file} is not a notebook: not JSON ({one_line(str(error))[:80]})") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("nbformat"), int):
        raise NotASubmission(f"{file} is JSON, but not a notebook")
    if not isinstance(notebook.get("cells"), list) and not isinstance(notebook.get("worksheets"), list):
        raise NotASubmission(f"{file} is a notebook without a list of cells")
    return notebook


def _check_language(metadata: dict[str, Any], file: str) -> None:
    said = [_mapping(metadata.get("kernelspec")).get("language"), _mapping(metadata.get("language_info")).get("name")]
    languages = [language for language in said if isinstance(language, str) and language]
    if languages and not any(language.lower() in _PYTHON for language in languages):
        raise NotASubmission(f"{file} is a notebook for {one_line(languages[0])[:40]}, and this course is in Python")


def _cell(cell: dict[str, Any], source: str, name: str) -> RawCell:
    metadata = _mapping(cell.get("metadata"))
    nbgrader, ours = _mapping(metadata.get("nbgrader")), _mapping(metadata.get("jax101"))
    source = _dedented(source)
    magic = source.split(maxsplit=1)[0] if source.startswith("%%") else ""
    source = without_magics(source.partition("\n")[2] if magic else source)
    return RawCell(
        name=name,
        source=source,
        outline=outline(source),
        task=task_of(nbgrader.get("grade_id")),
        graded=nbgrader.get("grade") is True,
        provided=str(nbgrader.get("grade_id")).startswith("provided-"),
        digest=str(ours.get("digest", "")),
        magic=one_line(magic)[:40],
    )


def task_of(grade_id: object) -> str:
    """The task that a solution cell's `grade_id` names, or nothing."""
    return grade_id.removesuffix("-solution") if isinstance(grade_id, str) and grade_id.endswith("-solution") else ""


def _dedented(source: str) -> str:
    """As a notebook runs it: blanks may stand before `%%`, and the first line's indentation is taken off all lines."""
    first = source.lstrip("\n \t")
    if first.startswith("%%"):
        return first
    line = next((line for line in source.split("\n") if line.strip()), "")
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return "\n".join(line.removeprefix(indent) for line in source.split("\n")) if indent else source


def _text(value: object) -> str:
    parts = value if isinstance(value, list) else [value]
    text = line_ends("".join(part for part in parts if isinstance(part, str)))
    # Half a surrogate pair, which JSON can hold, is no text and could not be handed on.
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _mappings(value: object) -> list[dict[str, Any]]:
    return [item for item in _list(value) if isinstance(item, dict)]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
