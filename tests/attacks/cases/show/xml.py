# wants: to close the element of JUnit's XML
# holds: XML is escaped, and what XML forbids is written out
# weaken: none: tests/sinks/test_junit.py has the rule
def above(x):
    raise ValueError("]]></failure></testcase><testcase name='all'/>\x00\x0b\ufffe\ud800")
