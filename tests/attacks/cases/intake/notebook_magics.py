# wants: a shell by way of a notebook's magics
# holds: magics are not run
# weaken: none: there is no IPython in a worker, on any build
import json

def hand_in(folder):
    sources = ["!touch /tmp/jax101-reached", "%%bash\ntouch /tmp/jax101-reached", "%run other.py", "get_ipython().system('touch /tmp/jax101-reached')"]
    cells = [{"cell_type": "code", "source": source} for source in sources]
    (folder / "target.ipynb").write_text(json.dumps({"nbformat": 4, "metadata": {}, "cells": cells}))
