"""Which records meet a condition at the moment."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor
from chezhan.catalogue.records.filters import compile_filter, within_reason
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.kernel import clock


def settle(*, view: View, record_ids: Sequence[UUID]) -> None:
    """For who looks at the records now and is told of their changes later: a change under way is awaited and seen, and
    the next one comes after the caller's transaction, so that its event finds who waits.
    """
    rows = view.entity.model._default_manager.filter(id__in=list(record_ids)).order_by("id")
    list(rows.select_for_update(of=("self",), no_key=True).values_list("id"))


def met(*, actor: Actor, view: View, text: str, record_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the records that are there before the actor and meet the condition `text` now. Raises what filters
    refuse.
    """
    rows = view.seen().filter(id__in=list(record_ids))
    if text:
        rows = rows.filter(compile_filter(text=text, today=clock.today(), view=view))
    # Its own, since one that takes too long is ended with its transaction.
    with transaction.atomic(), within_reason(text):
        return {record_id for (record_id,) in select_as(rows.values_list("id"), person_id=actor.person_id)}
