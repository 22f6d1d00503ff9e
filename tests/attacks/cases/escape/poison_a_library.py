# wants: a library that the next worker imports
# holds: libraries are mounted and granted for reading only
# weaken: wall
import os

def least(x):
    place = os.path.join(os.path.dirname(os.__file__), "site-packages", "jax101_reached.py")
    with open(place, "w") as file:
        file.write("")
    os.unlink(place)
    raise RuntimeError("REACHED a library")
