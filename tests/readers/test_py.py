"""A Python file's bytes become cells, whatever its line ends, its encoding and its markers."""

from __future__ import annotations

import codecs
import time

import pytest

from autograder.errors import NotASubmission
from autograder.readers.cells import RawCell
from autograder.readers.py import passages

PLAIN = "def f(x):\n    return 'ä'\n"


def cells(content: bytes, file: str) -> list[RawCell]:
    """The code among the passages."""
    return [passage.cell for passage in passages(content, file) if passage.cell is not None]


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        codecs.BOM_UTF8 + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + PLAIN.encode("utf-32-le"),
    ],
    ids=["plain", "byte order mark", "CRLF", "lone CR", "UTF-16 LE", "UTF-16 BE", "UTF-32"],
)
def test_a_text_is_the_same_however_an_editor_saved_it(content: bytes) -> None:
    [cell] = cells(content, "grad.py")
    assert (cell.name, cell.source, cell.first_line) == ("grad.py", PLAIN, 1)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "iso-8859-15", "utf-8"])
def test_a_file_may_name_its_encoding(encoding: str) -> None:
    [cell] = cells(f"# -*- coding: {encoding} -*-\n{PLAIN}".encode(encoding), "grad.py")
    assert "'ä'" in cell.source
    compile(cell.source, cell.name, "exec")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"x = '\xff'\n", "grad.py is not Python text: invalid or missing encoding declaration"),
        (b"\n\n\nx = '\xff'\n", "grad.py is not Python text: byte 8 is not utf-8"),
        (b"# coding: nonsense\n", "grad.py is not Python text: unknown encoding: nonsense"),
        (b"# coding: punycode\nx", "it calls its encoding punycode, which is none for Python"),
        (b"# coding: unicode_escape\nx", "grad.py is not Python text: "),
        (b"# coding: hex\n00", "grad.py is not Python text: "),
        (b"# coding: undefined\n00", "grad.py is not Python text: "),
        (b"# coding: idna\n00", "grad.py is not Python text: "),
        (b"# coding: utf-7\nx = '+2AA-'\n", "grad.py is not Python text: "),  # half a surrogate pair
        (b"x = 1\0\n", "grad.py is not Python text: it holds zero bytes"),
        ("x = 1\n".encode("utf-16-le"), "grad.py is not Python text: it holds zero bytes"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "grad.py is not Python text: it holds zero bytes"),
        (b"x = 1\n" * (1 << 18), "grad.py holds more than 1 MB of code"),
        (b"# %%\n" * 20_000, "grad.py has 20000 cells"),
    ],
)
def test_what_is_no_python_text_is_no_submission(content: bytes, reason: str) -> None:
    with pytest.raises(NotASubmission) as caught:
        cells(content, "grad.py")
    assert reason in str(caught.value)


def test_an_encoding_that_is_slow_by_design_is_not_tried() -> None:
    begin = time.monotonic()
    with pytest.raises(NotASubmission):
        cells(b"# coding: punycode\n" + b"a" * (1 << 20) + b"-" + b"b" * (1 << 20), "grad.py")
    assert time.monotonic() - begin < 5


def test_a_file_is_cut_at_its_markers_and_every_line_keeps_its_number() -> None:
    text = (
        "import math\n# %%\ndef f():\n    pass\n\n#%% a title\n\n\nx = 1\n# %% [markdown]\n# prose\n# In[3]:\n\ny = 2"
    )
    found = cells(text.encode(), "grad.py")
    lines = text.split("\n")
    assert [cell.source.split("\n")[0] for cell in found] == ["import math", "def f():", "x = 1", "y = 2"]
    for cell in found:
        assert cell.source.split("\n")[0] == lines[cell.first_line - 1]


def test_a_file_without_markers_is_one_cell() -> None:
    [cell] = cells(b"x = 1\n\n\ny = 2  # %% no marker\n    # %% nor this\n# %%time\n", "grad.py")
    assert cell.first_line == 1


def test_a_string_that_is_never_closed_ends_with_its_cell() -> None:
    found = cells(b'# %%\nx = """\n# %%\ndef f():\n    pass\n', "grad.py")
    assert [sorted(cell.outline.names) for cell in found] == [["x"], ["f"]]


def test_markers_tell_tasks_and_roles_as_the_course_and_as_jupytext_write_them() -> None:
    text = """\
# %% role="provided"
import math
# %% task="grad_both"
def grad_both(): ...
# %% deletable=false nbgrader={"grade": false, "grade_id": "grad_first-solution", "locked": false, "task": false}
def grad_first(): ...
# %% nbgrader={"grade": true, "grade_id": "grad_first", "points": 2}
check("grad_first")
# %% jax101={"role": "demo", "digest": "abc"}
1 + 1
"""
    provided, both, first, checked, demo = cells(text.encode(), "grad.py")
    assert provided.provided
    assert (both.task, first.task, checked.task, demo.task) == ("grad_both", "grad_first", "", "")
    assert [cell.graded for cell in (provided, both, first, checked, demo)] == [False, False, False, True, False]
    assert demo.digest == "abc"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# %%\n\n# %%\n"])
def test_an_empty_file_is_python_without_cells(content: bytes) -> None:
    assert cells(content, "grad.py") == []


def test_the_prose_that_nbconvert_puts_behind_a_cell_is_not_part_of_it() -> None:
    text = "# In[1]:\n\n\nx = 1\n\n\n# ## A heading\n# \n# and words.\n\n"
    text += "# In[ ]:\n\n\ny = 2\n# a comment of the student's\nz = 3\n"
    found = cells(text.encode(), "grad.py")
    assert [(cell.source, cell.first_line) for cell in found] == [
        ("x = 1", 4),
        ("y = 2\n# a comment of the student's\nz = 3", 14),
    ]


def test_prose_stands_among_the_cells_without_its_comment_signs() -> None:
    found = passages(b"# %% [markdown]\n# # Mine\n#\n# more\n\n# %%\nx = 1\n", "grad.py")
    assert [(passage.text, passage.cell is None) for passage in found] == [("# Mine\n\nmore", True), ("x = 1", False)]
