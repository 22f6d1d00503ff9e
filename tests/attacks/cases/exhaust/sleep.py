# wants: all the time, asleep
# holds: time is the wall clock's
# weaken: limits
import time

def huge(x):
    time.sleep(7)
    raise RuntimeError("REACHED seven seconds")
