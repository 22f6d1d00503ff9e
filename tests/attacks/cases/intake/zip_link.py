# wants: a file outside by a link inside
# holds: links are refused, and nothing is unpacked to disk
# weaken: intake
# status: ungradable
import stat, zipfile

def hand_in(folder):
    with zipfile.ZipFile(folder / "target.zip", "w") as archive:
        link = zipfile.ZipInfo("target.py")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "../../aa-honest/01_target/target.py")
