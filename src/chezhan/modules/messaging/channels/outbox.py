"""No way out yet: the message stays in the store, where it is seen as the customer would see it. Of every channel."""

import datetime as dt

from chezhan.modules.messaging.channels.registry import Account, Letter, Provider, Taken, provides


class Outbox(Provider):
    name = "outbox"
    knows_for = dt.timedelta(days=3_650)

    def __init__(self, channel: str) -> None:
        self.channel = channel  # type: ignore[misc]

    def send(self, *, account: Account, letter: Letter) -> Taken:
        return Taken(provider_id=f"outbox-{letter.id}", delivered=True)


for _channel in ("sms", "mail", "wechat", "wecom", "dingtalk"):
    provides(Outbox(_channel))


class InApp(Provider):
    """Within the product itself: it is there once its row is."""

    name = "inside"
    channel = "in_app"
    knows_for = dt.timedelta(days=3_650)

    def send(self, *, account: Account, letter: Letter) -> Taken:
        return Taken(provider_id=f"inside-{letter.id}", delivered=True)


provides(InApp())
