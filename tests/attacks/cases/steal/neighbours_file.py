# wants: another student's work
# holds: no submission is there, not even one's own
# weaken: wall
import os

def least(x):
    for folder, _, files in os.walk("/tmp"):
        if "aa-honest" in folder and "target.py" in files:
            raise RuntimeError("REACHED " + open(os.path.join(folder, "target.py")).readline())
