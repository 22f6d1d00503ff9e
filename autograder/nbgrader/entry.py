"""One submission's entry in the gradebook: the rows that nbgrader's own steps would write, all of them or none.

nbgrader looks each cell up through six tables and commits after it, so that a submission takes dozens of transactions
and a kill between two of them leaves half of its scores.  Here it is one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
from nbgrader import utils  # type: ignore[import-untyped]
from nbgrader.api import (  # type: ignore[import-untyped]
    Assignment,
    Comment,
    Grade,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)

from autograder.errors import CourseError, UsageError
from autograder.model import Report, Unit

Penalty = Callable[[Any, Any], float | None]  # of a submission and its notebook, both as nbgrader has them


class Judged(msgspec.Struct, frozen=True):
    """A submission with its verdict, on its way into a gradebook."""

    gradebook: Any
    report: Report
    unit: Unit  # as the course has it now
    timestamp: datetime | None = None  # when it was handed in; `None`: what the gradebook says of it stays
    create_student: bool = True

    def __deepcopy__(self, memo: Any) -> Judged:
        return self  # nbconvert copies all that a notebook is converted with, and an open gradebook has no copy


def enter(judged: Judged, notebook: Any, penalty: Penalty) -> None:
    """Enter the scores that stand in an autograded notebook.

    What a person gave stays: manual scores, extra credit, comments.  As in nbgrader, a task with a manual score is
    marked to be looked at again.  Where the report has no score each task waits for a person; that is no zero.
    """
    db = judged.gradebook.db
    try:
        with db.no_autoflush:
            _enter(db, judged, notebook, penalty)
        db.commit()
    finally:
        db.rollback()  # nothing to do after the commit
        db.expunge_all()  # a class need not fit in memory


def stands(judged: Judged) -> bool:
    """Whether the gradebook has this very verdict already."""
    db = judged.gradebook.db
    report = judged.report
    wanted = {task.task: task.score if report.status == "graded" else None for task in report.tasks}
    try:
        submission = _submission(db, judged)
        if submission is None or judged.timestamp not in (None, submission.timestamp):
            return False
        papers = [paper for paper in submission.notebooks if paper.name == judged.unit.notebook]
        return [{grade.name: grade.auto_score for grade in paper.grades} for paper in papers] == [wanted]
    finally:
        db.rollback()
        db.expunge_all()


def _enter(db: Any, judged: Judged, notebook: Any, penalty: Penalty) -> None:
    submission = _made(db, judged)
    [paper] = [paper for paper in submission.notebooks if paper.notebook.name == judged.unit.notebook]
    grades = {grade.cell.name: grade for grade in paper.grades}
    comments = {comment.cell.name: comment for comment in paper.comments}
    for cell in notebook.cells:
        if utils.is_grade(cell):
            grade = grades[cell.metadata.nbgrader["grade_id"]]
            grade.auto_score = utils.determine_grade(cell)[0] if judged.report.status == "graded" else None
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        if utils.is_solution(cell):
            untouched = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
            comments[cell.metadata.nbgrader["grade_id"]].auto_comment = "No response." if untouched else None
    paper.late_submission_penalty = None
    if judged.timestamp:
        submission.timestamp = judged.timestamp
    if submission.assignment.duedate is not None and submission.total_seconds_late > 0:
        db.flush()
        db.refresh(paper, ["score"])
        paper.late_submission_penalty = penalty(submission, paper)


def _submission(db: Any, judged: Judged) -> Any:
    return (
        db.query(SubmittedAssignment)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .filter(Assignment.name == judged.unit.id, SubmittedAssignment.student_id == judged.report.student)
        .one_or_none()
    )


def _made(db: Any, judged: Judged) -> Any:
    """The submission with a row for each cell of its assignment; what is missing is made."""
    submission = _submission(db, judged)
    if submission is None:
        assignment = db.query(Assignment).filter(Assignment.name == judged.unit.id).one_or_none()
        if assignment is None:
            raise CourseError(f"{judged.unit.id} was taken out of the gradebook meanwhile; run this again.")
        submission = SubmittedAssignment(assignment=assignment, student=_student(db, judged))
    papers = {paper.notebook.name: paper for paper in submission.notebooks}
    for sheet in submission.assignment.notebooks:
        paper = papers.get(sheet.name) or SubmittedNotebook(notebook=sheet, assignment=submission)
        graded, commented = ({row.cell_id for row in rows} for rows in (paper.grades, paper.comments))
        for cell in sheet.grade_cells:
            if cell.id not in graded:
                Grade(cell=cell, notebook=paper)
        for cell in sheet.solution_cells:
            if cell.id not in commented:
                Comment(cell=cell, notebook=paper)
        for cell in sheet.task_cells:
            if cell.id not in graded:
                Grade(cell=cell, notebook=paper)
            if cell.id not in commented:
                Comment(cell=cell, notebook=paper)
    db.add(submission)  # and with it what hangs on it
    return submission


def _student(db: Any, judged: Judged) -> Any:
    name = judged.report.student
    student = db.get(Student, name)
    if student is None and not judged.create_student:
        raise UsageError(f"No such student: {name}: add the student with `nbgrader db student add`.")
    return student or Student(id=name)
