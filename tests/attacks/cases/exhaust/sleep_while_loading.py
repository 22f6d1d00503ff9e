# wants: all the time before the first check
# holds: each cell has its time, and so has the loading
# weaken: limits
import time
time.sleep(7)

def huge(x):
    raise RuntimeError("REACHED a function behind seven seconds of sleep")
