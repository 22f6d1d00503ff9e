# wants: to be debugged by a friend (PR_SET_DUMPABLE)
# holds: prctl takes names only
# weaken: wall
import ctypes

def least(x):
    if ctypes.CDLL(None, use_errno=True).prctl(4, 1, 0, 0, 0) == 0:
        raise RuntimeError("REACHED dumpable")
