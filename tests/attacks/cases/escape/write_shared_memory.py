# wants: a file in /dev/shm that stays
# holds: there is no /dev/shm
# weaken: wall
import os

def least(x):
    place = "/dev/shm/jax101-reached"
    with open(place, "w") as file:
        file.write("x")
    os.unlink(place)
    raise RuntimeError("REACHED a file")
