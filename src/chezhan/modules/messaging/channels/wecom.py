"""WeCom: application messages to colleagues. The same text to the same person is not sent twice within four hours."""

import datetime as dt
from urllib.parse import quote as quoted

import orjson

from chezhan.kernel.outbound import Answer, ask
from chezhan.modules.messaging.channels.answers import object_of
from chezhan.modules.messaging.channels.registry import Account, Entry, Letter, Provider, Taken, provides
from chezhan.modules.messaging.channels.tokens import forget_token, token_of
from chezhan.modules.messaging.refusals import SendRefused

HOST = "qyapi.weixin.qq.com"
STALE, BUSY = frozenset({40014, 42001, 41001}), frozenset({-1, 45009, 45033})
FOUR_HOURS = 14_400


class WecomMessage(Provider):
    name = "application"
    channel = "wecom"
    knows_for = dt.timedelta(hours=3)
    entries = (
        Entry("corp_id"),
        Entry("agent_id", "number"),
        Entry("secret", "secret"),
        Entry("endpoint", default=HOST),
    )

    def send(self, *, account: Account, letter: Letter) -> Taken:
        host = account.text("endpoint") or HOST
        body = orjson.dumps(
            {
                "touser": letter.address,
                "msgtype": "text",
                "agentid": int(account.text("agent_id") or 0),
                "text": {"content": letter.text},
                # Told apart by the whole request: the id of ours makes two messages of the same words two.
                "enable_duplicate_check": 1,
                "duplicate_check_interval": FOUR_HOURS,
                "chezhan_id": letter.id.hex,
            }
        )
        for _ in range(2):
            token = token_of(key=account.key, store=account.store, fetch=lambda: _fetch(account, host))
            answer = ask(
                method="POST", url=f"https://{host}/cgi-bin/message/send?access_token={token}", body=body,
                headers={"Content-Type": "application/json"},
            )  # fmt: skip
            told = object_of(answer)
            code = told.get("errcode")
            if code == 0 and letter.address.lower() in str(told.get("invaliduser", "")).lower().split("|"):
                raise SendRefused("invaliduser")
            if code == 0:
                return Taken(provider_id=str(told.get("msgid", "")))
            if code not in STALE:
                break
            forget_token(key=account.key)
        raise SendRefused(str(code), again=code in BUSY or code in STALE)


def _fetch(account: Account, host: str) -> Answer:
    corp, secret = account.text("corp_id"), account.secret("secret")
    return ask(method="GET", url=f"https://{host}/cgi-bin/gettoken?corpid={quoted(corp)}&corpsecret={quoted(secret)}")


provides(WecomMessage())
