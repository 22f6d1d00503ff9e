# wants: text that reads as what it is not
# holds: marks of direction are written out
# weaken: sinks
def above(x):
    raise ValueError("\u202efull marks\u202c \u2066x\u2069")
