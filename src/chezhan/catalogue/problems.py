"""What keeps a design from being put into force."""

from dataclasses import dataclass, field
from typing import Any

from chezhan.kernel.errors import AppError


@dataclass(frozen=True, slots=True)
class Problem:
    """`where`: a place in the definition, its steps joined by dots; `code` and `params`: of the refusal."""

    where: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)


def problem_of(where: str, error: AppError) -> Problem:
    return Problem(where, error.code, error.params)
