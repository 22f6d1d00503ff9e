# wants: a hidden input in what is printed
# holds: what is printed is shown to nobody
# weaken: none: no build shows it; what a student's own check prints is their own
import sys

def twice(x):
    print("the input is", x)
    print("the input is", x, file=sys.stderr)
    sys.__stdout__ and sys.__stdout__.write(str(x))
    return None
