"""WeChat service account: template messages. client_msg_id keeps the same message from being sent twice."""

import datetime as dt
import hashlib
import hmac
import re

import orjson

from chezhan.kernel.outbound import ask
from chezhan.modules.messaging.channels.answers import object_of
from chezhan.modules.messaging.channels.registry import (
    Account,
    Entry,
    Letter,
    Provider,
    Receipt,
    Report,
    Reported,
    Taken,
    provides,
)
from chezhan.modules.messaging.channels.tokens import forget_token, token_of
from chezhan.modules.messaging.refusals import ReceiptRefused, SendRefused

HOST = "api.weixin.qq.com"
STALE, BUSY = frozenset({40001, 40014, 42001}), frozenset({-1, 45009, 45011})
# As the event says it; nothing else of it is read, and no XML parser is let near it.
FIELD = r"<{0}>(?:<!\[CDATA\[)?([^<\]]{{0,120}})"


class WechatTemplate(Provider):
    name = "official"
    channel = "wechat"
    keeps_words = True
    knows_for = dt.timedelta(minutes=9)
    entries = (
        Entry("app_id"),
        Entry("app_secret", "secret"),
        Entry("token", "secret", required=False),
        Entry("endpoint", default=HOST),
    )

    def send(self, *, account: Account, letter: Letter) -> Taken:
        host = account.text("endpoint") or HOST
        body = orjson.dumps(
            {
                "touser": letter.address,
                "template_id": letter.template,
                "client_msg_id": letter.id.hex,
                "data": {name: {"value": value} for name, value in letter.params},
                **({"url": letter.link} if letter.link else {}),
            }
        )
        for _ in range(2):
            token = token_of(key=account.key, store=account.store, fetch=lambda: _fetch(account, host))
            answer = ask(
                method="POST", url=f"https://{host}/cgi-bin/message/template/send?access_token={token}", body=body,
                headers={"Content-Type": "application/json"},
            )  # fmt: skip
            told = object_of(answer)
            code = told.get("errcode")
            if code == 0:
                return Taken(provider_id=str(told.get("msgid", "")))
            if code not in STALE:
                break
            forget_token(key=account.key)
        raise SendRefused(str(code), again=code in BUSY or code in STALE)

    def read_report(self, *, account: Account, report: Report) -> Reported:
        """The event TEMPLATESENDJOBFINISH, in clear, signed by sha1 over token, timestamp and nonce."""
        parts = sorted([account.secret("token"), report.query.get("timestamp", ""), report.query.get("nonce", "")])
        signature = hashlib.sha1("".join(parts).encode()).hexdigest()
        told = report.query.get("signature", "")
        if not account.secret("token") or not hmac.compare_digest(signature.encode(), told.encode()):
            raise ReceiptRefused
        if report.method == "GET":
            return Reported(answer=report.query.get("echostr", "")[:200].encode(), content_type="text/plain")
        text = report.body.decode(errors="replace")
        if _field(text, "Event") != "TEMPLATESENDJOBFINISH":
            return Reported(answer=b"success", content_type="text/plain")
        status = _field(text, "Status")
        receipt = Receipt(provider_id=_field(text, "MsgID"), delivered=status == "success", code=status[:60])
        return Reported([receipt], b"success", "text/plain")


def _field(text: str, name: str) -> str:
    found = re.search(FIELD.format(name), text)
    return found[1] if found else ""


def _fetch(account: Account, host: str):
    body = orjson.dumps(
        {
            "grant_type": "client_credential",
            "appid": account.text("app_id"),
            "secret": account.secret("app_secret"),
        }
    )
    return ask(
        method="POST", url=f"https://{host}/cgi-bin/stable_token", body=body,
        headers={"Content-Type": "application/json"},
    )  # fmt: skip


provides(WechatTemplate())
