"""DingTalk: the robot of a group, signed. It takes no id of ours; twenty messages a minute."""

import base64
import hashlib
import hmac
from urllib.parse import quote

import orjson

from chezhan.kernel import clock
from chezhan.kernel.outbound import ask
from chezhan.modules.messaging.channels.answers import object_of
from chezhan.modules.messaging.channels.registry import Account, Entry, Letter, Provider, Taken, provides
from chezhan.modules.messaging.refusals import SendRefused

HOST = "oapi.dingtalk.com"
BUSY = frozenset({-1, 130101, 410100, 660026})


def signature(*, stamp: str, secret: str) -> str:
    """`stamp`: milliseconds."""
    made = hmac.new(secret.encode(), f"{stamp}\n{secret}".encode(), hashlib.sha256).digest()
    return base64.b64encode(made).decode()


class DingtalkRobot(Provider):
    name = "robot"
    channel = "dingtalk"
    entries = (
        Entry("access_token", "secret"),
        Entry("sign_secret", "secret"),
        Entry("endpoint", default=HOST),
    )

    def send(self, *, account: Account, letter: Letter) -> Taken:
        host = account.text("endpoint") or HOST
        stamp = str(int(clock.now().timestamp() * 1000))
        sign = quote(signature(stamp=stamp, secret=account.secret("sign_secret")), safe="")
        token = quote(account.secret("access_token"), safe="")
        answer = ask(
            method="POST", url=f"https://{host}/robot/send?access_token={token}&timestamp={stamp}&sign={sign}",
            headers={"Content-Type": "application/json"},
            body=orjson.dumps({"msgtype": "text", "text": {"content": letter.text}}),
        )  # fmt: skip
        told = object_of(answer)
        code = told.get("errcode")
        if code == 0:
            return Taken(delivered=True)
        raise SendRefused(str(code), again=code in BUSY)


provides(DingtalkRobot())
