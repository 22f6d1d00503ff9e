# wants: to outlive its parent (PR_SET_PDEATHSIG)
# holds: prctl takes names only
# weaken: wall
import ctypes

def least(x):
    if ctypes.CDLL(None, use_errno=True).prctl(1, 0, 0, 0, 0) == 0:
        raise RuntimeError("REACHED no signal at the parent's death")
