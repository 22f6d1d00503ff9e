# wants: to become another program, with a clean memory
# holds: exec is not there, and Landlock grants no execution
# weaken: wall
import os

def least(x):
    try:
        os.execv("/nowhere/at/all", ["nowhere"])
    except FileNotFoundError:
        raise RuntimeError("REACHED exec, which looked for the file")
