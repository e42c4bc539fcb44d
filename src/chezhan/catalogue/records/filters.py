"""A rule group of JSON becomes a condition; what it does not understand, it refuses."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, Protocol

import orjson
from django.db.models import Q

from chezhan.catalogue.entity import Field
from chezhan.catalogue.operators import Operator, Takes
from chezhan.catalogue.periods import PERIODS
from chezhan.catalogue.records.refusals import InvalidFilter, InvalidValue, UnknownField, UnknownOperator
from chezhan.catalogue.types import PARSE_FAULTS

DEPTH_LIMIT = 5
RULE_LIMIT = 100
LIST_LIMIT = 500


class Seen(Protocol):
    """A field as conditions know it."""

    @property
    def field(self) -> Field: ...

    @property
    def operators(self) -> tuple[Operator, ...]: ...

    def condition(self, operator: Operator, values: Sequence[Any]) -> Q: ...


def compile_filter(*, text: str, today: dt.date, entity: str, look: Callable[[str], Seen]) -> Q:
    """`text`: {combinator, rules: [{field, operator, value} or a group], not?} as JSON; empty means every record.

    `today` is what relative periods count from. `look` answers a field by its name or raises UnknownField.
    Raises InvalidFilter, UnknownField, UnknownOperator, InvalidValue.
    """
    if not text:
        return Q()
    try:
        group = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise InvalidFilter from None
    return _Compiler(entity, today, look).group(group, depth=1)


class _Compiler:
    def __init__(self, entity: str, today: dt.date, look: Callable[[str], Seen]) -> None:
        self.entity, self.today, self.look, self.rules = entity, today, look, 0

    def group(self, data: Any, *, depth: int) -> Q:
        if not isinstance(data, dict) or data.get("combinator") not in ("and", "or") or depth > DEPTH_LIMIT:
            raise InvalidFilter
        rules = data.get("rules")
        if not isinstance(rules, list) or not isinstance(data.get("not", False), bool):
            raise InvalidFilter
        self.rules += len(rules)
        if self.rules > RULE_LIMIT:
            raise InvalidFilter(f"A filter has at most {RULE_LIMIT} conditions.", params={"limit": RULE_LIMIT})
        parts = [self.group(rule, depth=depth + 1) if _is_group(rule) else self.rule(rule) for rule in rules]
        condition = reduce(and_ if data["combinator"] == "and" else or_, parts, Q())
        return ~condition if data.get("not") and condition else condition

    def rule(self, data: Any) -> Q:
        if not isinstance(data, dict):
            raise InvalidFilter
        seen = self.look(str(data.get("field")))
        if not seen.field.filterable:
            raise UnknownField(params={"field": seen.field.name, "entity": self.entity})
        wanted = str(data.get("operator"))
        operator = next((one for one in seen.operators if one.name == wanted), None)
        if operator is None:
            raise UnknownOperator(params={"field": seen.field.name, "operator": wanted[:40]})
        return seen.condition(operator, self.values(seen.field, operator, data.get("value")))

    def values(self, field: Field, operator: Operator, value: Any) -> Sequence[Any]:
        parse = _parser_of(field, operator)
        try:
            match operator.takes:
                case Takes.NOTHING:
                    return ()
                case Takes.ONE:
                    return (parse(value),)
                case Takes.PERIOD:
                    return PERIODS[value].days(self.today)
                case Takes.PAIR:
                    first, last = value
                    return (parse(first), parse(last))
                case Takes.LIST:
                    if not isinstance(value, list) or not 0 < len(value) <= LIST_LIMIT:
                        raise ValueError("a list")
                    return [parse(one) for one in value]
        except (KeyError, *PARSE_FAULTS):
            params = {"field": field.name, "operator": operator.name, "takes": str(operator.takes)}
            raise InvalidValue(params=params | {"type": field.type.name}) from None


def _is_group(rule: Any) -> bool:
    return isinstance(rule, dict) and "rules" in rule


def _parser_of(field: Field, operator: Operator) -> Callable[[Any], Any]:
    """A link's title is looked into by text; a choice must be one of its options."""
    if operator.name == "contains" and field.target:
        return _some_text
    if field.options:
        return {option.value: option.value for option in field.options}.__getitem__
    return field.type.parse


def _some_text(value: Any) -> str:
    if not isinstance(value, str) or not value or len(value) > 200 or "\x00" in value:
        raise ValueError("some text")
    return value
