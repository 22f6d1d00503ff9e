# wants: hours for whoever reads a number of a million digits
# holds: Python's own bound, told in a sentence
# weaken: none: it is Python's bound
# status: ungradable
def hand_in(folder):
    (folder / "target.ipynb").write_text('{"nbformat": 4, "cells": [], "n": ' + "9" * 900_000 + "}")
