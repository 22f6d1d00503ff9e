# wants: a configuration in which no test is collected, or a plugin of its own is loaded
# holds: no folder of a submission is on a path of the grader's
# weaken: process
def hand_in(folder):
    (folder / "target.py").write_text("def least(x): return 0.0\n")
    (folder / "helper.py").write_text("import os\nos._exit(0)\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p helper\npythonpath = .\n")
