"""Two stores from one seed, row for row and id for id; `differ` writes another value into one field of each."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django.db import connections, models, transaction

from chezhan.access import Actor
from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.catalogue.definitions.drafts import EntityDraft, FieldDraft
from chezhan.catalogue.definitions.services.add_field import add_field, add_fields
from chezhan.catalogue.definitions.services.entities import add_entity
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.policies.setting import Change, set_policies
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.sealing import sealed
from chezhan.catalogue.types.files import FILES
from chezhan.modules.leads.models import Lead
from chezhan.modules.parties.services import PHONE_COLUMN
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.lookup import forget_roles
from tenants.models import Membership, Store
from tenants.provisioning import create_store
from tenants.roles import OWNER
from tests.bench.fieldpolicy.deals import rows_of_deals
from tests.bench.fieldpolicy.flows import put_flows
from tests.bench.fieldpolicy.forms import put_forms
from tests.bench.fieldpolicy.messages import put_templates
from tests.bench.fieldpolicy.prints import put_prints
from tests.bench.fieldpolicy.retention import put_retention
from tests.bench.fieldpolicy.values import DRAFTS, VALUES
from tests.factories.cast import Cast

ROLE, HEAD_ROLE = "marketing", "hq_operations"
ASKER, HEAD = "stranger", "analyst"
OWN_KIND = "x_probe"
ROWS = 4
WHEN = dt.datetime(2026, 3, 4, 2, 30, tzinfo=dt.UTC)
OTHER_PERSON = UUID("01a20000-0000-7000-8000-0000000000aa")
KINDS = {"customer": 1, "vehicle": 2, "sales_order": 3, OWN_KIND: 4, "task": 5, "lead": 6, "interaction": 7,
         "brand": 8, "series": 9, "trim": 10, "stock_vehicle": 11,
         "order_payment": 12, "quote": 13, "quote_line": 14, "purchase_tax_rule": 15,
         "delivery": 16, "promise": 17, "test_drive": 18, "used_car": 19, "used_car_cost": 20,
         "vehicle_owner": 21, "referral": 22, "channel_cost": 23, "relation": 24, "contract": 25}  # fmt: skip
# The database keeps what it holds as it is: another value is put there by who owns the table, past its triggers.
LEDGERS = frozenset({"order_payment", "used_car_cost", "contract"})
# A car that is in stock has not left; a slot is taken once, an order has one delivery, a lead one referral, an entry
# one reversal, two customers one relation; of a quote's line the database reckons the amount, and a km or a day may not
# go before the other.
FIELDS_NOT_PLAYED = frozenset(
    {
        "stock_vehicle.left_on", "quote_line.quote", "quote_line.kind", "quote_line.quantity", "quote_line.unit_price",
        "delivery.order", "test_drive.starts_at", "test_drive.ends_at", "test_drive.out_km", "test_drive.in_km",
        "purchase_tax_rule.first_on", "purchase_tax_rule.last_on", "channel_cost.first_on", "channel_cost.last_on",
        "referral.lead", "order_payment.reverses", "used_car_cost.reverses", "vehicle_owner.since",
        "vehicle_owner.until", "relation.customer", "relation.other",
    }
)  # fmt: skip
LEAD_PHONE = cast(models.Field, Lead._meta.get_field("sealed_phone"))
OPEN = Policy(ALL_ROWS, FieldRight(Right.WRITE), FieldRight(Right.WRITE), {}, frozenset(Action))


def id_of(entity: str, number: int) -> UUID:
    return UUID(f"01a1{KINDS[entity]:04d}-0000-7000-8000-{number:012d}")


@dataclass
class Twins:
    """`stores`: left and right. ASKER asks in both, in one role; every other record is theirs."""

    cast: Cast
    stores: tuple[StoreRef, StoreRef]

    @property
    def asker_id(self) -> UUID:
        return self.cast.people[ASKER].id

    def entities(self) -> tuple[Entity, ...]:
        store = fresh(self.stores[0])
        with tenant_context(store):
            return of_store(store).entities

    def owner(self, store: StoreRef) -> Actor:
        person = self.cast.people["owner"]
        return Actor(
            person_id=person.id,
            person_name=person.name,
            language="zh-hans",
            group=store.group,
            store=fresh(store),
            roles=frozenset({"group_owner"}),
        )


def fresh(store: StoreRef) -> StoreRef:
    """As it is now: its definitions and policies have a revision."""
    with transaction.atomic(using=OWNER):
        return StoreRef.of(Store.objects.using(OWNER).select_related("group").get(id=store.id))


def make_twins(cast: Cast) -> Twins:
    group = cast.groups["a"]
    left, right = (create_store(group_id=group.id, name=f"双生{name}", pack="dealer") for name in ("左店", "右店"))
    twins = Twins(cast, (left, right))
    with transaction.atomic(using=OWNER):
        for store in twins.stores:
            Membership.objects.using(OWNER).create(
                person_id=twins.asker_id, group_id=group.id, store_id=store.id, role=ROLE
            )
        forget_roles(person_id=twins.asker_id, group_id=group.id, using=OWNER)
    for store in twins.stores:
        _define(twins, store)
        refill(twins, store)
    for store in twins.stores:
        put_forms(fresh(store), twins.entities(), roles=[ROLE], asked=_as_rule)
        put_prints(fresh(store), twins.entities())
        put_templates(fresh(store), twins.entities())
        put_flows(
            fresh(store),
            twins.entities(),
            asker=twins.asker_id,
            by=cast.people["owner"].id,
            at=WHEN,
            records={one.name: [id_of(one.name, number) for number in range(ROWS)] for one in twins.entities()},
        )
    return twins


def _as_rule(field: Field) -> Any:
    value = hidden_value(field, 1, 0)
    if isinstance(value, list):
        return str(value[0])
    return str(value) if field.options or field.target else VALUES[field.type.name].asked(value)


def _define(twins: Twins, store: StoreRef) -> None:
    """An own kind with a field of every type that can be added, and a field more on a kind that ships."""
    label = Label("探针", "Probe")
    owner = twins.owner(store)
    add_entity(actor=owner, store=owner.in_store, draft=EntityDraft(label=label, plural=label, name=OWN_KIND))
    add_fields(actor=owner, store=owner.in_store, entity=OWN_KIND, drafts=DRAFTS)
    note = FieldDraft(label=Label("备注", "Note"), type="text", name="x_note", searchable=True)
    add_field(actor=owner, store=owner.in_store, entity="customer", draft=note)


def refill(twins: Twins, store: StoreRef) -> None:
    """The records as they were at first: what was written and deleted since is gone, its history too."""
    store = fresh(store)
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(f"SET LOCAL search_path = {store.schema}, public")
        for table in (
            OWN_KIND,
            "notice",
            "relation",
            "channel_cost",
            "used_car_cost",
            "used_car",
            "vehicle_owner",
            "order_payment",
            "contract",
            "task",
            "referral",
            "promise",
            "delivery",
            "quote_line",
            "quote",
            "purchase_tax_rule",
            "test_drive",
            "stock_vehicle",
            "trim",
            "series",
            "brand",
            "interaction",
            "lead",
            "sales_order",
            "vehicle",
            "customer",
            "recycled_record",
            "stored_file",
            "duplicate_group",
            "retention_rule",
            "retention_hold",
        ):
            cursor.execute(f'DELETE FROM "{table}"')
        cursor.execute("DELETE FROM audit_entry")
    with tenant_context(store):
        kinds = {entity.name: entity for entity in of_store(store).entities}
        for number in range(ROWS):
            for name, values in (_rows(number) | rows_of_deals(number, id_of)).items():
                kinds[name].model.objects.create(id=id_of(name, number), **values, **_stamp(twins, number))
            probe = kinds[OWN_KIND]
            values = {
                attribute(one): _kept(probe.model, one, VALUES[one.type.name].make(0, number)) for one in _filled(probe)
            }
            probe.model.objects.create(id=id_of(OWN_KIND, number), **values, **_stamp(twins, number))
        put_retention(kinds=KINDS)


def _filled(entity: Entity) -> list[Field]:
    return [field for field in entity.own_fields if not field.fixed and field.type.name in VALUES]


def _rows(number: int) -> dict[str, dict[str, Any]]:
    return {
        "customer": {
            "name": f"客户{'甲乙丙丁'[number]}", "sealed_phone": _phone(f"1380000111{number}"),
            "gender": "male", "city": "杭州", "region": "西湖区", "annual_income": Decimal(200_000 + number),
            "source_channel": "walk_in", "x_note": f"备注{number}",
        },
        "vehicle": {
            "customer_id": id_of("customer", number), "brand": "比亚迪", "series": "汉", "trim": "荣耀版",
            "vin": f"LGXC14AA0N00000{number:02d}", "plate": f"浙A1234{number}", "plate_kind": "blue",
            "energy": "petrol", "engine": "1.5T", "transmission": "自动", "color": "白", "body_style": "轿车",
            "first_registered_on": dt.date(2024, 1, 5), "line_id": id_of("series", number),
        },
        "sales_order": {
            "number": f"SO2026030{number}", "customer_id": id_of("customer", number),
            "vehicle_id": id_of("vehicle", number), "ordered_on": dt.date(2026, 3, 1 + number), "brand": "比亚迪",
            "status": "approved",
            "series": "汉", "region": "西湖区", "price": Decimal(150_000 + number), "dealer_code": "D1",
        },
        "lead": {
            "contact_name": f"线索{'甲乙丙丁'[number]}", "sealed_phone": _lead_phone(f"1390000222{number}"),
            "customer_id": id_of("customer", number), "channel": "autohome", "campaign": "国庆", "brand": "比亚迪",
            "series": "汉", "budget": Decimal(200_000), "planned_on": dt.date(2026, 5, 1 + number), "region": "西湖区",
            "need": f"七座{number}", "grade": "A", "next_contact_at": WHEN, "visit_at": WHEN,
            "progressed_at": WHEN,
        },
        "brand": {"name": f"品牌{number}", "english": f"Brand {number}", "maker": "厂商"},
        "series": {
            "brand_id": id_of("brand", number), "name": f"车系{number}", "body_style": "suv", "minimum": 2,
            "holding_months": 60 + number,
            "rivals": f"竞品{number}", "talking_points": f"卖点{number}",
        },
        "trim": {
            "series_id": id_of("series", number), "name": f"车型{number}", "model_year": 2026, "energy": "phev",
            "guide_price": Decimal(150_000 + number), "engine": "1.5T", "transmission": "E-CVT", "seats": 5,
            "warranty_months": 72, "warranty_km": 150_000, "power_warranty_months": 96, "power_warranty_km": 150_000,
            "oil_months": 6, "oil_km": 10_000, "service_months": 6, "service_km": 10_000,
        },
        "stock_vehicle": {
            "trim_id": id_of("trim", number), "vin": f"LGXC14AA0N10000{number:02d}", "configuration": "天幕",
            "exterior": "白色", "interior": "黑色", "status": "in_stock", "location": "展厅", "km": 12 + number,
            "made_on": dt.date(2026, 1, 5), "ordered_on": dt.date(2025, 12, 1), "expected_on": dt.date(2026, 1, 20),
            "arrived_on": dt.date(2026, 1, 20 + number), "second_network": "城东", "price": Decimal(149_000),
            "cost": Decimal(130_000 + number), "rebate_accrued": Decimal(3_000), "rebate_confirmed": Decimal(2_000),
            "rebate_paid": Decimal(1_000), "certificate": "held", "certificate_no": f"WAA{number}", "lender": "银行",
            "certificate_due_on": dt.date(2026, 6, 1), "customs_no": "K1", "inspection_no": "S1",
            "lead_id": id_of("lead", number), "reserved_until": WHEN, "release_reason": "客户改期",
            "order_no": f"SO{number}", "left_to": "无", "note": f"备注{number}",
        },
        "test_drive": {
            "lead_id": id_of("lead", number), "car_id": id_of("stock_vehicle", number),
            "starts_at": WHEN + dt.timedelta(days=number), "ends_at": WHEN + dt.timedelta(days=number, hours=1),
            "route": "city", "licence_checked": True, "out_km": 10 + number, "in_km": 30 + number, "rating": 4,
            "feedback": f"反馈{number}", "cancel_reason": f"原因{number}",
        },
        "referral": {
            "referrer_id": id_of("customer", number), "lead_id": id_of("lead", number), "friend_discount": 500,
            "note": f"说明{number}",
        },
        "relation": {
            "customer_id": id_of("customer", number), "other_id": id_of("customer", (number + 1) % ROWS),
            "kind": "friend", "note": f"备注{number}",
        },
        "channel_cost": {
            "name": f"会员费{number}", "channel": "autohome", "campaign": "国庆", "first_on": dt.date(2026, 3, 1),
            "last_on": dt.date(2026, 3, 31), "amount": Decimal(3_100 + number), "note": f"备注{number}",
        },
        "interaction": {
            "kind": "call", "lead_id": id_of("lead", number), "customer_id": id_of("customer", number), "at": WHEN,
            "summary": f"谈了{number}", "next_step": "到店", "seconds": 60,
        },
        "task": {
            "lead_id": id_of("lead", number), "what": f"回访{number}",
            "customer_id": id_of("customer", number), "vehicle_id": id_of("vehicle", number),
            "sales_order_id": id_of("sales_order", number), "due_at": WHEN, "note": f"说明{number}",
            "result": f"结果{number}",
        },
    }  # fmt: skip


def _phone(text: str) -> bytes | None:
    return sealed(column=PHONE_COLUMN, type_name="phone", text=text)


def _lead_phone(text: str) -> bytes | None:
    return sealed(column=LEAD_PHONE, type_name="phone", text=text)


def _kept(model: type[models.Model], field: Field, value: Any) -> Any:
    """As the column keeps it, in the store whose transaction is open."""
    if field.sensitivity != "sealed":
        return value
    return sealed(column=cast(models.Field, model._meta.get_field(field.column)), type_name=field.type.name, text=value)


def attribute(field: Field) -> str:
    return f"{field.column}_id" if field.target else field.column


def _stamp(twins: Twins, number: int) -> dict[str, Any]:
    return {"owner": twins.asker_id if number % 2 == 0 else OTHER_PERSON, "created_at": WHEN, "updated_at": WHEN}


def hidden_value(field: Field, side: int, number: int) -> Any:
    """Of a choice that ships one of its own options; of a link another record."""
    if field.options and field.type.name == "choice":
        return field.options[side % len(field.options)].value
    if field.target:
        return id_of(field.target, side)
    return VALUES[field.type.name].make(side, number)


def differ(twins: Twins, *, entity: Entity, field: Field, others_only: bool) -> None:
    """The left twin holds one value and the right another, on every record or on those that are not the asker's.

    Both were written, so that their histories are alike too.
    """
    for side, store in enumerate(twins.stores, start=1):
        present = fresh(store)
        if entity.name in LEDGERS:
            _rewrite(present, entity, field, side=side, others_only=others_only)
            continue
        with tenant_context(present):
            model = of_store(present).entity_named(entity.name).model
            for number in range(ROWS):
                values = {attribute(field): _kept(model, field, hidden_value(field, side, number))}
                if not others_only or number % 2:
                    model.objects.filter(id=id_of(entity.name, number)).update(**values)
                    if field.type in FILES:
                        _keep_file(entity, field, side=side, number=number)


def _rewrite(store: StoreRef, entity: Entity, field: Field, *, side: int, others_only: bool) -> None:
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(f"SET LOCAL search_path = {store.schema}, public")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f'ALTER TABLE "{entity.name}" DISABLE TRIGGER USER')
        for number in range(ROWS):
            if not others_only or number % 2:
                cursor.execute(
                    f'UPDATE "{entity.name}" SET "{attribute(field)}" = %s WHERE id = %s',
                    [hidden_value(field, side, number), id_of(entity.name, number)],
                )
        cursor.execute(f'ALTER TABLE "{entity.name}" ENABLE TRIGGER USER')


def _keep_file(entity: Entity, field: Field, *, side: int, number: int) -> None:
    """As if it had been sent up; its bytes are not there, which only who may read it is told."""
    (value,) = hidden_value(field, side, number)
    StoredFile.objects.update_or_create(
        id=value["id"],
        defaults={
            "entity": entity.name,
            "field": field.name,
            "record_id": id_of(entity.name, number),
            "name": value["name"],
            "size": value["size"],
            "kind": value["kind"],
            "sha256": "0" * 64,
            "key": f"gone/{side}/{number}",
            "thumbnail": True,
            "uploader": UUID(int=3),
            "state": StoredFile.State.ATTACHED,
        },
    )


def hide(twins: Twins, *, entity: Entity, field: Field, own: bool) -> None:
    """Open everything to the asker's role but this field; `own`: one's own records show it."""
    right = FieldRight(Right.HIDDEN, own=Right.WRITE) if own else FieldRight(Right.HIDDEN)
    hiding = Policy(OPEN.rows, OPEN.usual, OPEN.personal, {field.name: right}, OPEN.actions)
    for store in twins.stores:
        changes = [
            Change(role, one.name, hiding if one.name == entity.name else OPEN)
            for one in twins.entities()
            for role in (ROLE, HEAD_ROLE)
        ]
        set_policies(actor=twins.owner(store), changes=changes)
