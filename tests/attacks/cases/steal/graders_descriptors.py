# wants: the open files of other processes
# holds: there is no other process, and links in /proc lead nowhere
# weaken: wall
import os

def least(x):
    for process in os.listdir("/proc"):
        if process.isdigit() and int(process) not in (os.getpid(), 1):
            for number in os.listdir(f"/proc/{process}/fd"):
                raise RuntimeError("REACHED " + os.readlink(f"/proc/{process}/fd/{number}"))
