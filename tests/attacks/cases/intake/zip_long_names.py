# wants: a report of thirty megabytes from the names beside the program
# holds: names are cut where they are listed
# weaken: names
import zipfile

def hand_in(folder):
    with zipfile.ZipFile(folder / "target.zip", "w") as archive:
        archive.writestr("target.py", "x = 1\n")
        for number in range(7):
            archive.writestr(f"{number}" + "\x01" * 60_000, "")
