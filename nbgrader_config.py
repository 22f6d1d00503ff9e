"""nbgrader for this course: its commands in this folder, and formgrader in a JupyterLab that was started here."""

c = get_config()  # noqa: F821  nbgrader runs this file and gives it this function
c.CourseDirectory.course_id = "jax101"  # the course's name in nbgrader's exchange

try:
    from autograder.nbgrader import configure

    configure(c, __file__)
except Exception as error:  # noqa: BLE001  without us nbgrader would go on, and run submissions in a kernel of yours
    raise SystemExit(f"nbgrader_config.py: {error}. Is jax101[instructor] installed where nbgrader is?") from None
