"""`nbgrader generate_assignment`: a unit's page → what `jax101 release` writes, and its cells in the gradebook.

The page is read when the command runs, so what stands in `solutions/` and `course.yml` now is what comes out.
"""

from __future__ import annotations

import glob
import os
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import nbformat
from nbgrader import converters  # type: ignore[import-untyped]
from nbgrader.api import MissingEntry  # type: ignore[import-untyped]

from autograder.errors import CourseError, UsageError
from autograder.model import Course, Unit
from autograder.nbgrader.converters import MOMENT, Told, unit_of
from autograder.release import unit_files, write


class GenerateAssignment(Told, converters.GenerateAssignment):  # type: ignore[misc]  # nbgrader has no types
    """nbgrader's, for pages.  An assignment that is there is written anew: `--force` changes nothing."""

    def init_notebooks(self) -> None:
        """Find the units and make their files: what is wrong with them is told before anything is touched."""
        course = self.course()
        self.assignments: dict[str, list[str]] = {}
        self._files: dict[str, dict[str, str]] = {}  # by unit and name
        for unit in self._chosen(course):
            # Not a `Path`: nbgrader finds student and unit in this text again, by the dot in `solutions/./02_grad`.
            notebook = os.path.join(self._format_source(unit.id, self.coursedir.student_id), f"{unit.notebook}.ipynb")
            self.assignments[unit.id] = [notebook]
            self._files[unit.id] = {path.name: text for path, text in unit_files(course, unit).items()}
            if not self.no_database:
                released = nbformat.reads(self._files[unit.id][os.path.basename(notebook)], as_version=4)  # type: ignore[no-untyped-call]
                with self.gradebook() as gradebook:
                    refuse_other_cells(gradebook, unit, released)

    def _chosen(self, course: Course) -> list[Unit]:
        wanted = self.coursedir.assignment_id
        if not glob.has_magic(wanted):
            return [unit_of(course, wanted)]
        chosen = [unit for unit in course.units if fnmatchcase(unit.id, wanted)]
        if not chosen:
            raise UsageError(f"no unit of the course is called {wanted}.")
        return chosen

    def convert_notebooks(self) -> None:
        """One unit after another, and nobody else meanwhile."""
        with self.alone(patience=MOMENT):
            for unit, notebooks in sorted(self.assignments.items()):
                self.notebooks = notebooks
                self.run_pre_convert_hook()
                self.init_assignment(unit, self.coursedir.student_id)
                self.convert_single_notebook(self.notebooks[0])
                self.set_permissions(unit, self.coursedir.student_id)
                self.run_post_convert_hook()

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Enter the unit into the gradebook.  Nothing of `solutions/` is copied: the page stands there."""
        if self.no_database:
            return
        with self.gradebook() as gradebook:
            if self.create_assignment:
                gradebook.update_or_create_assignment(assignment_id)
            else:
                gradebook.find_assignment(assignment_id)
        if self.coursedir.notebook_id == "*":
            self._clean_old_notebooks(assignment_id, student_id)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Write what students get.  The gradebook learns of the cells on the way, by nbgrader's `SaveCells`."""
        resources = self.init_single_notebook_resources(notebook_filename)
        unit, name = resources["nbgrader"]["assignment"], os.path.basename(notebook_filename)
        notebook: Any = nbformat.reads(self._files[unit][name], as_version=4)  # type: ignore[no-untyped-call]
        output, resources = self.exporter.from_notebook_node(notebook, resources)
        folder = Path(self._format_dest(unit, self.coursedir.student_id))
        for other in self._files[unit].keys() - {name}:
            write(folder / other, self._files[unit][other])
        self.write_single_notebook(output, resources)


def refuse_other_cells(gradebook: Any, unit: Unit, released: Any) -> None:
    """nbgrader cannot add a cell to a notebook that was handed in, nor take one away: `CourseError` where it had to."""
    new = {cell.metadata.nbgrader.grade_id for cell in released.cells if "nbgrader" in cell.metadata}
    try:
        notebook = gradebook.find_notebook(unit.notebook, unit.id)
    except MissingEntry:
        return
    old = {cell.name for cell in notebook.source_cells}
    if notebook.submissions and old != new:
        changed = ", ".join(sorted(old ^ new))
        raise CourseError(
            f"{unit.id}: cells came or went ({changed}), which a gradebook with submissions cannot follow. "
            "Take the change back, or move the gradebook away, generate and autograde again."
        )
