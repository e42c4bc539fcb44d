"""Messages to people of the store: by their part in a record, or by role. Their addresses are asked for as they go."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import F

from chezhan.access import Actor
from chezhan.catalogue.doing.absence import away_on
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.modules.messaging.models import Channel
from chezhan.modules.messaging.refusals import NoAddress
from tenants.directory import StoreRef
from tenants.lookup import addresses_of_store, people_of_store, phones_of_store, roles_in


def staff_for(
    *, actor: Actor, view: View, to: str, roles: Sequence[str], record_ids: Sequence[UUID]
) -> Mapping[UUID, list[UUID]]:
    """By record the people; only who works here. Raises NoAddress where the owner is hidden."""
    here = [person for person, _ in people_of_store(store=actor.in_store)]
    if to == "role":
        return dict.fromkeys(record_ids, _holders(actor.in_store, here, roles))
    try:
        sight = view.sight("owner")
    except UnknownField:
        raise NoAddress(params={"field": "owner"}) from None
    rows = view.seen().filter(id__in=list(record_ids)).annotate(whose=sight.met.value(F(sight.column)))
    owners = dict(select_as(rows.values_list("id", "whose"), person_id=actor.person_id))
    return {one: [owner] for one, owner in owners.items() if owner in here}


def _holders(store: StoreRef, here: Sequence[UUID], roles: Sequence[str]) -> list[UUID]:
    """Of the first role, and of those after it until somebody is there: who is away finds it when they are back."""
    away, told = away_on(clock.today()), dict[UUID, None]()
    for role in roles:
        if any(one not in away for one in told):
            break
        told |= dict.fromkeys(one for one in here if role and role in roles_in(store=store, person_id=one))
    return list(told)


def address_of(*, store: StoreRef, channel: str, person_id: UUID) -> str:
    """Empty where there is none."""
    if channel == Channel.MAIL:
        return dict(addresses_of_store(store=store)).get(person_id, "")
    if channel == Channel.SMS:
        return dict(phones_of_store(store=store)).get(person_id, "")
    return str(person_id)
