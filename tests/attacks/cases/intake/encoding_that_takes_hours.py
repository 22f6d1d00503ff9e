# wants: a codec that takes the square of the length
# holds: such codecs are refused
# weaken: none: it would take hours
# status: ungradable
def hand_in(folder):
    (folder / "target.py").write_bytes(b"# coding: punycode\n" + b"a" * 900_000 + b"-" + b"b" * 9)
