"""The verb "message" of rules and flows: send by a template, to what a record says or to people of the store."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.access.roles import GRANTS
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.records.looking import View
from chezhan.kernel.errors import AppError, Forbidden
from chezhan.modules.messaging.addresses import require_address
from chezhan.modules.messaging.foretelling import foretell
from chezhan.modules.messaging.letters import draft_of
from chezhan.modules.messaging.models import MessageTemplate
from chezhan.modules.messaging.permits import SEND
from chezhan.modules.messaging.queueing import Recipient, queue_messages, require_usable
from chezhan.modules.messaging.refusals import BadTemplate, NoAddress, UnknownTemplate


class DoMessage(Doing):
    """`to`: see queueing.Recipient. `otherwise`: roles told too, one after the other, until somebody is there."""

    kind: Literal["message"] = "message"
    template: UUID | None = None
    to: Literal["address", "owner", "role", "group"] = "address"
    path: Annotated[str, Field(max_length=130)] = ""
    role: Annotated[str, Field(max_length=40)] = ""
    otherwise: Annotated[tuple[Annotated[str, Field(max_length=40)], ...], Field(max_length=5)] = ()

    @property
    def recipient(self) -> Recipient:
        return Recipient(self.to, self.path, self.role, self.otherwise)


class Messaging(ActionKind):
    kind = "message"
    part = DoMessage

    def problems(self, *, actor: Actor, view: View, action: DoMessage) -> list[AppError]:
        if not may_send(actor):
            return [Forbidden(params={"permission": SEND})]
        try:
            template = template_for(view=view, action=action)
            require_usable(template)
            if action.to == "address":
                require_address(view=view, channel=template.channel, path=action.path)
        except AppError as error:
            return [error]
        if action.to == "role" and not {action.role, *action.otherwise} <= GRANTS.keys():
            return [NoAddress(params={"field": "role"})]
        return list(draft_of(actor=actor, view=view, template=template).problems())

    def fits_deleted(self, action: DoMessage) -> bool:
        return True

    def apply(self, *, actor: Actor, view: View, action: DoMessage, record_ids: Sequence[UUID], why: Why) -> Effects:
        if not may_send(actor):
            raise Forbidden(params={"permission": SEND})
        template = template_for(view=view, action=action)
        made = queue_messages(
            actor=actor, view=view, template=template, recipient=action.recipient, record_ids=record_ids, why=why
        )
        return {record_id: {"messages": [str(one) for one in ids]} for record_id, ids in made.items()}

    def foretold(
        self, *, actor: Actor, view: View, action: DoMessage, record_ids: Sequence[UUID], at: str
    ) -> dict[str, Any]:
        template = template_for(view=view, action=action)
        return foretell(
            actor=actor, view=view, template=template, recipient=action.recipient, record_ids=record_ids, at=at
        )


def template_for(*, view: View, action: DoMessage) -> MessageTemplate:
    """Raises UnknownTemplate; BadTemplate for one of another kind of record."""
    found = MessageTemplate.objects.filter(id=action.template).first() if action.template else None
    if found is None:
        raise UnknownTemplate
    if found.entity != view.entity.name:
        raise BadTemplate(params={"where": "entity", "inside": ""})
    return found


def may_send(actor: Actor) -> bool:
    """By the roles alone: a rule acts with its publisher's, cut to writing records."""
    return any(SEND in GRANTS.get(role, frozenset()) for role in actor.roles)


MESSAGING = offers(Messaging())
