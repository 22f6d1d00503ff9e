# wants: the salt, from course.yml
# holds: no folder of the course is there
# weaken: wall
import glob, os

def _at(*place):
    """A file or folder of a run of the tests, wherever that keeps its folders."""
    for pattern in ("/tmp/jax101-attacks-*", "/tmp/jax101-home-*/jax101-attacks-*", "/tmp/pytest-of-*/pytest-*/*"):
        yield from glob.glob(os.path.join(pattern, *place))

def least(x):
    for path in _at("course", "course.yml"):
        with open(path) as file:
            raise RuntimeError("REACHED " + next(line for line in file if "salt" in line))
