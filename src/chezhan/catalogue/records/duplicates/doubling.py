"""What joins two records is there once for the two: where a merge would say it twice, or of a record to itself."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.writes.cleaning import column_of
from chezhan.catalogue.records.writes.removing import put_in_bin, take_from_bin


def drop_doubled(*, actor: Actor, view: View, loser_id: UUID, winner_id: UUID, operation_id: UUID) -> list[list[Any]]:
    """Into the bin, before links are moved; answers [kind, record]. As with what is moved, whether or not the actor
    sees it: what the winner says of the other stays.
    """
    dropped: list[list[Any]] = []
    for kind in view.viewer.catalogue.entities:
        if kind.joins and kind.fields[kind.joins[0]].target == view.entity.name:
            ids = _doubled(view.of(kind.name), loser_id, winner_id)
            if ids:
                put_in_bin(actor=actor, view=view.of(kind.name), ids=ids, operation_id=operation_id)
                dropped += [[kind.name, one] for one in ids]
    return dropped


def bring_doubled_back(*, actor: Actor, view: View, doubled: Sequence[Sequence[str]]) -> None:
    """Those that are still in the bin, between records that are there, and that nobody has said anew."""
    known = {kind.name: kind for kind in view.viewer.catalogue.entities}
    for name in sorted({name for name, _ in doubled} & known.keys()):
        there = view.of(name)
        binned = RecycledRecord.objects.filter(
            entity=name, record_id__in=[one for kind, one in doubled if kind == name]
        )
        first, second = _ends(there, known[name])
        for record_id, row in binned.select_for_update().values_list("record_id", "row"):
            pair = [row[first], row[second]]
            said = known[name].model._default_manager.filter(**{f"{first}__in": pair, f"{second}__in": pair})
            if not said.exists() and view.entity.model._default_manager.filter(id__in=pair).count() == 2:
                take_from_bin(actor=actor, view=there, ids=[record_id])


def _doubled(view: View, loser_id: UUID, winner_id: UUID) -> list[UUID]:
    first, second = _ends(view, view.entity)
    pair = {loser_id, winner_id}
    touching = Q(**{f"{first}__in": pair}) | Q(**{f"{second}__in": pair})
    rows = view.entity.model._default_manager.filter(touching).order_by("id").select_for_update()
    found = list(rows.values_list("id", first, second))
    known = {other for _, *ends in found if winner_id in ends for other in ends}
    return [one for one, *ends in found if loser_id in ends and (known & {*ends} - {loser_id})]


def _ends(view: View, kind: Entity) -> tuple[str, str]:
    """The attributes of the two links."""
    first, second = (column_of(view.of(kind.name), kind.fields[name]).attname for name in kind.joins)
    return first, second
