# wants: a file that stays
# holds: nothing outside can be written
# weaken: wall
import os

def least(x):
    place = "/tmp/jax101-reached"
    with open(place, "w") as file:
        file.write("x")
    os.unlink(place)
    raise RuntimeError("REACHED a file")
