# wants: code of its own at the start of every interpreter
# holds: no folder of a submission is on a path of the grader's
# weaken: process
def hand_in(folder):
    (folder / "target.py").write_text("def least(x): return 0.0\n")
    for name in ("sitecustomize.py", "usercustomize.py", "pytest.py"):
        (folder / name).write_text("import os\nos._exit(0)\n")
