"""Text cut into statements: what is a magic and what is Python, and what a cell defines."""

from __future__ import annotations

import ast
import time

import pytest

from autograder.readers.source import outline, statements, without_magics


@pytest.mark.parametrize(
    "magic",
    [
        "%matplotlib inline",
        "%time total([1])",
        "!pip install jax",
        "!echo \"it's (here",
        "!!ls",
        "%%timeit",
        "?total",
        "total?",
        "total??",
        "np.sum?",
        "files = !ls",
        "where = %pwd",
        "a, b = !ls",
        "!pip install \\\n    jax \\\n    numpy",
    ],
)
def test_a_magic_is_skipped_and_what_stands_after_it_keeps_its_line(magic: str) -> None:
    cleaned = without_magics(f"x = 1\n{magic}\ny = 2\n")
    assert cleaned == "x = 1\n" + "\n" * (magic.count("\n") + 1) + "y = 2\n"


@pytest.mark.parametrize(
    "python",
    [
        '"""\n%time is a magic\n!ls\n"""\n',
        "x = '''\n%matplotlib inline\n'''\n",
        "rest = (17\n% 5)\n",
        "rest = 17 \\\n% 5\n",
        "values = [\n    1,  # one (\n%s\n]\n",
        "x = 5 % 3\n",
        "x %= 3\n",
        "x != 3\n",
        'text = "a = %d" % 3\n',
        'd["="] = 1\n',
        "# 100 % sure\n",
        "f(x)  # what is it?\n",
        "print('?')\n",
        "x = r'\\'\ny = '%d'\n",
        "x = f'''{y}\n%z\n'''\n",
        "x = 'it\\'s'\n",
    ],
)
def test_python_that_looks_like_a_magic_is_left_alone(python: str) -> None:
    assert without_magics(python) == python


def test_a_magic_that_is_all_of_a_block_leaves_a_block() -> None:
    cleaned = without_magics("for i in range(3):\n    %time f(i)\nif x:\n\t!ls\n")
    assert cleaned == "for i in range(3):\n    pass\nif x:\n\tpass\n"
    ast.parse(cleaned)


def test_a_magic_before_a_future_import_leaves_it_first() -> None:
    compile(without_magics("%load_ext x\nfrom __future__ import annotations\n"), "cell", "exec")


def test_a_string_left_open_on_one_line_ends_with_the_line() -> None:
    assert without_magics("x = 'it is\n%time f()\n") == "x = 'it is\n\n"


def test_the_statements_of_a_text_are_the_text() -> None:
    text = "x = (\n  1)\n\n# note\nif x:\n    y = '''\n'''\n%m\nlast"
    assert "".join(statement.text for statement in statements(text, magics=True)) == text


def test_a_python_file_has_no_magics() -> None:
    assert [statement.text for statement in statements("%time f(\n)\nx = 1")] == ["%time f(\n)\n", "x = 1"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("def f(x):\n    y = 1\n    return y\n", {"f"}),
        ("async def f():\n    pass\n", {"f"}),
        ("class C:\n    z = 1\n", {"C"}),
        ("f = lambda x: x == 2\n", {"f"}),
        ("f = g = h\n", {"f", "g"}),
        ("a, b = 1, 2\n", {"a", "b"}),
        ("f: Callable = g\n", {"f"}),
        ("from m import f, g as h\nimport a.b as c\n", {"f", "h", "c"}),
        ("from m import (\n    f,  # one\n    g,\n)\n", {"f", "g"}),
        ("@jax.jit\ndef f(x):\n    return x\n", {"f"}),
        ("try:\n    def f(x): return x\nexcept E:\n    f = None\n", {"f"}),
        ("if True:\n    def f():\n        pass\n", {"f"}),
        ('"""\ndef f(x):\n    pass\n"""\n', set()),
        ("# def f(x):\n", set()),
        ("f == g\nprint(f)\nx.f = 3\n", set()),
        ("def f(x:\n    return\n", {"f"}),
    ],
)
def test_what_a_text_defines_is_seen_without_parsing_it(text: str, names: set[str]) -> None:
    assert outline(text).names == names


@pytest.mark.parametrize("text", ['check("f")', "check('f')  # mine\n", 'check("f"); hint("f")', "# nothing\n", ""])
def test_cells_that_only_check_are_recognised(text: str) -> None:
    assert outline(text).only_checks


@pytest.mark.parametrize("text", ["x = 1", 'check("f")\nprint(3)', "check_all()", "check", "check(f(2))"])
def test_cells_that_do_more_are_not(text: str) -> None:
    assert not outline(text).only_checks


def test_two_copies_have_one_skeleton_whatever_their_comments_and_layout() -> None:
    one = 'def f(x):\n    """Doc."""\n    # YOUR CODE HERE\n    raise NotImplementedError()\n'
    other = 'def f( x ) :\n\n  """Other\n  words."""\n  raise  NotImplementedError()   # later'.replace("( x ) ", "(x)")
    assert outline(one).skeleton == outline(other).skeleton
    assert outline(one).skeleton != outline(one.replace("raise", "return")).skeleton


@pytest.mark.parametrize(
    "piece", ["x = f(1)\n", '"', "'\\\n", '"\n', '"""', "\\a", "(", "a=", "a,", "a[", "%\\\n", "\n", "check(", " "]
)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    begin = time.monotonic()
    outline(without_magics(text))
    outline('"""' + text)
    assert time.monotonic() - begin < 10  # seconds; it takes a fraction of one, and what is quadratic takes minutes
