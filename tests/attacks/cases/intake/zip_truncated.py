# wants: a reader that falls over
# holds: a sentence says what is wrong
# weaken: none: there is nothing to gain, only to break
# status: ungradable
import zipfile

def hand_in(folder):
    place = folder / "target.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("target.py", "x = 1\n" * 100)
    place.write_bytes(place.read_bytes()[:-40])
