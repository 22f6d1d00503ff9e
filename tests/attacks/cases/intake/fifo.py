# wants: a grader that waits for ever
# holds: only plain files are opened, and without waiting
# weaken: none: on a build that opens it, it waits for ever
# status: ungradable
import os

def hand_in(folder):
    os.mkfifo(folder / "target.py")
