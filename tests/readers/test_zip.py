"""The one submission in a zip, and every zip that is none."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable

import pytest

from autograder.errors import NotASubmission
from autograder.readers.zip import submission_in

WANTED = ["pure.ipynb", "pure.py"]
MOST = 1 << 20


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def special(name: str, kind: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.create_system = 3
    member.external_attr = (kind | 0o777) << 16
    return member


def reason(content: bytes) -> str:
    with pytest.raises(NotASubmission) as caught:
        submission_in(content, WANTED, "ada.zip", MOST)
    said = str(caught.value)
    assert said.startswith("ada.zip")
    assert "\n" not in said
    return said


@pytest.mark.parametrize("folder", ["", "04_pure/", "Ada Lovelace's files/"])
@pytest.mark.parametrize("name", ["pure.py", "pure.ipynb"])
def test_a_submission_lies_at_the_top_or_in_one_folder(folder: str, name: str) -> None:
    content = zipped((folder + name, b"x = 1"), (folder + "notes.txt", b"hello"), (folder + "in/side/pure.py", b"y"))
    assert submission_in(content, WANTED, "ada.zip", MOST) == (
        name,
        b"x = 1",
        [f"{folder}in/side/pure.py", f"{folder}notes.txt"],
    )


def test_what_a_mac_adds_is_not_listed_and_not_a_second_copy() -> None:
    content = zipped(("pure.py", b"x"), ("__MACOSX/._pure.py", b"y"), ("__MACOSX/pure.py", b"z"))
    assert submission_in(content, WANTED, "ada.zip", MOST) == ("pure.py", b"x", [])


def test_a_stored_zip_is_read_as_well() -> None:
    assert submission_in(zipped(("pure.py", b"x"), compression=zipfile.ZIP_STORED), WANTED, "ada.zip", MOST)[1] == b"x"


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ([("notes.txt", b"")], "holds no pure.ipynb or pure.py, at its top or in one folder"),
        ([], "holds no pure.ipynb or pure.py"),
        ([("a/b/pure.py", b"")], "holds no pure.ipynb or pure.py"),
        ([("pure.py/", b"")], "holds no pure.ipynb or pure.py"),
        ([("pure.py", b""), ("pure.ipynb", b"")], "holds pure.ipynb and pure.py: hand in one of them"),
        ([("a/pure.py", b""), ("b/pure.py", b"")], "holds a/pure.py and b/pure.py: hand in one of them"),
        ([("pure.py", b""), ("a/pure.py", b"")], "holds a/pure.py and pure.py: hand in one of them"),
        ([("pure.py", b""), ("Pure.py", b"")], "holds pure.py 2 times"),
        ([("pure.py", b""), ("../pure.py", b"")], "../pure.py has a name that could lead out of the zip"),
        ([("pure.py", b""), ("a/../../b", b"")], "has a name that could lead out"),
        ([("pure.py", b""), ("./b", b"")], "has a name that could lead out"),
        ([("pure.py", b""), ("a//b", b"")], "has a name that could lead out"),
        ([("pure.py", b""), ("/etc/passwd", b"")], "has a name that could lead out"),
        ([("pure.py", b""), ("C:/x", b"")], "has a name that could lead out"),
        ([("pure.py", b""), ("a\\b", b"")], "has a name that could lead out"),
        ([("pure.py", b""), (special("link", stat.S_IFLNK), b"/etc/passwd")], "link is a link or a special file"),
        ([(special("pure.py", stat.S_IFLNK), b"/etc/passwd")], "pure.py is a link or a special file"),
        ([(special("pipe", stat.S_IFIFO), b""), ("pure.py", b"")], "pipe is a link or a special file"),
        ([(f"{n}", b"") for n in range(101)], "holds 101 files, more than the 100"),
        ([("pure.py", b"\0" * (2 << 20))], "pure.py unpacks to suspiciously much"),
        ([("pure.py", b""), ("zeros", b"\0" * (2 << 20))], "zeros unpacks to suspiciously much"),
        ([("pure.py", b""), ("a\x1b[31m/../b", b"")], "\\x1b[31m"),
    ],
)
def test_a_zip_that_is_no_submission_says_why(members: list[tuple[str, bytes]], said: str) -> None:
    assert said in reason(zipped(*members))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_no_submission() -> None:
    assert "holds pure.py 2 times" in reason(zipped(("pure.py", b"x"), ("pure.py", b"y")))


def test_much_that_does_not_shrink_is_over_the_size_limit() -> None:
    parts = [(f"{n}", bytes(range(256)) * 2800) for n in range(2)]
    assert "unpacks to more than 1 MB" in reason(zipped(("pure.py", b""), *parts, compression=zipfile.ZIP_STORED))


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compressions_that_can_ask_for_much_memory_are_refused(compression: int) -> None:
    assert "compressed in a way that is not accepted" in reason(zipped(("pure.py", b"x"), compression=compression))


def test_encryption_is_refused() -> None:
    content = bytearray(zipped(("pure.py", b"x")))
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    assert "pure.py is encrypted" in reason(bytes(content))


def test_a_size_that_lies_yields_no_more_than_it_says() -> None:
    content = bytearray(zipped(("pure.py", b"\0" * 100_000)))
    central = content.index(b"PK\x01\x02")
    content[central + 24 : central + 28] = struct.pack("<I", 10)
    assert "is not a zip that can be read" in reason(bytes(content))


BROKEN: list[Callable[[bytes], bytes]] = [
    lambda content: b"",
    lambda content: b"PK\x03\x04",
    lambda content: content[: len(content) // 2],
    lambda content: content[10:],
    lambda content: content.replace(b"pure.py", b"pure.pz", 1),
    lambda content: content.replace(b"\x08\x00", b"\x63\x00"),
    lambda content: b"x = 1\n",
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_zip_is_a_sentence_and_not_an_exception(broken: Callable[[bytes], bytes]) -> None:
    assert reason(broken(zipped(("pure.py", b"x = 1\n" * 100))))


def test_any_byte_of_a_zip_may_be_wrong() -> None:
    good = zipped(("pure.py", b"x = 1\n"), ("b", b""))
    for position in range(len(good)):
        for value in (0, 0xFF, good[position] ^ 1):
            bad = good[:position] + bytes([value]) + good[position + 1 :]
            try:
                name, content, _ = submission_in(bad, WANTED, "ada.zip", MOST)
            except NotASubmission:
                continue
            assert (name, content) == ("pure.py", b"x = 1\n")
