# wants: a hidden input in the evidence of what a call changed
# holds: the message of a hidden check is for instructors
# weaken: redaction
notes = {}

def twice(x):
    notes[f"input {x!r}"] = x
    return 0.0 * x
