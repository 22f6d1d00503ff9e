"""A notebook's bytes become cells: formats old and new, and JSON that is almost a notebook."""

from __future__ import annotations

import json
from typing import Any

import pytest

from autograder.errors import NotASubmission
from autograder.readers.cells import RawCell
from autograder.readers.ipynb import passages


def code(source: Any, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": [], "execution_count": 3}


def cells(content: bytes, file: str) -> list[RawCell]:
    """The code among the passages."""
    return [passage.cell for passage in passages(content, file) if passage.cell is not None]


def read(*found: Any, **notebook: Any) -> list[RawCell]:
    document = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(found), **notebook}
    return cells(json.dumps(document).encode(), "grad.ipynb")


def test_cells_are_numbered_among_all_cells_of_the_notebook() -> None:
    prose = {"cell_type": "markdown", "metadata": {}, "source": "# Prose"}
    found = read(prose, code("x = 1"), {"cell_type": "raw", "source": ""}, prose, code("y = 2"))
    assert [(cell.name, cell.source) for cell in found] == [
        ("grad.ipynb cell 2", "x = 1"),
        ("grad.ipynb cell 5", "y = 2"),
    ]


def test_a_source_may_be_text_or_lines() -> None:
    assert [cell.source for cell in read(code("a\nb"), code(["a\n", "b"]), code([]), code(None), code(["a", 3]))] == [
        "a\nb",
        "a\nb",
        "",
        "",
        "a",
    ]


def test_the_old_format_with_worksheets_is_read() -> None:
    sheet = [{"cell_type": "heading", "source": "H"}, {"cell_type": "code", "input": ["x = 1"], "language": "python"}]
    document = {"nbformat": 3, "metadata": {"name": "n"}, "worksheets": [{"cells": sheet}, {"cells": sheet}]}
    found = cells(json.dumps(document).encode(), "grad.ipynb")
    assert [(cell.name, cell.source) for cell in found] == [
        ("grad.ipynb cell 2", "x = 1"),
        ("grad.ipynb cell 4", "x = 1"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_notebook_may_come_in_any_unicode(encoding: str) -> None:
    text = json.dumps({"nbformat": 4, "metadata": {}, "cells": [code("x = 'ä'")]}, ensure_ascii=False)
    [cell] = cells(text.encode(encoding), "grad.ipynb")
    assert cell.source == "x = 'ä'"


def test_every_line_end_is_one() -> None:
    [cell] = read(code("x = 1\r\ny = 2\rz = 3"))
    assert cell.source == "x = 1\ny = 2\nz = 3"


def test_magics_are_gone_and_a_magic_cell_says_which() -> None:
    plain, magic, late = read(code("%time f()\nx = 1"), code("\n %%time\ndef f(): ..."), code("x = 1\n%%time\ny = 2"))
    assert (plain.source, plain.magic) == ("\nx = 1", "")
    assert (magic.magic, sorted(magic.outline.names)) == ("%%time", ["f"])
    assert (late.source, late.magic) == ("x = 1\n\ny = 2", "")


def test_a_cell_that_is_indented_as_a_whole_runs_as_in_jupyter() -> None:
    [cell] = read(code("\n    def f(x):\n        return x\n    y = 1"))
    assert cell.source == "\ndef f(x):\n    return x\ny = 1"


def test_metadata_say_what_nbgrader_knows() -> None:
    task, checked, provided, demo = read(
        code("", nbgrader={"grade_id": "f-solution", "solution": True, "grade": False}),
        code("", nbgrader={"grade_id": "f", "solution": False, "grade": True}),
        code("", nbgrader={"grade_id": "provided-1", "locked": True}),
        code("", jax101={"role": "demo", "digest": "abc"}),
    )
    assert (task.task, checked.task, checked.graded) == ("f", "", True)
    assert (provided.provided, demo.digest) == (True, "abc")


@pytest.mark.parametrize(
    "cell",
    [
        None,
        7,
        [],
        "code",
        {},
        {"cell_type": "code"},
        {"cell_type": "code", "metadata": None, "source": None},
        {"cell_type": "code", "metadata": {"nbgrader": [], "jax101": 3}, "source": {"a": 1}},
        {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": ["x"], "grade": "yes"}}, "source": [[]]},
        {"cell_type": ["code"], "source": "x"},
    ],
)
def test_a_malformed_cell_does_not_take_the_others_along(cell: Any) -> None:
    found = read(cell, code("x = 1"))
    assert [(each.name, each.source) for each in found][-1] == ("grad.ipynb cell 2", "x = 1")


def test_half_a_surrogate_pair_becomes_text_that_can_be_handed_on() -> None:
    [cell] = cells(b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}', "grad.ipynb")
    cell.source.encode()
    assert cell.source.startswith("x = '")


@pytest.mark.parametrize("language", ["python", "Python", "ipython"])
def test_python_goes_by_several_names(language: str) -> None:
    assert read(code("x"), metadata={"kernelspec": {"language": language}, "language_info": {"name": language}})


@pytest.mark.parametrize(
    "metadata",
    [{}, None, [], {"kernelspec": None}, {"kernelspec": {"name": "python3"}}, {"kernelspec": {"language": 3}}],
)
def test_a_notebook_that_does_not_say_its_language_is_taken_as_python(metadata: Any) -> None:
    assert read(code("x"), metadata=metadata)


@pytest.mark.parametrize("metadata", [{"kernelspec": {"language": "R"}}, {"language_info": {"name": "R"}}])
def test_a_notebook_of_another_language_is_no_submission(metadata: Any) -> None:
    with pytest.raises(NotASubmission, match=r"grad\.ipynb is a notebook for R, and this course is in Python"):
        read(code("x <- 1"), metadata=metadata)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"def f(x):\n", "is not a notebook: not JSON at line 1"),
        (b'{"nbformat": 4, "cells": [', "is not a notebook: not JSON at line 1"),
        (b"\xff\xfe\xfd", "is not a notebook: not JSON"),
        (b"\x89PNG\r\n\x1a\n", "is not a notebook: not JSON"),
        (b"[" * 100_000, "is not a notebook: its JSON is nested too deeply"),
        (b'{"a":' * 100_000, "is not a notebook: its JSON is nested too deeply"),
        (b"1" * 10_000, "is not a notebook: not JSON (Exceeds the limit"),
        (b"[]", "is JSON, but not a notebook"),
        (b'{"cells": []}', "is JSON, but not a notebook"),
        (b'{"nbformat": "4", "cells": []}', "is JSON, but not a notebook"),
        (b'{"nbformat": 4}', "is a notebook without a list of cells"),
        (b'{"nbformat": 4, "cells": {}}', "is a notebook without a list of cells"),
        (json.dumps({"nbformat": 4, "cells": [0] * 10_001}).encode(), "has 10001 cells"),
        (json.dumps({"nbformat": 4, "cells": [code("x" * (1 << 21))]}).encode(), "holds more than 1 MB of code"),
    ],
)
def test_what_is_no_notebook_is_no_submission(content: bytes, reason: str) -> None:
    with pytest.raises(NotASubmission) as caught:
        cells(content, "grad.ipynb")
    assert str(caught.value).startswith(f"grad.ipynb {reason}")


def test_a_notebook_full_of_pictures_is_still_a_notebook() -> None:
    picture = {"output_type": "display_data", "data": {"image/png": "A" * (3 << 20)}, "metadata": {}}
    [cell] = read({**code("x = 1"), "outputs": [picture]})
    assert cell.source == "x = 1"


def test_a_notebook_with_nan_in_an_output_is_read() -> None:
    content = b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x", "outputs": [{"data": NaN}]}]}'
    assert [cell.source for cell in cells(content, "grad.ipynb")] == ["x"]


def test_prose_stands_among_the_cells_as_it_was_written() -> None:
    prose = {"cell_type": "markdown", "metadata": {}, "source": ["# Mine\n", "more"]}
    document = {"nbformat": 4, "metadata": {}, "cells": [prose, code("%time f()\n  x")]}
    found = passages(json.dumps(document).encode(), "grad.ipynb")
    assert [(passage.text, passage.cell is None) for passage in found] == [
        ("# Mine\nmore", True),
        ("%time f()\n  x", False),
    ]
