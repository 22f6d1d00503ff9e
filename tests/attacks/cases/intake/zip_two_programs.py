# wants: the better of two
# holds: one is handed in
# weaken: none: no build chooses
# status: ungradable
import zipfile

def hand_in(folder):
    with zipfile.ZipFile(folder / "target.zip", "w") as archive:
        archive.writestr("target.py", "x = 1\n")
        archive.writestr("a/target.ipynb", "{}")
