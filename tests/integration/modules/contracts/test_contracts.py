"""A contract is drawn up from an order as a file that stays; the customer signs what they read."""

import datetime as dt
import threading
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connections, transaction

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.notices.models import Notice
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.contracts.models import Contract
from tenants.context import tenant_context
from tests.integration.modules.contracts.conftest import Page, contracts_of


def _day(moment: str) -> str:
    return str(dt.datetime.fromisoformat(moment).astimezone(SHANGHAI).date())


def test_an_order_s_contract_is_read_and_signed_by_finger(cast, seller, approved):
    advisor, north = seller("advisor"), cast.stores["north"]
    drawn = advisor.do("sales_order", approved, "draw_contract")
    (contract,) = contracts_of(advisor, approved)
    assert (contract["number"], contract["status"]) == (f"{approved['number']}-1", "drawn")
    assert (drawn["contract_no"], drawn["contract_status"]) == (contract["number"], "drawn")
    page = Page(contract)
    told = page.look()
    words = str(told["blocks"])
    assert told["open"] and "李四" in words and "壹拾伍万元整" in words and contract["number"] in words
    # Nothing was promised: the page says so, as the paper does.
    assert "（无）" in words
    assert sha256(page.paper()).hexdigest() == told["sha256"] == contract["sha256"]
    # What was read is what is signed, by a name and with a picture that is one.
    assert page.sign(409)["error"]["code"] == "contract_another_paper"
    assert page.sign(422, read=told["sha256"], name="  ")["error"]["code"] == "contract_signer_unnamed"
    broken = page.sign(422, read=told["sha256"], picture="data:image/png;base64,AAAA")
    assert broken["error"]["code"] == "signature_unreadable"
    assert advisor.now("contract", contract)["status"] == "drawn"
    signed = page.sign(read=told["sha256"])
    assert (signed["status"], signed["open"]) == ("signed", False)
    again = page.sign(read=told["sha256"], name="又按了一次")
    assert again["signed_sha256"] == signed["signed_sha256"] == sha256(page.paper()).hexdigest() != told["sha256"]
    now = advisor.now("contract", contract)
    assert (now["signed_name"], now["way"], len(now["signature"])) == ("李四", "finger", 1)
    order = advisor.now("sales_order", approved)
    assert (order["contract_status"], order["signed_on"]) == ("signed", _day(now["signed_at"]))
    with tenant_context(north):
        assert list(Notice.objects.values_list("person_id", "kind")) == [(cast.people["advisor"].id, "contract_signed")]
        (entry,) = AuditEntry.objects.filter(entity="contract", reason="contract_link")
        assert entry.changes["status"] == ["drawn", "signed"]
        kept = StoredFile.objects.filter(record_id=contract["id"]).values_list("field", "state").order_by("field")
        assert list(kept) == [(name, "attached") for name in ("paper", "signature", "signed_paper")]


def test_what_changes_in_the_order_is_told_and_signed_only_after_another_version(cast, seller, lot, approved):
    advisor, manager, north = seller("advisor"), seller(), cast.stores["north"]
    advisor.do("sales_order", approved, "draw_contract")
    (first,) = contracts_of(advisor, approved)
    read = first["sha256"]
    manager.do("sales_order", approved, "revise", price="149000")
    assert manager.now("sales_order", approved)["contract_status"] == "outdated"
    assert Page(first).sign(409, read=read)["error"]["code"] == "contract_of_closed_order"
    manager.do("sales_order", approved, "approve", approved_discount="0")
    assert (Page(first).look()["outdated"], Page(first).look()["open"]) == (True, False)
    assert Page(first).sign(409, read=read)["error"]["code"] == "contract_out_of_date"
    with tenant_context(north), pytest.raises(IntegrityError, match="otherwise"), transaction.atomic():
        Contract.objects.update(status="signed", way="paper", signed_at="2026-01-01T00:00Z")
    drawn = advisor.do("sales_order", approved, "draw_contract")
    assert (drawn["contract_status"], drawn["contract_no"]) == ("drawn", f"{approved['number']}-2")
    second, first = contracts_of(advisor, approved)
    assert (second["status"], first["status"]) == ("drawn", "replaced")
    assert Page(first).look(404)["error"]["code"] == "contract_replaced"
    # A car that is allocated is none that the contract named: it holds.
    manager.pay(approved, "5000", kind="deposit")
    advisor.do("sales_order", approved, "allocate", car=lot["car"])
    assert Page(second).sign(read=second["sha256"])["status"] == "signed"


def test_a_signed_contract_is_not_replaced_but_made_void_by_a_manager(cast, seller, approved):
    advisor, manager, north = seller("advisor"), seller(), cast.stores["north"]
    advisor.do("sales_order", approved, "draw_contract")
    (contract,) = contracts_of(advisor, approved)
    Page(contract).sign(read=contract["sha256"])
    assert advisor.do("sales_order", approved, "draw_contract", 409)["code"] == "contract_signed"
    with tenant_context(north):
        for values in ({"status": "replaced"}, {"sha256": "0" * 64}, {"signed_sha256": ""}, {"signed_name": "别人"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Contract.objects.filter(id=contract["id"]).update(**values)
        with pytest.raises(IntegrityError), transaction.atomic():
            Contract.objects.filter(id=contract["id"]).delete()
    assert advisor.do("contract", contract, "void", 403, void_reason="写错了")["code"] == "field_not_writable"
    assert manager.do("contract", contract, "void", void_reason="客户换车")["status"] == "void"
    assert manager.now("sales_order", approved)["contract_status"] == ""
    assert Page(contract).look(404)["error"]["code"] == "contract_void"
    assert advisor.do("sales_order", approved, "draw_contract")["contract_no"].endswith("-2")


def test_one_signed_on_paper_is_recorded_with_its_scan_and_nobody_makes_one_by_hand(seller, order, approved):
    advisor, manager = seller("advisor"), seller()
    advisor.do("sales_order", approved, "draw_contract")
    (contract,) = contracts_of(advisor, approved)
    # What is settled is nobody's to change by hand, nor offered; an order's price is, while it is a draft.
    assert (advisor.changeable("contract", contract), manager.changeable("contract", contract)) == ([], ["owner"])
    assert {"price", "color"} & set(advisor.changeable("sales_order", approved)) == {"color"}
    assert {"price", "color"} <= set(advisor.changeable("sales_order", order()))
    # Of another's order an advisor changes nothing.
    assert advisor.changeable("sales_order", order("manager")) == []
    refused = advisor.do("contract", contract, "record_paper", 422, signed_name="李四")
    assert refused["params"]["rows"][0]["field"] == "scan"
    given = SimpleUploadedFile("合同.pdf", b"%PDF-1.7 scan", "application/pdf")
    sent = advisor.client.post("/api/store/files", {"entity": "contract", "field": "scan", "file": given})
    assert sent.status_code == 201, sent.content.decode()
    signed = advisor.do("contract", contract, "record_paper", scan=[sent.json()], signed_name="李四")
    assert (signed["status"], signed["way"]) == ("signed", "paper")
    assert advisor.now("sales_order", approved)["contract_status"] == "signed"
    for values in ({"signed_name": "别人"}, {"scan": []}):
        assert manager.change("contract", signed, 422, **values)["error"]["code"] == "rows_refused"
    answer = manager.client.post("/api/store/records/contract", {"values": {}}, content_type="application/json")
    assert answer.status_code == 403
    assert manager.do("contract", signed, "sign", 404, signed_name="李四", way="finger")["code"] == "unknown_verb"


def test_two_presses_at_once_sign_once(cast, seller, approved):
    advisor = seller("advisor")
    advisor.do("sales_order", approved, "draw_contract")
    (contract,) = contracts_of(advisor, approved)
    start, told = threading.Barrier(2), []

    def press(number: int) -> None:
        start.wait()
        page = Page(contract, address=f"203.0.113.{number}")
        told.append(page.sign(read=contract["sha256"], name=f"李{number}")["signed_sha256"])
        connections.close_all()

    threads = [threading.Thread(target=press, args=[number]) for number in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(told) == 2 and len(set(told)) == 1
    with tenant_context(cast.stores["north"]):
        assert StoredFile.objects.filter(record_id=contract["id"], field="signed_paper").count() == 1
        assert Notice.objects.filter(kind="contract_signed").count() == 1
