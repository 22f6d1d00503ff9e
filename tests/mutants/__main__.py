"""See `figures`."""

import sys

from tests.mutants.figures import main

if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
