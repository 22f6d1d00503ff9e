# wants: expected values from the message about a wrong answer
# holds: the message of a hidden check is for instructors
# weaken: redaction
def twice(x):
    return 0.0 * x
