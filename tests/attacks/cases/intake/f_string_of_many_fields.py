# wants: minutes of whoever reads its source: Python 3.11 reads an f-string in quadratic time
# holds: a cell of so many braces is not parsed on the trusted side
# weaken: none: without that bound the run took longer than its time
def hand_in(folder):
    (folder / "target.py").write_text("def least(x):\n    return f'" + "{x}" * 340_000 + "'\n")
