"""Each provider over HTTP, against a double that checks what it is asked as the real one does."""

import hashlib
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

import orjson
import pytest

from chezhan.kernel.ids import new_id
from chezhan.kernel.outbound import NotReached, ReplyLost
from chezhan.kernel.valkey import valkey
from chezhan.modules.messaging import accounts
from chezhan.modules.messaging.channels.registry import Account, Letter, Report, provider_of
from chezhan.modules.messaging.refusals import ReceiptRefused, SendRefused
from tests.doubles import providers
from tests.doubles.http import Said, certificate, serving

assert accounts.ALL
LETTER = Letter(
    id=new_id(),
    address="13800138000",
    subject="标题",
    text="张三您好，该保养了 + ~*%",
    params=(("name", "张三"), ("km", "10,000 km + ~*%")),
    template="SMS_1",
    sign="车栈",
)


@pytest.fixture
def provider(settings, cast):
    """provider("sms", "aliyun", double, config, secrets) → (send, server) over TLS with a certificate of our own."""

    @contextmanager
    def _provider(channel, name, double, config, secrets):
        with certificate("localhost") as ours, serving(double, tls=ours) as server:
            settings.OUTBOUND_CA_FILE = str(ours.file)
            settings.OUTBOUND_INSIDE = frozenset({f"localhost:{server.port}"})
            there = provider_of(channel=channel, name=name)
            key = new_id().hex
            account = Account({**config, "endpoint": f"localhost:{server.port}"}, secrets, key, cast.stores["north"])
            yield (lambda letter=LETTER: there.send(account=account, letter=letter)), server
            valkey().delete(f"cz2:message-token:{key}")

    return _provider


def test_aliyun_takes_what_is_signed(provider):
    double = providers.aliyun(key_id="id", secret="s", answer=lambda asked: providers.said(Code="OK", BizId="9^0"))
    with provider("sms", "aliyun", double, {"access_key_id": "id"}, {"access_key_secret": "s"}) as (send, server):
        assert send().provider_id == "9^0"
    told = dict(parse_qsl(urlsplit(server.asked[0].path).query))
    assert (told["PhoneNumbers"], told["SignName"], told["TemplateCode"]) == ("13800138000", "车栈", "SMS_1")
    assert orjson.loads(told["TemplateParam"]) == dict(LETTER.params)
    assert told["OutId"] == LETTER.id.hex


def test_aliyun_refuses_another_secret_and_says_so(provider):
    double = providers.aliyun(key_id="id", secret="s", answer=lambda asked: providers.said(Code="OK"))
    with (
        provider("sms", "aliyun", double, {"access_key_id": "id"}, {"access_key_secret": "x"}) as (send, _),
        pytest.raises(SendRefused) as refused,
    ):
        send()
    assert (refused.value.reason, refused.value.again) == ("SignatureDoesNotMatch", False)


def test_a_limit_of_the_provider_is_for_later(provider):
    double = providers.aliyun(
        key_id="id", secret="s", answer=lambda asked: providers.said(Code="isv.BUSINESS_LIMIT_CONTROL")
    )
    with (
        provider("sms", "aliyun", double, {"access_key_id": "id"}, {"access_key_secret": "s"}) as (send, _),
        pytest.raises(SendRefused) as refused,
    ):
        send()
    assert refused.value.again


def test_tencent_takes_what_is_signed(provider):
    sent = [{"Code": "Ok", "SerialNo": "5000:1", "Fee": 2}]
    double = providers.tencent(
        key_id="id", secret="s", answer=lambda asked: providers.said(Response={"SendStatusSet": sent})
    )
    config = {"secret_id": "id", "app_id": "1400"}
    with provider("sms", "tencent", double, config, {"secret_key": "s"}) as (send, server):
        taken = send()
    assert (taken.provider_id, taken.parts) == ("5000:1", 2)
    told = orjson.loads(server.asked[0].body)
    assert told["PhoneNumberSet"] == ["+8613800138000"]
    assert told["TemplateParamSet"] == ["张三", "10,000 km + ~*%"]
    with (
        provider("sms", "tencent", double, config, {"secret_key": "x"}) as (send, _),
        pytest.raises(SendRefused, match="refused"),
    ):
        send()


def test_wechats_token_is_fetched_once_and_anew_when_it_is_stale(provider):
    stale = []

    def answer(asked):
        if not stale:
            stale.append(asked)
            return providers.said(errcode=42001, errmsg="access_token expired")
        return providers.said(errcode=0, msgid=200228332)

    double = providers.wechat(app_id="wx", secret="s", answer=answer)
    with provider("wechat", "official", double, {"app_id": "wx"}, {"app_secret": "s"}) as (send, server):
        assert send().provider_id == "200228332"
        send()
    assert [one.path.partition("?")[0].rpartition("/")[2] for one in server.asked] == [
        *("stable_token", "send", "stable_token", "send", "send"),
    ]
    told = orjson.loads(server.asked[1].body)
    assert (told["touser"], told["client_msg_id"]) == (LETTER.address, LETTER.id.hex)
    assert told["data"]["name"] == {"value": "张三"}


def test_wecom_writes_to_a_member_and_asks_for_no_doubles(provider):
    double = providers.wecom(corp_id="c", secret="s", answer=lambda asked: providers.said(errcode=0, msgid="m1"))
    with provider("wecom", "application", double, {"corp_id": "c", "agent_id": "7"}, {"secret": "s"}) as (send, server):
        assert send().provider_id == "m1"
    told = orjson.loads(server.asked[-1].body)
    assert (told["touser"], told["agentid"], told["enable_duplicate_check"]) == (LETTER.address, 7, 1)
    assert told["text"] == {"content": LETTER.text}


def test_wecom_tells_of_a_member_that_is_none(provider):
    double = providers.wecom(
        corp_id="c", secret="s", answer=lambda asked: providers.said(errcode=0, invaliduser="13800138000")
    )
    with (
        provider("wecom", "application", double, {"corp_id": "c", "agent_id": "7"}, {"secret": "s"}) as (send, _),
        pytest.raises(SendRefused) as refused,
    ):
        send()
    assert refused.value.reason == "invaliduser"


def test_the_robot_of_dingtalk_takes_what_is_signed(provider):
    double = providers.dingtalk(token="t", secret="SECx", answer=lambda asked: providers.said(errcode=0))
    with provider("dingtalk", "robot", double, {}, {"access_token": "t", "sign_secret": "SECx"}) as (send, server):
        assert send().delivered
    assert orjson.loads(server.asked[0].body)["text"]["content"] == LETTER.text
    with (
        provider("dingtalk", "robot", double, {}, {"access_token": "t", "sign_secret": "SECy"}) as (send, _),
        pytest.raises(SendRefused),
    ):
        send()


def test_a_lost_reply_and_a_provider_that_is_not_there_are_two_things(provider):
    double = lambda asked: Said(hang_up=True)  # noqa: E731
    with (
        provider("sms", "aliyun", double, {"access_key_id": "id"}, {"access_key_secret": "s"}) as (send, _),
        pytest.raises(ReplyLost),
    ):
        send()
    with pytest.raises(NotReached):
        send()


REPORT = {"phone_number": "13800138000", "biz_id": "9^0", "out_id": LETTER.id.hex, "sms_size": "1"}


def _report(body=b"", *, method="POST", **query):
    return Report(method, {}, query, body)


def test_reports_of_sms_are_read_as_they_come(cast):
    account = Account({}, {}, "k", cast.stores["north"])
    aliyun, tencent = (provider_of(channel="sms", name=name) for name in ("aliyun", "tencent"))
    told = aliyun.read_report(
        account=account, report=_report(orjson.dumps([{**REPORT, "success": False, "err_code": "MK:0001"}]))
    )
    assert [(one.provider_id, one.delivered, one.code) for one in told.receipts] == [("9^0", False, "MK:0001")]
    assert orjson.loads(told.answer)["code"] == 0
    told = tencent.read_report(
        account=account,
        report=_report(orjson.dumps([{"sid": "5000:1", "report_status": "SUCCESS", "errmsg": "DELIVRD"}])),
    )
    assert [(one.provider_id, one.delivered) for one in told.receipts] == [("5000:1", True)]
    told = aliyun.read_report(
        account=account, report=_report(orjson.dumps([{"phone_number": "13800138000", "content": "R"}]))
    )
    assert [one.sender for one in told.receipts] == ["13800138000"]
    with pytest.raises(ReceiptRefused):
        aliyun.read_report(account=account, report=_report(b"<xml/>"))


def test_wechats_reports_are_signed(cast):
    there = provider_of(channel="wechat", name="official")
    account = Account({}, {"token": "tok"}, "k", cast.stores["north"])
    signature = hashlib.sha1("".join(sorted(["tok", "1", "2"])).encode()).hexdigest()
    query = {"timestamp": "1", "nonce": "2", "signature": signature}
    assert there.read_report(account=account, report=_report(method="GET", echostr="hi", **query)).answer == b"hi"
    xml = (
        b"<xml><Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>200163836</MsgID>"
        b"<Status><![CDATA[failed:user block]]></Status></xml>"
    )
    (receipt,) = there.read_report(account=account, report=_report(xml, **query)).receipts
    assert (receipt.provider_id, receipt.delivered, receipt.code) == ("200163836", False, "failed:user block")
    with pytest.raises(ReceiptRefused):
        there.read_report(account=account, report=_report(xml, **{**query, "signature": "0" * 40}))
    with pytest.raises(ReceiptRefused):
        there.read_report(account=Account({}, {}, "k", cast.stores["north"]), report=_report(xml, **query))
