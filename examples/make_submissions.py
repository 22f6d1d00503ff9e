"""`students/` and the released `exercises/` → `submissions/`, the sample class that `make demo` grades.

    python examples/make_submissions.py           writes what differs, removes what is no longer there

Nobody in this class exists.  `students/<student>/<unit>.py` holds what one of them wrote, and nothing else; its first
line says in which form it was handed in:

    # handed in: pure.ipynb          the released notebook with these cells filled in
    # handed in: pure.ipynb, run     the same with execution counts, and with outputs where there are any
    # handed in: pure.ipynb, zip     the same in `pure.zip`
    # handed in: pure.ipynb, cut     only the beginning of it, as an upload that broke off leaves it
    # handed in: pure.py             the text below, as it stands
    # handed in: pure.py, jupytext   the notebook as Jupytext writes it; with `nbconvert`, as "Save as script" does

In a notebook's snippet each cell begins with a marker, and lines with `#>` are what the cell printed:

    # %% task="set_first"                    goes into that task's cell; a docstring left out is the released one
    # %% task="set_first" renamed="mine"     the same, and the cell has lost its nbgrader name
    # %% copy_of="set_first"                 a second copy of that task's cell, as Jupyter's "copy cell" makes it
    # %% after="set_first"                   a cell of their own; also "provided-1" (the imports) and "end"
    # %% [markdown] after="set_first"        prose of their own, each line a comment

Whatever lies in a folder `students/<student>/<unit>/` is handed in as it is.  After a change: run this, then
`jax101 grade examples/submissions`, and bring `expected.csv` up to date.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
COURSE = HERE.parent
SUBMISSIONS = HERE / "submissions"

Notebook = dict[str, Any]

_HEADER = re.compile(r"# handed in: (?P<file>[\w.]+)(?:, (?P<form>\w+))?\n")
_MARKER = re.compile(r"^# %%(.*)\n", re.MULTILINE)
_OPTION = re.compile(r'(\w+)="([^"]*)"')


class Piece(NamedTuple):
    """A cell of a snippet: what its marker says, what stands in it, what it printed."""

    options: dict[str, str]
    markdown: bool
    source: str
    output: str


def submissions() -> dict[Path, bytes]:
    """Every file of the class, by its place under `submissions/`."""
    files: dict[Path, bytes] = {}
    for snippet in sorted((HERE / "students").glob("*/*.py")):
        folder = Path(snippet.parent.name, snippet.stem)
        name, content = _handed_in(snippet.read_text(encoding="utf-8"), snippet.stem)
        files[folder / name] = content
    for path in sorted((HERE / "students").glob("*/*/*")):
        files[path.relative_to(HERE / "students")] = path.read_bytes()
    return files


def _handed_in(text: str, unit: str) -> tuple[str, bytes]:
    """The name and the content of the file that a snippet stands for."""
    header = _HEADER.match(text)
    if header is None:
        raise ValueError(f"{unit}: the first line must be `# handed in: FILE` or `# handed in: FILE, FORM`")
    name, form, written = header["file"], header["form"], text[header.end() :]
    if name.endswith(".py") and form is None:
        return name, written.encode()
    notebook = _filled_in(unit, Path(name).stem, written, run=form == "run")
    if form == "jupytext":
        return name, _as_jupytext(notebook).encode()
    if form == "nbconvert":
        return name, _as_script(notebook).encode()
    content = (json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()
    if form == "cut":
        return name, content[: len(content) // 3]
    if form == "zip":
        return f"{Path(name).stem}.zip", _zipped(name, content)
    return name, content


# --------------------------------------------------------------------------- notebooks


def _filled_in(unit: str, stem: str, written: str, *, run: bool) -> Notebook:
    """The released notebook with a student's cells in it."""
    released = (COURSE / "exercises" / unit / f"{stem}.ipynb").read_text(encoding="utf-8")
    notebook: Notebook = json.loads(released)
    cells = notebook["cells"]
    for piece in _pieces(written):
        _put(cells, piece)
    if run:
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        for count, cell in enumerate(code, 1):
            cell["execution_count"] = count
    else:
        for cell in cells:
            if cell["cell_type"] == "code":
                cell["outputs"] = []
    return notebook


def _pieces(written: str) -> Iterator[Piece]:
    _, *parts = _MARKER.split(written)
    for marker, text in zip(parts[::2], parts[1::2], strict=True):
        lines = text.strip("\n").split("\n")
        output = "".join(f"{line[2:].removeprefix(' ')}\n" for line in lines if line.startswith("#>"))
        source = "\n".join(line for line in lines if not line.startswith("#>"))
        markdown = "[markdown]" in marker
        if markdown:
            source = re.sub(r"^# ?", "", source, flags=re.MULTILINE)
        yield Piece(dict(_OPTION.findall(marker)), markdown, source, output)


def _put(cells: list[dict[str, Any]], piece: Piece) -> None:
    """Fill in a task's cell, copy one, or add a new one."""
    match piece.options:
        case {"task": task, **more}:
            cell = cells[_place(cells, f"{task}-solution")]
            cell["source"] = _lines(_with_docstring(piece.source, "".join(cell["source"])))
            cell["outputs"] = _outputs(piece)
            if "renamed" in more:
                cell["id"] = cell["metadata"]["nbgrader"]["grade_id"] = more["renamed"]
        case {"copy_of": task}:
            place = _place(cells, f"{task}-solution")
            cell = {**cells[place], "id": _new_id(piece), "outputs": _outputs(piece)}
            cells.insert(place + 1, {**cell, "source": _lines(piece.source)})
        case {"after": name}:
            place = len(cells) if name == "end" else _place(cells, name) + 1
            cells.insert(place, _new_cell(piece))
        case _:
            raise ValueError(f"a cell says neither task nor copy_of nor after: {piece.source[:60]}")


def _place(cells: list[dict[str, Any]], name: str) -> int:
    for place, cell in enumerate(cells):
        if cell["id"] == name:
            return place
    raise ValueError(f"the released notebook has no cell {name}")


def _with_docstring(source: str, released: str) -> str:
    """The source with the released docstring under its released `def` line, where a snippet leaves it out."""
    head, rest = released.split("\n", 1)
    docstring = rest.partition("    # YOUR CODE HERE")[0]
    before, found, body = source.partition(head + "\n")
    if not found or body.lstrip().startswith(('"""', "'''")):
        return source
    return before + found + docstring + body


def _new_cell(piece: Piece) -> dict[str, Any]:
    cell = {"id": _new_id(piece), "metadata": {}, "source": _lines(piece.source)}
    if piece.markdown:
        return {"cell_type": "markdown", **cell}
    return {"cell_type": "code", "execution_count": None, "outputs": _outputs(piece), **cell}


def _new_id(piece: Piece) -> str:
    return hashlib.sha256(piece.source.encode()).hexdigest()[:8]


def _outputs(piece: Piece) -> list[dict[str, Any]]:
    return [{"name": "stdout", "output_type": "stream", "text": _lines(piece.output)}] if piece.output else []


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


# --------------------------------------------------------------------------- other forms


def _as_jupytext(notebook: Notebook) -> str:
    import jupytext  # type: ignore[import-untyped]
    import nbformat

    notebook["metadata"]["jupytext"] = {"notebook_metadata_filter": "-all"}  # no header, which names a version
    released = nbformat.reads(json.dumps(notebook), as_version=4)  # type: ignore[no-untyped-call]
    text: str = jupytext.writes(released, fmt="py:percent")
    return text


def _as_script(notebook: Notebook) -> str:
    """As nbconvert writes it, whose versions differ in their blank lines."""
    parts = ["#!/usr/bin/env python", "# coding: utf-8"]
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            source = re.sub(r"^%(\w+) (.*)$", r"get_ipython().run_line_magic('\1', '\2')", source, flags=re.MULTILINE)
            parts.append(f"# In[ ]:\n\n\n{source}\n")
        else:
            parts.append(re.sub(r"^", "# ", source, flags=re.MULTILINE))
    return "\n\n".join(parts) + "\n"


def _zipped(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:  # stored: no two zlibs compress alike
        archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


# --------------------------------------------------------------------------- writing


def write(folder: Path) -> list[Path]:
    """Make the folder hold exactly the class; the files that were written."""
    files = submissions()
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        if path.relative_to(folder) not in files:
            path.unlink()
    written = []
    for name, content in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written.append(name)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return written


if __name__ == "__main__":
    for changed in write(SUBMISSIONS):
        print("wrote", changed)
