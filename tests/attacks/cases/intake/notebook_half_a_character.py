# wants: text that no report can hold
# holds: it is replaced where it is read
# weaken: none: there is nothing to gain, only to break
def hand_in(folder):
    cell = '{"cell_type": "code", "source": "def above(x): raise ValueError(\'\\\\ud800 \\ud800\')"}'
    (folder / "target.ipynb").write_text('{"nbformat": 4, "metadata": {}, "cells": [%s]}' % cell)
