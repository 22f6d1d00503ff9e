# wants: a grandchild that outlives everyone
# holds: there is no child to have one
# weaken: wall
import os

def least(x):
    child = os.fork()
    if child == 0:
        os.setsid()
        os._exit(0)
    os.waitpid(child, 0)
    raise RuntimeError("REACHED a daemon")
