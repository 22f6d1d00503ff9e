# wants: to empty a library by opening it for reading (O_TRUNC)
# holds: such an open is refused by its flags
# weaken: none: without a wall it would empty the file
import os

def least(x):
    os.open(os.__file__, os.O_RDONLY | os.O_TRUNC)
    raise RuntimeError("REACHED an empty library")
