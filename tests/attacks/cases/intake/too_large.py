# wants: a file of gigabytes
# holds: no more is read than a submission may have
# weaken: none: it would take gigabytes; a sparse file reads as zeros, which are no program
# status: ungradable
import os

def hand_in(folder):
    with open(folder / "target.py", "wb") as file:
        os.truncate(file.fileno(), 4 << 30)
