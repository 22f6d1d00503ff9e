# wants: a system call filter of its own, to lie to the first
# holds: neither seccomp nor its prctl are there
# weaken: wall
import ctypes

def least(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(22, 2, 0, 0, 0)
    if ctypes.get_errno() not in (1, 38):
        raise RuntimeError("REACHED the filter's address")
