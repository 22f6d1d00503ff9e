# wants: the course's own solution, graded as theirs
# holds: links are not opened
# weaken: links
# status: ungradable
def hand_in(folder):
    (folder / "target.py").symlink_to("../../../course/solutions/01_target/target.py")
