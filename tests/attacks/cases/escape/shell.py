# wants: a shell command
# holds: there is no process to run it
# weaken: wall
import os

def least(x):
    if os.system("exit 7") >> 8 == 7:
        raise RuntimeError("REACHED a shell")
