"""The C library, and the system calls it has no function for."""

from __future__ import annotations

import ctypes
import os

from autograder.sandbox.confine.syscalls import table

_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.syscall.restype = ctypes.c_long

Argument = int | bytes | None | ctypes.Array[ctypes.c_char]


def _checked(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def _word(value: Argument) -> object:
    # ctypes would pass a Python int as 32 bits; the kernel reads whole registers.
    return ctypes.c_ulong(value & 0xFFFFFFFFFFFFFFFF) if isinstance(value, int) else value


def syscall(name: str, *arguments: Argument) -> int:
    """The system call of that name; `OSError` says which one failed, `KeyError` that this machine's table lacks it."""
    words = [_word(value) for value in arguments]
    return _checked(_LIBC.syscall(ctypes.c_long(table()[name]), *words), name)


def prctl(option: int, *arguments: Argument, what: str) -> int:
    """`prctl(2)`, its unused arguments zero as the kernel asks for."""
    words = [_word(value) for value in (*arguments, 0, 0, 0, 0)[:4]]
    return _checked(_LIBC.prctl(option, *words), what)


def unshare(flags: int) -> None:
    _checked(_LIBC.unshare(flags), "unshare")


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    def text(value: str | None) -> bytes | None:
        return None if value is None else os.fsencode(value)

    result = _LIBC.mount(text(source), text(target), text(kind), ctypes.c_ulong(flags), text(data))
    _checked(result, f"mount {kind or source or 'without a source'} on {target}")


def umount(target: str, flags: int) -> None:
    _checked(_LIBC.umount2(os.fsencode(target), flags), f"umount {target}")


def sethostname(name: bytes) -> None:
    _checked(_LIBC.sethostname(name, ctypes.c_size_t(len(name))), "sethostname")
