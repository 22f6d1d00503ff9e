"""The sample class: git holds what its script writes, it shows what classes are like, everyone gets their score."""

from __future__ import annotations

import ast
import csv
import json
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

COURSE = Path(__file__).parents[1]
EXAMPLES = COURSE / "examples"
SUBMISSIONS = EXAMPLES / "submissions"

# What beginners really get wrong: each of these has at least one student.
NAMED = {
    *("mutates-argument", "mutates-container", "item-assignment", "tuple-assignment", "update-dropped"),
    *("at-unfinished", "at-on-numpy"),
    *("hidden-state", "mutable-default", "leaked-tracer", "set-not-add", "index-clamped", "returns-nothing"),
    *("non-scalar", "grad-of-value", "point-as-argnums", "gradient-not-called", "argnums-default", "argnums-tuple"),
    *("aux-missing", "aux-order", "aux-not-a-pair", "value-grad-order", "nesting", "numpy-on-tracer"),
    *("finite-differences", "dict-order", "tree-arithmetic", "half-loss", "sum-loss", "ascent", "sequential-update"),
    *("loss-after-step", "ignores-lr", "not-reassigned", "wrong-line", "unlabelled-axes", "not-attempted"),
}


@pytest.fixture(scope="module")
def written() -> dict[Path, bytes]:
    """What the script writes, by place."""
    pytest.importorskip("jupytext")
    files: dict[Path, bytes] = runpy.run_path(str(EXAMPLES / "make_submissions.py"))["submissions"]()
    return files


@pytest.fixture(scope="module")
def cells(written: dict[Path, bytes]) -> list[str]:
    """Every code cell of every notebook that is one."""
    sources = []
    for name, content in written.items():
        if name.suffix == ".ipynb" and content.endswith(b"}\n"):
            notebook = json.loads(content)
            sources += ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return sources


def expected() -> dict[tuple[str, str], str]:
    with (EXAMPLES / "expected.csv").open(encoding="utf-8", newline="") as file:
        return {(row["student"], row["unit"]): row["score"] for row in csv.DictReader(file)}


# --------------------------------------------------------------------------- what is in git


def test_the_submissions_are_what_the_script_writes(written):
    there = {path.relative_to(SUBMISSIONS): path for path in SUBMISSIONS.rglob("*") if path.is_file()}
    assert sorted(there) == sorted(written)
    assert [str(name) for name in there if there[name].read_bytes() != written[name]] == []


def test_every_submission_has_an_expected_score(written):
    assert {(name.parts[0], name.parts[1]) for name in written} == set(expected())


def test_it_is_a_class_of_ten_that_hands_in_most_of_the_course():
    students, units = {student for student, _ in expected()}, {unit for _, unit in expected()}
    assert len(students) == 10
    assert len(units) == 5
    assert 32 <= len(expected()) <= 40


def test_work_comes_in_every_form(written):
    suffixes = [name.suffix for name in written]
    assert {suffix: suffixes.count(suffix) > 0 for suffix in (".ipynb", ".py", ".zip", ".txt")} == {
        ".ipynb": True,
        ".py": True,
        ".zip": True,
        ".txt": True,  # which is no submission, and is left alone
    }
    assert any(content.startswith(b"%PDF") for content in written.values())


@pytest.mark.parametrize(
    "there",
    [
        pytest.param(lambda cell: cell.startswith("%matplotlib inline"), id="a magic"),
        pytest.param(lambda cell: "!pip list" in cell, id="a shell command"),
        pytest.param(lambda cell: cell.startswith("%%time"), id="a cell magic"),
        pytest.param(lambda cell: "while k < len(indices)" in cell and "k += 1" not in cell, id="an endless loop"),
        pytest.param(lambda cell: "raise NotImplementedError()" in cell, id="a stub"),
        pytest.param(lambda cell: "history.append(item)" in cell, id="a list changed in place"),
        pytest.param(lambda cell: 'params["w"] -=' in cell, id="a dict changed in place"),
        pytest.param(lambda cell: "x[0] = value" in cell, id="an array changed in place"),
        pytest.param(lambda cell: "jax.vjp(" in cell, id="a gradient by vjp"),
        pytest.param(lambda cell: "lax.scan(" in cell, id="a training by scan"),
        pytest.param(lambda cell: "def __call__(" in cell, id="a callable object"),
        pytest.param(lambda cell: "partial(" in cell, id="a partial"),
    ],
)
def test_the_notebooks_hold(there: Callable[[str], bool], cells: list[str]):
    assert any(map(there, cells))


def test_exactly_one_cell_is_no_python(cells):
    (broken,) = (cell for cell in cells if not is_python(cell))
    assert broken.startswith("def derivative(f):")


def is_python(cell: str) -> bool:
    try:
        ast.parse("\n".join("" if line.startswith(("!", "%")) else line for line in cell.split("\n")))
    except SyntaxError:
        return False
    return True


# --------------------------------------------------------------------------- how it is graded


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The whole class, graded as `make demo` does."""
    out = tmp_path_factory.mktemp("reports")
    command = [sys.executable, "-m", "autograder", "grade", str(SUBMISSIONS), "--out", str(out), "--json"]
    done = subprocess.run(command, cwd=COURSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_everyone_gets_their_score(reports):
    graded = {(r["student"], r["unit"]): f"{r['score']:g}" if r["status"] == "graded" else r["status"] for r in reports}
    wanted = expected()
    assert {key: score for key, score in graded.items() if wanted.get(key) != score} == {}
    assert graded.keys() == wanted.keys()


@pytest.mark.slow
def test_the_common_mistakes_are_called_by_name(reports):
    seen = {check["misconception"] for r in reports for task in r["tasks"] for check in task["checks"]}
    assert NAMED - seen == set()


@pytest.mark.slow
def test_only_the_endless_loop_runs_out_of_time(reports):
    late = {
        (r["student"], task["task"])
        for r in reports
        for task in r["tasks"]
        for check in task["checks"]
        if check["outcome"] == "timeout"
    }
    assert late == {("hiro", "add_at")}


@pytest.mark.slow
def test_a_lost_check_says_what_and_what_to_do(reports):
    silent = [
        (r["student"], check["check"])
        for r in reports
        if r["status"] == "graded"
        for task in r["tasks"]
        for check in task["checks"]
        if check["outcome"] != "passed" and not (check["message"] and check["hint"])
    ]
    assert silent == []


@pytest.mark.slow
def test_what_is_no_submission_is_no_zero(reports):
    reasons = {(r["student"], r["unit"]): r["reason"] for r in reports if r["status"] == "ungradable"}
    assert set(reasons) == {("ines", "03_aux"), ("jonas", "03_aux")}
    assert all("aux.ipynb is not a notebook" in reason for reason in reasons.values())
