# wants: a hundred thousand members to look at
# holds: members are counted first
# weaken: intake
# status: ungradable
import zipfile

def hand_in(folder):
    with zipfile.ZipFile(folder / "target.zip", "w") as archive:
        archive.writestr("target.py", "x = 1\n")
        for number in range(150):
            archive.writestr(f"{number}.txt", "")
