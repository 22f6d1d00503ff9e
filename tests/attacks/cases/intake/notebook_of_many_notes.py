# wants: a report of a megabyte, and nine thousand lines for whoever reads it in a terminal
# holds: so many notes of the reader stand in a report, and then how many more there were
# weaken: none: without that bound the report was larger than any text may be
import json


def hand_in(folder):
    cells = [
        {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": f"provided-{i}"}}, "source": f"a{i} = 1"}
        for i in range(9_900)
    ]
    (folder / "target.ipynb").write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}))
