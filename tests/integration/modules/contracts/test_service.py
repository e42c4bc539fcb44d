"""The store's signing service is asked over its webhook, fetches the file, and its signed answer counts once."""

import base64
import datetime as dt
import hashlib
import hmac
import json
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.db import connections
from django.test import Client

from chezhan.catalogue.notices.models import Notice
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from chezhan.modules.contracts import answers
from chezhan.modules.contracts.models import ContractSource, SigningAnswer, SigningService
from chezhan.modules.webhooks.keeping import kept
from chezhan.modules.webhooks.models import Webhook, WebhookDelivery
from chezhan.modules.webhooks.tasks import send_webhooks
from tenants.context import tenant_context
from tests.factories.locks import until_it_waits
from tests.integration.modules.contracts.conftest import Page, contracts_of
from tests.integration.modules.webhooks.conftest import WEBHOOKS, receiver

__all__ = ["receiver"]
SERVICE = "/api/store/design/signing-service"
ANSWERS = "/api/public/contract-signing"
SIGNED = {"result": "signed", "signed_name": "李四", "signed_sha256": "b" * 64}


class Provider:
    """What the store's webhook told it, and how it answers."""

    def __init__(self, receiver: Any, said: Any) -> None:
        self.secret, self.said, self.client = receiver.secret, said, Client()

    def file(self, status: int = 200) -> bytes:
        told = urlsplit(self.said["file"])
        answer = self.client.get(f"{told.path}?{told.query}")
        assert answer.status_code == status
        return answer.content

    def answer(
        self, status: int = 200, *, key: str = "a1", secret: str = "", late: int = 0, at: str = "", **values: Any
    ) -> Any:
        told = {"contract": self.said["contract"], "sha256": self.said["sha256"], **SIGNED, **values}
        body = json.dumps({"data": told}).encode()
        moment = str(int((clock.now() - dt.timedelta(seconds=late)).timestamp()))
        content = f"{key}.{moment}.".encode() + body
        sealed = base64.b64decode((secret or self.secret).removeprefix("whsec_"))
        sign = base64.b64encode(hmac.digest(sealed, content, hashlib.sha256)).decode()
        headers = {"webhook-id": key, "webhook-timestamp": moment, "webhook-signature": f"v1,{sign}"}
        path = f"{ANSWERS}/{at}" if at else urlsplit(self.said["answer_to"]).path
        given = self.client.post(path, body, content_type="application/json", headers=headers)
        assert given.status_code == status, given.content.decode()
        return given.json().get("outcome") or given.json()["error"]["code"]

    def lost(self, monkeypatch: Any, **values: Any) -> None:
        """An answer that is kept, and the process ends before anything is done with it."""

        def dies(**given: Any) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(answers, "do", dies)
            self.answer(**values)


def kept_answers(store: Any) -> list[Any]:
    with tenant_context(store):
        return list(SigningAnswer.objects.order_by("at").values_list("key", "outcome", "code", "payload"))


@pytest.fixture
def asked(seller, lot, approved, receiver):
    """asked(): a contract that the service was asked to have signed, and the service."""
    manager, advisor = seller(), seller("advisor")
    manager.change("customer", manager.now("customer", {"id": lot["customer"]}), phone="138 1234 5678")
    advisor.do("sales_order", approved, "draw_contract")
    (contract,) = contracts_of(advisor, approved)
    assert advisor.offered("contract", contract) == ["record_paper"]
    assert advisor.do("contract", contract, "send_to_sign", 409)["code"] == "signing_service_none"
    made = manager.ask("post", WEBHOOKS, {"name": "电子签", "url": receiver.url}, status=201)
    receiver.secret = made["secret"]
    manager.ask("put", SERVICE, {"version": 0, "webhook": made["webhook"]["id"]})
    assert advisor.ask("put", SERVICE, {"version": 1, "webhook": None}, status=403)["error"]["code"] == "forbidden"
    assert advisor.offered("contract", contract) == ["send_to_sign", "record_paper"]
    advisor.do("contract", contract, "send_to_sign")
    send_webhooks.run()
    (said,) = receiver.taken.values()
    return contract, Provider(receiver, said["data"])


def test_a_service_is_asked_fetches_the_file_and_its_answer_counts_once(cast, seller, approved, asked, monkeypatch):
    contract, provider = asked
    advisor = seller("advisor")
    assert provider.said["number"] == contract["number"]
    assert provider.said["buyer"] == {"name": "李四", "phone": "13812345678"}
    assert contract["token"] not in json.dumps(provider.said)
    assert hashlib.sha256(provider.file()).hexdigest() == contract["sha256"] == provider.said["sha256"]
    page = Page(contract)
    assert page.look()["open"] is False
    assert page.sign(409, read=contract["sha256"])["error"]["code"] == "contract_busy"
    # Forged, late, of another file: nothing moves, and what is not signed is not kept.
    assert provider.answer(401, secret="whsec_" + base64.b64encode(b"x" * 32).decode()) == "signing_answer_unsigned"
    assert provider.answer(401, late=400) == "signing_answer_stale"
    assert provider.answer(404, at="nobodys-token") == "contract_link_over"
    with tenant_context(cast.stores["north"]):
        sealed = Webhook.objects.get().secret
        Webhook.objects.update(secret=kept(column="secret", text="whsec_"))
    # A secret that is empty signs nothing, though everybody knows it.
    assert provider.answer(401, secret="whsec_") == "signing_answer_unsigned"
    with tenant_context(cast.stores["north"]):
        Webhook.objects.update(secret=sealed)
    assert kept_answers(cast.stores["north"]) == []
    assert provider.answer(key="a0", sha256="0" * 64) == "unfit"
    assert provider.answer(key="a00", contract=str(new_id())) == "unfit"
    # The process ends between keeping and doing: what was kept is done when it is sent again, once.
    provider.lost(monkeypatch, key="a1")
    assert kept_answers(cast.stores["north"])[2][:2] == ("a1", "received")
    assert advisor.now("contract", contract)["status"] == "asked"
    assert [provider.answer(), provider.answer(), provider.answer(result="refused")] == ["signed"] * 3
    now = advisor.now("contract", contract)
    assert (now["status"], now["way"], now["signed_name"], now["signed_sha256"]) == (
        "signed", "provider", "李四", "b" * 64,
    )  # fmt: skip
    assert advisor.now("sales_order", approved)["contract_status"] == "signed"
    assert provider.answer(key="a2", result="refused") == "unfit"
    provider.file(404)
    assert kept_answers(cast.stores["north"]) == [
        ("a0", "unfit", "contract_another_paper", None),
        ("a00", "unfit", "contract_link_over", None),
        ("a1", "signed", "", None),
        ("a2", "unfit", "signing_not_asked", None),
    ]


def test_a_refusal_is_told_a_link_ends_after_a_day_and_one_taken_back_is_signed_no_more(
    cast, seller, approved, asked, monkeypatch
):
    contract, provider = asked
    advisor, north = seller("advisor"), cast.stores["north"]
    with time_machine.travel(clock.now() + dt.timedelta(hours=25), tick=True):
        provider.file(404)
    assert provider.answer(result="refused", reason="价格不对") == "refused"
    now = advisor.now("contract", contract)
    assert (now["status"], now["refused_for"]) == ("refused", "价格不对")
    assert advisor.now("sales_order", approved)["contract_status"] == "refused"
    with tenant_context(north):
        told = list(Notice.objects.values_list("person_id", "kind"))
    assert told == [(cast.people["advisor"].id, "contract_refused")]
    advisor.do("sales_order", approved, "draw_contract")
    (again, _) = contracts_of(advisor, approved)
    advisor.do("contract", again, "send_to_sign")
    advisor.do("contract", again, "take_back")
    assert provider.answer(key="b1", contract=again["id"], sha256=again["sha256"]) == "unfit"
    assert Page(again).look()["open"] is True
    # Erased on request: neither what was kept of an answer nor what the service was told says who it was.
    advisor.do("contract", again, "send_to_sign")
    provider.lost(monkeypatch, key="b2", contract=again["id"], sha256=again["sha256"])
    erase = f"/api/store/records/customer/{approved['customer']['id']}/personal-data/erase"
    with tenant_context(north):
        assert bytes(SigningAnswer.objects.get(key="b2").payload)
        assert ContractSource.objects.filter(document=None).count() == 0
    seller().ask("post", erase, {"name": "李四", "reason": "asked"})
    with tenant_context(north):
        assert set(WebhookDelivery.objects.values_list("body", flat=True)) == {None}
        assert set(ContractSource.objects.values_list("document", flat=True)) == {None}
    assert kept_answers(north)[-1] == ("b2", "received", "", None)
    assert provider.answer(key="b2", contract=again["id"], sha256=again["sha256"]) == "unfit"
    assert advisor.now("contract", again)["status"] == "asked"


def test_a_store_that_changes_its_service_is_told_what_waits_and_answers_of_the_old_one_end(
    cast, seller, approved, asked, receiver
):
    contract, old = asked
    manager, advisor, north = seller(), seller("advisor"), cast.stores["north"]
    # Sent again, it is the same contract and hash behind another link, and still waits.
    assert advisor.offered("contract", contract) == ["send_again", "take_back", "record_paper"]
    advisor.do("contract", contract, "send_again")
    send_webhooks.run()
    assert len(receiver.taken) == 2
    assert advisor.now("contract", contract)["status"] == "asked"
    # What the service is stays while it is chosen.
    [hook] = manager.ask("get", WEBHOOKS)
    off = {"version": hook["version"], "name": hook["name"], "url": hook["url"], "enabled": False}
    for method, said in (("delete", None), ("put", off)):
        assert manager.ask(method, f"{WEBHOOKS}/{hook['id']}", said, status=409)["error"]["code"] == "webhook_held"
    now = manager.ask("get", SERVICE)
    assert (now["waiting"], now["first_waiting"]) == (1, [{"id": contract["id"], "number": contract["number"]}])
    other = manager.ask("post", WEBHOOKS, {"name": "另一家", "url": receiver.url}, status=201)
    wanted = {"version": now["version"], "webhook": other["webhook"]["id"]}
    told = manager.ask("put", SERVICE, wanted, status=409)["error"]
    assert (told["code"], told["params"]) == ("signing_contracts_wait", {"count": 1})
    assert advisor.now("contract", contract)["status"] == "asked"
    assert manager.ask("put", SERVICE, {**wanted, "waiting": 1})["waiting"] == 0
    ended = advisor.now("contract", contract)
    assert (ended["status"], ended["unasked"]) == ("drawn", "changed")
    assert advisor.now("sales_order", approved)["contract_status"] == "drawn"
    with tenant_context(north):
        assert list(Notice.objects.values_list("person_id", "kind")) == [
            (cast.people["advisor"].id, "contract_unasked")
        ]
    # The old one's answer is not under the new one's secret; nor does the new one know of what it was not sent.
    assert old.answer(401) == "signing_answer_unsigned"
    assert old.answer(key="c1", secret=other["secret"]) == "unfit"
    assert Page(contract).look()["open"] is True
    assert advisor.offered("contract", contract) == ["send_to_sign", "record_paper"]
    advisor.do("contract", contract, "send_to_sign")
    again = advisor.now("contract", contract)
    assert (again["status"], again["unasked"]) == ("asked", "")
    manager.ask("delete", f"{WEBHOOKS}/{hook['id']}", status=204)


def test_of_two_first_choices_at_once_the_later_is_told_of_the_other(cast, seller):
    manager, told = seller(), []

    def choose() -> None:
        told.append(manager.ask("put", SERVICE, {"version": 0, "webhook": None}, status=409)["error"])
        connections.close_all()

    later = Thread(target=choose)
    with tenant_context(cast.stores["north"]):
        first = SigningService.objects.create(token="first", changed_by=cast.people["manager"].id)
        later.start()
        until_it_waits(later)
    later.join()
    assert [(one["code"], one["params"]) for one in told] == [("signing_service_changed", {"version": 1})]
    with tenant_context(cast.stores["north"]):
        assert SigningService.objects.get() == first
