# wants: code that a reader sees as a comment and Python does not
# holds: the worker gets the text that was read, not the bytes
# weaken: none: the text is what is graded; who reads the file should read it as Python does
def hand_in(folder):
    (folder / "target.py").write_bytes(b"# coding: utf-7\n# a comment+AAo-least = None\n")
