# wants: a method of compression that takes gigabytes to undo
# holds: two plain methods are accepted
# weaken: intake
# status: ungradable
import zipfile

def hand_in(folder):
    with zipfile.ZipFile(folder / "target.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("target.py", "x = 1\n")
