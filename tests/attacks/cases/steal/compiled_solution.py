# wants: the course's solution among the compiled programs that workers may read
# holds: only JAX's own operations are kept there, and no name from a page
# weaken: none: tests/grading has the rule; here nothing of the course was compiled
import jax

def least(x):
    folder = jax.config.jax_compilation_cache_dir
    if folder:
        import os
        for name in os.listdir(folder):
            if "least" in name or "lambda" in name:
                raise RuntimeError("REACHED " + name)
