"""Tencent SMS: SendSms (2021-01-11), signed by TC3-HMAC-SHA256; reports pushed as callbacks. It takes no id of ours
against doubles: SessionContext only comes back in the answer.
"""

import datetime as dt
import hashlib
import hmac

import orjson

from chezhan.kernel import clock
from chezhan.kernel.outbound import ReplyLost, ask
from chezhan.modules.messaging.channels.aliyun import ENDED
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

HOST, SERVICE, ACTION, VERSION = "sms.tencentcloudapi.com", "sms", "SendSms", "2021-01-11"
ALGORITHM, TYPE = "TC3-HMAC-SHA256", "application/json; charset=utf-8"
LATER = ("RequestLimitExceeded", "InternalError", "LimitExceeded.", "FailedOperation.FailResolvePacket")


def signed(*, body: bytes, host: str, region: str, key_id: str, secret: str, now: dt.datetime) -> dict[str, str]:
    stamp, day = str(int(now.timestamp())), now.astimezone(dt.UTC).strftime("%Y-%m-%d")
    lines = f"content-type:{TYPE}\nhost:{host}\nx-tc-action:{ACTION.lower()}\n"
    names = "content-type;host;x-tc-action"
    canonical = f"POST\n/\n\n{lines}\n{names}\n{hashlib.sha256(body).hexdigest()}"
    place = f"{day}/{SERVICE}/tc3_request"
    text = f"{ALGORITHM}\n{stamp}\n{place}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    key = f"TC3{secret}".encode()
    for part in (day, SERVICE, "tc3_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    return {
        "Authorization": f"{ALGORITHM} Credential={key_id}/{place}, SignedHeaders={names}, Signature={signature}",
        "Content-Type": TYPE,
        "Host": host,
        "X-TC-Action": ACTION,
        "X-TC-Timestamp": stamp,
        "X-TC-Version": VERSION,
        "X-TC-Region": region,
    }


class TencentSms(Provider):
    name = "tencent"
    channel = "sms"
    keeps_words = True
    entries = (
        Entry("secret_id"),
        Entry("secret_key", "secret"),
        Entry("app_id"),
        Entry("region", default="ap-guangzhou"),
        Entry("endpoint", default=HOST),
    )

    def send(self, *, account: Account, letter: Letter) -> Taken:
        host = account.text("endpoint") or HOST
        body = orjson.dumps(
            {
                "PhoneNumberSet": [letter.address if letter.address.startswith("+") else f"+86{letter.address}"],
                "SmsSdkAppId": account.text("app_id"),
                "SignName": letter.sign,
                "TemplateId": letter.template,
                "TemplateParamSet": [value for _, value in letter.params],
                "SessionContext": letter.id.hex,
            }
        )
        headers = signed(
            body=body, host=host, region=account.text("region") or "ap-guangzhou", key_id=account.text("secret_id"),
            secret=account.secret("secret_key"), now=clock.now(),
        )  # fmt: skip
        answer = ask(method="POST", url=f"https://{host}/", headers=headers, body=body)
        told = object_of(answer).get("Response")
        if not isinstance(told, dict):
            raise ReplyLost
        if isinstance(told.get("Error"), dict):
            _refuse(str(told["Error"].get("Code", "")))
        sent = told.get("SendStatusSet")
        if not isinstance(sent, list) or len(sent) != 1 or not isinstance(sent[0], dict):
            raise ReplyLost
        if sent[0].get("Code") != "Ok":
            _refuse(str(sent[0].get("Code", "")))
        return Taken(provider_id=str(sent[0].get("SerialNo", "")), parts=int(sent[0].get("Fee") or 1))

    def read_report(self, *, account: Account, report: Report) -> Reported:
        """A list of reports by `sid`; or one reply."""
        receipts = []
        for one in objects_of(report.body):
            if "report_status" in one:
                receipts.append(
                    Receipt(
                        provider_id=str(one.get("sid", "")),
                        delivered=one["report_status"] == "SUCCESS",
                        code=str(one.get("errmsg", ""))[:60],
                    )
                )
            elif str(one.get("text", "")).strip().lower() in ENDED:
                receipts.append(Receipt(sender=str(one.get("mobile", ""))))
        return Reported(receipts, b'{"result":0,"errmsg":"OK"}')


def _refuse(code: str) -> None:
    raise SendRefused(code, again=code.startswith(LATER))


provides(TencentSms())
