"""Every way in which a person asks for records, by name: what is asked about a field that they may not see."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.operators import Operator, Takes
from tests.bench.fieldpolicy.twins import ASKER, HEAD, ROWS, hidden_value, id_of
from tests.bench.fieldpolicy.values import VALUES

STORE = "/api/store/"


@dataclass(frozen=True)
class Ask:
    """`follow`: ask for the next page of a list as long as there is one. `file`: sent as a form's `file`, beside
    `form`."""

    door: str
    path: str
    method: str = "GET"
    params: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    person: str = ASKER
    follow: bool = False
    file: bytes | None = None
    form: dict[str, str] | None = None


@dataclass(frozen=True)
class Hidden:
    """A field that the asker may not see, among all kinds of record."""

    entity: Entity
    field: Field
    entities: tuple[Entity, ...]

    @property
    def records(self) -> str:
        return f"{STORE}records/{self.entity.name}"

    def asked(self) -> list[Any]:
        """The twins' values, as a filter would name them."""
        values = [hidden_value(self.field, side, number) for side in (1, 2) for number in (0, 1)]
        how = VALUES[self.field.type.name].asked if self.field.type.name in VALUES else str
        return [str(value) if self.field.options or self.field.target else how(value) for value in values]

    def written(self) -> list[Any]:
        """Values to write: the twins' own; where a field holds each but once one that neither has (EXCEPTIONS)."""
        if not self.field.unique:
            return self.asked()
        return [VALUES[self.field.type.name].asked(hidden_value(self.field, 1, UNHELD))]

    def other(self) -> dict[str, Any]:
        """A field that may be written, with a new value."""
        return {
            "customer": {"city": "宁波"},
            "vehicle": {"trim": "旗舰版"},
            "sales_order": {"region": "滨江区"},
            "task": {"note": "改了"},
            "lead": {"need": "改了"},
            "interaction": {"next_step": "改了"},
            "brand": {"maker": "改了"},
            "series": {"rivals": "改了"},
            "trim": {"engine": "改了"},
            "stock_vehicle": {"note": "改了"},
            "test_drive": {"feedback": "改了"},
        }.get(self.entity.name, {"x_text": "改了"})

    def fresh(self) -> dict[str, Any]:
        """A new record without the hidden field."""
        whole = {
            "customer": {"name": "新客"},
            "vehicle": {"brand": "比亚迪", "customer": str(id_of("customer", 0))},
            "sales_order": {
                "number": "SO-NEW", "ordered_on": "2026-03-09", "price": "1.00", "brand": "比亚迪",
                "customer": str(id_of("customer", 0)), "vehicle": str(id_of("vehicle", 0)),
            },
            "task": {"what": "新的"},
            "lead": {"contact_name": "新的", "channel": "web"},
            "brand": {"name": "新的"},
            "series": {"name": "新的", "brand": str(id_of("brand", 0))},
            "trim": {"name": "新的", "series": str(id_of("series", 0)), "energy": "bev"},
            "stock_vehicle": {"trim": str(id_of("trim", 0))},
            "test_drive": {
                "lead": str(id_of("lead", 0)), "car": str(id_of("stock_vehicle", 0)),
                "starts_at": "2026-04-09T10:00:00+08:00", "ends_at": "2026-04-09T11:00:00+08:00",
            },
            "interaction": {
                "kind": "call", "summary": "新的", "at": "2026-03-09T10:00:00+08:00", "lead": str(id_of("lead", 0)),
            },
        }.get(self.entity.name, {"x_text": "新的", "name": "新的"})  # fmt: skip
        known = {one.name for one in self.entity.own_fields} - {self.field.name}
        return {name: value for name, value in whole.items() if name in known}


# What differs on purpose → the test that holds it to telling no more.
EXCEPTIONS = {
    "a value that is there but once is refused to a second record": (
        "tests/integration/catalogue/records/around/test_taken.py::test_a_value_taken_by_a_record_out_of_sight_tells_only_that"
    ),
}
# The number of no record: the value that belongs to it is nobody's.
UNHELD = 9
Door = Callable[[Hidden], Iterator[Ask]]
DOORS: dict[str, Door] = {}


def door(make: Door) -> Door:
    DOORS[make.__name__] = make
    return make


def as_filter(*rules: dict[str, Any], negated: bool = False) -> dict[str, str]:
    return {"filter": json.dumps({"combinator": "and", "rules": list(rules), "not": negated}), "sort": "created_at"}


def rules_on(hidden: Hidden, name: str = "") -> Iterator[dict[str, Any]]:
    for operator in hidden.field.type.operators:
        for value in _operands(operator, hidden.asked()):
            yield {"field": name or hidden.field.name, "operator": operator.name, "value": value}


def _operands(operator: Operator, asked: list[Any]) -> list[Any]:
    match operator.takes:
        case Takes.NOTHING:
            return [None]
        case Takes.LIST:
            return [asked[:1], asked]
        case Takes.PAIR:
            return [[min(asked, key=str), max(asked, key=str)]]
        case Takes.PERIOD:
            return ["last_year"]
        case _:
            return asked


@door
def list_all(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", hidden.records)


@door
def list_chosen(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", hidden.records, params={"fields": hidden.field.name})
    yield Ask("", hidden.records, params={"fields": f"{hidden.field.name},created_at"})


@door
def paging(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", hidden.records, params={"limit": 1}, follow=True)
    yield Ask("", hidden.records, params={"limit": 1, "sort": hidden.field.name}, follow=True)


@door
def detail(hidden: Hidden) -> Iterator[Ask]:
    for number in range(ROWS):
        yield Ask("", f"{hidden.records}/{id_of(hidden.entity.name, number)}")


@door
def related_rows(hidden: Hidden) -> Iterator[Ask]:
    for other in hidden.entities:
        if other.name != hidden.entity.name:
            yield Ask("", f"{STORE}records/{other.name}/{id_of(other.name, 0)}")
            yield Ask("", f"{STORE}records/{other.name}/{id_of(other.name, 1)}")


@door
def display_names(hidden: Hidden) -> Iterator[Ask]:
    for other in hidden.entities:
        if other.name != hidden.entity.name:
            yield Ask("", f"{STORE}records/{other.name}")


@door
def filters(hidden: Hidden) -> Iterator[Ask]:
    for rule in rules_on(hidden):
        yield Ask("", hidden.records, params=as_filter(rule))


@door
def negated_filters(hidden: Hidden) -> Iterator[Ask]:
    for rule in list(rules_on(hidden))[:6]:
        nested = {"combinator": "or", "rules": [rule], "not": True}
        yield Ask("", hidden.records, params=as_filter(nested))
        yield Ask("", hidden.records, params=as_filter(rule, negated=True))


@door
def filters_through_a_link(hidden: Hidden) -> Iterator[Ask]:
    """By what another kind shows of this one: a title that is looked into, a field that is looked up."""
    for other in hidden.entities:
        for one in other.own_fields:
            if one.target == hidden.entity.name:
                for value in hidden.asked():
                    rule = {"field": one.name, "operator": "contains", "value": str(value)}
                    yield Ask("", f"{STORE}records/{other.name}", params=as_filter(rule))
            elif one.column.endswith(f"__{hidden.field.column}"):
                for rule in rules_on(hidden, one.name):
                    yield Ask("", f"{STORE}records/{other.name}", params=as_filter(rule))
                yield Ask("", f"{STORE}records/{other.name}", params={"fields": one.name})


@door
def filters_by_a_path(hidden: Hidden) -> Iterator[Ask]:
    """Through a link that leads here, by the name that formulas use."""
    for other in hidden.entities:
        for one in other.own_fields:
            if one.target == hidden.entity.name:
                for rule in list(rules_on(hidden, f"{one.name}.{hidden.field.name}"))[:12]:
                    yield Ask("", f"{STORE}records/{other.name}", params=as_filter(rule))
                    yield Ask("", f"{STORE}records/{other.name}", params=as_filter(rule, negated=True))


@door
def filters_by_what_belongs_here(hidden: Hidden) -> Iterator[Ask]:
    """Counted where the field holds, and made of the field."""
    for target in {one.target for one in hidden.entity.own_fields if one.target}:
        records = f"{STORE}records/{target}"
        for rule in list(rules_on(hidden))[:12]:
            where = {"combinator": "and", "rules": [rule]}
            counted = {"field": hidden.entity.name, "aggregate": "count", "where": where, "operator": ">", "value": 0}
            yield Ask("", records, params=as_filter(counted))
        for fold in ("sum", "min", "max"):
            for value in hidden.asked()[:2]:
                name = f"{hidden.entity.name}.{hidden.field.name}"
                made = {"field": name, "aggregate": fold, "operator": "=", "value": value}
                yield Ask("", records, params=as_filter(made))


@door
def filters_beside_another_field(hidden: Hidden) -> Iterator[Ask]:
    for other in [one.name for one in hidden.entity.own_fields if one.name != hidden.field.name][:6]:
        for left, right in ((hidden.field.name, other), (other, hidden.field.name)):
            for operator in ("=", "!=", "<"):
                rule = {"field": left, "operator": operator, "value": right, "valueSource": "field"}
                yield Ask("", hidden.records, params=as_filter(rule))


@door
def sorts(hidden: Hidden) -> Iterator[Ask]:
    for order in (hidden.field.name, f"-{hidden.field.name}", f"created_at,{hidden.field.name}"):
        yield Ask("", hidden.records, params={"sort": order})


@door
def sorts_through_a_link(hidden: Hidden) -> Iterator[Ask]:
    for other in hidden.entities:
        for one in other.own_fields:
            if one.target == hidden.entity.name or one.column.endswith(f"__{hidden.field.column}"):
                yield Ask("", f"{STORE}records/{other.name}", params={"sort": one.name})
                yield Ask("", f"{STORE}records/{other.name}", params={"sort": f"-{one.name}"})


@door
def searches(hidden: Hidden) -> Iterator[Ask]:
    for other in hidden.entities:
        for value in hidden.asked():
            yield Ask("", f"{STORE}records/{other.name}", params={"q": str(value)[:60]})
            yield Ask("", f"{STORE}records/{other.name}", params={"q": str(value)[-4:]})


@door
def one_box(hidden: Hidden) -> Iterator[Ask]:
    """Whole, in part, by its end and by pinyin; and by what is not hidden, of which the hidden may not tell."""
    for value in hidden.asked():
        for words in (str(value)[:60], str(value)[:2], str(value)[-4:]):
            yield Ask("", f"{STORE}search", params={"q": words, "limit": 20})
    for words in ("a", "1", "zw", "客", "S"):
        yield Ask("", f"{STORE}search", params={"q": words, "limit": 20})


@door
def counts(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", f"{STORE}home")
    for value in hidden.asked():
        rule = {"field": hidden.field.name, "operator": "=", "value": value}
        yield Ask("", hidden.records, params={**as_filter(rule), "limit": 1, "count": "true"})


@door
def described(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", f"{STORE}entities")
    yield Ask("", f"{STORE}periods")
    yield Ask("", f"{STORE}openapi.json")


@door
def replies_to_a_create(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", hidden.records, "POST", body={"values": hidden.fresh()})
    yield Ask("", f"{hidden.records}/batch", "POST", body={"rows": [hidden.other()]})


@door
def creates_with_the_field(hidden: Hidden) -> Iterator[Ask]:
    for value in hidden.written():
        body = {"values": {**hidden.fresh(), hidden.field.name: value}}
        # On a record of one's own the field may be open.
        yield Ask("", hidden.records, "POST", body=body)


@door
def replies_to_a_change(hidden: Hidden) -> Iterator[Ask]:
    for number in range(ROWS):
        record = f"{hidden.records}/{id_of(hidden.entity.name, number)}"
        yield Ask("", record, "PATCH", body={"version": 1, "values": hidden.other()})
        yield Ask("", record, "PATCH", body={"version": 1, "values": hidden.other()})


@door
def changes_of_the_field(hidden: Hidden) -> Iterator[Ask]:
    for number in range(ROWS):
        if number % 2:
            record = f"{hidden.records}/{id_of(hidden.entity.name, number)}"
            values = {hidden.field.name: hidden.written()[0]}
            yield Ask("", record, "PATCH", body={"version": 2, "values": values})
            ids = [str(id_of(hidden.entity.name, number))]
            yield Ask("", f"{hidden.records}/change", "POST", body={"ids": ids, "values": values})


@door
def changes_of_many(hidden: Hidden) -> Iterator[Ask]:
    ids = [str(id_of(hidden.entity.name, number)) for number in range(ROWS)]
    yield Ask("", f"{hidden.records}/change", "POST", body={"ids": ids, "values": hidden.other()})


@door
def deletions(hidden: Hidden) -> Iterator[Ask]:
    name = hidden.entity.name
    ids = [str(id_of(name, ROWS - 1))]
    yield Ask("", f"{hidden.records}/delete", "POST", body={"ids": ids})
    yield Ask("", f"{hidden.records}/{ids[0]}")
    yield Ask("", f"{hidden.records}/bring-back", "POST", body={"ids": ids})
    yield Ask("", f"{hidden.records}/{ids[0]}")


@door
def comparison(hidden: Hidden) -> Iterator[Ask]:
    for by in ("store", "month", "region", "brand", "series"):
        params = {"by": by, "date_from": "2020-01-01", "date_to": "2026-12-31", "store": "{store}"}
        yield Ask("", "/api/hq/{group}/comparison", params=params, person=HEAD)
    yield Ask("", "/api/hq/{group}/comparison/orders-behind", params={"store": "{store}"}, person=HEAD)


def asks_about(hidden: Hidden) -> Iterator[Ask]:
    for name, make in DOORS.items():
        for ask in make(hidden):
            yield replace(ask, door=name)
