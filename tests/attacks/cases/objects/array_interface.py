# wants: an object whose `__array_interface__` leads to memory of others
# holds: only arrays are read, and in the worker's own memory
# weaken: none: in its own process a program may read what it likes; the pointer never crosses
class Interface:
    @property
    def __array_interface__(self):
        return {"shape": (4,), "typestr": "<f8", "data": (4096, False), "version": 3}

def huge(x): return Interface()
