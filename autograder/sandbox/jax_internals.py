"""The one place that reaches behind JAX's public interface, for speed only: without it everything is right, and slower.

Each part looks first whether JAX is as it expects, and does nothing where it is not.
"""

from __future__ import annotations

import os

# Flags of XLA, by the series of jaxlib that are known to take them: an unknown flag would end the process.
# Grading is little else than compiling single operations for a few numbers each.  The older code generator takes half
# the time of the newer, and without optimisation a fifth less again; a student's long loop runs milliseconds longer.
_UNOPTIMISED = "--xla_backend_optimization_level=0"
_XLA_FLAGS = {
    "0.10": f"--xla_cpu_use_fusion_emitters=false {_UNOPTIMISED}",
    "0.11": _UNOPTIMISED,
    "0.12": _UNOPTIMISED,
}


def compile_quickly() -> None:
    """Ask XLA for quick compilation, where this jaxlib is known to understand; before its first use."""
    from jaxlib.version import __version__

    if flags := flags_for(__version__):
        os.environ["XLA_FLAGS"] = flags


def flags_for(jaxlib: str) -> str:
    """The flags for a version of jaxlib; empty where none is known to be taken."""
    return _XLA_FLAGS.get(".".join(jaxlib.split(".")[:2]), "")


def share_lowering_context() -> None:
    """Lower every program in one MLIR context, made now.

    JAX makes a new one for each, which takes 3 ms and is most of the cost of an operation that needs no compilation.
    It does so to free memory in processes that live long; a worker lives for seconds.  There is no public way.
    """
    try:
        from jax._src.interpreters import mlir

        context = mlir.make_ir_context()
    except (ImportError, AttributeError):
        return
    mlir.make_ir_context = lambda: context
