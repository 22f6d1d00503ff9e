# wants: the environment as it was when the process was started
# holds: that one was clean, too
# weaken: none: a process that is not dumpable cannot read its own; `environment` has the rest
def least(x):
    with open("/proc/self/environ", "rb") as file:
        found = file.read()
    if b"SECRET" in found:
        raise RuntimeError("REACHED the environment")
