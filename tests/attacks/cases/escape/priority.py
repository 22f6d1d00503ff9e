# wants: to be scheduled before everyone
# holds: there are no such calls
# weaken: wall
import os

def least(x):
    os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0))
    raise RuntimeError("REACHED priorities")
