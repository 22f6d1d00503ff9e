# wants: a pipe of the kernel's notifications (CVE-2022-0995)
# holds: pipe2 takes plain flags only
# weaken: none: not every kernel is built with them; the filter's test has the rule
import os

def least(x):
    os.pipe2(os.O_EXCL)
    raise RuntimeError("REACHED a notification pipe")
