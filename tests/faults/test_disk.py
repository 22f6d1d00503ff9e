"""A disk that is full, broken, read-only or taken away; what lies in the way; two graders on one folder."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import CLASS, Site, wait_for
from tests.grading.conftest import RIGHT

ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts")
SLEEPY = "import time\ntime.sleep(0.7)\n" + RIGHT

# --------------------------------------------------------------------------- full, broken


def on_a_bad_disk(site: Site, shim: str, call: str, error: int, **plan: object) -> tuple[int, str]:
    """Grade while that call begins to fail below the folder of reports after it has worked a few times."""
    environment = {
        "LD_PRELOAD": shim,
        "SHIM_CALL": call,
        "SHIM_ERRNO": str(error),
        "SHIM_PATH": str(site.out),
        "SHIM_AFTER": "10" if call == "fsync" else "3",
    }
    return site.grade(plan=plan, **environment)


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("write", errno.ENOSPC),
        pytest.param("fsync", errno.EIO, marks=pytest.mark.slow),
        pytest.param("write", errno.EIO, marks=pytest.mark.slow),
        pytest.param("fsync", errno.ENOSPC, marks=pytest.mark.slow),
        pytest.param("fsync", errno.EDQUOT, marks=pytest.mark.slow),
        pytest.param("rename", errno.EIO, marks=pytest.mark.slow),
        pytest.param("create", errno.EROFS, marks=pytest.mark.slow),
    ],
    ids=lambda value: value if isinstance(value, str) else errno.errorcode[value],
)
def test_a_bad_disk_stops_the_run_in_one_line_and_what_was_written_stays(
    site: Site, right: dict[str, bytes], shim: str, call: str, error: int
) -> None:
    site.hand_in(CLASS)
    code, said = on_a_bad_disk(site, shim, call, error)
    assert code == 1
    [line] = [line for line in said.splitlines() if line.startswith("jax101: ")]
    assert f"cannot be written: {os.strerror(error)}. Make room" in line
    written = site.reports()
    assert 1 <= len(written) < len(right)
    assert written.items() <= right.items()
    site.is_clean()
    assert site.grade()[0] == 0
    assert site.reports() == right


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_does_not_sync_is_found_out(site: Site, shim: str) -> None:
    site.hand_in(CLASS)
    assert on_a_bad_disk(site, shim, "fsync", errno.EIO, weaken=["fsync"])[0] == 0


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(
    ("call", "error"), [("write", errno.ENOSPC), ("rename", errno.EIO), ("create", errno.EROFS)], ids=lambda each: each
)
def test_a_grader_that_does_not_hear_the_disk_is_found_out(
    site: Site, right: dict[str, bytes], shim: str, call: str, error: int
) -> None:
    site.hand_in(CLASS)
    assert on_a_bad_disk(site, shim, call, error, weaken=["deaf"])[0] == 0
    assert len(site.reports()) < len(right)


@pytest.fixture
def small_disk(site: Site) -> Iterator[Path]:
    """A file system with room for three reports or so, in the place of the folder of reports."""
    site.out.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32k,mode=700", "none", str(site.out)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield site.out
    subprocess.run(["umount", "--lazy", str(site.out)], check=True)


@ROOT
@pytest.mark.slow
def test_a_disk_that_fills_up_is_said_and_with_more_room_the_rest_is_graded(
    site: Site, right: dict[str, bytes], small_disk: Path
) -> None:
    site.hand_in(CLASS)
    code, said = site.grade()
    assert code == 1
    assert "cannot be written: No space left on device. Make room" in said
    written = site.reports()
    assert 1 <= len(written) < len(right)
    assert written.items() <= right.items()
    site.is_clean()
    subprocess.run(["mount", "-o", "remount,size=1m", str(small_disk)], check=True)
    assert site.grade()[0] == 0
    assert site.reports() == right


@ROOT
@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_does_not_hear_of_a_full_disk_is_found_out(
    site: Site, right: dict[str, bytes], small_disk: Path
) -> None:
    site.hand_in(CLASS)
    assert site.grade(plan={"weaken": ["deaf"]})[0] == 0
    assert len(site.reports()) < len(right)


# --------------------------------------------------------------------------- read-only, taken away


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_said_before_anything_is_graded(site: Site) -> None:
    site.hand_in({"ada": RIGHT})
    site.out.mkdir(mode=0o500)
    code, said = site.grade()
    assert (code, "cannot be written: Permission denied" in said) == (1, True)


@pytest.mark.slow
def test_a_folder_taken_away_during_a_run_is_said_and_graded_anew(site: Site) -> None:
    site.hand_in({f"student{i}": SLEEPY for i in range(6)})
    code, said = without_its_folder(site)
    assert code == 1
    assert "was removed or replaced while it was in use" in said
    assert site.grade()[0] == 0
    assert len(site.reports()) == 6
    site.is_clean()


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_makes_the_folder_again_is_found_out(site: Site) -> None:
    site.hand_in({f"student{i}": SLEEPY for i in range(6)})
    code, _ = without_its_folder(site, weaken=["guard"])
    assert code == 0
    assert len(site.reports()) < 6


def without_its_folder(site: Site, **plan: object) -> tuple[int, str]:
    process = site.start(plan=plan)
    wait_for(lambda: len(site.reports()) >= 1)
    os.rename(site.out, site.root / "elsewhere")  # at once, as seen from the other side
    shutil.rmtree(site.root / "elsewhere")
    _, said = process.communicate(timeout=120)
    return process.returncode, said


# --------------------------------------------------------------------------- in the way

FOREIGN = {
    "truncated": b'{"schema": "jax101/report/1", "student": "ada", "un',
    "empty": b"",
    "binary": bytes(range(256)),
    "foreign": b'{"schema": "other/report/7", "grade": "A"}',
    "somebody": b"dear diary",
}


def put_in_the_way(site: Site, right: dict[str, bytes]) -> dict[str, Path]:
    """A student for each kind of thing that can stand where a report goes."""
    site.hand_in(dict.fromkeys((*FOREIGN, "folder", "link", "file", "swapped", "honest"), RIGHT))
    places = {name: site.out / name / "01_work.json" for name in (*FOREIGN, "folder", "link", "file", "swapped")}
    for name, content in FOREIGN.items():
        places[name].parent.mkdir(parents=True)
        places[name].write_bytes(content)
    places["folder"].mkdir(parents=True)
    (site.root / "elsewhere").mkdir()
    (site.out / "link").symlink_to(site.root / "elsewhere")
    (site.out / "file").write_bytes(b"not a folder")
    places["swapped"].parent.mkdir()
    places["swapped"].write_bytes(right["ada"])
    return places


@pytest.mark.parametrize(
    "options", [(), pytest.param(("--regrade",), marks=pytest.mark.slow)], ids=["grade", "regrade"]
)
def test_what_is_in_the_way_is_said_and_left_alone_and_the_others_are_graded(
    site: Site, right: dict[str, bytes], options: tuple[str, ...]
) -> None:
    places = put_in_the_way(site, right)
    code, said = site.grade(*options)
    assert code == 1
    lines = [line for line in said.splitlines() if line.startswith("jax101: ")]
    assert len(lines) == len(places)
    assert all(any(name in line for line in lines) for name in places)
    assert b'"score": 9.0' in (site.out / "honest" / "01_work.json").read_bytes()
    assert {name: places[name].read_bytes() for name in FOREIGN} == FOREIGN
    assert places["folder"].is_dir()
    assert places["swapped"].read_bytes() == right["ada"]
    assert list((site.root / "elsewhere").iterdir()) == []
    assert (site.out / "file").read_bytes() == b"not a folder"


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_overwrites_is_found_out(site: Site) -> None:
    place = site.out / "ada" / "01_work.json"
    site.hand_in({"ada": RIGHT})
    place.parent.mkdir(parents=True)
    place.write_bytes(FOREIGN["somebody"])
    site.grade("--regrade", plan={"weaken": ["care"]})
    assert place.read_bytes() != FOREIGN["somebody"]


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_follows_links_is_found_out(site: Site) -> None:
    site.hand_in({"link": RIGHT})
    (site.root / "elsewhere").mkdir()
    site.out.mkdir()
    (site.out / "link").symlink_to(site.root / "elsewhere")
    assert site.grade(plan={"weaken": ["links"]})[0] == 0
    assert len(list((site.root / "elsewhere").iterdir())) == 1


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_stops_the_class_for_what_is_in_the_way_is_found_out(site: Site, right: dict[str, bytes]) -> None:
    put_in_the_way(site, right)
    assert site.grade(plan={"weaken": ["stop"]})[0] == 1
    assert not (site.out / "honest").exists()


# --------------------------------------------------------------------------- two graders


def test_a_second_grader_on_a_folder_is_refused_in_a_sentence_and_harms_nothing(site: Site) -> None:
    site.hand_in({"ada": SLEEPY, "ben": SLEEPY})
    first = site.start()
    wait_for((site.out / ".lock").exists)
    code, said = site.grade()
    assert code == 1
    assert said.startswith("jax101: ")
    assert "is in use by another grader: wait for it, or choose another folder with --out." in said
    assert said.count("\n") == 1
    first.communicate(timeout=120)
    assert first.returncode == 0
    assert len(site.reports()) == 2


@pytest.mark.slow
@pytest.mark.long
def test_graders_without_a_lock_are_found_out(site: Site) -> None:
    site.hand_in({"ada": SLEEPY, "ben": SLEEPY})
    first = site.start(plan={"weaken": ["lock"]})
    wait_for((site.out / ".lock").exists)
    assert site.grade(plan={"weaken": ["lock"]})[0] == 0
    first.communicate(timeout=120)


# --------------------------------------------------------------------------- nobody listens


@pytest.mark.slow
@pytest.mark.parametrize("stream", ["/dev/full", "closed"])
def test_a_log_that_cannot_be_written_does_not_stop_a_class(site: Site, stream: str) -> None:
    assert grade_without_a_log(site, stream) == 0
    assert len(site.reports()) == 2


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_cannot_do_without_its_log_is_found_out(site: Site) -> None:
    assert grade_without_a_log(site, "/dev/full", weaken=["proud"]) != 0
    assert len(site.reports()) < 2


def grade_without_a_log(site: Site, stream: str, **plan: object) -> int:
    site.hand_in({"ada": RIGHT, "ben": RIGHT})
    process = site.start()  # for its command line
    process.kill()
    process.communicate()
    to = "2>&- >&-" if stream == "closed" else f"2>{stream}"
    command = ["sh", "-c", f'exec "$@" {to}', "sh", *process.args]  # type: ignore[misc]
    return subprocess.run(command, env=site.environment(plan), check=False).returncode
