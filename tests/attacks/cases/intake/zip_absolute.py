# wants: to be unpacked anywhere
# holds: names that lead out are refused, and nothing is unpacked to disk
# weaken: intake
# status: ungradable
import zipfile

def hand_in(folder):
    with zipfile.ZipFile(folder / "target.zip", "w") as archive:
        archive.writestr("target.py", "x = 1\n")
        archive.writestr("/tmp/jax101-reached", "x")
