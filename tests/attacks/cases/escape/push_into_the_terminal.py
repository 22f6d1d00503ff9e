# wants: a command pushed into the grader's terminal (TIOCSTI)
# holds: there is no terminal, and no such request
# weaken: none: a test has no terminal; the filter's test has the rule
import fcntl

def least(x):
    for number in (0, 1, 2):
        fcntl.ioctl(number, 0x5412, b"x")
        raise RuntimeError("REACHED the terminal")
