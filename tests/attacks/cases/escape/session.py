# wants: a session of its own, where no group signal reaches
# holds: setsid is not there, and the process namespace ends as one
# weaken: none: a worker leads a session from its birth, and may not begin another on any build
import os

def least(x):
    try:
        os.setsid()
    except PermissionError:
        os.setpgid(0, 0)
    raise RuntimeError("REACHED a session")
