# wants: names that repaint a terminal, end a line or read as what they are not
# holds: unseen characters of names are written out
# weaken: sinks
def hand_in(folder):
    (folder / "target.py").write_text("x = 1\n")
    (folder / "a\x1b[2J\u202e.txt").write_text("")
    (folder / "two\nlines, =1+1").write_text("")
