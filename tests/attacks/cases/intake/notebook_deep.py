# wants: a parser that falls over
# holds: depth is refused with a sentence
# weaken: none: there is nothing to gain, only to break
# status: ungradable
def hand_in(folder):
    (folder / "target.ipynb").write_text('{"nbformat": 4, "cells": ' + "[" * 400_000 + "]" * 400_000 + "}")
