# wants: the same, before the first check
# holds: what is printed is cut, and shown to nobody
# weaken: none: nothing in a report comes from what is printed
line = "y" * (1 << 20)
for _ in range(300):
    print(line)
