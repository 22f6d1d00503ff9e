"""A zip's bytes → the one submission in it.  Nothing is unpacked to disk; one member is read, within limits."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Sequence

from autograder.errors import NotASubmission
from autograder.readers.names import shown
from autograder.text import one_line

MAX_MEMBERS = 100
MAX_RATIO = 200  # a notebook shrinks to a tenth; zeros shrink to a thousandth
_SMALL = 1 << 20  # bytes; below this no ratio does harm
# Absolute names, drive letters, backslashes, zero bytes; `.`, `..` and nothing as a folder.
_LEAVES = re.compile(r"^[A-Za-z]:|[\\\0]|(?:^|/)\.{0,2}(?:/|$)")
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others may ask for gigabytes while unpacking


def submission_in(content: bytes, wanted: Sequence[str], file: str, max_bytes: int) -> tuple[str, bytes, list[str]]:
    """(name, bytes, other members) of the one file in a zip, at its top or in one folder, whose name is `wanted`.

    `NotASubmission` says what is wrong with the zip: links, encryption, names that leave it, duplicates, too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check(members, file, max_bytes)
            member = _wanted(members, wanted, file)
            with archive.open(member) as stream:
                data = stream.read(member.file_size + 1)
    except NotASubmission:
        raise
    except Exception as error:  # noqa: BLE001  a crafted archive makes zipfile and its codecs raise almost anything
        raise NotASubmission(f"{file} is not a zip that can be read: {one_line(str(error))[:120]}") from None
    if len(data) > member.file_size:  # zipfile stops there by itself; should it ever not, a lie about size ends here
        raise NotASubmission(f"{file}: {shown(member.filename)} is larger than the zip says")
    others = [name for other in members if other is not member and _worth_listing(name := shown(other.filename))]
    return member.filename.rpartition("/")[2], data, sorted(others)


def _check(members: Sequence[zipfile.ZipInfo], file: str, max_bytes: int) -> None:
    if len(members) > MAX_MEMBERS:
        raise NotASubmission(f"{file} holds {len(members)} files, more than the {MAX_MEMBERS} a zip may hold")
    for member in members:
        if problem := _problem(member):
            raise NotASubmission(f"{file}: {shown(member.filename)[:120]} {problem}")
    names = Counter(member.filename.rstrip("/").lower() for member in members)
    for name, times in names.items():
        if times > 1:
            raise NotASubmission(f"{file} holds {shown(name)[:120]} {times} times")
    if sum(member.file_size for member in members) > max_bytes:
        raise NotASubmission(f"{file} unpacks to more than {max_bytes >> 20} MB, the most a submission may be")


def _problem(member: zipfile.ZipInfo) -> str | None:
    name = member.orig_filename  # zipfile cuts `filename` at a zero byte
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a special file, and neither is opened"
    if member.flag_bits & 0x41 or member.flag_bits & 0x2000:
        return "is encrypted"
    if _LEAVES.search(name.removesuffix("/")):
        return "has a name that could lead out of the zip"
    if member.compress_type not in _COMPRESSIONS:
        return "is compressed in a way that is not accepted: use a plain zip"
    if member.file_size > max(_SMALL, MAX_RATIO * member.compress_size):
        return "unpacks to suspiciously much"
    return None


def _wanted(members: Sequence[zipfile.ZipInfo], wanted: Sequence[str], file: str) -> zipfile.ZipInfo:
    plain = [member for member in members if _worth_listing(member.filename)]
    near = [member for member in plain if member.filename.count("/") <= 1]
    found = [member for member in near if member.filename.rpartition("/")[2].lower() in map(str.lower, wanted)]
    if len(found) > 1:
        listed = " and ".join(sorted(shown(member.filename) for member in found)[:4])
        raise NotASubmission(f"{file} holds {listed}: hand in one of them")
    if not found:
        raise NotASubmission(f"{file} holds no {' or '.join(wanted)}, at its top or in one folder")
    return found[0]


def _worth_listing(name: str) -> bool:
    return not name.endswith("/") and not name.startswith("__MACOSX/")
