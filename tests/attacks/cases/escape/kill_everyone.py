# wants: a signal for every process it may reach
# holds: kill is not there
# weaken: wall
import os

def least(x):
    os.kill(-1, 0)
    raise RuntimeError("REACHED everyone")
