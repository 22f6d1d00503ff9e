"""Landlock: which files a process and its threads may touch, decided by the kernel for good.

Rules name folders; everything not named is refused, whatever the file modes say, for root too.
Kernel: `Documentation/userspace-api/landlock.rst`; needs Linux 5.13 with "landlock" among its security modules.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable

from autograder.sandbox.confine.libc import syscall

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_REG = 1 << 4, 1 << 5, 1 << 7, 1 << 8
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15

# Rights a kernel knows, by the version of its interface: all are handled, so all are refused unless granted.
_KNOWN = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_NEWEST_FILES = max(_KNOWN)

_TO_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV  # the rest only makes sense for a folder
# No execute: mapping a library does not need it, starting a program would.
_READ = _READ_FILE | _READ_DIR
# No devices, sockets, FIFOs or links can be made in a writable folder.
_WRITE = _READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER | _TRUNCATE
_COMMAND = _READ_FILE | _WRITE_FILE | _IOCTL_DEV

_CREATE_VERSION = 1
_RULE_PATH_BENEATH = 1
_NET_BIND_TCP, _NET_CONNECT_TCP = 1, 2  # interface 4
_SCOPE_ABSTRACT_UNIX, _SCOPE_SIGNAL = 1, 2  # interface 6: neither sockets nor signals leave the worker


def version() -> int:
    """The kernel's Landlock interface, from 1; `OSError` when it has none or has it switched off."""
    return syscall("landlock_create_ruleset", None, 0, _CREATE_VERSION)


def restrict(readable: Iterable[str], writable: Iterable[str], devices: Iterable[str] = ()) -> None:
    """From here on this thread reads beneath `readable` and writes beneath `writable`, and touches nothing else.

    With `devices`, files of an accelerator that it may also command.

    A path that does not exist is left out: there is nothing to grant.  Needs no_new_privs.
    """
    abi = version()
    known = _KNOWN[min(abi, _NEWEST_FILES)]
    ruleset = _create(abi, known)
    try:
        for rights, paths in ((_READ, readable), (_WRITE, writable), (_COMMAND, devices)):
            for path in paths:
                _allow(ruleset, path, rights & known)
        syscall("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _create(abi: int, known: int) -> int:
    words = [known]
    if abi >= 4:
        words.append(_NET_BIND_TCP | _NET_CONNECT_TCP)
    if abi >= 6:
        words.append(_SCOPE_ABSTRACT_UNIX | _SCOPE_SIGNAL)
    attributes = struct.pack(f"={len(words)}Q", *words)
    return syscall(
        "landlock_create_ruleset", ctypes.create_string_buffer(attributes, len(attributes)), len(attributes), 0
    )


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            rights &= _TO_FILES
        rule = struct.pack("=Qi", rights, handle)
        syscall("landlock_add_rule", ruleset, _RULE_PATH_BENEATH, ctypes.create_string_buffer(rule, len(rule)), 0)
    finally:
        os.close(handle)
