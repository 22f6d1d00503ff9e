# wants: a signal for the process that started it
# holds: kill is not there
# weaken: wall
import os

def least(x):
    os.kill(os.getppid(), 0)
    raise RuntimeError("REACHED our parent")
