# wants: the reports of others
# holds: the folder of reports is not there
# weaken: wall
import glob, os

def _at(*place):
    """A file or folder of a run of the tests, wherever that keeps its folders."""
    for pattern in ("/tmp/jax101-attacks-*", "/tmp/jax101-home-*/jax101-attacks-*", "/tmp/pytest-of-*/pytest-*/*"):
        yield from glob.glob(os.path.join(pattern, *place))

def least(x):
    for path in _at("out", ".lock"):
        os.listdir(os.path.dirname(path))
        raise RuntimeError("REACHED the folder of reports")
