# wants: the machine's users
# holds: /etc is not there
# weaken: wall
def least(x):
    with open("/etc/passwd") as file:
        raise RuntimeError("REACHED " + file.readline())
