"""The releases of JAX that this version supports, each in an environment of its own, behind the real wall."""
