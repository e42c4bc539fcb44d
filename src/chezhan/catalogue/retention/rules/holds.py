"""Records that no rule takes: put on hold by somebody, with a reason."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor, require
from chezhan.catalogue.audit.erasing import erase_records
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.retention.periods import PERMISSION
from chezhan.catalogue.retention.rules.blocking import blocks
from chezhan.catalogue.retention.rules.models import RetentionHold
from chezhan.catalogue.retention.rules.refusals import HeldForGood
from chezhan.kernel.errors import Forbidden
from tenants.directory import StoreRef
from tenants.roles import OWNER

SHOWN = 200


@dataclass(frozen=True, slots=True)
class ShownHold:
    """`title`: None where no part of the name may be seen."""

    hold: RetentionHold
    title: str | None


def list_holds(*, actor: Actor) -> list[ShownHold]:
    """The latest SHOWN, of records that the actor sees. Raises Forbidden."""
    require(actor=actor, permission=PERMISSION)
    viewer, found = viewer_of(actor), list(RetentionHold.objects.order_by("-at", "-id")[:SHOWN])
    kinds = {kind.name: kind for kind in viewer.entities()}
    titles: dict[UUID, str | None] = {}
    for name in {one.entity for one in found} & kinds.keys():
        view = View(viewer, kinds[name])
        rows = view.seen().filter(id__in=[one.record_id for one in found if one.entity == name])
        titles |= titles_of(view=view, rows=rows, person_id=actor.person_id)
    return [ShownHold(one, titles[one.record_id]) for one in found if one.record_id in titles]


def hold_of(*, actor: Actor, entity: str, record_id: UUID) -> RetentionHold | None:
    """Raises Forbidden, UnknownRecord."""
    _require(actor, entity, record_id)
    return RetentionHold.objects.filter(record_id=record_id).first()


def put_hold(*, actor: Actor, entity: str, record_id: UUID, reason: str) -> RetentionHold:
    """Raises Forbidden, UnknownRecord, HeldForGood."""
    _require(actor, entity, record_id)
    try:
        with transaction.atomic():
            return RetentionHold.objects.create(
                entity=entity, record_id=record_id, reason=reason.strip(), by=actor.person_id
            )
    except IntegrityError as error:
        raise HeldForGood from error


def take_hold_off(*, actor: Actor, entity: str, record_id: UUID) -> None:
    """Raises Forbidden, UnknownRecord. None there is none to take off."""
    _require(actor, entity, record_id)
    RetentionHold.objects.filter(record_id=record_id).delete()


def _require(actor: Actor, entity: str, record_id: UUID) -> None:
    require(actor=actor, permission=PERMISSION)
    if actor.viewed_by is not None:
        raise Forbidden(params={"permission": PERMISSION})
    require_seen(actor=actor, entity=entity, record_id=record_id)


@blocks("hold", rests_on={})
def held(*, using: str, ids: Mapping[str, Collection[UUID]]) -> set[UUID]:
    every = set().union(*ids.values())
    return set(RetentionHold.objects.using(using).filter(record_id__in=every).values_list("record_id", flat=True))


@place("retention_holds")
def forget_holds(store: StoreRef, reach: Reach) -> int:
    """Who asks to be erased is erased; the reason may name them. In the owner's transaction."""
    rows = RetentionHold.objects.using(OWNER).filter(record_id__in=reach.ids())
    found = set(rows.values_list("id", flat=True))
    rows.delete()
    if found:
        erase_records(store=store, entity=RetentionHold._meta.db_table, record_ids=found)
    return len(found)
