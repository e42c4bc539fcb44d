"""What a figure of the trade is: said once, by conditions as lists have them, so that a click leads to its records."""

from dataclasses import dataclass
from typing import Any, Literal

from chezhan.catalogue.labels import Label

# Parts of a rule group of the expression language, all of which must hold.
Rules = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What waits: from so many `days` after the day in `since` until one of `until` says that it is over."""

    since: str
    until: tuple[str, ...]
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """`which` of the kind `entity` are counted. `among`: of these; then it is a share. `added`, `averaged`: fields of
    which the figure is the sum or the mean; `between`: it is the mean of the days from the one moment to the other.

    `at`: the field that says on which day it counts. `standing`: what waits, on any day. With neither it is known for
    the present alone. `behind`: the records that a click shows, where they are not those of `which`.
    """

    name: str
    label: Label
    means: Label
    entity: str
    better: Literal["more", "less"]
    at: str = ""
    standing: Standing | None = None
    which: Rules = ()
    among: Rules | None = None
    behind: Rules | None = None
    added: str = ""
    averaged: str = ""
    between: tuple[str, str] | None = None

    @property
    def unit(self) -> Literal["count", "percent", "money", "days"]:
        if self.among is not None:
            return "percent"
        return "money" if self.added or self.averaged else "days" if self.between else "count"


def rule(field: str, operator: str, value: Any = None, **more: Any) -> dict[str, Any]:
    return {"field": field, "operator": operator, "value": value, **more}


def either(*rules: dict[str, Any]) -> dict[str, Any]:
    return {"combinator": "or", "rules": list(rules)}


def every(rules: Rules) -> dict[str, Any]:
    return {"combinator": "and", "rules": list(rules)}
