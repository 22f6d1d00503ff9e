"""How fast the grader is, side by side with plain nbgrader and with the floor: `make bench`."""
