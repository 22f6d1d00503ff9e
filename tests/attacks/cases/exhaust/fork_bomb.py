# wants: more processes than the machine has numbers
# holds: there is no second process
# weaken: wall
import os

def huge(x):
    for count in range(3):  # three are proof enough
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
    raise RuntimeError("REACHED three children")
