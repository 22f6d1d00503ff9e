"""What is taken from behind JAX's public interface: it saves time, changes no value, and may be missing."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

from autograder.sandbox import jax_internals

PROGRAM = """
import os
from autograder.sandbox import jax_internals
{before}
import jax
import jax.numpy as jnp
import numpy as np
from jax._src.interpreters import mlir

made = []
make = mlir.make_ir_context
mlir.make_ir_context = lambda: made.append(1) or make()
{sharing}
x = jnp.arange(5.0)
y = jax.jit(lambda x: jnp.where(x > 2, x, 0.0) + 1)(x) * x
gradient = jax.grad(lambda x: jnp.sum(x**2))(x)
assert np.asarray(y).tolist() == [0.0, 1.0, 2.0, 12.0, 20.0] and np.asarray(gradient).tolist() == [0, 2, 4, 6, 8]
print(len(made), os.environ.get("XLA_FLAGS"))
"""


def run(before: str = "", sharing: str = "") -> list[str]:
    program = PROGRAM.format(before=before, sharing=sharing)
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    ).stdout.split()


def test_all_programs_are_lowered_in_one_context() -> None:
    assert int(run()[0]) > 3
    assert run(sharing="jax_internals.share_lowering_context()")[0] == "1"


def test_a_flag_is_set_only_for_a_jaxlib_that_takes_it() -> None:
    # This JAX would end the process at once if it did not know the flag.
    flags = jax_internals.flags_for(version("jaxlib")).split()
    assert run(before="jax_internals.compile_quickly()")[1:] == (flags or ["None"])
    assert jax_internals.flags_for("99.1.0") == ""


def test_a_jax_without_that_function_is_left_as_it_is() -> None:
    run(sharing="del mlir.make_ir_context; jax_internals.share_lowering_context(); mlir.make_ir_context = make")
