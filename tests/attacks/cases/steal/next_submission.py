# wants: to leave something that the next submission finds
# holds: folder, memory and processes go with the worker
# weaken: none: it takes two submissions; tests/sandbox/test_wall.py has the pair
import os

def least(x):
    place = "/scratch/note"
    if os.path.exists(place):
        raise RuntimeError("REACHED a note of another worker")
    with open(place, "w") as file:
        file.write("for the next one")
    return 0.0
