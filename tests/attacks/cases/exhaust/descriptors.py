# wants: every descriptor there is
# holds: a limit on open files
# weaken: none: without a wall the user's own limit stands in the way, which may be any
import os

def huge(x):
    kept = [os.dup(0) for _ in range(2000)]
    raise RuntimeError(f"REACHED {len(kept)} descriptors")
