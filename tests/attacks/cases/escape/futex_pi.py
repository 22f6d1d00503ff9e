# wants: priority-inheriting locks, a way into the kernel more than once
# holds: only the operations that locks need are allowed
# weaken: wall
import ctypes, errno, os, platform

def least(x):
    number = 202 if platform.machine() == "x86_64" else 98
    libc = ctypes.CDLL(None, use_errno=True)
    result = libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, (0, 6, 0, 0, 0, 0)))
    code = ctypes.get_errno()
    if result >= 0 or code not in (errno.EPERM, errno.ENOSYS):
        raise RuntimeError(f"REACHED the call: {result}, {errno.errorcode.get(code, code)}")
