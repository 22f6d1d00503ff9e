# wants: a text that ends early for one reader and not for another
# holds: zero bytes are refused
# weaken: none: Python refuses them, too
# status: ungradable
def hand_in(folder):
    (folder / "target.py").write_bytes(b"x = 1\n\0def least(x): return 0\n")
