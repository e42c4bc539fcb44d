"""What a sheet says: points for conditions, and what they come to."""

import datetime as dt
from typing import Annotated, Any, Literal

import orjson
from pydantic import Field, model_validator

from chezhan.catalogue.part import Part

ITEMS = 60
Grade = Literal["H", "A", "B", "C"]


class ScoreItem(Part):
    """`when`: a rule group on leads, as lists are filtered by. `points`: what it adds, or takes off."""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    points: Annotated[int, Field(ge=-100, le=100)]
    when: dict[str, Any]

    @property
    def text(self) -> str:
        return orjson.dumps(self.when).decode()


class ScoreGrade(Part):
    """From so many points on. `days`: until when somebody of it is contacted again."""

    grade: Grade
    points: Annotated[int, Field(ge=0, le=100)]
    days: Annotated[int, Field(ge=1, le=180)]


class Sheet(Part):
    """`grades`: the best first, the last from 0 on. `at`: the hour on the wall of the next contact."""

    items: Annotated[tuple[ScoreItem, ...], Field(max_length=ITEMS)] = ()
    grades: Annotated[tuple[ScoreGrade, ...], Field(min_length=1, max_length=4)]
    at: dt.time = dt.time(10)

    @model_validator(mode="after")
    def _falls(self) -> "Sheet":
        points = [one.points for one in self.grades]
        if points != sorted(set(points), reverse=True) or points[-1] != 0:
            raise ValueError("the points of the grades fall, to 0")
        if len({one.grade for one in self.grades}) != len(self.grades):
            raise ValueError("a grade stands once")
        return self

    def grade_of(self, score: int) -> ScoreGrade:
        return next(one for one in self.grades if score >= one.points)


def read_sheet(says: Any) -> Sheet:
    """Raises ValidationError."""
    return Sheet.model_validate_json(orjson.dumps(says))
