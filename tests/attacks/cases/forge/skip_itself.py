# wants: an exception that pytest takes for a skip or an early success
# holds: an exception is told as text, and no type of the student's reaches pytest
# weaken: process
import pytest

def least(x):
    pytest.skip("nothing to see")
