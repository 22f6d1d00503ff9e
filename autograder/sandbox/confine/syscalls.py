"""System call numbers, by architecture: those a worker may use, those the wall itself uses, and no others.

Taken from the kernel's own `asm/unistd.h`; a test compares them where its headers are installed.
Left out on purpose, though harmless to look at: `truncate`, which Landlock knows only from its third version on;
`flock`, with which a worker could hold up whoever locks the same library file; `kill`, `sendmsg`, `chmod`, …

aarch64 never had the older calls (`open`, `stat`, `poll`, …): the C library uses the newer ones there.
"""

from __future__ import annotations

import platform

# What the wall's own code calls while it is being built or examined; none of these is open to a worker.
_BUILDING = {
    "x86_64": {
        "pivot_root": 155, "capset": 126, "mount_setattr": 442, "seccomp": 317,
        "landlock_create_ruleset": 444, "landlock_add_rule": 445, "landlock_restrict_self": 446,
    },
    "aarch64": {
        "pivot_root": 41, "capset": 91, "mount_setattr": 442, "seccomp": 277,
        "landlock_create_ruleset": 444, "landlock_add_rule": 445, "landlock_restrict_self": 446,
    },
}  # fmt: skip

_X86_64 = {
    # reading and writing what is already open, its own socket included
    "read": 0, "write": 1, "close": 3, "fstat": 5, "lseek": 8, "pread64": 17, "pwrite64": 18, "readv": 19,
    "writev": 20, "dup": 32, "dup2": 33, "dup3": 292, "fcntl": 72, "ioctl": 16, "poll": 7, "ppoll": 271, "select": 23,
    "pselect6": 270, "pipe": 22, "pipe2": 293, "close_range": 436, "sendto": 44, "recvfrom": 45,
    # files: Landlock and the mounts decide which
    "open": 2, "openat": 257, "stat": 4, "lstat": 6, "newfstatat": 262, "statx": 332, "access": 21, "faccessat": 269,
    "faccessat2": 439, "readlink": 89, "readlinkat": 267, "getdents64": 217, "statfs": 137, "fstatfs": 138,
    "getcwd": 79, "chdir": 80, "mkdir": 83, "mkdirat": 258, "rmdir": 84, "unlink": 87, "unlinkat": 263,
    "rename": 82, "renameat": 264, "renameat2": 316, "ftruncate": 77, "umask": 95, "fsync": 74, "fdatasync": 75,
    "copy_file_range": 326,
    # memory
    "mmap": 9, "mprotect": 10, "munmap": 11, "brk": 12, "mremap": 25, "msync": 26, "madvise": 28,
    "mbind": 237, "get_mempolicy": 239, "membarrier": 324,
    # threads, and only threads
    "clone": 56, "clone3": 435, "futex": 202, "futex_waitv": 449, "set_robust_list": 273, "set_tid_address": 218,
    "rseq": 334, "gettid": 186, "tgkill": 234, "arch_prctl": 158, "prctl": 157,
    "sched_yield": 24, "sched_getaffinity": 204, "sched_setaffinity": 203, "sched_getparam": 143,
    "sched_getscheduler": 145, "getcpu": 309, "exit": 60, "exit_group": 231,
    # signals, its own alarm, clocks
    "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15, "sigaltstack": 131, "pause": 34,
    "getitimer": 36, "setitimer": 38, "alarm": 37, "nanosleep": 35, "clock_nanosleep": 230, "restart_syscall": 219,
    "clock_gettime": 228, "clock_getres": 229, "gettimeofday": 96, "time": 201, "times": 100,
    # who am I, what may I use
    "getpid": 39, "getppid": 110, "getpgrp": 111, "getuid": 102, "geteuid": 107, "getgid": 104, "getegid": 108,
    "getresuid": 118, "getresgid": 120, "getrlimit": 97, "prlimit64": 302, "getrusage": 98, "sysinfo": 99,
    "uname": 63, "getrandom": 318,
}  # fmt: skip

_AARCH64 = {
    "read": 63, "write": 64, "close": 57, "fstat": 80, "lseek": 62, "pread64": 67, "pwrite64": 68, "readv": 65,
    "writev": 66, "dup": 23, "dup3": 24, "fcntl": 25, "ioctl": 29, "ppoll": 73, "pselect6": 72, "pipe2": 59,
    "close_range": 436, "sendto": 206, "recvfrom": 207,
    "openat": 56, "newfstatat": 79, "statx": 291, "faccessat": 48, "faccessat2": 439, "readlinkat": 78,
    "getdents64": 61, "statfs": 43, "fstatfs": 44, "getcwd": 17, "chdir": 49, "mkdirat": 34, "unlinkat": 35,
    "renameat": 38, "renameat2": 276, "ftruncate": 46, "umask": 166, "fsync": 82, "fdatasync": 83,
    "copy_file_range": 285,
    "mmap": 222, "mprotect": 226, "munmap": 215, "brk": 214, "mremap": 216, "msync": 227,
    "madvise": 233, "mbind": 235, "get_mempolicy": 236, "membarrier": 283,
    "clone": 220, "clone3": 435, "futex": 98, "futex_waitv": 449, "set_robust_list": 99, "set_tid_address": 96,
    "rseq": 293, "gettid": 178, "tgkill": 131, "prctl": 167, "sched_yield": 124,
    "sched_getaffinity": 123, "sched_setaffinity": 122, "sched_getparam": 121, "sched_getscheduler": 120,
    "getcpu": 168, "exit": 93, "exit_group": 94,
    "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139, "sigaltstack": 132, "getitimer": 102,
    "setitimer": 103, "nanosleep": 101, "clock_nanosleep": 115, "restart_syscall": 128, "clock_gettime": 113,
    "clock_getres": 114, "gettimeofday": 169, "times": 153,
    "getpid": 172, "getppid": 173, "getuid": 174, "geteuid": 175, "getgid": 176, "getegid": 177, "getresuid": 148,
    "getresgid": 150, "prlimit64": 261, "getrusage": 165, "sysinfo": 179, "uname": 160, "getrandom": 278,
}  # fmt: skip

# On top of it for an evaluator that holds an accelerator: with these its driver wakes threads and keeps memory still.
WITH_DRIVER = {
    "x86_64": {"eventfd2": 290, "mlock": 149, "munlock": 150, "mincore": 27, "set_mempolicy": 238},
    "aarch64": {"eventfd2": 19, "mlock": 228, "munlock": 229, "mincore": 232, "set_mempolicy": 237},
}

# What seccomp compares `seccomp_data.arch` with (AUDIT_ARCH_*), and the calls open to a worker.
ALLOWED = {"x86_64": _X86_64, "aarch64": _AARCH64}
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def machine() -> str:
    """This machine's architecture, in the kernel's word; `OSError` when there is no table for it."""
    name = {"arm64": "aarch64", "AMD64": "x86_64"}.get(platform.machine(), platform.machine())
    if name not in ALLOWED:
        raise OSError(f"there is no system call table for the architecture {name!r}")
    return name


def table() -> dict[str, int]:
    """All numbers known for this machine, the wall's own included."""
    name = machine()
    return {**_BUILDING[name], **WITH_DRIVER[name], **ALLOWED[name]}
