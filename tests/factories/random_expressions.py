"""Random expressions in which every part fits its place."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from chezhan.expressions import Kind, ast
from chezhan.expressions.periods import PERIODS
from tests.factories.motor_pool import COLLECTIONS, KINDS, RELATIONS, STATES, Car, Thing
from tests.factories.random_pool import DATES, MOMENTS, NUMBERS, OWNERS, TEXTS

Draw = Callable[[st.SearchStrategy], Any]
UNITS = st.sampled_from(["days", "weeks", "months", "years"]).map(lambda unit: ast.Text(value=unit))
ORDER = ["=", "!=", "<", "<=", ">", ">="]
VALUES = (Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN, Kind.DATE)


@st.composite
def expressions(draw: Draw, kind: Kind, model: type[Thing] = Car, depth: int = 4) -> ast.Node:
    """Of `kind`: text, number, boolean or date. About a record of `model`."""
    return Maker(draw, model).of(kind, depth)


class Maker:
    def __init__(self, draw: Draw, model: type[Thing], within: int = 0) -> None:
        self.draw, self.model, self.within = draw, model, within

    def of(self, kind: Kind, depth: int) -> ast.Node:
        ways = {Kind.TEXT: self.text, Kind.NUMBER: self.number, Kind.BOOLEAN: self.boolean, Kind.DATE: self.date}
        if depth <= 0 or self.one_in(3):
            return self.leaf(kind)
        if self.one_in(8):
            return self.choice(kind, depth - 1)
        return ways[kind](depth - 1)

    def one_in(self, count: int) -> bool:
        return self.draw(st.integers(1, count)) == 1

    def pick(self, options: Any) -> Any:
        return self.draw(st.sampled_from(list(options)))

    def leaf(self, kind: Kind) -> ast.Node:
        names = self.fields(kind)
        if names and not self.one_in(3):
            return ast.Field(name=self.pick(names))
        match kind:
            case Kind.TEXT:
                return ast.Text(value=self.draw(TEXTS))
            case Kind.NUMBER:
                return ast.Number(value=self.draw(NUMBERS))
            case Kind.DATE:
                return self.call("today") if self.one_in(3) else ast.Date(value=self.draw(DATES))
        return ast.Boolean(value=self.draw(st.booleans()))

    def fields(self, kind: Kind) -> list[str]:
        """Names of that kind, own and through relations; a moment is a date too."""
        fitting = {kind, Kind.DATETIME} if kind is Kind.DATE else {kind, Kind.CHOICE} if kind is Kind.TEXT else {kind}
        own = [name for name, one in KINDS[self.model].items() if one in fitting]
        for relation, target in RELATIONS[self.model].items():
            own += [f"{relation}.{name}" for name, one in KINDS[target].items() if one in fitting]
        return own

    def choice(self, kind: Kind, depth: int) -> ast.Node:
        if self.one_in(2):
            return self.call("coalesce", self.of(kind, depth), self.of(kind, depth))
        branches = [
            ast.Branch(when=self.of(Kind.BOOLEAN, depth), then=self.of(kind, depth)) for _ in range(self.pick([1, 2]))
        ]
        return ast.Case(branches=tuple(branches), otherwise=self.of(kind, depth) if self.one_in(2) else None)

    def call(self, function: str, *arguments: ast.Node) -> ast.Call:
        return ast.Call(function=function, arguments=arguments)

    def number(self, depth: int) -> ast.Node:
        way = self.pick(["arithmetic", "arithmetic", "round", "one", "least", "len", "part", "datediff", "aggregate"])
        match way:
            case "round":
                places = ast.Number(value=Decimal(self.pick(range(5))))
                return self.call("round", self.of(Kind.NUMBER, depth), places)
            case "one":
                if self.one_in(3):
                    return ast.Negative(value=self.of(Kind.NUMBER, depth))
                return self.call(self.pick(["abs", "floor", "ceil"]), self.of(Kind.NUMBER, depth))
            case "least":
                arguments = [self.of(Kind.NUMBER, depth) for _ in range(2)]
                return self.call(self.pick(["min", "max"]), *arguments)
            case "len":
                return self.call("len", self.of(Kind.TEXT, depth))
            case "part":
                return self.call(self.pick(["year", "month", "day", "weekday"]), self.of(Kind.DATE, depth))
            case "datediff":
                return self.call("datediff", self.of(Kind.DATE, depth), self.of(Kind.DATE, depth), self.draw(UNITS))
            case "aggregate":
                return self.aggregate(Kind.NUMBER, depth)
        left, right = self.of(Kind.NUMBER, depth), self.of(Kind.NUMBER, depth)
        return ast.Arithmetic(operator=self.pick("+-*/%"), left=left, right=right)

    def text(self, depth: int) -> ast.Node:
        count = ast.Number(value=Decimal(self.pick([0, 1, 2, 3, Decimal("1.5"), -1])))
        match self.pick(["case", "cut", "mid", "concat", "join", "least", "aggregate"]):
            case "case":
                return self.call(self.pick(["upper", "lower", "trim"]), self.of(Kind.TEXT, depth))
            case "cut":
                return self.call(self.pick(["left", "right"]), self.of(Kind.TEXT, depth), count)
            case "mid":
                return self.call("mid", self.of(Kind.TEXT, depth), count, self.of(Kind.NUMBER, depth))
            case "concat":
                return self.call(
                    "concat", *(self.of(self.pick([Kind.TEXT, Kind.NUMBER, Kind.DATE]), depth) for _ in "ab")
                )
            case "join":
                return ast.Arithmetic(operator="&", left=self.of(Kind.TEXT, depth), right=self.of(Kind.NUMBER, depth))
            case "least":
                return self.call(self.pick(["min", "max"]), self.of(Kind.TEXT, depth), self.of(Kind.TEXT, depth))
        return self.aggregate(Kind.TEXT, depth)

    def date(self, depth: int) -> ast.Node:
        match self.pick(["add", "add", "least", "aggregate"]):
            case "add":
                return self.call("dateadd", self.of(Kind.DATE, depth), self.of(Kind.NUMBER, depth), self.draw(UNITS))
            case "least":
                return self.call(self.pick(["min", "max"]), self.of(Kind.DATE, depth), self.of(Kind.DATE, depth))
        return self.aggregate(Kind.DATE, depth)

    def aggregate(self, kind: Kind, depth: int) -> ast.Node:
        ways = [(name, *found) for name, found in COLLECTIONS[self.model].items()]
        for relation, target in RELATIONS[self.model].items():
            ways += [(f"{relation}.{name}", *found) for name, found in COLLECTIONS[target].items()]
        if not ways or self.within > 1:
            return self.leaf(kind)
        name, model, _, dated = self.pick(ways)
        inner = Maker(self.draw, model, self.within + 1)
        fields = [field for field in inner.fields(kind) if kind is not Kind.DATE or not field.endswith("_at")]
        functions = ["count", "sum", "avg", "min", "max"] if kind is Kind.NUMBER else ["min", "max"]
        function = self.pick(functions if fields else ["count"])
        if not fields and kind is not Kind.NUMBER:
            return self.leaf(kind)
        return ast.Aggregate(
            function=function,
            name=name if function == "count" else f"{name}.{self.pick(fields)}",
            where=inner.of(Kind.BOOLEAN, depth - 1) if self.one_in(2) else None,
            period=self.pick(PERIODS) if dated and self.one_in(4) else None,
        )

    def boolean(self, depth: int) -> ast.Node:
        match self.pick(["group", "group", "not", "compare", "compare", "compare", "text", "own", "own", "between"]):
            case "group":
                parts = tuple(self.of(Kind.BOOLEAN, depth) for _ in range(self.pick([1, 2, 3])))
                return ast.And(conditions=parts) if self.one_in(2) else ast.Or(conditions=parts)
            case "not":
                return ast.Not(condition=self.of(Kind.BOOLEAN, depth))
            case "text":
                name = self.pick(["contains", "doesNotContain", "beginsWith", "endsWith"])
                return self.compare(name, self.of(Kind.TEXT, depth), self.of(Kind.TEXT, 0 if self.one_in(2) else depth))
            case "between":
                kind = self.pick([Kind.NUMBER, Kind.DATE, Kind.TEXT])
                return self.compare("between", *(self.of(kind, depth) for _ in range(3)))
            case "own":
                return self.own()
        kind = self.pick(VALUES)
        operator = self.pick(ORDER[:2] if kind is Kind.BOOLEAN else [*ORDER, "null", "notNull"])
        if operator in ("null", "notNull"):
            return self.compare(operator, self.of(kind, depth))
        return self.compare(operator, self.of(kind, depth), self.of(kind, depth))

    def compare(self, operator: Any, left: ast.Node, *values: Any) -> ast.Comparison:
        return ast.Comparison(operator=operator, left=left, values=values)

    def own(self) -> ast.Node:
        """A field compared with values written out, as rules do."""
        name = self.pick(KINDS[self.model])
        kind, left = KINDS[self.model][name], ast.Field(name=name)
        if self.one_in(5):
            return self.compare(self.pick(["null", "notNull"]), left)
        if kind in (Kind.DATE, Kind.DATETIME) and self.one_in(3):
            return self.compare("during", left, ast.Period(name=self.pick(PERIODS)))
        operator = self.pick(["=", "!="] if kind in (Kind.BOOLEAN, Kind.DATETIME) else ["=", "!=", "in", "notIn"])
        if kind is Kind.LIST:
            operator = self.pick(["contains", "doesNotContain", "in", "notIn"])
        if kind in (Kind.DATE, Kind.DATETIME, Kind.NUMBER) and self.one_in(2):
            operator = self.pick(ORDER)
        values = [self.literal(kind) for _ in range(self.pick([1, 2, 3]))]
        if operator in ("in", "notIn"):
            return self.compare(operator, left, ast.Items(items=tuple(values)))
        return self.compare(operator, left, values[0])

    def literal(self, kind: Kind) -> Any:
        match kind:
            case Kind.NUMBER:
                return ast.Number(value=self.draw(NUMBERS))
            case Kind.BOOLEAN:
                return ast.Boolean(value=self.draw(st.booleans()))
            case Kind.DATE:
                return ast.Date(value=self.draw(DATES))
            case Kind.DATETIME:
                return ast.Moment(value=self.draw(MOMENTS)) if self.one_in(2) else ast.Date(value=self.draw(DATES))
            case Kind.CHOICE:
                return ast.Text(value=self.pick(STATES))
            case Kind.ID:
                return ast.Text(value=str(self.pick(OWNERS)))
            case Kind.LIST:
                return ast.Text(value=self.pick(["a", "b", "比亚", "zz"]))
        return ast.Text(value=self.draw(TEXTS))
