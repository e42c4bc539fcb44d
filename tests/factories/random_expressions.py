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
NAMED_PERIODS = (*PERIODS, "last_45_days", "next_60_days", "before_180_days", "after_1_days")
SEARCHES = ["contains", "doesNotContain", "beginsWith", "endsWith"]
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
                return self.call(self.pick(["today", "now"])) if self.one_in(3) else ast.Date(value=self.draw(DATES))
        return ast.Boolean(value=self.draw(st.booleans()))

    def fields(self, kind: Kind) -> list[str]:
        """Names of that kind, own and through relations; a moment is a date too."""
        fitting = {kind, Kind.DATETIME} if kind is Kind.DATE else {kind}
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

    def some(self, kind: Kind, depth: int, *, count: int = 2) -> list[ast.Node]:
        return [self.of(kind, depth) for _ in range(count)]

    def number(self, depth: int) -> ast.Node:
        def one() -> ast.Node:
            return self.of(Kind.NUMBER, depth)

        ways = {
            "+": lambda: ast.Arithmetic(operator=self.pick("+-*"), left=one(), right=one()),
            "/": lambda: ast.Arithmetic(operator=self.pick("/%"), left=one(), right=one()),
            "-": lambda: ast.Negative(value=one()),
            "round": lambda: self.call("round", one(), ast.Number(value=Decimal(self.pick(range(5))))),
            "one": lambda: self.call(self.pick(["abs", "floor", "ceil"]), one()),
            "least": lambda: self.call(self.pick(["min", "max"]), one(), one()),
            "some": lambda: self.call("coalesce", one(), one(), one()),
            "len": lambda: self.call("len", self.of(Kind.TEXT, depth)),
            "part": lambda: self.call(self.pick(["year", "month", "day", "weekday"]), self.of(Kind.DATE, depth)),
            "datediff": lambda: self.call("datediff", *self.some(Kind.DATE, depth), self.draw(UNITS)),
            "aggregate": lambda: self.aggregate(Kind.NUMBER, depth),
        }
        return ways[self.pick(ways)]()

    def text(self, depth: int) -> ast.Node:
        def one() -> ast.Node:
            return self.of(Kind.TEXT, depth)

        count = ast.Number(value=Decimal(self.pick([0, 1, 2, 3, Decimal("1.5"), -1])))
        mixed = [Kind.TEXT, Kind.NUMBER, Kind.DATE]
        ways = {
            "case": lambda: self.call(self.pick(["upper", "lower", "trim"]), one()),
            "cut": lambda: self.call(self.pick(["left", "right"]), one(), count),
            "mid": lambda: self.call("mid", one(), count, self.of(Kind.NUMBER, depth)),
            "concat": lambda: self.call("concat", *(self.of(self.pick(mixed), depth) for _ in "ab")),
            "&": lambda: ast.Arithmetic(operator="&", left=one(), right=self.of(Kind.NUMBER, depth)),
            "least": lambda: self.call(self.pick(["min", "max"]), one(), one()),
            "choice": lambda: self.call("upper", ast.Field(name="state")) if self.model is Car else one(),
            "aggregate": lambda: self.aggregate(Kind.TEXT, depth),
        }
        return ways[self.pick(ways)]()

    def date(self, depth: int) -> ast.Node:
        ways = {
            "add": lambda: self.call(
                "dateadd", self.of(Kind.DATE, depth), self.of(Kind.NUMBER, depth), self.draw(UNITS)
            ),
            "least": lambda: self.call(self.pick(["min", "max"]), *self.some(Kind.DATE, depth)),
            "aggregate": lambda: self.aggregate(Kind.DATE, depth),
        }
        return ways[self.pick(ways)]()

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
            period=self.pick(NAMED_PERIODS) if dated and self.one_in(4) else None,
        )

    def boolean(self, depth: int) -> ast.Node:
        kind = self.pick(VALUES)
        ordered = self.pick([Kind.NUMBER, Kind.DATE, Kind.TEXT])
        groups = [ast.And, ast.Or]
        ways = {
            "group": lambda: self.pick(groups)(
                conditions=tuple(self.some(Kind.BOOLEAN, depth, count=self.pick([1, 2, 3])))
            ),
            "not": lambda: ast.Not(condition=self.of(Kind.BOOLEAN, depth)),
            "search": lambda: self.compare(
                self.pick(SEARCHES), self.of(Kind.TEXT, depth), self.of(Kind.TEXT, self.pick([0, depth]))
            ),
            "between": lambda: self.compare("between", *self.some(ordered, depth, count=3)),
            "order": lambda: self.compare(
                self.pick(ORDER[:2] if kind is Kind.BOOLEAN else ORDER), *self.some(kind, depth)
            ),
            "null": lambda: self.compare(self.pick(["null", "notNull"]), self.of(kind, depth)),
            "contains": lambda: self.call("contains", *self.some(Kind.TEXT, depth)),
            "isblank": lambda: self.call("isblank", self.of(kind, depth)),
            "own": self.own,
            "own too": self.own,
        }
        return ways[self.pick(ways)]()

    def compare(self, operator: Any, left: ast.Node, *values: Any) -> ast.Comparison:
        return ast.Comparison(operator=operator, left=left, values=values)

    def own(self) -> ast.Node:
        """A field compared with values written out, as rules do."""
        name = self.pick(KINDS[self.model])
        kind, left = KINDS[self.model][name], ast.Field(name=name)
        if self.one_in(5):
            return self.compare(self.pick(["null", "notNull"]), left)
        if kind in (Kind.DATE, Kind.DATETIME) and self.one_in(3):
            return self.compare("during", left, ast.Period(name=self.pick(NAMED_PERIODS)))
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
        text = {
            Kind.CHOICE: st.sampled_from(STATES),
            Kind.ID: st.sampled_from([str(owner) for owner in OWNERS]),
            Kind.LIST: st.sampled_from(["a", "b", "比亚", "zz"]),
        }
        ways = {
            Kind.NUMBER: lambda: ast.Number(value=self.draw(NUMBERS)),
            Kind.BOOLEAN: lambda: ast.Boolean(value=self.draw(st.booleans())),
            Kind.DATE: lambda: ast.Date(value=self.draw(DATES)),
            Kind.DATETIME: lambda: ast.Moment(value=self.draw(MOMENTS)),
        }
        if kind is Kind.DATETIME and self.one_in(2):
            kind = Kind.DATE
        return ways[kind]() if kind in ways else ast.Text(value=self.draw(text.get(kind, TEXTS)))
