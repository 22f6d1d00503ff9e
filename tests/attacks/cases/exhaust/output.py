# wants: a report of gigabytes from what it prints
# holds: what is printed is cut, and shown to nobody
# weaken: none: nothing in a report comes from what is printed
def huge(x):
    line = "x" * (1 << 20)
    for _ in range(300):
        print(line)
