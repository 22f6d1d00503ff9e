"""Paths → what was handed in → a program that a worker can run.

`discover` finds submissions, `read` takes their bytes, `program` makes cells of them.  A new kind of file is one more
file here and a line in `kinds.KINDS`.
"""

from autograder.readers.discovery import Found, discover
from autograder.readers.intake import read
from autograder.readers.program import passages, program

__all__ = ["Found", "discover", "passages", "program", "read"]
