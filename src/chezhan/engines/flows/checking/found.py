"""Problems of a flow, each with the node that it is at."""

from dataclasses import dataclass, field
from typing import Any

from chezhan.catalogue.problems import Problem
from chezhan.kernel.errors import AppError


@dataclass(frozen=True, slots=True)
class FlowProblem:
    """`node`: its id, empty for the flow as a whole. `where`: the part of the node; `code` and `params`: why."""

    node: str
    where: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)


def at(node: str, problem: Problem) -> FlowProblem:
    return FlowProblem(node, problem.where, problem.code, problem.params)


def refused(node: str, where: str, error: AppError) -> FlowProblem:
    return FlowProblem(node, where, error.code, error.params)
