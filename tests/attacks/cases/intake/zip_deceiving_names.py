# wants: names that repaint a terminal and read as what they are not
# holds: unseen characters of names are written out
# weaken: sinks
import zipfile

def hand_in(folder):
    with zipfile.ZipFile(folder / "target.zip", "w") as archive:
        archive.writestr("target.py", "x = 1\n")
        archive.writestr("note\u202e\x1b[2J.txt", "")
