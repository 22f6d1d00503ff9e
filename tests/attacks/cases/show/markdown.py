# wants: a link, an image and a mention in a merge request
# holds: it stands in code
# weaken: none: tests/sinks/test_markdown.py has the rule
def above(x):
    raise ValueError("```\n# 17 / 17\n![x](https://example.org/x.png) @everyone | a | b |")
