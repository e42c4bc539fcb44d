"""The one abstract syntax tree: JSON in, frozen objects out. It names fields and functions, and nothing runs here.

`read_expression` is the way in for JSON; formulas and rule groups build the same nodes.
"""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

import orjson
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
)
from pydantic import Field as Of

from chezhan.expressions.days import read_date, read_moment
from chezhan.expressions.errors import InvalidExpression
from chezhan.expressions.limits import LISTED, NAME, TEXT, measure, measure_json, plain_text, too_large
from chezhan.expressions.numbers import number_text, read_number

Operator = Literal[
    "=", "!=", "<", "<=", ">", ">=", "in", "notIn", "contains", "doesNotContain", "beginsWith", "endsWith",
    "between", "null", "notNull", "during",
]  # fmt: skip
# What stands on the right of an operator, when it is not one value.
TAKES = {"null": "nothing", "notNull": "nothing", "between": "pair", "in": "list", "notIn": "list", "during": "period"}
Fold = Literal["count", "sum", "avg", "min", "max"]
Sign = Literal["+", "-", "*", "/", "%", "&"]


def _text(value: str) -> str:
    if len(value) > TEXT:
        raise too_large("text", TEXT)
    return plain_text(value)


Name = Annotated[str, Of(min_length=1, max_length=NAME), AfterValidator(plain_text)]
Numeral = Annotated[Decimal, BeforeValidator(read_number), PlainSerializer(number_text)]


class Node(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Number(Node):
    type: Literal["number"] = "number"
    value: Numeral


class Text(Node):
    type: Literal["text"] = "text"
    value: Annotated[str, AfterValidator(_text)]


class Boolean(Node):
    type: Literal["boolean"] = "boolean"
    value: Annotated[bool, Of(strict=True)]


class Date(Node):
    type: Literal["date"] = "date"
    value: Annotated[dt.date, BeforeValidator(read_date)]


class Moment(Node):
    """An instant; a text without an offset is none."""

    type: Literal["datetime"] = "datetime"
    value: Annotated[dt.datetime, BeforeValidator(read_moment)]


class Null(Node):
    type: Literal["null"] = "null"


Scalar = Annotated[Number | Text | Boolean | Date | Moment, Of(discriminator="type")]


def _listed(items: tuple) -> tuple:
    if len(items) > LISTED:
        raise too_large("list", LISTED)
    return items


class Items(Node):
    """The right side of `in` and `notIn`."""

    type: Literal["list"] = "list"
    items: Annotated[tuple[Scalar, ...], Of(min_length=1), AfterValidator(_listed)]


class Period(Node):
    """The right side of `during`: a period by its name, counted from today."""

    type: Literal["period"] = "period"
    name: Name


class Field(Node):
    """`name`: a field of the record, or a path through relations to one: `vehicle.brand`."""

    type: Literal["field"] = "field"
    name: Name


class Comparison(Node):
    """`values`: none for null and notNull, two for between, else one."""

    type: Literal["comparison"] = "comparison"
    operator: Operator
    left: "Expression"
    values: "tuple[Expression | Items | Period, ...]" = ()


class And(Node):
    """True of no conditions at all."""

    type: Literal["and"] = "and"
    conditions: "tuple[Expression, ...]"


class Or(Node):
    """Of no conditions at all it is true as well: an empty group of rules lets everything pass."""

    type: Literal["or"] = "or"
    conditions: "tuple[Expression, ...]"


class Not(Node):
    type: Literal["not"] = "not"
    condition: "Expression"


class Arithmetic(Node):
    """`&` joins texts."""

    type: Literal["arithmetic"] = "arithmetic"
    operator: Sign
    left: "Expression"
    right: "Expression"


class Negative(Node):
    type: Literal["negative"] = "negative"
    value: "Expression"


class Branch(Node):
    type: Literal["branch"] = "branch"
    when: "Expression"
    then: "Expression"


class Case(Node):
    """The first branch whose condition is true; null without one and without `otherwise`."""

    type: Literal["case"] = "case"
    branches: Annotated[tuple[Branch, ...], Of(min_length=1)]
    otherwise: "Expression | None" = None


class Call(Node):
    type: Literal["call"] = "call"
    function: Name
    arguments: "tuple[Expression, ...]" = ()


class Aggregate(Node):
    """Over the records that belong to this one. `name`: the path to them, and for all but count on to their value:
    `work_orders`, `work_orders.total`. `where` sees their fields. `period` counts by their date."""

    type: Literal["aggregate"] = "aggregate"
    function: Fold
    name: Name
    where: "Expression | None" = None
    period: Name | None = None


class Changed(Node):
    """Whether a field differs before and after a change, and was `before` and is `after` where these are given."""

    type: Literal["changed"] = "changed"
    field: Name
    before: "Expression | None" = None
    after: "Expression | None" = None


Expression = Annotated[
    Number | Text | Boolean | Date | Moment | Null | Field | Comparison | And | Or | Not | Arithmetic | Negative | Case
    | Call | Aggregate | Changed,
    Of(discriminator="type"),
]  # fmt: skip
Literals = Number | Text | Boolean | Date | Moment | Null

for _node in (Comparison, And, Or, Not, Arithmetic, Negative, Branch, Case, Call, Aggregate, Changed):
    _node.model_rebuild()
_ADAPTER: TypeAdapter[Any] = TypeAdapter(Expression)


def read_expression(data: Any) -> Any:
    """`data`: JSON as text, bytes or already parsed. Raises InvalidExpression or ExpressionTooLarge."""
    if isinstance(data, str | bytes):
        try:
            data = orjson.loads(data)
        except orjson.JSONDecodeError:
            raise InvalidExpression("This is not JSON.") from None
    measure_json(data)
    try:
        expression = _ADAPTER.validate_python(data)
    except ValidationError as fault:
        where = ".".join(str(step) for step in fault.errors(include_url=False, include_input=False)[0]["loc"])
        raise InvalidExpression(params={"where": where[:NAME]}) from None
    measure(expression)
    return expression


def write_expression(expression: Node) -> dict[str, Any]:
    """As JSON; `read_expression` of it is equal to `expression`."""
    return expression.model_dump(mode="json", exclude_none=True)
