"""The documentation is true: what the program has is written down, and what is written down is there."""

from __future__ import annotations

import ast
import csv
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import click
import pytest

from autograder import __version__, checking
from autograder.cli import cli
from autograder.course import load_course
from autograder.pages import read_page
from autograder.sinks import SINKS

ROOT = Path(__file__).parents[1]
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text() for path in [ROOT / "README.md", *ROOT.glob("docs/*.md")]}
AUTOGRADER = ROOT / "autograder"

FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"(?:^(?: {4,}[^\n]*)?\n)+", re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")

every_page = pytest.mark.parametrize("page", PAGES)
every_command = pytest.mark.parametrize("command", cli.commands)


def command_lines(page: str) -> Iterator[list[str]]:
    """Every `jax101 …` that a page shows, as words."""
    text = PAGES[page]
    lines = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    for line in [*lines, *SPAN.findall(FENCED.sub("", text))]:
        line = line.removeprefix(".venv/bin/")
        if re.match(r"jax101( |$)", line) and not line.startswith("jax101 is"):
            yield shlex.split(re.split(r"\s(?:#|>|\|)\s?", line)[0])[1:]


def slugs(text: str) -> set[str]:
    """The anchors that a page's headings get."""
    headings = re.findall(r"^#+ (.*)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


# --------------------------------------------------------------------------- the command line


@every_command
def test_a_command_and_its_options_are_documented(command: str) -> None:
    pages = [text for text in PAGES.values() if f"jax101 {command}" in text]
    assert pages, f"no page shows jax101 {command}"
    for parameter in cli.commands[command].params:
        if isinstance(parameter, click.Option):
            names = [name for name in parameter.opts if name.startswith("--")]
            assert any(name in text for text in pages for name in names), f"no page has {names} of {command}"
            for choice in getattr(parameter.type, "choices", ()):
                assert any(f"`{choice}`" in text or f"{names[0]} {choice}" in text for text in pages), choice


def test_the_options_of_the_program_itself_are_documented() -> None:
    text = "\n".join(PAGES.values())
    assert all(option in text for option in ("jax101 --help", "`-h`", "jax101 --version"))


@every_page
def test_a_command_line_that_is_shown_can_be_typed(page: str) -> None:
    own = {"-h", "--help", "--version"}
    for words in command_lines(page):
        if not words or words[0] in own:
            continue
        assert words[0] in cli.commands, f"{page}: jax101 {' '.join(words)}"
        known = {name for parameter in cli.commands[words[0]].params for name in parameter.opts}
        options = {word.partition("=")[0] for word in words[1:] if word.startswith("-")}
        assert options <= known | own, f"{page}: {options - known} is no option of {words[0]}"


def test_every_form_of_show_is_documented() -> None:
    assert all(f"| `{name}` |" in PAGES["docs/instructor.md"] for name in SINKS)


@every_page
def test_a_make_target_that_is_shown_is_there(page: str) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    shown = re.findall(r"^    make ([a-z-]+)|`make ([a-z-]+)`", PAGES[page], re.MULTILINE)
    assert {one or other for one, other in shown} <= targets


# --------------------------------------------------------------------------- links and paths


@every_page
def test_a_link_leads_somewhere(page: str) -> None:
    for target in LINK.findall(re.sub(r"```.*?```", "", PAGES[page], flags=re.DOTALL)):
        if target.startswith(("https://", "http://")):
            continue
        file, _, anchor = target.partition("#")
        place = (ROOT / page).parent / file if file else ROOT / page
        assert place.exists(), f"{page}: {target}"
        assert not anchor or anchor in slugs(place.read_text()), f"{page}: {target}"


@every_page
def test_a_path_of_the_repository_is_there(page: str) -> None:
    top = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")} - {"build", "reports", "dist"}
    rooms = {entry.name for entry in AUTOGRADER.iterdir() if entry.is_dir()}
    for span in SPAN.findall(FENCED.sub("", PAGES[page])):
        if not re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", span) or "/" not in span.rstrip("/"):
            continue
        first = span.split("/")[0]
        assert first not in top or (ROOT / span).exists(), f"{page}: {span}"
        assert first in top or first not in rooms or (AUTOGRADER / span).exists(), f"{page}: {span}"


def test_the_house_is_drawn_as_it_stands() -> None:
    drawn = PAGES["docs/architecture.md"].partition("## The house")[2].partition("## ")[0]
    inside = drawn.partition("    autograder/\n")[2]
    modules = {path.name for path in AUTOGRADER.glob("*.py")}
    rooms = {f"{path.parent.name}/" for path in AUTOGRADER.glob("*/*.py") if path.name != "__init__.py"}
    assert set(re.findall(r"\w+\.py", inside)) == modules
    assert set(re.findall(r"^ {8}(?:[\w.]+ +)*?(\w+/)", inside, re.MULTILINE)) == rooms


# --------------------------------------------------------------------------- environment variables


def variables(source: str) -> Iterator[str]:
    """The environment variables that a module reads or sets, and those it starts a zygote with."""
    for scope in ast.walk(ast.parse(source)):
        if isinstance(scope, ast.Assign) and ast.unparse(scope.targets[0]) == "_ENVIRONMENT":
            assert isinstance(scope.value, ast.Dict)
            yield from (key.value for key in scope.value.keys if isinstance(key, ast.Constant))
        names = re.findall(r"os\.(?:environ(?:\.\w+\(|\[)|getenv\()([^],)]+)", ast.unparse(scope))
        if isinstance(scope, ast.Expr | ast.Assign | ast.Return | ast.If):
            yield from (name.strip("'\"") for name in names if name[0] in "'\"")
        elif isinstance(scope, ast.FunctionDef) and any(name[0] not in "'\"" for name in names):
            texts = [node.value for node in ast.walk(scope) if isinstance(node, ast.Constant)]
            yield from (text for text in texts if isinstance(text, str) and re.fullmatch(r"[A-Z][A-Z0-9_]+", text))


def test_every_environment_variable_is_documented() -> None:
    found = {name for path in AUTOGRADER.rglob("*.py") for name in variables(path.read_text())}
    found |= set(re.findall(r"^(?:export )?([A-Z_]+) \?=", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"JAX101_DEBUG", "XDG_CACHE_HOME", "PYTEST_ADDOPTS", "PYTHONHASHSEED", "PYTHON"} <= found  # it does look
    missing = {name for name in found if f"`{name}`" not in PAGES["docs/operator.md"]}
    assert not missing


# --------------------------------------------------------------------------- examples


def test_every_name_for_authors_of_checks_is_documented() -> None:
    missing = [name for name in checking.__all__ if f"`{name}`" not in PAGES["docs/writing-checks.md"]]
    assert not missing


def test_the_checks_on_the_page_are_python_and_import_what_is_there() -> None:
    blocks = [code for language, code in FENCED.findall(PAGES["docs/writing-checks.md"]) if language == "python"]
    assert len(blocks) >= 8
    for code in blocks:
        tree = ast.parse(code)
        compile(tree, "docs/writing-checks.md", "exec")
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "autograder.checking":
                assert {alias.name for alias in node.names} <= set(checking.__all__)


def test_the_checks_on_the_page_are_of_tasks_that_the_course_has() -> None:
    tasks = {task.id for unit in load_course(ROOT / "course.yml").units for task in unit.tasks}
    named = re.findall(r'@task\("(\w+)"', "".join(code for _, code in FENCED.findall(PAGES["docs/writing-checks.md"])))
    assert named
    assert set(named) <= tasks


def test_the_sample_page_and_the_sample_index_are_right(tmp_path: Path) -> None:
    blocks = [dedent(block).strip() for block in INDENTED.findall(PAGES["docs/writing-a-page.md"])]
    page = next(block for block in blocks if block.startswith("# %% [markdown]"))
    index = next(block for block in blocks if block.startswith("format_version:"))
    folder = tmp_path / "solutions" / "01_first"
    folder.mkdir(parents=True)
    (folder / "first.py").write_text(page)
    (tmp_path / "course.yml").write_text(index)
    course = load_course(tmp_path / "course.yml")
    assert [cell.role for cell in read_page(course, course.units[0]).cells] == [
        "markdown", "provided", "demo", "task", "check",
    ]  # fmt: skip


def test_the_table_in_the_readme_is_the_demo_s() -> None:
    with (ROOT / "examples/expected.csv").open(newline="") as file:
        expected = {(row["student"], row["unit"]): row["score"] for row in csv.DictReader(file)}
    units = sorted({unit for _, unit in expected})
    for student in {student for student, _ in expected}:
        line = re.search(rf"^ {student} +(.*)$", PAGES["README.md"], re.MULTILINE)
        assert line, student
        assert line[1].split()[: len(units)] == [expected.get((student, unit), "·") for unit in units], student


def test_the_changelog_names_this_version() -> None:
    assert __version__ in (ROOT / "CHANGELOG.md").read_text()
