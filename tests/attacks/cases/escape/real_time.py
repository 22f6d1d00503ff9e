# wants: real-time scheduling
# holds: there is no such call
# weaken: wall
import os

def least(x):
    os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    raise RuntimeError("REACHED the scheduler")
