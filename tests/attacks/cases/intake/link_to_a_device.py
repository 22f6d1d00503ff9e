# wants: a grader that reads for ever
# holds: only plain files are opened
# weaken: none: on a build that follows it, it reads for ever
# status: ungradable
def hand_in(folder):
    (folder / "target.py").symlink_to("/dev/zero")
