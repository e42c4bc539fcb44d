"""The development outbox: what would have gone out, kept in a public table and shown in the app."""

import re

from django.conf import settings

from chezhan.headquarters.account.contracts import SentMessage
from chezhan.kernel.errors import NotFound
from chezhan.kernel.models import DevMessage
from tenants.context import public_context

SHOWN, KEPT = 100, 1000
LINK = re.compile(r"https?://\S+")


def put(*, channel: DevMessage.Channel, to: str, subject: str, body: str) -> None:
    """Keep one message, and forget the oldest. Call with no transaction open (after a commit)."""
    with public_context():
        DevMessage.objects.create(channel=channel, to=to, subject=subject, body=body)
        old = DevMessage.objects.order_by("-sent_at", "-id").values("id")[KEPT:]
        DevMessage.objects.filter(id__in=old).delete()


def latest() -> list[SentMessage]:
    """The newest messages first. Raises NotFound where messages really leave."""
    if not settings.DEV_OUTBOX:
        raise NotFound
    return [
        SentMessage(
            id=message.id,
            channel=message.channel,
            to=message.to,
            subject=message.subject,
            body=message.body,
            links=LINK.findall(message.body),
            sent_at=message.sent_at,
        )
        for message in DevMessage.objects.order_by("-sent_at", "-id")[:SHOWN]
    ]
