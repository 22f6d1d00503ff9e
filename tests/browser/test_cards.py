"""The cards as they are seen: every kind of picture from a real run, light and dark, by a screen reader, on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import nbformat
import pytest

from tests.browser.lab import Cell, Lab

PROVIDED = """\
import jax
import jax.numpy as jnp
import matplotlib.pyplot as plt
import numpy as np

from autograder import check, hint


def sum_squared_error(x, y):
    return jnp.sum((x - y) ** 2)


def model(theta, x):
    return theta[0] * x + theta[1]


def loss_fn(theta, x, y):
    return jnp.mean((model(theta, x) - y) ** 2)"""

ANSWERS = {
    "grad_second": """\
def grad_second(x, y):
    return jax.grad(sum_squared_error)(x, y)""",
    "grad_first": """\
def grad_first(x, y):
    gradient = jax.grad(sum_squared_error)(x, y)
    print("its shape is", gradient.shape)
    return gradient.at[1, 1].multiply(-1) if x.ndim == 2 else gradient""",
    "set_first": """\
def set_first(x, value):
    x[0] = value
    return x""",
    "with_entry": """\
def with_entry(params, group, name, value):
    params[group][name] = value
    return params""",
    "plot_fit": """\
def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.plot(x, y, "o")
    ax.plot(x, theta[0] + theta[1] * x)
    ax.set_xlabel("x")
    plt.show()
    return ax""",
    "train": """\
def train(theta, x, y, steps=200, lr=0.1):
    losses = []
    for _ in range(steps):
        loss, gradient = jax.value_and_grad(loss_fn)(theta, x, y)
        theta = theta + lr * gradient
        losses.append(loss)
    return theta, jnp.array(losses)""",
    "model": """\
def model(theta, x):
    return theta[0] * x + theta[1]""",
}
WRONG = [task for task in ANSWERS if task != "model"]
THEMES: tuple[Literal["Light", "Dark"], ...] = ("Light", "Dark")


@pytest.fixture(scope="module")
def gallery(lab: Lab, work: Path) -> Lab:
    """A notebook above all units, with a wrong answer of each kind that has something to look at, run from the top."""
    cells = [nbformat.v4.new_code_cell(PROVIDED)]
    for task, answer in ANSWERS.items():
        goes_on = nbformat.v4.new_code_cell(f'check("{task}")', metadata={"tags": ["raises-exception"]})
        cells += [nbformat.v4.new_code_cell(answer), goes_on]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), work / "gallery.ipynb")
    lab.open("gallery.ipynb")
    lab.run_all()
    return lab


def shown(gallery: Lab, task: str) -> Cell:
    return gallery.cell(f'check("{task}")')


def panels(cell: Cell) -> int:
    return int(cell.output.locator("figure svg").count())


@pytest.mark.parametrize(
    ("task", "signs"), [("grad_second", ["0", "1", "2", "3", "4", "✗"]), ("grad_first", ["4 ✗"])], ids=["row", "table"]
)
def test_a_wrong_gradient_stands_beside_the_expected_one(gallery: Lab, task: str, signs: list[str]) -> None:
    cell = shown(gallery, task)
    assert panels(cell) == 2
    words = cell.output.get_by_role("img").first.get_attribute("aria-label")
    assert words.startswith("yours [")
    assert "; expected [" in words
    yours, expected = cell.output.locator("figure svg").all()
    assert set(signs) <= set(yours.locator("text").all_text_contents())
    assert "✗" not in "".join(expected.locator("text").all_text_contents())


def test_a_plot_stands_beside_the_expected_one_and_nothing_else_is_shown(gallery: Lab) -> None:
    cell = shown(gallery, "plot_fit")
    assert panels(cell) == 2
    assert cell.output.locator("svg").first.locator("polyline").count() == 1
    assert "✗ no label" in cell.output.locator("svg").first.text_content()
    assert (
        cell.output.locator("img").count() == 0
    )  # the figures that the function drew, and showed, while it was checked


def test_two_loss_curves_are_drawn_into_one_panel(gallery: Lab) -> None:
    cell = shown(gallery, "train")
    assert panels(cell) == 1
    curves = cell.output.locator("svg polyline")
    assert [bool(curve.get_attribute("stroke-dasharray")) for curve in curves.all()] == [True, False]
    assert "yours" in cell.output.locator("figcaption").inner_text()


@pytest.mark.parametrize(
    ("task", "before", "after"), [("set_first", "4.", "0.5"), ("with_entry", "[7., 8.]", "[-1., 0., 1.]")]
)
def test_a_changed_argument_is_shown_before_and_after(gallery: Lab, task: str, before: str, after: str) -> None:
    output = shown(gallery, task).output
    assert before in output.locator("del").all_inner_texts()
    assert after in output.locator("ins").all_inner_texts()
    assert float(output.locator("del").first.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)")) >= 1


def test_a_screen_reader_finds_a_region_a_heading_a_list_and_the_words_of_each_sign(gallery: Lab) -> None:
    tree = shown(gallery, "grad_first").output.aria_snapshot()
    for part in (
        '- region "checks of grad_first":',
        "- 'heading \"grad_first: 2 of 3 checks passed\" [level=4]':",
        "- list:",
        "- text: the gradient with respect to x",
        "- emphasis: (passed)",
        "- emphasis: (failed)",
        '- strong: "Next:"',
        '- progressbar "tasks that pass"',
    ):
        assert part in tree
    assert "✗" not in tree  # a sign would be read out as `ballot x`; its word stands there
    assert tree.count("- listitem:") == 3


CONTRASTS = """
output => {
    const rgb = text => text.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
        .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const paper = element => {
        for (; element; element = element.parentElement) {
            const [r, g, b, alpha = 1] = rgb(getComputedStyle(element).backgroundColor);
            if (alpha === 1) return [r, g, b];
        }
        return [255, 255, 255];
    };
    return [...output.querySelectorAll('section *, [role=progressbar]')]
        .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
        .map(element => {
            const style = getComputedStyle(element);
            const ink = element.closest('svg') ? style.fill : style.color;
            const [one, other] = [light(rgb(ink)), light(paper(element))].sort((a, b) => b - a);
            return (one + 0.05) / (other + 0.05);
        });
}
"""


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_can_be_read_in_either_theme(gallery: Lab, theme: Literal["Light", "Dark"]) -> None:
    gallery.theme(theme)
    for task in ANSWERS:
        cell = shown(gallery, task)
        contrasts = cell.output.evaluate(CONTRASTS)
        assert len(contrasts) > 3
        assert min(contrasts) >= 4.5, task  # what WCAG asks of a text
        gallery.picture(f"card-{task}-{theme.lower()}", cell)


def test_a_narrow_window_cuts_nothing_off(gallery: Lab) -> None:
    page: Any = gallery.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.keyboard.press("Control+b")  # the file browser goes away, as one would send it
    for task in ANSWERS:
        cell = shown(gallery, task)
        widths = cell.output.locator("section").evaluate(
            "card => [...card.querySelectorAll('*')].filter(e => !e.closest('svg') || e.tagName === 'svg')"
            ".map(e => e.getBoundingClientRect().right - card.getBoundingClientRect().right)"
        )
        assert max(widths) <= 0, task
        gallery.picture(f"card-{task}-phone", cell)
