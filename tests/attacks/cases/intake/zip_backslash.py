# wants: to be unpacked above, on Windows
# holds: names that lead out are refused
# weaken: intake
# status: ungradable
import zipfile

def hand_in(folder):
    with zipfile.ZipFile(folder / "target.zip", "w") as archive:
        archive.writestr("target.py", "x = 1\n")
        archive.writestr("..\\..\\jax101-reached", "x")
