"""What a zygote does before the first fork, so that no worker has to: imports, fonts, a little tracing.

No backend and no thread may be started here.
"""

from __future__ import annotations

import os
import time
import warnings
from typing import Any

from autograder.sandbox import jax_internals

_SETTLING_SECONDS = 5.0
_NEVER = 1e9  # seconds of compilation that make a program worth keeping


def threads() -> int:
    """How many threads this process has; 1 where that cannot be told."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1


def warm_up(font_cache: str) -> None:
    """Import what every worker needs, and let JAX trace a little.  Starts no backend."""
    jax_internals.compile_quickly()
    if font_cache:
        os.environ["MPLCONFIGDIR"] = font_cache  # the font list is built once a machine, not once a zygote
    import jax
    import jax.numpy as jnp
    import matplotlib.pyplot as plt

    plt.close(plt.subplots()[0])  # with it, the list of fonts
    os.environ.pop("MPLCONFIGDIR", None)

    def loss(params: dict[str, jax.Array], x: jax.Array) -> tuple[jax.Array, jax.Array]:
        residuals = jnp.tanh(x @ params["w"] + params["b"]).at[0].set(1.0)
        return jnp.mean(jnp.where(residuals > 0, residuals, 0.0) ** 2), residuals

    shape: Any = jax.ShapeDtypeStruct
    params = {"w": shape((3,), "float32"), "b": shape((), "float32")}
    jax.jit(jax.value_and_grad(loss, has_aux=True)).trace(params, shape((5, 3), "float32"))
    jax_internals.share_lowering_context()
    deadline = time.monotonic() + _SETTLING_SECONDS
    while threads() != 1 and time.monotonic() < deadline:  # Matplotlib's timer, when it built the font list
        time.sleep(0.01)


def use_cache(folder: str, *, fill: bool) -> None:
    """Let JAX take compiled programs from `folder`, and keep what it compiles there if it is to `fill` it."""
    import jax

    config: Any = jax.config
    config.update("jax_compilation_cache_dir", folder)
    config.update("jax_persistent_cache_min_compile_time_secs", 0.0 if fill else _NEVER)
    config.update("jax_persistent_cache_min_entry_size_bytes", -1)
    # XLA's own caches would put the folder's name into every key, and a rehearsal fills another folder than is read.
    config.update("jax_persistent_cache_enable_xla_caches", "none")
    warnings.filterwarnings("ignore", message=".*persistent compilation cache.*")
