"""A person who stands in every place that a store has, and another who is left alone."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from chezhan.catalogue.definitions.drafts import EntityDraft
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.definitions.services.entities import add_entity
from chezhan.catalogue.labels import Label
from chezhan.catalogue.sealing import index_of
from tenants.context import tenant_context
from tests.bench.pii.places import dump
from tests.integration.catalogue.definitions.conftest import draft
from tests.integration.catalogue.records.around.conftest import ask
from tests.integration.headquarters.imports.conftest import importer, rows

__all__ = ["ask", "importer"]

NAME, OLD_NAME, PHONE, PLATE, VIN = "欧阳锋", "欧阳克", "13812345678", "沪B77777", "LSVAA4187E2184847"
WECHAT = "xidu_ouyang"
OTHER = {"name": "黄药师", "phone": "13987654321", "plate": "浙C88888", "vin": "LSVAA4187E2184848"}
NOTE = "欧阳锋的妻子也来过，电话 13812345678"
SIGNS = (NAME, OLD_NAME, PHONE, PLATE, VIN, WECHAT, "欧阳锋的妻子")


@dataclass
class Person:
    """Ids of the person's records, and of the other's."""

    customer: str
    vehicle: str
    order: str
    visit: str
    other: str
    other_vehicle: str
    other_order: str
    # The other's by now.
    sold: str = ""


def forms(store) -> list[str]:
    """As a row of a table can say them: text, JSON's escapes, bytes, and the blind indexes."""
    with tenant_context(store):
        indexes = [index_of(type_name=name, text=text).hex() for name, text in (("phone", PHONE), ("text", WECHAT))]
    escaped = [sign.encode("ascii", "backslashreplace").decode() for sign in SIGNS]
    return [*SIGNS, *escaped, *(sign.encode().hex() for sign in SIGNS), *indexes]


@pytest.fixture
def found(database, cast):
    """found() → tables of north in which the person still stands."""

    def _found() -> dict[str, list[str]]:
        north = cast.stores["north"]
        rows_of = dump(database.wiper, schema=north.schema)
        signs = forms(north)
        told = {table: [sign for sign in signs if sign.lower() in text.lower()] for table, text in rows_of.items()}
        return {table: signs for table, signs in told.items() if signs}

    return _found


@pytest.fixture
def rest(database, cast):
    """rest() → all rows of north that speak of the other person, by table, but of the car that was this person's."""

    def _rest(person: Person) -> dict[str, list[str]]:
        signs = [person.other, person.other_vehicle, person.other_order]
        texts = dump(database.wiper, schema=cast.stores["north"].schema)
        lines = {
            name: sorted(s for s in text.split("\n") if person.sold not in s and any(one in s for one in signs))
            for name, text in texts.items()
        }
        return {table: told for table, told in lines.items() if told}

    return _rest


@pytest.fixture
def planted(cast, ask, importer) -> Person:
    """In records, own fields and kinds, comments, tags, views, the bin, ledgers of changes and imports, answers."""
    north, manager = cast.stores["north"], cast.actor("manager", store="north")
    visit = add_entity(
        actor=manager, store=north, draft=EntityDraft(Label("到店", "Visit"), Label("到店", "Visits"), "x_visit")
    )
    for entity, label, kind, more in (
        ("customer", "备注", "long_text", {"name": "x_note"}),
        ("customer", "身份证", "id_card", {"name": "x_id_card"}),
        ("sales_order", "备注", "text", {"name": "x_note"}),
        ("sales_order", "推荐人", "link", {"name": "x_from", "target": "customer"}),
        ("sales_order", "定金", "money", {"name": "x_deposit"}),
        (visit.name, "车辆", "link", {"name": "x_vehicle", "target": "vehicle"}),
        (visit.name, "说了什么", "long_text", {"name": "x_said"}),
    ):
        add_field(actor=manager, store=north, entity=entity, draft=draft(label, kind, **more))

    def make(entity: str, **values: Any) -> str:
        # With a key, so that the answer is kept too.
        sent = ask("manager", "POST", f"records/{entity}", {"values": values}, 201, Idempotency_Key=uuid4().hex)
        return str(sent["record"]["id"])

    other = make("customer", name=OTHER["name"], phone=OTHER["phone"], x_note="别人")
    other_vehicle = make("vehicle", customer=other, brand="蔚来", plate=OTHER["plate"], vin=OTHER["vin"])
    customer = make(
        "customer", name=NAME, phone=PHONE, wechat=WECHAT, city="上海", x_note=NOTE, x_id_card="11010519491231002X"
    )
    vehicle = make("vehicle", customer=customer, brand="理想", plate=PLATE, vin=VIN)
    lead = make("lead", contact_name=NAME, phone=PHONE, channel="web", customer=customer, need=NOTE)
    make("interaction", kind="call", summary=NOTE, at="2026-03-01T10:00:00+08:00", lead=lead)
    order = make(
        "sales_order", number="N-1", ordered_on="2024-05-06", customer=customer, vehicle=vehicle, price="312000",
        brand="理想", x_note=NOTE, x_deposit="5000",
    )  # fmt: skip
    other_order = make(
        "sales_order", number="N-2", ordered_on="2024-05-07", customer=other, vehicle=other_vehicle, price="298000",
        brand="蔚来", x_from=customer, x_note="别人的单",
    )  # fmt: skip
    visited = make("x_visit", **{visit.title[0]: f"{NAME}到店"}, x_vehicle=vehicle, x_said=NOTE)
    person = Person(customer, vehicle, order, visited, other, other_vehicle, other_order)
    _leave_traces(ask, person, importer)
    return person


def _leave_traces(ask, person: Person, importer) -> None:
    for entity, record, words in (
        ("customer", person.customer, NOTE),
        ("vehicle", person.vehicle, f"{PLATE} 要换轮胎"),
        ("customer", person.other, "别人的评论"),
    ):
        ask("manager", "POST", f"records/{entity}/{record}/comments", {"text": words}, 201)
    gone = ask("manager", "POST", f"records/customer/{person.customer}/comments", {"text": NOTE}, 201)
    ask("manager", "DELETE", f"comments/{gone['id']}", status=204)
    tag = ask("manager", "POST", "tags", {"name": "重点", "color": "#1a4fa3"}, 201)
    for record in (person.customer, person.other):
        ask("manager", "PUT", f"records/customer/{record}/tags", {"tags": [tag["id"]]})
    rule = '{"combinator": "and", "rules": [{"field": "phone", "operator": "=", "value": "138 1234 5678"}]}'
    for name, rules, q in (("找人", rule, ""), (f"{NAME}的车", "", ""), ("搜", "", PLATE), ("别的", "", "黄药师")):
        ask("manager", "POST", "views", {"entity": "customer", "name": name, "filter": rules, "q": q}, 201)
    # A name before this one, and ledgers that would bring it back.
    both = {"ids": [person.customer, person.other]}
    ask("manager", "POST", "records/customer/bulk", {"kind": "update", "choice": both, "values": {"city": "苏州"}})
    ask("manager", "POST", "records/customer/change", {"ids": [person.customer], "values": {"city": NAME}})
    ask("manager", "POST", "records/customer/change", {"ids": [person.customer], "values": {"name": OLD_NAME}})
    ask("manager", "POST", "records/customer/change", {"ids": [person.customer], "values": {"name": NAME}})
    ask("manager", "POST", "records/customer/bulk", {"kind": "update", "choice": both, "values": {"city": "杭州"}})
    # One car that is in the bin, one that was erased from it, one that is the other's by now.
    for plate in ("沪B77777", "沪B77777"):
        car = {"values": {"customer": person.customer, "brand": "旧车", "plate": plate}}
        made = ask("manager", "POST", "records/vehicle", car, 201)["record"]["id"]
        ask("manager", "POST", "records/vehicle/delete", {"ids": [made]})
    sold = ask(
        "manager",
        "POST",
        "records/vehicle",
        {"values": {"customer": person.customer, "brand": "卖了", "plate": PLATE}},
        201,
    )
    sold = sold["record"]
    values = {"customer": person.other, "plate": "浙D99999"}
    person.sold = sold["id"]
    changed = {"version": sold["version"], "values": values}
    ask("manager", "PATCH", f"records/vehicle/{sold['id']}", changed)
    job = importer().whole(
        rows(
            f"安和北店,N-3,2024-01-05,100000,{NAME},{PHONE},比亚迪,秦",
            f"安和北店,N-1,2024-05-06,312000,{OLD_NAME},{PHONE},理想,L7",
        )
    )
    assert importer().job(job).status == "done"
    # The file renamed them: the number was known under this person's order.
    ask("manager", "POST", "records/customer/change", {"ids": [person.customer], "values": {"name": NAME}})
