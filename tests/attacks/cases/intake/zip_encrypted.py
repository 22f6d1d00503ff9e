# wants: a file that cannot be read, and no deadline missed
# holds: encryption is refused with a sentence
# weaken: none: without the password nobody can read it
# status: ungradable
import zipfile

def hand_in(folder):
    place = folder / "target.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("target.py", "x = 1\n")
    data = bytearray(place.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    place.write_bytes(data)
