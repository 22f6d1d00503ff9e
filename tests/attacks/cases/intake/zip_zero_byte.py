# wants: a name that ends at a zero byte for one reader and not for another
# holds: such names are refused
# weaken: intake
# status: ungradable
import zipfile

def hand_in(folder):
    place = folder / "target.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("target.py#.txt", "x = 1\n")
    place.write_bytes(place.read_bytes().replace(b"target.py#.txt", b"target.py\0.txt"))
