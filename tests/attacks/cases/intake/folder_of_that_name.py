# wants: a folder where a file is expected
# holds: a sentence says that it is none
# weaken: none: there is nothing to gain, only to break
# status: ungradable
def hand_in(folder):
    (folder / "target.py").mkdir()
