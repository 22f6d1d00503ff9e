# wants: another student's work
# holds: no submission is there, not even one's own
# weaken: wall
import glob, os

def _at(*place):
    """A file or folder of a run of the tests, wherever that keeps its folders."""
    for pattern in ("/tmp/jax101-attacks-*", "/tmp/jax101-home-*/jax101-attacks-*", "/tmp/pytest-of-*/pytest-*/*"):
        yield from glob.glob(os.path.join(pattern, *place))

def least(x):
    for path in _at("submitted", "aa-honest", "01_target", "target.py"):
        with open(path) as file:
            raise RuntimeError("REACHED " + file.readline())
