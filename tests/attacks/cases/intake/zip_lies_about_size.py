# wants: to unpack more than the archive says
# holds: no more is read than was announced, and then it is no submission
# weaken: none: zipfile itself stops at the size that was announced
# status: ungradable
import struct, zipfile

def hand_in(folder):
    place = folder / "target.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("target.py", "x = 1\n" * 1000)
    data = bytearray(place.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    place.write_bytes(data)
