"""What a student reads: the same words as text and as HTML, with a word beside every sign."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from autograder.checking.exhibits import Arrays, Changed, Exhibit
from autograder.checking.run import Finding
from autograder.model import CheckSpec, Limits, Outcome, Task
from autograder.student.cards import SoFar, as_html, as_text, hint_as_html, progress
from autograder.student.session import Checked, TaskChecked

OUTCOMES: tuple[Outcome, ...] = ("passed", "failed", "timeout", "crashed", "not_run")


def checked(outcome: Outcome = "passed", *, title: str = "ordinary values", printed: str = "", **found: str) -> Checked:
    spec = CheckSpec(check="c", task="double", title=title, points=1, hidden=False)
    return Checked(spec, Finding(outcome, **found), printed)


def card(*checks: Checked, task: str = "double") -> TaskChecked:
    return TaskChecked(Task(id=task, title="", points=1, hints=("?",), limits=Limits()), checks)


STUB = checked(
    "failed", message="`double` is not attempted yet.", hint="Replace `raise`.", misconception="not-attempted"
)


def test_a_right_answer_is_said_in_one_line_a_check() -> None:
    text = as_text([card(checked(), checked(title="one entry"))])
    assert text == "double: all 2 checks passed\n  ✓ ordinary values (passed)\n  ✓ one entry (passed)"


def test_a_wrong_answer_says_what_was_seen_and_what_to_do() -> None:
    text = as_text([card(checked(), checked("failed", message="It is 9, not 6.", hint="Use `*`."))])
    assert text.split("\n")[0] == "double: 1 of 2 checks passed"
    assert text.endswith("  ✗ ordinary values (failed)\n      It is 9, not 6.\n      → Use `*`.")


def test_a_stub_is_no_failure_and_says_once_what_to_replace() -> None:
    for form in (as_text, as_html):
        shown = form([card(STUB, STUB)])
        assert "not attempted yet" in shown
        assert shown.count("Replace") == 1
        assert "✗" not in shown
        assert "failed" not in shown


def test_a_function_that_works_for_some_inputs_is_an_attempt() -> None:
    assert "1 of 2 checks passed" in as_text([card(checked(), STUB)])


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_no_sign_stands_without_its_word(outcome: Outcome) -> None:
    words = {"timeout": "ran out of time", "crashed": "ended", "not_run": "not run"}
    for form in (as_text, as_html):
        assert f"({words.get(outcome, outcome)})" in form([card(checked(outcome))])


def test_the_same_mistake_is_explained_once() -> None:
    wrong = checked("failed", message="There is no function `double`.", hint="Keep the name.")
    for form in (as_text, as_html):
        shown = form([card(wrong, wrong, checked("failed", message="Something else."))])
        assert shown.count("Keep the name.") == 1
        assert shown.count("as above") == 1
        assert "Something else." in shown


def test_the_same_advice_is_given_once() -> None:
    one, other = (checked("failed", message=f"It is {number}.", hint="Use `*`.") for number in (8, 9))
    for form in (as_text, as_html):
        shown = form([card(one, other)])
        assert "It is 8." in shown
        assert "It is 9." in shown
        assert shown.count("Use ") == 1


def test_a_mistake_is_called_by_its_name() -> None:
    for form in (as_text, as_html):
        assert "(failed: update-dropped)" in form([card(checked("failed", misconception="update-dropped"))])


def test_a_single_card_has_the_progress_bar_of_its_unit() -> None:
    assert progress(SoFar("02_grad", 2, 5)) == "■■□□□ 2 of 5 tasks of 02_grad pass so far"
    html = as_html([card(checked())], SoFar("02_grad", 2, 5))
    assert 'role="progressbar" aria-valuemin="0" aria-valuemax="5" aria-valuenow="2"' in html
    assert html.endswith("</span></span> 2 of 5 tasks of 02_grad pass so far</div>")


def test_an_address_in_a_hint_can_be_followed_and_one_in_code_is_code() -> None:
    html = as_html(
        [card(checked("failed", message="See https://a.org/x.", hint="See https://b.org/y. `https://c.org`"))]
    )
    assert html.count("<a ") == 1
    assert '<a href="https://b.org/y" target="_blank" rel="noopener">https://b.org/y</a>. <code>' in html


def test_a_hint_is_text_and_code() -> None:
    html = hint_as_html("Hint 1 of 3 for double: Use `*`, not <b>.")
    assert "<strong>Hint 1 of 3 for double:</strong> Use <code>*</code>, not &lt;b&gt;." in html


def test_a_task_without_public_checks_says_so() -> None:
    for form in (as_text, as_html):
        assert "no public checks" in form([card()])


def test_several_tasks_end_with_a_summary() -> None:
    text = as_text([card(checked()), card(STUB, task="total")])
    assert text.split("\n")[-1] == "■□ 1 of 2 tasks pass their public checks"
    assert "1 of 2 tasks" in as_html([card(checked()), card(STUB)])
    assert "tasks" not in as_text([card(checked())])


def test_what_a_failing_function_printed_is_shown_and_a_passing_ones_is_not() -> None:
    for form in (as_text, as_html):
        assert "shape (3,)" in form([card(checked("failed", printed="shape (3,)\n"))])
        assert "shape (3,)" not in form([card(checked("passed", printed="shape (3,)\n"))])


def test_a_flood_of_prints_is_cut() -> None:
    for form in (as_text, as_html):
        shown = form([card(checked("failed", printed="x" * 5000 + "\n" + "".join(f"line {i}\n" for i in range(500))))])
        assert "line 8" in shown
        assert "line 9" not in shown
        assert "and 491 lines more" in shown
        assert "x" * 100 in shown
        assert "x" * 101 not in shown


def test_html_shows_what_students_wrote_as_text() -> None:
    evil = "<script>alert(1)</script>&amp;"
    html = as_html([card(checked("failed", title=evil, message=evil, hint=f"`{evil}`", printed=evil), task=evil)])
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;") == 6  # the task's name stands there twice


def test_control_characters_are_written_out() -> None:
    evil = "\x1b[2J\u202e"
    for form in (as_text, as_html):
        shown = form([card(checked("failed", title=evil, message=evil, hint=evil, printed=evil))])
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert shown.count("\\x1b[2J") == 4


def test_backticks_become_code_in_html_and_a_single_one_stays() -> None:
    html = as_html([card(checked("failed", message="write `x + 1`, no ` alone"))])
    assert "<code>x + 1</code>, no ` alone" in html


def test_text_is_wrapped_between_words_and_code_stays_whole() -> None:
    code = "`jax.grad(lambda v: jnp.sum(v ** 2), argnums=0)`"
    for words in range(12):
        message = "word " * words + code + " word" * 30
        text = as_text([card(checked("failed", message=message, hint="do " * 60))], width=60)
        assert max(map(len, text.split("\n"))) <= 60
        assert code in text


def test_lines_of_a_message_stay_lines_below_their_check() -> None:
    text = as_text([card(checked("failed", message="Two rows:\n  [1, 2]\n  [3, 4]"))])
    assert "      Two rows:\n        [1, 2]\n        [3, 4]" in text


# --------------------------------------------------------------------------- what is better seen than told

CHANGED = Changed("x", np.array([1.0, 2.0]), np.array([7.0, 2.0]))
ARRAYS = Arrays(np.array([1.0, 2.0]), np.array([1.0, 3.0]), np.array([False, True]))


def seen(exhibit: Exhibit, hint: str = "Look.", check: str = "c") -> Checked:
    found = checked("failed", message="It is wrong.", hint=hint)
    return found._replace(finding=found.finding._replace(exhibit=exhibit), spec=replace(found.spec, check=check))


def test_an_argument_is_shown_before_and_after_with_its_changed_entry_marked() -> None:
    text = as_text([card(seen(CHANGED))])
    assert (
        "        x before: [*1.*, 2.]\n        x after:  [*7.*, 2.]\n        (What changed stands between stars.)"
        in text
    )
    html = as_html([card(seen(CHANGED))])
    assert ">1.</del>, 2.]" in html
    assert ">7.</ins>, 2.]" in html


def test_a_picture_is_on_the_page_and_changes_nothing_in_the_text() -> None:
    assert "<svg" in as_html([card(seen(ARRAYS))])
    assert as_text([card(seen(ARRAYS))]) == as_text([card(checked("failed", message="It is wrong.", hint="Look."))])


def test_one_mistake_is_drawn_once() -> None:
    other = seen(ARRAYS, check="d")
    other = other._replace(finding=other.finding._replace(message="Wrong once more."))
    assert as_html([card(seen(ARRAYS), other)]).count("<figure") == 1
    assert as_html([card(seen(ARRAYS), seen(ARRAYS, hint="Another one.", check="d"))]).count("<figure") == 2
