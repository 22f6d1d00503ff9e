"""A Python file's bytes → its cells, cut at `# %%`, as editors and Jupytext do, or at nbconvert's `# In[3]:`."""

from __future__ import annotations

import re

from autograder.readers.cells import Passage, RawCell, check_size, python_text
from autograder.readers.ipynb import task_of
from autograder.readers.source import outline

_MARKER = re.compile(r"^#[ \t]*(?:%%+(?:[ \t](?P<options>[^\n]*))?|(?P<export>In ?\[[ \d]*\]:?)[ \t]*)$", re.MULTILINE)
_PROSE = re.compile(r"\[(?:markdown|md|raw)\]")
# `task="grad_both"` of a page's source, or `"grade_id": "grad_both-solution"` where Jupytext wrote nbgrader's metadata.
_OPTION = re.compile(r"""\b(task|role|grade_id|digest)"?[ \t]*[=:][ \t]*"([^"]*)\"""")
_COMMENT = re.compile(r"^# ?", re.MULTILINE)
_GRADED = re.compile(r'"grade"[ \t]*:[ \t]*true')


def passages(content: bytes, file: str) -> list[Passage]:
    """The cells of a Python file, in their order; a file without markers is one cell.  All are named after the file.

    A marker counts wherever a line begins with it, inside a string too, as editors see it: so a string that a student
    forgot to close ends with its cell.  `NotASubmission` where the bytes are no Python text.
    """
    text = python_text(content, file)
    markers = list(_MARKER.finditer(text))
    check_size(file, len(markers), len(text))
    found: list[Passage] = []
    start, line, options, exported = 0, 1, "", False
    for marker in [*markers, None]:
        source = text[start : marker.start() if marker else len(text)]
        if source.strip() and _PROSE.search(options):
            found.append(Passage(text=_COMMENT.sub("", source.strip("\n"))))
        elif source.strip():
            cell = _cell(_without_prose(source) if exported else source, options, file, line)
            found.append(Passage(text=cell.source.strip("\n"), cell=cell))
        if marker:
            line += source.count("\n")
            start, options = marker.end(), marker["options"] or ""
            exported = marker["export"] is not None
    return found


def _without_prose(source: str) -> str:
    """The code of a cell that nbconvert wrote: the prose of the next cells follows it as comments."""
    lines = source.split("\n")
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()
    return "\n".join(lines)


def _cell(source: str, options: str, file: str, line: int) -> RawCell:
    # The rest of the marker's line is the first, empty line of the cell: less of it, and the numbers stay the file's.
    blank = len(source) - len(source.lstrip("\n"))
    said = dict(_OPTION.findall(options))
    return RawCell(
        name=file,
        source=source[blank:],
        outline=outline(source),
        first_line=line + blank,
        task=said.get("task") or task_of(said.get("grade_id")),
        graded=_GRADED.search(options) is not None,
        provided=said.get("role") == "provided" or said.get("grade_id", "").startswith("provided-"),
        digest=said.get("digest", ""),
    )
