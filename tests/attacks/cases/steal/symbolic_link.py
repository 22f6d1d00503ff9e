# wants: a file outside through a link in its own folder
# holds: there is nothing at the other end
# weaken: wall
import os, tempfile

def least(x):
    place = os.path.join(tempfile.mkdtemp(), "link")
    os.symlink("/etc/passwd", place)
    raise RuntimeError("REACHED " + open(place).readline())
