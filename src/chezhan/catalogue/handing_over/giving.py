"""Hand records over, all of an order or nothing, and write down what went to whom."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import F, Q, UUIDField, Value
from django.db.models import Field as ModelField
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from chezhan.access import Actor, require
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.handing_over.models import HandedRecord, HandOver
from chezhan.catalogue.handing_over.owned import OWNER, givable, known_open, owned_rows
from chezhan.catalogue.handing_over.refusals import HandedToNobody, NothingToHandOver, TooMuchAtOnce
from chezhan.catalogue.handing_over.sharing import Shares
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.saving import BATCH_LIMIT, change_records
from chezhan.catalogue.registry import UnknownEntity
from chezhan.catalogue.types import LINK
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.acting import because, declare_on

PERMISSION = "people.remove"
LIMIT = 20_000
AT_ONCE = 2_000
CUSTOMER, LEAD = "customer", "lead"
# Two who hand over what one person has would both find all of it.
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || %s, 0))"


@dataclass(frozen=True, slots=True)
class Part:
    """Records of one kind: all, or those of which something is still to be done; to whom."""

    entity: str
    which: Literal["open", "all"]
    to: Sequence[UUID]


def hand_over(*, actor: Actor, person_id: UUID, reason: str, parts: Sequence[Part]) -> HandOver:
    """Raises Forbidden, UnknownEntity for a kind that the actor can't give to others, HandedToNobody,
    NothingToHandOver, TooMuchAtOnce, and what change_records raises; in the caller's transaction.
    """
    require(actor=actor, permission=PERMISSION)
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [f"hand_over:{person_id}"])
    shares, shared = Shares(), []
    for view, part in _views(actor, parts):
        to = [one for one in dict.fromkeys(part.to) if one != person_id]
        if not to:
            raise HandedToNobody(params={"entity": part.entity})
        records = _records(actor, view, person_id, part.which)
        shared += [(view.entity.name, one, ids) for one, ids in shares.share(records=records, to=to).items()]
    found = sum(len(ids) for _, _, ids in shared)
    if not found:
        raise NothingToHandOver
    if found > LIMIT:
        raise TooMuchAtOnce(params={"found": found, "limit": LIMIT})
    hand_over_id = new_id()
    with told(actor, hand_over_id):
        for entity, receiver, ids in shared:
            for start in range(0, len(ids), BATCH_LIMIT):
                values = {OWNER: str(receiver)}
                change_records(actor=actor, entity=entity, ids=ids[start : start + BATCH_LIMIT], values=values)
    return _write_down(actor, hand_over_id, person_id, reason, shared)


def _views(actor: Actor, parts: Sequence[Part]) -> list[tuple[View, Part]]:
    """Customers first, then leads: what hangs on them goes where they go."""
    views = {view.entity.name: view for view in givable(actor=actor)}
    by_entity = {part.entity: part for part in parts}
    if unknown := by_entity.keys() - views.keys():
        raise UnknownEntity(params={"entity": min(unknown)})
    ordered = sorted(by_entity.values(), key=lambda part: (part.entity != CUSTOMER, part.entity != LEAD))
    return [(views[part.entity], part) for part in ordered]


def _records(actor: Actor, view: View, person_id: UUID, which: str) -> list[tuple[UUID, UUID | None]]:
    """Each with its customer, or its lead. Locked: what somebody takes in this moment is theirs, or waits."""
    open_ = known_open(view) if which == "open" else None
    if which == "open" and view.entity.progress and open_ is None:
        raise UnknownField(params={"field": view.entity.progress})
    rows = owned_rows(view, person_id).filter(open_ or Q())
    seen = [
        record_id
        for (record_id,) in select_as(rows.order_by("created_at", "id").values_list("id"), person_id=actor.person_id)
    ]
    model = view.entity.model._default_manager.filter(id__in=seen[: LIMIT + 1], owner=person_id)
    locked = model.order_by("id").select_for_update(of=("self",))
    held = dict(locked.annotate(hangs_on=_hangs_on(view.entity)).values_list("id", "hangs_on"))
    return [(record_id, held[record_id]) for record_id in seen if record_id in held]


def _hangs_on(entity: Entity) -> Combinable:
    """The customer whose it is; else the lead, which mostly has no customer yet; NULL for nobody's."""
    if entity.name == CUSTOMER:
        return F("id")
    customer, lead = _link_to(entity, CUSTOMER), _link_to(entity, LEAD)
    names = [customer.attname] if customer else []
    if entity.name == LEAD:
        names.append("id")
    elif lead:
        names += [*([f"{lead.name}__customer_id"] if lead.is_relation else []), lead.attname]
    columns = [F(name) for name in names]
    nothing = Value(None, output_field=UUIDField())
    return Coalesce(*columns, nothing) if columns else nothing


def _link_to(entity: Entity, target: str) -> ModelField | None:
    """The first link of its own that leads there."""
    links = (one.column for one in entity.fields.values() if one.type is LINK and one.target == target)
    column = next((one for one in links if "__" not in one), None)
    return cast(ModelField, entity.model._meta.get_field(column)) if column else None


@contextmanager
def told(actor: Actor, hand_over_id: UUID) -> Iterator[None]:
    """Each record's history says that it was handed over."""
    store = actor.in_store
    with because(f"hand_over:{hand_over_id}"):
        declare_on(DEFAULT_DB_ALIAS, store=store)
        yield
    declare_on(DEFAULT_DB_ALIAS, store=store)


def _write_down(
    actor: Actor, hand_over_id: UUID, person_id: UUID, reason: str, shared: Sequence[tuple[str, UUID, list[UUID]]]
) -> HandOver:
    counts: dict[str, int] = {}
    for entity, _, ids in shared:
        counts[entity] = counts.get(entity, 0) + len(ids)
    made = HandOver.objects.create(
        id=hand_over_id,
        person_id=person_id,
        reason=reason,
        by=actor.person_id,
        at=clock.now(),
        records=sum(counts.values()),
        counts=counts,
    )
    HandedRecord.objects.bulk_create(
        (
            HandedRecord(hand_over=made, entity=entity, record_id=record_id, to=to)
            for entity, to, ids in shared
            for record_id in ids
        ),
        batch_size=AT_ONCE,
    )
    return made
