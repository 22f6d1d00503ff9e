"""`jax101` and `python -m autograder`: run the command line; whatever happens, no traceback of ours reaches a user."""

from __future__ import annotations

import os
import sys
import traceback


def main() -> None:
    """Run, and end the process with the contract's exit code."""
    from autograder.cli import cli
    from autograder.errors import Jax101Error

    try:
        import click

        try:
            code = cli.main(standalone_mode=False)
        except click.UsageError as error:
            error.show()
            code = 2
        except click.exceptions.Exit as stop:
            code = stop.exit_code
        except (click.Abort, KeyboardInterrupt):
            print("\njax101: stopped; what was graded is kept, the same command goes on from there.", file=sys.stderr)
            code = 1
    except Jax101Error as error:
        for line in str(error).splitlines():
            print(f"jax101: {line}", file=sys.stderr)
        code = error.exit_code
    except BrokenPipeError:
        # The reader went away, as `| head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except Exception as error:  # noqa: BLE001  the last line of defence
        if os.environ.get("JAX101_DEBUG"):
            traceback.print_exc()
        print(
            f"jax101: a mistake of ours ({type(error).__name__}: {str(error)[:200]}). "
            "Set JAX101_DEBUG=1 to see where, and tell us.",
            file=sys.stderr,
        )
        code = 1
    raise SystemExit(code or 0)


if __name__ == "__main__":
    main()
