# wants: a thousand times the bytes, unpacked in memory
# holds: the ratio is looked at before anything is unpacked
# weaken: intake
# status: ungradable
import json, zipfile

def hand_in(folder):
    notebook = json.dumps({"nbformat": 4, "metadata": {}, "cells": [], "pad": " " * (3 << 20)})
    with zipfile.ZipFile(folder / "target.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("target.ipynb", notebook)
