# wants: to debug
# holds: there is no ptrace
# weaken: wall
import ctypes

def least(x):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace(16, 999999, 0, 0)
    if ctypes.get_errno() == 3:
        raise RuntimeError("REACHED the kernel, which looked for the process")
