# wants: a hidden input kept for the message of a public check
# holds: public checks come first, and a second look is taken over without its words
# weaken: redaction
seen = []

def twice(x):
    seen.append(x)
    raise ValueError(f"seen so far: {seen}")

def above(x):
    raise ValueError(f"seen so far: {seen}")
