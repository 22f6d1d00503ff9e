# wants: a report of megabytes from the line that raised
# holds: a line is cut where it is quoted, and a message is bounded
# weaken: bounds
def hand_in(folder):
    long = "'" + "k" * 500_000 + "'"
    text = "".join(f"def {name}(x, v=0): raise ValueError({long if i == 0 else 'L'})\n" for i, name in enumerate(["least"]))
    text += "def ends(x): return least(x)\ndef huge(x): return least(x)\n"
    (folder / "target.py").write_text(text)
