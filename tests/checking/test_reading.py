"""What a function's source says of a mistake; and that ordinary code says nothing."""

from __future__ import annotations

import pytest

from autograder.checking.reading import Code, suspect


@pytest.mark.parametrize(
    ("source", "misconception", "line"),
    [
        ("def f(x):\n    x.at[0].set(1)\n    return x", "update-dropped", 2),
        ("def f(x):\n    x.at[0].add(1)", "update-dropped", 2),
        ("def f(x):\n    x = jnp.array(x)\n    x.astype(float)\n    return x", "update-dropped", 3),
        ("def f(p):\n    for k, v in p.items():\n        v = v - 1\n    return p", "update-dropped", 3),
        ("def f(g):\n    return dict(zip(['w', 'b'], jax.tree.leaves(g)))", "dict-order", 2),
        ("def f(p, g):\n    keys = list(p)\n    return dict(zip(keys, jax.tree.leaves(g)))", "dict-order", 3),
        ("def f(p, g):\n    return dict(zip(p.keys(), [g[k] for k in sorted(g)]))", "dict-order", 2),
        ("def f(x, y):\n    return x", "hard-coded", 1),
        ("def f(x):\n    return 2 * data", "stale-global", 1),
        ("def update(theta, lr=0.1):\n    return theta - 0.1", "ignores-lr", 1),
        ("def train(theta, steps):\n    return [theta for _ in range(10)]", "ignores-steps", 1),
        ("def f(x):\n    global count\n    count = x\n    return x", "hidden-state", 2),
        ("def f(x):\n    f.calls = x\n    return x", "hidden-state", 2),
        ("def f(x):\n    cache[x] = 1\n    return x", "hidden-state", 2),
        ("def f(x):\n    seen.append(x)\n    return x", "hidden-state", 2),
        ("def f(x, seen=[]):\n    return [*seen, x]", "mutable-default", 1),
        ("def f(p, g):\n    return [a - b for a, b in zip(p.values(), g.values())]", "dict-order", 2),
        ("def f(p):\n    w, b = p.values()\n    return w + b", "dict-order", 2),
        ("def f(g, x, h=1e-4):\n    return (g(x + h) - g(x)) / h", "finite-differences", 2),
        ("def f(g, x):\n    e = 1e-3\n    a, b = g(x + e), g(x)\n    return (a - b) / e", "finite-differences", 4),
        ("def f(x):\n    return x.sum().item()", "item-kills-gradient", 2),
        ("def f(x):\n    return x.astype(int)", "int-truncates", 2),
    ],
)  # fmt: skip
def test_a_suspicious_line_is_named(source: str, misconception: str, line: int) -> None:
    code = Code(source, data=frozenset({"data"}))
    found = suspect(code)
    assert found is not None
    assert (found.misconception, found.line) == (misconception, line)


def test_what_is_said_quotes_the_line() -> None:
    dropped = suspect(Code("def f(x):\n    x.astype(float)\n    return x"))
    assert dropped is not None
    assert dropped.says == "`x.astype(float)` makes a new array, and it is thrown away."
    rebound = suspect(Code("def f(p):\n    for v in p:\n        v = 2 * v\n    return p"))
    assert rebound is not None
    assert rebound.says.startswith("`v = 2 * v` gives the name `v` to something new")
    by_place = suspect(Code("def f(p):\n    w, b = p.values()\n    return w + b"))
    assert by_place is not None
    assert by_place.says.startswith("`w, b = p.values()` takes the entries by their place")
    kept = suspect(Code("def f(x):\n    global count\n    count = x\n    return x"))
    assert kept is not None
    assert kept.says.startswith("`global count` reaches outside of the function")


@pytest.mark.parametrize(
    "source",
    [
        "def f(g):\n    return dict(zip(['b', 'w'], jax.tree.leaves(g)))",  # in the order of JAX
        "def f(p):\n    return dict(zip(['w', 'b'], p.values()))",  # in the order of the dict
        "def f(p, g):\n    return [a - b for a, b in zip(jax.tree.leaves(p), jax.tree.leaves(g))]",  # both of JAX
        "def f(g):\n    return dict(zip(sorted(g), jax.tree.leaves(g)))",
        "def f(x, y):\n    return [a - b for a, b in zip(x, sorted(y))]",
        "def f(x):\n    return x.at[0].set(1)",
        "def f(x):\n    x = x.at[0].set(1)\n    return x",
        "def f(x):\n    out = np.array(x)\n    out[0] = 1\n    return out",
        "def f(p):\n    for k, v in p.items():\n        v = v - 1\n    return v",
        "def f(p):\n    for k in p:\n        v = p[k] - 1\n    return p",
        "def f(x):\n    out = []\n    out.append(x)\n    return out",
        "def f(params):\n    new = dict(params)\n    new['w'] = 1\n    return new",
        "def f(x, scale=None):\n    return x if scale is None else x * scale",
        "def f(x, _unused=0):\n    return x / 0.01",
        "def f(x, axis=None):\n    return x.sum()",  # a parameter of their own
        "def f(x):\n    eps = 1e-8\n    return (x - x.mean()) / (x.std() + eps)",  # against a division by zero
        "def f(x):\n    return x.sum() / int(x.size)",
        "def f(x, y):\n    return (x - y) / 2",
        "def f(p, g):\n    return {k: p[k] - v for k, v in g.items()}",
        "def f(x, y):\n    raise NotImplementedError()",
        "def f(x, y):\n    return sum(locals().values())",
        "f = lambda x: 1",
        "def f(x:",
        f"def f(x):\n    return x.astype({'+'.join(['1'] * 700)})",
    ],
)
def test_ordinary_code_is_not_suspicious(source: str) -> None:
    assert suspect(Code(source)) is None
