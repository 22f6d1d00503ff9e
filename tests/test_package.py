"""What leaves this repository: the package holds the program and none of the course's secrets."""

from __future__ import annotations

import configparser
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REGISTRIES = ("index-url", "extra-index", "pypi" + ".org", "files.python" + "hosted", "/simple/", "find-links")


def tracked() -> list[Path]:
    """Every file in git, or about to be."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git repository")
    return [path for name in done.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The files of the sdist and the wheel, by their names inside."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--sdist", "--wheel", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    with tarfile.open(sdist) as tar:
        source = {
            member.name.partition("/")[2]: file.read()
            for member in tar.getmembers()
            if (file := tar.extractfile(member))
        }
    with zipfile.ZipFile(wheel) as archive:
        return {"sdist": source, "wheel": {name: archive.read(name) for name in archive.namelist()}}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sdist", "wheel"])
def test_a_package_holds_no_solution_and_no_hidden_check(packages: dict[str, dict[str, bytes]], kind: str) -> None:
    names = packages[kind].keys()
    assert "autograder/grading.py" in names
    rooms = {name.split("/")[0] for name in names if "/" in name}
    allowed = {"autograder", "docs"} if kind == "sdist" else {"autograder"}
    assert {room for room in rooms if not room.endswith(".dist-info")} <= allowed
    assert not [name for name in names if name.endswith(("course.yml", ".ipynb"))]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sdist", "wheel"])
def test_no_text_of_the_course_s_secrets_is_in_a_package(packages: dict[str, dict[str, bytes]], kind: str) -> None:
    everything = b"\n".join(packages[kind].values())
    secrets = [path for path in tracked() if path.relative_to(ROOT).parts[0] in ("solutions", "examples", "tests")]
    assert len(secrets) > 10
    for path in secrets:
        content = path.read_bytes()
        assert not content.strip() or content not in packages[kind].values(), path
        for solution in re.findall(rb"BEGIN SOLUTION\n(.*?)\n *### END", content, re.DOTALL):
            assert len(solution.strip()) < 30 or solution.strip() not in everything, (path, solution)
    salt = re.search(rb'^salt: "?(.*?)"?$', (ROOT / "course.yml").read_bytes(), re.MULTILINE)
    assert salt is not None
    assert salt[1] not in everything


@pytest.mark.slow
def test_the_wheel_holds_what_the_program_needs(packages: dict[str, dict[str, bytes]]) -> None:
    wheel = packages["wheel"]
    for path in (ROOT / "autograder").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert str(path.relative_to(ROOT)) in wheel
    for name in ("sinks/page.html.jinja", "sinks/page.css", "py.typed"):
        assert f"autograder/{name}" in wheel
    (entry_points,) = (content for name, content in wheel.items() if name.endswith("entry_points.txt"))
    parser = configparser.ConfigParser()
    parser.read_file(io.StringIO(entry_points.decode()))
    assert parser["console_scripts"]["jax101"] == "autograder.__main__:main"
    assert parser["pytest11"]["jax101"] == "autograder.checking.plugin"
    assert any(name.endswith("LICENSE") for name in wheel)


@pytest.mark.slow
def test_the_sdist_holds_its_papers(packages: dict[str, dict[str, bytes]]) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE", "constraints.txt", "CHANGELOG.md"):
        assert name in packages["sdist"]


# --------------------------------------------------------------------------- every file in git


def test_no_file_names_a_package_registry() -> None:
    for path in tracked():
        if path != Path(__file__):
            text = path.read_bytes().decode(errors="replace").lower()
            assert not [registry for registry in REGISTRIES if registry in text], path


def test_no_file_names_a_place_on_someone_s_machine() -> None:
    # Built here from pieces, so that this file does not hold them.
    places = re.compile(r"(?<![\w.])/(?:wo" r"rk|ro" r"ot|home/(?!you\b|user\b|ada\b|jovyan\b)\w+|Us" r"ers/\w+)/")
    found = []
    for path in tracked():
        for number, line in enumerate(path.read_bytes().decode(errors="replace").splitlines(), 1):
            if places.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}")
    assert not found
