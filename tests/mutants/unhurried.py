"""What a zygote serves when its JAX is to be as slow as anybody's: each function undoes one thing that quickens ours.

`ways.py` hands it to a zygote as a file, which is run after the zygote has warmed up.
"""

from __future__ import annotations

import ast
import os
import socket
from pathlib import Path

from jax._src.interpreters import mlir  # what `sandbox/jax_internals.py` has changed is put back

from autograder.sandbox import worker


def optimised(connection: socket.socket) -> None:
    """XLA compiles as it does for anybody."""
    del os.environ["XLA_FLAGS"]  # read when the backend starts, and a zygote has none
    worker.serve(connection)


def contexts(connection: socket.socket) -> None:
    """Every program is lowered in an MLIR context of its own, by the function that JAX came with."""
    module = ast.parse(Path(mlir.__file__).read_text())
    module.body = [node for node in module.body if getattr(node, "name", "") == "make_ir_context"]
    before = mlir.make_ir_context
    exec(compile(module, mlir.__file__, "exec"), vars(mlir))
    assert mlir.make_ir_context is not before
    assert mlir.make_ir_context() is not mlir.make_ir_context()
    worker.serve(connection)
