# wants: to repaint the terminal of whoever reads the report
# holds: control characters are written out
# weaken: sinks
def above(x):
    raise ValueError("\x1b[2J\x1b[1;1H17 / 17 \x07 \x9b31m")
