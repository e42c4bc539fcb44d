"""Records on paper: what the reader may see and no more, told in the audit."""

import json

import pytest
from django.db import connection

from chezhan.access.rights import NO_ROWS, OWN_ROWS, FieldRight, Right
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.policies.setting import Change, set_policies
from chezhan.engines.printing import handing_out, queries
from tenants.context import tenant_context
from tests.integration.engines.printing.conftest import DESIGN, PRINT

TEXT = {"kind": "text", "text": "{{name}}\n电话：{{phone}}\n{{city}}"}
FACTS = {"kind": "facts", "fields": ["name", "phone", "city"]}


@pytest.fixture
def limited(cast):
    """limited(phone=Right.MASKED, …): what advisors may do with a customer's fields from now on."""
    from dataclasses import replace  # noqa: PLC0415

    def _limit(role="sales_advisor", rows=None, **rights):
        fields = {name: FieldRight(right) for name, right in rights.items()}
        policy = shipped_policy(role, "customer")
        changed = replace(policy, fields={**policy.fields, **fields}, rows=rows or policy.rows)
        owner = cast.actor("owner", store="north")
        set_policies(actor=owner, changes=[Change(role, "customer", changed)])

    return _limit


@pytest.fixture
def customer(manager, cast):
    owner = str(cast.people["advisor"].id)
    return manager.record(
        "customer", name="李雷", phone="13800138000", city="杭州", annual_income="12800.05", owner=owner
    )


def block(paper, number=0, record=0):
    return paper[0]["records"][record]["blocks"][number]


def told(paper):
    return json.dumps(paper, ensure_ascii=False)


def test_a_record_becomes_a_pdf_whose_name_says_nothing_of_it(manager, customer):
    answer = manager.print(customer)
    assert answer.content.startswith(b"%PDF-")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "no-store")
    assert "%E6%9D%8E" not in answer["Content-Disposition"]


def test_values_stand_as_the_screens_show_them(manager, customer, paper):
    manager.print(
        customer,
        template=manager.template(
            {
                "kind": "text",
                "text": "{{name}} {{phone}} {{annual_income}} {{annual_income|capitals}} {{@store}} {{x}}",
            },
            TEXT,
            keep=False,
        ),
        status=404,
    )
    template = manager.template(
        {"kind": "text", "text": "{{phone}} {{annual_income}} {{annual_income|capitals}} {{@title}}"}, name="二"
    )
    manager.print(customer, template=template)
    (line,) = block(paper)["lines"]
    assert "".join(line) == "138 0013 8000 ¥12,800.05 壹万贰仟捌佰元零伍分 李雷"


def test_what_is_hidden_leaves_neither_value_nor_label_nor_line(manager, printer, customer, paper, limited):
    template = manager.template(TEXT, FACTS)
    limited(phone=Right.MASKED, city=Right.HIDDEN)
    printer("advisor").print(customer, template=template)
    assert ["".join(line) for line in block(paper)["lines"]] == ["李雷", "电话：*******8000"]
    assert [label for label, _ in block(paper, 1)["pairs"]] == ["姓名", "电话"]
    assert "杭州" not in told(paper) and "138 0013" not in told(paper)


def test_a_hidden_field_is_not_reached_over_a_link_nor_in_a_table(manager, printer, customer, paper, limited):
    car = manager.record("vehicle", brand="比亚迪", plate="沪A12345", customer=customer["id"])
    card = manager.template({"kind": "text", "text": "{{brand}}{{customer.city}}{{customer.phone}}"}, entity="vehicle")
    rows = manager.template({"kind": "rows", "source": "vehicle.customer", "fields": ["brand", "plate"]}, name="车")
    limited(phone=Right.MASKED, city=Right.HIDDEN)
    advisor = printer("advisor")
    advisor.print(car, template=card, entity="vehicle")
    assert "".join(block(paper)["lines"][0]) == "比亚迪*******8000"
    paper.clear()
    advisor.print(customer, template=rows)
    assert (block(paper)["heads"], block(paper)["cells"]) == (["品牌", "车牌"], [["比亚迪", "沪A·12345"]])


def test_rows_are_added_up_where_all_figures_may_be_read(manager, customer, paper):
    car = manager.record("vehicle", brand="比亚迪", customer=customer["id"])
    for number, price in (("S1", "100.10"), ("S2", "0.20")):
        sale = {"number": number, "price": price, "ordered_on": "2026-03-01", "brand": "比亚迪"}
        manager.record("sales_order", **sale, customer=customer["id"], vehicle=car["id"])
    fields = ["number", "price"]
    rows = {"kind": "rows", "source": "sales_order.customer", "fields": fields, "total": True}
    manager.print(customer, template=manager.template(rows))
    assert (block(paper)["total"], block(paper)["right"]) == (["合计", "¥100.30"], [False, True])


def test_printing_and_reading_for_it_are_told_in_the_audit(cast, manager, printer, customer, paper):
    template = manager.template(TEXT)
    printer("advisor").print(customer, template=template)
    with tenant_context(cast.stores["north"]):
        mine = AuditEntry.objects.filter(record_id=customer["id"], actor_id=cast.people["advisor"].id)
        printed = mine.get(kind="exported")
        assert printed.changes == {"fields": ["city", "name", "phone"], "reason": "print:客户单"}
        assert any("phone" in one.changes["fields"] for one in mine.filter(kind="read"))


def test_no_transaction_is_open_while_a_page_is_set(manager, customer, monkeypatch):
    open_then = []

    def set_slowly(document):
        open_then.append(connection.in_atomic_block)
        return b"%PDF-"

    def shown_slowly(document):
        open_then.append(connection.in_atomic_block)
        return {"pages": 1, "pictures": []}

    monkeypatch.setattr(handing_out, "set_pdf", set_slowly)
    monkeypatch.setattr(queries, "set_pictures", shown_slowly)
    # Under a key too: what is made afterwards is made again when it is asked for again.
    for _ in range(2):
        answer = manager.client.post(
            "/api/store/print/customer", data={"ids": [customer["id"]]}, content_type="application/json",
            headers={"Idempotency-Key": "one"},
        )  # fmt: skip
        assert (answer.status_code, answer.content, answer["X-Frame-Options"]) == (200, b"%PDF-", "DENY")
    manager.ask("post", f"{DESIGN}/preview", {"entity": "customer", "layout": {"blocks": [TEXT | {"id": "a"}]}})
    assert open_then == [False, False, False]


def test_a_print_that_is_refused_is_told_nowhere(cast, manager, customer, monkeypatch):
    monkeypatch.setattr("chezhan.engines.printing.typesetting.SHEET", "#panic()")
    manager.print(customer, status=422)
    with tenant_context(cast.stores["north"]):
        assert not AuditEntry.objects.filter(kind="exported").exists()


def test_records_are_printed_in_the_order_asked_and_all_or_none(manager, printer, customer, paper, limited):
    other = manager.record("customer", name="韩梅")
    template = manager.template({"kind": "text", "text": "{{name}}"})
    manager.print(other, customer, other, template=template)
    assert [one["blocks"][0]["lines"] for one in paper[0]["records"]] == [[["韩梅"]], [["李雷"]]]
    # Another's customer is nobody's for an advisor.
    limited(rows=OWN_ROWS)
    printer("advisor").print(customer, other, template=template, status=404)
    manager.print(status=422)


def test_no_more_than_fifty_at_once(manager, customer):
    body = {"ids": [f"00000000-0000-7000-8000-{number:012}" for number in range(51)]}
    assert manager.client.post(f"{PRINT}/customer", body, content_type="application/json").status_code == 422


def test_templates_are_for_designers_and_are_printed_with_once_kept(manager, printer, customer, paper):
    advisor = printer("advisor")
    draft = manager.template(TEXT, keep=False)
    assert advisor.ask("get", f"{PRINT}/customer") == []
    advisor.print(customer, template=draft, status=404)
    for method, path, body in (
        ("get", f"{DESIGN}?entity=customer", None),
        ("post", DESIGN, {"entity": "customer", "name": "x"}),
        ("patch", f"{DESIGN}/{draft['id']}", {"draft_version": 2, "name": "x"}),
        ("post", f"{DESIGN}/{draft['id']}/keep", {"draft_version": 2}),
        ("post", f"{DESIGN}/preview", {"entity": "customer", "layout": {}}),
    ):
        advisor.ask(method, path, body, status=403)
    kept = manager.ask("post", f"{DESIGN}/{draft['id']}/keep", {"draft_version": draft["draft_version"]})
    assert advisor.ask("get", f"{PRINT}/customer") == [{"id": draft["id"], "name": "客户单"}]
    manager.ask("patch", f"{DESIGN}/{draft['id']}", {"draft_version": kept["draft_version"], "layout": {}})
    advisor.print(customer, template=draft)
    assert "".join(block(paper)["lines"][0]) == "李雷"
    manager.ask("post", f"{DESIGN}/{draft['id']}/retire", {"retired": True})
    assert advisor.ask("get", f"{PRINT}/customer") == []
    advisor.print(customer, template=draft, status=404)


def test_two_designers_do_not_overwrite_each_other(manager, printer):
    draft = manager.template(TEXT, keep=False)
    other = printer("owner")
    other.ask("patch", f"{DESIGN}/{draft['id']}", {"draft_version": draft["draft_version"], "name": "他改的"})
    late = {"draft_version": draft["draft_version"], "name": "我改的"}
    assert manager.ask("patch", f"{DESIGN}/{draft['id']}", late, status=409)["error"]["code"] == "print_draft_changed"
    assert manager.ask("get", f"{DESIGN}/{draft['id']}")["name"] == "他改的"


@pytest.mark.parametrize(
    ("wrong", "code", "name"),
    [
        ({"kind": "text", "text": "{{nothing}}"}, "unknown_place", "nothing"),
        ({"kind": "text", "text": "{{#read('x')}}"}, "unknown_place", "#read('x')"),
        ({"kind": "text", "text": "{{name|capitals}}"}, "unknown_place", "name|capitals"),
        ({"kind": "facts", "fields": ["owner.name"]}, "unknown_place", "owner.name"),
        ({"kind": "rows", "source": "sales_order"}, "unknown_source", "sales_order"),
        ({"kind": "rows", "source": "sales_order.customer", "fields": ["x"]}, "unknown_column", "x"),
    ],
)
def test_a_name_that_leads_nowhere_is_named_and_not_kept(manager, wrong, code, name):
    draft = manager.template(wrong, keep=False)
    assert draft["problems"] == [{"code": code, "block": "b0", "name": name}]
    body = {"draft_version": draft["draft_version"]}
    refused = manager.ask("post", f"{DESIGN}/{draft['id']}/keep", body, status=422)["error"]
    assert (refused["code"], refused["params"]) == ("print_has_problems", {"count": 1})


@pytest.mark.parametrize(
    "layout",
    [
        {"blocks": [{"kind": "line", "id": "a"}, {"kind": "line", "id": "a"}]},
        {"blocks": [{"kind": "typst", "id": "a", "text": "#read"}]},
        {"paper": {"kind": "label", "width": 10**15}},
        {"header": "x" * 301},
        {"more": 1},
    ],
)
def test_what_is_no_layout_is_refused_and_nothing_is_kept(manager, layout):
    draft = manager.template(TEXT, keep=False)
    body = {"draft_version": draft["draft_version"], "layout": layout}
    error = manager.ask("patch", f"{DESIGN}/{draft['id']}", body, status=422)["error"]
    assert error["code"] == "print_layout_invalid"
    assert manager.ask("get", f"{DESIGN}/{draft['id']}") == draft


def test_a_designer_sees_in_the_preview_what_they_may_see(manager, customer, limited, monkeypatch):
    told = []
    answer = {"pages": 1, "pictures": []}
    monkeypatch.setattr("chezhan.engines.printing.queries.set_pictures", lambda made: told.append(made) or answer)
    limited("store_manager", phone=Right.MASKED)
    layout = {"blocks": [{"kind": "text", "id": "a", "text": "{{phone}}"}]}
    shown = manager.ask("post", f"{DESIGN}/preview", {"entity": "customer", "layout": layout})
    assert shown["record_id"] == customer["id"]
    assert told[0]["records"][0]["blocks"][0]["lines"] == [["*******8000"]]


@pytest.mark.parametrize("start", ["sheet", "card", "receipt", "label", "blank"])
def test_what_a_template_begins_with_can_be_shown_and_kept(manager, start):
    """Of a kind without records too: names stand for values."""
    for entity in ("customer", "vehicle", "sales_order"):
        body = {"entity": entity, "name": start, "start": start}
        made = manager.ask("post", DESIGN, body, status=201)
        assert made["problems"] == []
        shown = manager.ask("post", f"{DESIGN}/preview", {"entity": entity, "layout": made["layout"]})
        # A sheet has a table for all that may belong to the record, and takes what room they need.
        assert shown["pages"] == 1 or (start == "sheet" and shown["pages"] == 2)
        assert shown["record_id"] is None and shown["pictures"][0].startswith("iVBOR")
        manager.ask("post", f"{DESIGN}/{made['id']}/keep", {"draft_version": made["draft_version"]})


def test_a_draft_goes_back_to_what_is_kept_and_one_never_kept_goes(manager):
    kept = manager.template(TEXT)
    body = {"draft_version": kept["draft_version"], "layout": {}}
    assert manager.ask("patch", f"{DESIGN}/{kept['id']}", body)["changed"] is True
    assert manager.ask("post", f"{DESIGN}/{kept['id']}/discard", {}) == {"deleted": False}
    assert manager.ask("get", f"{DESIGN}/{kept['id']}")["layout"] == kept["layout"]
    copy = manager.ask("post", f"{DESIGN}/{kept['id']}/copy", {"name": "抄"}, status=201)
    assert (copy["layout"], copy["kept"]) == (kept["layout"], False)
    assert manager.ask("post", f"{DESIGN}/{copy['id']}/discard", {}) == {"deleted": True}
    manager.ask("get", f"{DESIGN}/{copy['id']}", status=404)


def test_places_are_those_that_the_designer_sees(manager, limited):
    paths = lambda: str(manager.ask("get", f"{DESIGN}/places?entity=vehicle"))  # noqa: E731
    assert "customer.city" in paths()
    limited("store_manager", city=Right.HIDDEN)
    assert "customer.city" not in paths()


def test_a_kind_that_may_not_be_read_is_not_printed(manager, printer, customer, limited):
    limited(rows=NO_ROWS)
    printer("advisor").print(customer, status=403)
    printer("advisor").ask("get", f"{PRINT}/customer", status=403)
