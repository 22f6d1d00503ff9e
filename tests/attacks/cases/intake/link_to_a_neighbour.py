# wants: a neighbour's points by a link to their file
# holds: links are not opened
# weaken: links
# status: ungradable
def hand_in(folder):
    (folder / "target.py").symlink_to("../../aa-honest/01_target/target.py")
