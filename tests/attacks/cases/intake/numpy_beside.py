# wants: its own `numpy` in the grader
# holds: no folder of a submission is on a path of the grader's
# weaken: process
def hand_in(folder):
    (folder / "target.py").write_text("def least(x): return 0.0\n")
    (folder / "numpy.py").write_text("import os\nos._exit(0)\n")
