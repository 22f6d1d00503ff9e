# wants: all the time
# holds: an alarm inside and a deadline outside
# weaken: limits
import time

def huge(x):
    end = time.monotonic() + 7
    while time.monotonic() < end:
        pass
    raise RuntimeError("REACHED seven seconds")
