"""seccomp: which system calls exist for a worker.  A list of the allowed ones; everything else is "not implemented".

The filter is a program for the kernel's small packet-filter machine, run at every system call on
`struct seccomp_data {int nr; u32 arch; u64 instruction_pointer; u64 args[6]}`.  ENOSYS rather than EPERM, because
the C library and XLA then fall back to what is there (`clone3` → `clone`); a foreign architecture's call ends the
process, since its numbers mean something else.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Collection
from fcntl import F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_GETFL, F_SETFD, F_SETFL
from resource import RLIMIT_CPU

from autograder.sandbox.confine.devices import Driver
from autograder.sandbox.confine.libc import prctl, syscall
from autograder.sandbox.confine.syscalls import ALLOWED, AUDIT_ARCH, WITH_DRIVER, machine

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_SET_FILTER, _NEW_LISTENER = 1, 1 << 3  # of the call `seccomp`

# Actions a filter may return.
_ALLOW = 0x7FFF0000
_KILL = 0x80000000  # the process, not only its thread
_ASK = 0x7FC00000  # whoever holds the filter's listener


def _error(code: int) -> int:
    return 0x00050000 | code


# Instructions: load a word, jump if equal / greater or equal / any of these bits, keep these bits, return.
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _MASK, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_NUMBER, _ARCH = 0, 4
_X32_BIT = 0x40000000

_CLONE_THREAD = 0x00010000
_CLONE_NEW_NAMESPACE = 0x7E020000  # every CLONE_NEW* flag

_PR_SET_NAME, _PR_GET_NAME, _PR_SET_VMA = 15, 16, 0x53564D41
_FUTEX_OPS = (0, 1, 3, 4, 5, 9, 10)  # wait, wake, requeue, cmp_requeue, wake_op, wait_bitset, wake_bitset
_PRIVATE, _REALTIME = 0x80, 0x100
_MSG_DONTWAIT, _MSG_WAITALL, _MSG_NOSIGNAL = 0x40, 0x100, 0x4000
_TCGETS, _TIOCGWINSZ, _FIONREAD, _FIONBIO, _FIONCLEX, _FIOCLEX = 0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451
_IOCTLS = (_TCGETS, _TIOCGWINSZ, _FIONREAD, _FIONBIO, _FIONCLEX, _FIOCLEX)

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, constant


def _argument(index: int) -> int:
    # The low 32 bits: all that the kernel looks at where an argument is a C int, as all here are but pointers.
    return 16 + 8 * index


def _only(index: int, values: Collection[int]) -> list[Instruction]:
    """Allowed if that argument is one of `values`, else "not permitted"."""
    compare = [(_EQUAL, len(values) - place, 0, value) for place, value in enumerate(values)]
    return [(_LOAD, 0, 0, _argument(index)), *compare, (_RETURN, 0, 0, _error(errno.EPERM)), (_RETURN, 0, 0, _ALLOW)]


def _only_or_of_type(index: int, values: Collection[int], kinds: Collection[str]) -> list[Instruction]:
    """The same for an ioctl's number, which may also have one of these types in its second byte."""
    left = len(values) + 1 + len(kinds)  # instructions between the first comparison and the refusal
    compare = [(_EQUAL, left - place, 0, value) for place, value in enumerate(values)]
    types = [(_EQUAL, len(kinds) - place, 0, ord(kind) << 8) for place, kind in enumerate(kinds)]
    ending = [(_RETURN, 0, 0, _error(errno.EPERM)), (_RETURN, 0, 0, _ALLOW)]
    return [(_LOAD, 0, 0, _argument(index)), *compare, (_MASK, 0, 0, 0xFF00), *types, *ending]


def _threads_only() -> list[Instruction]:
    return [
        (_LOAD, 0, 0, _argument(0)),
        (_ANY_BIT, 0, 2, _CLONE_THREAD),
        (_ANY_BIT, 1, 0, _CLONE_NEW_NAMESPACE),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _error(errno.EPERM)),
    ]


def _no_truncation_by_reading(flags: int) -> list[Instruction]:
    """`open(…, O_RDONLY | O_TRUNC)` empties a file, and before its third version Landlock takes it for a read."""
    return [
        (_LOAD, 0, 0, _argument(flags)),
        (_ANY_BIT, 0, 2, os.O_TRUNC),
        (_ANY_BIT, 1, 0, os.O_ACCMODE),  # opened for writing: that is Landlock's to decide
        (_RETURN, 0, 0, _error(errno.EPERM)),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _own_limits() -> list[Instruction]:
    """prlimit64 of the caller itself (0), and no new limit of processor time.

    The kernel ends who is beyond that with SIGKILL, which inside a world of its own says that the killer was outside.
    """
    return [
        (_LOAD, 0, 0, _argument(0)),
        (_EQUAL, 0, 6, 0),
        (_LOAD, 0, 0, _argument(1)),
        (_EQUAL, 0, 5, RLIMIT_CPU),
        (_LOAD, 0, 0, _argument(2)),  # where the new limit lies: a pointer, so both its halves
        (_EQUAL, 0, 2, 0),
        (_LOAD, 0, 0, _argument(2) + 4),
        (_EQUAL, 1, 0, 0),
        (_RETURN, 0, 0, _error(errno.EPERM)),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _filters(tgid: int) -> dict[str, list[Instruction]]:
    """The calls that are allowed only with some arguments."""
    return {
        # Its arguments lie in memory, where a filter cannot look; "not implemented" makes glibc use clone.
        "clone3": [(_RETURN, 0, 0, _error(errno.ENOSYS))],
        "clone": _threads_only(),
        # Naming threads and memory; not PDEATHSIG, DUMPABLE, MM or anything else.
        "prctl": _only(0, (_PR_SET_NAME, _PR_GET_NAME, _PR_SET_VMA)),
        # With a shared uid these three could reach the grader: 0 is the caller itself.
        "prlimit64": _own_limits(),
        "sched_setaffinity": _only(0, (0,)),
        "tgkill": _only(0, (tgid,)),
        # Not F_SETOWN and F_SETSIG, which have the kernel send any signal to any process of the uid; no leases.
        "fcntl": _only(1, (F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC)),
        "open": _no_truncation_by_reading(1),
        "openat": _no_truncation_by_reading(2),
        # Waiting and waking, as locks do; not the kernel's priority inheritance, which has let many a program in.
        "futex": _only(1, [op | how for op in _FUTEX_OPS for how in (0, _PRIVATE, _REALTIME, _PRIVATE | _REALTIME)]),
        # Its own socket speaks plainly: out-of-band data on a local socket has been a way into the kernel, and so have
        # pipes that carry the kernel's notifications (O_EXCL).
        "sendto": _only(3, (0, _MSG_NOSIGNAL, _MSG_DONTWAIT, _MSG_DONTWAIT | _MSG_NOSIGNAL)),
        "recvfrom": _only(3, (0, _MSG_DONTWAIT, _MSG_WAITALL)),
        "pipe2": _only(1, (0, os.O_CLOEXEC, os.O_NONBLOCK, os.O_CLOEXEC | os.O_NONBLOCK)),
        # Asking about a terminal, blocking and closing at exec; not pushing characters into one.
        "ioctl": _only(1, _IOCTLS),
    }


def _with_driver(driver: Driver) -> dict[str, list[Instruction]]:
    """For an evaluator that holds an accelerator: the commands of its driver."""
    return {"ioctl": _only_or_of_type(1, (*_IOCTLS, *driver.numbers), driver.kinds)}


def program(
    tgid: int, arch: str | None = None, otherwise: int = _error(errno.ENOSYS), driver: Driver | None = None
) -> bytes:
    """The filter for a worker whose process id (as it sees it) is `tgid`, as `struct sock_filter[]`.

    `otherwise`: what becomes of a call that is not on the list.  `driver`: of the accelerator that an evaluator holds.
    """
    arch = arch or machine()
    code: list[Instruction] = [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, AUDIT_ARCH[arch]),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
    ]
    if arch == "x86_64":  # x32 shares the architecture word and has other numbers
        code += [(_AT_LEAST, 0, 1, _X32_BIT), (_RETURN, 0, 0, _KILL)]
    filters = _filters(tgid) | (_with_driver(driver) if driver else {})
    allowed = ALLOWED[arch] | (WITH_DRIVER[arch] if driver else {})
    for name, number in allowed.items():
        body = filters.get(name, [(_RETURN, 0, 0, _ALLOW)])
        code += [(_EQUAL, 0, len(body), number), *body]
    code.append((_RETURN, 0, 0, otherwise))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def restrict(tgid: int, driver: Driver | None = None) -> None:
    """From here on this thread and all it starts live with the filter.  Needs no_new_privs."""
    _, header = _loadable(program(tgid, driver=driver))
    prctl(_PR_SET_SECCOMP, _MODE_FILTER, header, what="seccomp filter")


def restrict_and_ask(tgid: int, driver: Driver | None = None) -> int:
    """The same, but what is not on the list is asked of whoever holds the descriptor that is returned (`needs`)."""
    _, header = _loadable(program(tgid, otherwise=_ASK, driver=driver))
    return syscall("seccomp", _SET_FILTER, _NEW_LISTENER, header)


def _loadable(code: bytes) -> tuple[object, ctypes.Array[ctypes.c_char]]:
    """The instructions, to be kept for as long as the second is in use; and `struct sock_fprog`, which points there."""
    instructions = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("@HP", len(code) // 8, ctypes.addressof(instructions))
    return instructions, ctypes.create_string_buffer(header, len(header))
