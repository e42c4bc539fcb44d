"""Aliyun SMS: SendSms of dysmsapi (2017-05-25), signed by ACS3-HMAC-SHA256; reports pushed as SmsReport and SmsUp.

It takes no id of ours against doubles: OutId only comes back in the report.
"""

import datetime as dt
import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import quote

import orjson

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from chezhan.kernel.outbound import ask
from chezhan.modules.messaging.channels.answers import object_of, objects_of
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
from chezhan.modules.messaging.refusals import SendRefused

HOST, ACTION, VERSION = "dysmsapi.aliyuncs.com", "SendSms", "2017-05-25"
ALGORITHM = "ACS3-HMAC-SHA256"
# Over the provider's own limits, or its servers are busy: nothing was taken.
LATER = frozenset(
    {
        "isv.BUSINESS_LIMIT_CONTROL",
        "isp.SYSTEM_ERROR",
        "Throttling.User",
        "ServiceUnavailable",
        "isp.RAM_PERMISSION_DENY",
    }
)
ENDED = ("r", "td", "t", "n", "退订", "拒收")


def signed(
    *, query: Mapping[str, str], host: str, key_id: str, secret: str, now: dt.datetime, nonce: str
) -> dict[str, str]:
    """The headers of a request without a body, whose parameters are all in its query."""
    headers = {
        "host": host,
        "x-acs-action": ACTION,
        "x-acs-content-sha256": hashlib.sha256(b"").hexdigest(),
        "x-acs-date": now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "x-acs-signature-nonce": nonce,
        "x-acs-version": VERSION,
    }
    names = ";".join(sorted(headers))
    lines = "".join(f"{name}:{headers[name].strip()}\n" for name in sorted(headers))
    canonical = f"POST\n/\n{encoded(query)}\n{lines}\n{names}\n{headers['x-acs-content-sha256']}"
    text = f"{ALGORITHM}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    told = f"{ALGORITHM} Credential={key_id},SignedHeaders={names},Signature={signature}"
    return {**headers, "authorization": told}


def encoded(query: Mapping[str, str]) -> str:
    """In order, by RFC 3986."""
    return "&".join(f"{quote(name, safe='~')}={quote(query[name], safe='~')}" for name in sorted(query))


class AliyunSms(Provider):
    name = "aliyun"
    channel = "sms"
    keeps_words = True
    entries = (Entry("access_key_id"), Entry("access_key_secret", "secret"), Entry("endpoint", default=HOST))

    def send(self, *, account: Account, letter: Letter) -> Taken:
        host = account.text("endpoint") or HOST
        query = {
            "PhoneNumbers": letter.address,
            "SignName": letter.sign,
            "TemplateCode": letter.template,
            "TemplateParam": orjson.dumps(dict(letter.params)).decode(),
            "OutId": letter.id.hex,
        }
        headers = signed(
            query=query, host=host, key_id=account.text("access_key_id"), secret=account.secret("access_key_secret"),
            now=clock.now(), nonce=new_id().hex,
        )  # fmt: skip
        answer = ask(method="POST", url=f"https://{host}/?{encoded(query)}", headers=headers)
        told = object_of(answer)
        if told.get("Code") == "OK":
            return Taken(provider_id=str(told.get("BizId", "")))
        code = str(told.get("Code") or answer.status)
        raise SendRefused(code, again=code in LATER or answer.status >= 500)

    def read_report(self, *, account: Account, report: Report) -> Reported:
        """A list of reports; or of replies (SmsUp), of which those that end the messages count."""
        receipts = []
        for one in objects_of(report.body):
            if "success" in one:
                receipts.append(
                    Receipt(
                        provider_id=str(one.get("biz_id", "")),
                        message_id=str(one.get("out_id") or ""),
                        delivered=bool(one["success"]),
                        code=str(one.get("err_code", ""))[:60],
                    )
                )
            elif str(one.get("content", "")).strip().lower() in ENDED:
                receipts.append(Receipt(sender=str(one.get("phone_number", ""))))
        return Reported(receipts, b'{"code":0,"msg":"\xe6\x8e\xa5\xe6\x94\xb6\xe6\x88\x90\xe5\x8a\x9f"}')


provides(AliyunSms())
