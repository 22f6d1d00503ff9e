"""The arrows of the house point down only, the trusted side never loads JAX, and starting up stays light."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "autograder"

# From the ground up: a room imports from the floors below its own, and from no other.  A new room gets its floor here.
FLOORS = (
    {"errors", "heartbeat", "model", "pipes", "scratch", "signals"},
    {"sandbox", "scoring", "text"},
    {"document", "pages", "reports", "sinks"},
    {"course", "kept", "readers"},
    {"checking", "release"},
    {"kit", "neighbours", "student"},
    {"accelerator", "grading", "rehearsal"},
    {"slots"},
    {"pool"},
    {"batch"},
    {"doctor", "nbgrader", "progress"},
    {"cli"},
    {"__main__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

# What runs beside the student's code: behind the wall, and nowhere near a check, a report or the course.
BEHIND_THE_WALL = ("worker", "warm", "probe")
# In a student's own process these load their program, and JAX with it.  The grader uses none of them.
STUDENTS = ("autograder.student", "autograder.checking.local", "autograder.checking.bare")
# Of the room `nbgrader`, these know nothing of it; the others are made of its classes, and only it loads them.
NOT_PLUG_INS = {"autograder.nbgrader", "autograder.nbgrader.cards", "autograder.nbgrader.cells"}


class Import(NamedTuple):
    target: str  # the module's full name, or the library's
    later: bool  # inside a function


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imports_of(module: str) -> list[Import]:
    """What a module imports, but for what only a type checker sees."""
    return list(_imports(ast.parse(MODULES[module].read_text(encoding="utf-8")), later=False))


def _imports(node: ast.AST, *, later: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                continue
            case ast.Import(names=names):
                yield from (Import(name.name, later) for name in names)
            case ast.ImportFrom(module=str(source), level=0, names=names):
                for name in names:
                    inside = f"{source}.{name.name}"
                    yield Import(inside if inside in MODULES else source, later)
            case ast.ImportFrom():
                raise AssertionError("a relative import; this house writes them in full")
            case _:
                inner = later or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
                yield from _imports(child, later=inner)


IMPORTS = {module: imports_of(module) for module in MODULES}


def ours(module: str, *, now_only: bool = False) -> set[str]:
    """The modules of ours that a module imports, at once or (unless `now_only`) in one of its functions."""
    return {each.target for each in IMPORTS[module] if each.target in MODULES and not (now_only and each.later)}


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else "autograder"


def reached_from(module: str) -> set[str]:
    """Everything of ours that may get loaded because of a module."""
    found, todo = set(), [module]
    while todo:
        each = todo.pop()
        if each not in found:
            found.add(each)
            todo += ours(each)
    return found


def libraries(*modules: str) -> set[str]:
    return {each.target.split(".")[0] for module in modules for each in IMPORTS[module]} - {"autograder"}


def loaded_by(code: str) -> set[str]:
    """The libraries that are loaded once some code has run in a fresh interpreter."""
    code += "\nimport sys\nprint('loaded:', *{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("loaded:")[2].split())


# --------------------------------------------------------------------------- arrows


def test_imports_are_found_where_they_stand() -> None:
    tree = ast.parse(
        "import a.b\nif TYPE_CHECKING:\n    import c\nclass X:\n    from autograder.checking import advice, task\n"
        "    def f(self):\n        try:\n            import d\n        finally: pass\n"
    )
    assert list(_imports(tree, later=False)) == [
        Import("a.b", False),
        Import("autograder.checking.advice", False),
        Import("autograder.checking", False),
        Import("d", True),
    ]


def test_every_room_has_its_floor() -> None:
    assert {room(module) for module in MODULES} - {"autograder"} <= FLOOR.keys()


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {"autograder"}))
def test_arrows_point_down(module: str) -> None:
    up = {
        target
        for target in ours(module) - {"autograder"}
        if room(target) != room(module) and FLOOR[room(target)] >= FLOOR[room(module)]
    }
    assert not up


@pytest.mark.parametrize("name", BEHIND_THE_WALL)
def test_what_runs_beside_student_code_knows_nothing_of_checks_reports_or_the_course(name: str) -> None:
    reached = reached_from(f"autograder.sandbox.{name}")
    assert {module for module in reached if not module.startswith("autograder.sandbox")} <= {"autograder.errors"}
    assert libraries(*reached) & {"pytest", "yaml", "click", "rich", "jinja2"} == set()


def test_the_model_and_the_errors_stand_on_their_own() -> None:
    assert ours("autograder.model") == set()
    assert ours("autograder.errors") == set()
    assert libraries("autograder.errors") <= sys.stdlib_module_names


def test_sinks_know_reports_and_text_only() -> None:
    for module in MODULES:
        if module.startswith("autograder.sinks"):
            rooms = {room(target) for target in reached_from(module)} - {"sinks"}
            assert rooms <= {"model", "errors", "text", "scoring"}, module  # scoring: how points are added


def test_no_module_imports_itself_in_a_circle() -> None:
    state: dict[str, str] = {}

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert state.get(module) != "on the path", " → ".join((*path, module))
        if module not in state:
            state[module] = "on the path"
            for target in ours(module, now_only=True) - {module}:
                visit(target, (*path, module))
            state[module] = "done"

    for module in MODULES:
        visit(module, ())


def test_no_module_is_longer_than_can_be_read() -> None:
    long = {module: lines for module, path in MODULES.items() if (lines := path.read_text("utf-8").count("\n")) > 400}
    assert not long


def test_private_parts_of_jax_are_used_in_one_module() -> None:
    private = re.compile(r"\bjax(lib)?\._|from jax[\w.]*\._|import jax[\w.]*\._")
    found = {module for module, path in MODULES.items() if private.search(path.read_text("utf-8"))}
    assert found == {"autograder.sandbox.jax_internals"}  # the one place, with its reasons


# --------------------------------------------------------------------------- what is loaded


def test_the_trusted_side_never_loads_jax() -> None:
    trusted = [
        module
        for module in MODULES
        if not module.startswith(STUDENTS) and module != "autograder.__main__" and room(module) != "sandbox"
    ]
    assert {"autograder.batch", "autograder.checking.remote", "autograder.grading", "autograder.slots"} <= {*trusted}
    loaded = loaded_by("\n".join(f"import {module}" for module in [*trusted, "autograder.sandbox.client"]))
    assert "pytest" in loaded  # the question was asked well
    assert not loaded & {"jax", "jaxlib", "matplotlib", "IPython"}


def test_importing_autograder_in_a_notebook_stays_light() -> None:
    loaded = loaded_by("from autograder import check, hint")
    assert not loaded & {"jax", "numpy", "pytest", "rich", "click", "msgspec", "yaml", "jinja2"}


@pytest.mark.parametrize("arguments", [[], ["grade"], ["show"], ["check"], ["release"]])
def test_the_command_line_starts_light(arguments: list[str]) -> None:
    start = "import sys, contextlib\nfrom autograder.__main__ import main\n"
    start += f"sys.argv = ['jax101', *{arguments}, '--help']\nwith contextlib.suppress(SystemExit):\n    main()"
    loaded = loaded_by(start)
    assert "click" in loaded
    assert not loaded & {"jax", "numpy", "pytest", "rich", "nbgrader", "jupytext", "matplotlib", "distributed"}


def test_heavy_and_optional_libraries_are_imported_where_they_are_used() -> None:
    plug_ins = {module for module in MODULES if room(module) == "nbgrader"} - NOT_PLUG_INS
    for module, imports in IMPORTS.items():
        if module in plug_ins:
            continue
        assert not ours(module, now_only=True) & plug_ins, module
        now = {each.target.split(".")[0] for each in imports if not each.later}
        assert not now & {"nbgrader", "nbformat", "jupytext", "matplotlib", "distributed", "IPython"}, module


# --------------------------------------------------------------------------- dependencies


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", requirement)[0].lower().replace("-", "_") for requirement in requirements}


def test_every_dependency_is_used_and_every_library_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    imported = {{"yaml": "pyyaml"}.get(name, name) for name in libraries(*MODULES)} - set(sys.stdlib_module_names)
    needed, instructor = _names(project["dependencies"]), _names(extras["instructor"])
    assert needed - {"jaxlib"} <= imported  # jaxlib is JAX's other half, pinned along with it
    assert instructor - {"jupyterlab"} <= imported  # that one is worked in, not imported
    come_along = {"nbformat": "nbgrader", "ipython": "jupyterlab", "markupsafe": "jinja2"}
    come_along |= dict.fromkeys(("alembic", "nbconvert", "sqlalchemy", "traitlets"), "nbgrader")
    for name in {name.lower() for name in imported}:
        assert come_along.get(name, name) in needed | instructor, name


def test_every_development_tool_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    files = {*(ROOT / "tests").rglob("*.py"), ROOT / "Makefile"} - {Path(__file__)}
    texts = [path.read_text(encoding="utf-8") for path in files]
    used = {"pytest_xdist": r"pytest -n", "types_pyyaml": "mypy", "build": '"-m", "build"', "jax101": ""}
    for name in _names(project["optional-dependencies"]["dev"]):
        assert any(re.search(used.get(name, rf"\b{name}\b"), text) for text in texts), name


def test_every_dependency_is_pinned() -> None:
    """The repository's own environment is the same wherever it is made: no version is left to an index."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line.strip() and not line.startswith("#")]
    assert all(re.match(r"[\w.-]+==[\w.]+( ?;.+)?$", pin) for pin in pins)
    pinned = _names(pins)
    for requirements in (project["dependencies"], *project["optional-dependencies"].values()):
        assert _names(requirements) - {"jax101"} <= pinned, requirements
