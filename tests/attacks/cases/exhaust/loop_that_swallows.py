# wants: all the time, past the alarm
# holds: the deadline outside is a kill
# weaken: limits
# ends: timeout
import time

def huge(x):
    end = time.monotonic() + 7
    while time.monotonic() < end:
        try:
            while time.monotonic() < end:
                pass
        except BaseException:
            pass
    raise RuntimeError("REACHED seven seconds")
