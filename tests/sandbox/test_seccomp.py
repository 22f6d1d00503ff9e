"""The filter, run here on a small model of the kernel's machine: both architectures, no kernel needed."""

from __future__ import annotations

import functools
import os
import re
import struct
from pathlib import Path

import pytest

from autograder.sandbox.confine import devices, seccomp, syscalls
from autograder.sandbox.confine.syscalls import ALLOWED, AUDIT_ARCH

ALLOW, KILL, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x50000 | 1, 0x50000 | 38
TGID = 4321
FILTERED = {
    "clone", "clone3", "prctl", "prlimit64", "sched_setaffinity", "tgkill", "ioctl", "fcntl",
    "sendto", "recvfrom", "pipe2", "futex",
}  # fmt: skip
arches = pytest.mark.parametrize("arch", list(ALLOWED))


def verdict(arch: str, number: int, *arguments: int, audit: int | None = None, platform: str = "cpu") -> int:
    """What the filter for `arch` returns."""
    data = struct.pack("<iIQ6Q", number, AUDIT_ARCH[arch] if audit is None else audit, 0, *(*arguments, *[0] * 6)[:6])
    code = program(arch, platform)
    at, accumulator = 0, 0
    while True:
        operation, yes, no, constant = code[at]
        at += 1
        match operation:
            case 0x20:
                (accumulator,) = struct.unpack_from("<I", data, constant)
            case 0x15:
                at += yes if accumulator == constant else no
            case 0x35:
                at += yes if accumulator >= constant else no
            case 0x45:
                at += yes if accumulator & constant else no
            case 0x54:
                accumulator &= constant
            case 0x06:
                return constant


@functools.cache
def program(arch: str, platform: str) -> list[tuple[int, int, int, int]]:
    return list(struct.iter_unpack("=HBBI", seccomp.program(TGID, arch, driver=devices.driver(platform))))


@arches
def test_exactly_the_listed_calls_are_allowed(arch: str) -> None:
    plain = {number for name, number in ALLOWED[arch].items() if name not in FILTERED}
    filtered = {ALLOWED[arch][name] for name in FILTERED}
    assert {number for number in range(600) if verdict(arch, number) == ALLOW} - filtered == plain
    assert {verdict(arch, number) for number in range(600) if number not in plain | filtered} == {ENOSYS}


@arches
def test_an_evaluator_has_what_a_worker_has_and_the_commands_of_its_driver(arch: str) -> None:
    ioctl, more = ALLOWED[arch]["ioctl"], set(syscalls.WITH_DRIVER[arch].values())
    for number in range(600):
        for argument in (0, TGID, 0x00010000, 0x5412):
            asked = (argument, argument, argument, argument)
            if number not in more | {ioctl}:
                assert verdict(arch, number, *asked, platform="cuda") == verdict(arch, number, *asked)
    assert all(verdict(arch, number) == ENOSYS for number in more)
    assert all(verdict(arch, number, platform="cuda") == ALLOW for number in more)
    for command in (0x5401, 0x541B, 0x30000001, 0x30000002, 27, 0xC020462A, 0xC00446C9):
        assert verdict(arch, ioctl, 3, command, platform="cuda") == ALLOW
    for command in (0, 0x5412, 0x541C, 0x30000003, 0x4604_0000, 0x8910, 0xC0205647):  # a key pushed, a network card, …
        assert verdict(arch, ioctl, 3, command, platform="cuda") == EPERM
    for command in (27, 0x30000001, 0xC020462A):
        assert verdict(arch, ioctl, 3, command) == EPERM
    assert verdict(arch, ioctl, 3, 0x3B64, platform="tpu") == ALLOW


@arches
def test_threads_can_be_started_and_nothing_else(arch: str) -> None:
    clone, clone3 = ALLOWED[arch]["clone"], ALLOWED[arch]["clone3"]
    thread = 0x3D0F00  # what pthread_create asks for
    assert verdict(arch, clone, thread) == ALLOW
    assert verdict(arch, clone, 17) == EPERM  # SIGCHLD: a fork
    assert verdict(arch, clone, 0x4100 | 17) == EPERM  # a vfork
    for namespace in (0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000):
        assert verdict(arch, clone, thread | namespace) == EPERM
    assert verdict(arch, clone3, 1, 88) == ENOSYS


@arches
@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("prctl", [(15,), (16,), (0x53564D41,)], [(1,), (4,), (22,), (35,), (38,), (59,), (0,)]),
        (
            "prlimit64",
            [(0, 7), (0, 7, 0x7F00_1000), (0, 0, 0)],
            [(1,), (TGID,), (0xFFFFFFFF,), (0, 0, 0x7F00_1000), (0, 0, 0x7F_0000_0000)],
        ),
        ("sched_setaffinity", [(0,)], [(1,), (TGID,)]),
        ("tgkill", [(TGID, 1, 6)], [(1,), (0,), (0xFFFFFFFF,)]),
        ("fcntl", [(3, 0), (3, 1), (3, 2), (3, 3), (3, 4), (3, 1030)], [(3, 8), (3, 10), (3, 15), (3, 1024), (3, 6)]),
        ("sendto", [(3, 0, 1, 0), (3, 0, 1, 0x40), (3, 0, 1, 0x4000)], [(3, 0, 1, 1), (3, 0, 1, 0x4001), (3, 0, 1, 8)]),
        ("recvfrom", [(3, 0, 1, 0), (3, 0, 1, 0x40)], [(3, 0, 1, 1), (3, 0, 1, 0x2000), (3, 0, 1, 0x40000000)]),
        (
            "futex",
            [(0, 0), (0, 0x80), (0, 0x189), (0, 0x81)],
            [(0, 6), (0, 0x86), (0, 7), (0, 0x8B), (0, 0x8D), (0, 2)],
        ),
        ("pipe2", [(0, 0), (0, os.O_CLOEXEC)], [(0, os.O_EXCL), (0, os.O_EXCL | os.O_CLOEXEC)]),
        ("ioctl", [(3, 0x5401), (3, 0x541B), (3, 0x5421)], [(0, 0x5412), (0, 0x541C), (3, 0x5402), (3, 0)]),
    ],
)
def test_arguments_decide(arch: str, name: str, good: list[tuple[int, ...]], bad: list[tuple[int, ...]]) -> None:
    number = ALLOWED[arch][name]
    assert {verdict(arch, number, *arguments) for arguments in good} == {ALLOW}
    assert {verdict(arch, number, *arguments) for arguments in bad} == {EPERM}


@arches
def test_a_file_cannot_be_emptied_by_reading_it(arch: str) -> None:
    number, trunc = ALLOWED[arch]["openat"], os.O_TRUNC
    assert verdict(arch, number, 3, 0, os.O_RDONLY | trunc) == EPERM
    assert {verdict(arch, number, 3, 0, flags) for flags in (0, 1, 2, 1 | trunc | os.O_CREAT, 2 | trunc)} == {ALLOW}
    if arch == "x86_64":
        assert verdict(arch, ALLOWED[arch]["open"], 0, trunc) == EPERM


@arches
def test_a_foreign_architecture_ends_the_process(arch: str) -> None:
    for audit in (0x40000003, 0x40000028, *(word for name, word in AUDIT_ARCH.items() if name != arch)):
        assert verdict(arch, 0, audit=audit) == KILL


def test_x32_ends_the_process() -> None:
    assert verdict("x86_64", 0x40000000) == KILL
    assert verdict("x86_64", 0x40000000 | 39) == KILL


@arches
def test_the_filter_fits_the_kernel(arch: str) -> None:
    assert len(program(arch, "cuda")) <= 4096
    assert not set(ALLOWED[arch].values()) & set(syscalls._BUILDING[arch].values())


@pytest.mark.parametrize(
    ("arch", "header"),
    [
        ("x86_64", "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        ("x86_64", "/usr/include/asm/unistd_64.h"),
        ("aarch64", "/usr/include/asm-generic/unistd.h"),
    ],
)
def test_the_numbers_are_the_kernels(arch: str, header: str) -> None:
    if not Path(header).exists():
        pytest.skip("the kernel's headers are not installed")
    text = Path(header).read_text()
    defined = {name: int(number) for name, number in re.findall(r"#define\s+__NR(?:3264)?_(\w+)\s+(\d+)", text)}
    wanted = {**ALLOWED[arch], **syscalls._BUILDING[arch], **syscalls.WITH_DRIVER[arch]}
    generic = {"newfstatat": "fstatat"}  # the name it has in the header for all newer architectures
    names = {name: generic.get(name, name) if arch == "aarch64" else name for name in wanted}
    assert {name: defined.get(names[name]) for name in wanted} == wanted
