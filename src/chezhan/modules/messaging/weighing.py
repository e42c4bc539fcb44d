"""What would become of one message by hand, before it is sent: whether it may go, to which address, what it costs."""

from typing import Any
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.records.sighting import require_seen
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.messaging.accounts import way_for
from chezhan.modules.messaging.foretelling import foretell
from chezhan.modules.messaging.permits import SEND
from chezhan.modules.messaging.queries import STARS
from chezhan.modules.messaging.queueing import Recipient, readers_for
from chezhan.modules.messaging.refusals import BadTemplate, NoChannel
from chezhan.modules.messaging.templates import usable_template

HELD = ("no_address", "no_consent_withdrawn", "no_consent", "over_the_cap")


def weigh(*, actor: Actor, entity: str, record_id: UUID, template_id: UUID, recipient: Recipient) -> dict[str, Any]:
    """As schemas.MessageFateOut has it. Nothing is written. Raises as writing.send_by_hand."""
    require(actor=actor, permission=SEND)
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    template = usable_template(template_id=template_id)
    if template.entity != view.entity.name:
        raise BadTemplate(params={"where": "entity", "inside": ""})
    if way_for(store=actor.in_store, channel=template.channel) is None:
        raise NoChannel(params={"channel": template.channel})
    ids, at = [record_id], f"{clock.now().astimezone(SHANGHAI):%H:%M}"
    told = foretell(actor=actor, view=view, template=template, recipient=recipient, record_ids=ids, at=at)
    found = readers_for(actor=actor, view=view, template=template, recipient=recipient, record_ids=ids)
    tails = [f"{STARS}{reader.tail}" for reader in found.get(record_id, ()) if reader.address]
    return {
        "held": next((code for code in HELD if told[code]), ""),
        "address": next(iter(tails), ""),
        "quiet": told["quiet"] == "waits",
        "cost": told["cost"],
    }
