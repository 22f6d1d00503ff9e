# wants: a compiled program that the next worker trusts
# holds: that folder can be read and never written
# weaken: none: without a wall it is the user's own cache, and no test shall touch that
import os
import jax

def least(x):
    folder = jax.config.jax_compilation_cache_dir
    if folder:
        with open(os.path.join(folder, "jit_sin-0123456789abcdef-cache"), "w") as file:
            file.write("")
        raise RuntimeError("REACHED the folder")
