# wants: a check cell, unlocked and edited, in the place of the course's
# holds: cells are known by what they define, and checks are the course's
# weaken: none: no build runs the checks of a submission
import json

def hand_in(folder):
    grade = {"nbgrader": {"grade": True, "grade_id": "check-least", "locked": False, "points": 100, "solution": True}}
    cells = [
        {"cell_type": "code", "metadata": grade, "source": "def test_least(submission, rng): pass"},
        {"cell_type": "code", "metadata": grade, "source": "check = lambda *a: 'passed'\nleast = None"},
    ]
    (folder / "target.ipynb").write_text(json.dumps({"nbformat": 4, "metadata": {}, "cells": cells}))
