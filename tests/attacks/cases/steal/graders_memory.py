# wants: the grader's memory, by way of /proc
# holds: there is no process to be seen but one's own
# weaken: wall
import os

def least(x):
    for process in sorted(os.listdir("/proc")):
        if process.isdigit() and int(process) not in (os.getpid(), 1):
            with open(f"/proc/{process}/maps") as maps:
                if maps.read(20):
                    raise RuntimeError(f"REACHED the memory of {process}")
