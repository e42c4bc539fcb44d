"""Follow a lead up: what was said, when to speak next, and how far it is by now, at one go."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor
from chezhan.catalogue.records.verbs.doing import do
from chezhan.catalogue.records.verbs.offering import offered
from chezhan.catalogue.records.writes.refusals import RowsRefused
from chezhan.catalogue.records.writes.saving import change_records, create_records
from chezhan.kernel import clock

LEAD, INTERACTION = "lead", "interaction"


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """`waits_for`: fields that the store asks for before a lead counts as contacted, and that say nothing yet."""

    interaction_id: UUID
    waits_for: tuple[str, ...] = ()


def follow_up(
    *, actor: Actor, lead_id: UUID, said: Mapping[str, Any], next_contact_at: dt.datetime | None, verb: str = ""
) -> FollowedUp:
    """`said`: fields of the interaction; it happened now unless they say when. `verb`: what it came to, empty for
    nothing further; a lead that was reached the first time is contacted by it.

    Raises what create_records, change_records and do raise; all of it is done or nothing.
    """
    values = {"at": clock.now().isoformat(), **said, "lead": str(lead_id)}
    (interaction_id,) = create_records(actor=actor, entity=INTERACTION, rows=[values])
    moment = None if next_contact_at is None else next_contact_at.isoformat()
    change_records(actor=actor, entity=LEAD, ids=[lead_id], values={"next_contact_at": moment})
    reached = values.get("reached", True) and values.get("kind") != "note"
    waits_for: tuple[str, ...] = ()
    if verb:
        do(actor=actor, entity=LEAD, verb=verb, ids=[lead_id], values={})
    elif reached and "contact" in offered(actor=actor, entity=LEAD, record_id=lead_id):
        # The store may ask for more before a lead counts as contacted; what was said is kept all the same.
        try:
            with transaction.atomic():
                do(actor=actor, entity=LEAD, verb="contact", ids=[lead_id], values={})
        except RowsRefused as refused:
            waits_for = tuple(dict.fromkeys(row["field"] for row in refused.params["rows"]))
    return FollowedUp(interaction_id, waits_for)
