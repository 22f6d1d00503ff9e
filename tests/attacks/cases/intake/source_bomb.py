# wants: hours and gigabytes for whoever reads the source on the trusted side
# holds: reading takes time in proportion to the text
# weaken: none: tests/grading/test_neighbours.py measures it; before, this took 10 minutes and 40 GB
def hand_in(folder):
    text = "def huge(x): raise ValueError\n\nif None:\n    "
    text += "=".join(f"a{i}" for i in range(9000)) + " = [" + ",".join(f"b{i}" for i in range(9000)) + "]\n"
    text += '"""\nimport ' + "a" * 150_000 + "!\n" + "\n" * 50_000 + '"""\n'
    text += "".join(f"def f{i}():0\n" for i in range(8000))
    (folder / "target.py").write_text(text)
