# wants: machine code of its own from a file
# holds: its folder is mounted without execution
# weaken: wall
import mmap, os, tempfile

def least(x):
    place = os.path.join(tempfile.mkdtemp(), "code.so")
    with open(place, "w+b") as file:
        file.write(bytes(4096))
        file.flush()
        mmap.mmap(file.fileno(), 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC, flags=mmap.MAP_PRIVATE)
    os.unlink(place)
    raise RuntimeError("REACHED executable memory of a file")
