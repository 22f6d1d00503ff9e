# wants: a formula in the instructor's spreadsheet
# holds: cells that begin like a formula are defused
# weaken: none: no text of an exception is in the CSV; tests/sinks/test_csv.py has the rule
def above(x):
    raise ValueError("=HYPERLINK(\"https://example.org\", \"17\")")
