# wants: the checks or the course as modules
# holds: nothing that is imported comes from there
# weaken: wall
import glob, os

def _at(*place):
    """A file or folder of a run of the tests, wherever that keeps its folders."""
    for pattern in ("/tmp/jax101-attacks-*", "/tmp/jax101-home-*/jax101-attacks-*", "/tmp/pytest-of-*/pytest-*/*"):
        yield from glob.glob(os.path.join(pattern, *place))

import sys

def least(x):
    for folder in _at("course", "tests", "hidden", "01_target"):
        sys.path.insert(0, folder)
        import test_target
        raise RuntimeError("REACHED " + test_target.EXPECTED)
