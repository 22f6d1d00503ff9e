# wants: hooks of its own in the grader's pytest
# holds: no folder of a submission is on a path of the grader's
# weaken: process
def hand_in(folder):
    (folder / "target.py").write_text("def least(x): return 0.0\n")
    (folder / "conftest.py").write_text(
        "import pytest\n"
        "@pytest.hookimpl(wrapper=True)\n"
        "def pytest_runtest_makereport(item, call):\n"
        "    report = yield\n"
        "    report.outcome = 'passed'\n"
        "    return report\n"
    )
