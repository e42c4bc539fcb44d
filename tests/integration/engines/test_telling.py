"""The audit tells how a store's forms, templates and rules came to be, and nothing of what their drafts say."""

import pytest

from tests.integration.engines.forms.conftest import DESIGN, NAME, Designer, field
from tests.integration.engines.printing.conftest import Printer
from tests.integration.engines.rules.conftest import CREATED, RuleMaker, put


@pytest.fixture
def told(sign_in):
    """told("form") → what the audit tells of it, the oldest first: what was done, to what, which parts now are what."""

    def _told(subject):
        lines = Designer(sign_in("manager", store="north")).ask("get", "/api/store/audit?entity=settings")["rows"]
        return [
            (line["kind"], line["setting"]["about"], {part["part"]: part["after"] for part in line["setting"]["parts"]})
            for line in reversed(lines)
            if line["setting"]["subject"] == subject
        ]

    return _told


def test_of_a_form_when_it_was_made_published_and_opened(sign_in, told):
    designer = Designer(sign_in("manager", store="north"))
    draft = designer.save(designer.begin("到店登记", purposes=["create"]), NAME, field("phone"))
    about = {"entity": "customer", "name": "到店登记"}
    # The draft was saved: nobody works by it yet.
    assert [(kind, about) for kind, about, _ in told("form")] == [("created", about)]
    designer.publish(draft)
    designer.ask("post", f"{DESIGN}/{draft['id']}/public", {})
    assert told("form")[1:] == [("updated", about, {"published": 1})]
    ((kind, opened, parts),) = told("public_form")
    assert (kind, opened, parts["enabled"], parts["per_hour"]) == ("created", about, True, 100)
    assert "token" not in parts


def test_of_a_template_when_it_was_made_and_kept(sign_in, told):
    printer = Printer(sign_in("manager", store="north"))
    printer.template({"kind": "text", "text": "内部口径"}, name="客户单")
    (made, about, _), (kept, _, parts) = told("print_template")
    assert (made, kept, about) == ("created", "updated", {"entity": "customer", "name": "客户单"})
    assert set(parts) == {"kept_at"} and parts["kept_at"]
    assert "内部口径" not in str(told("print_template"))


def test_of_a_rule_when_it_was_made_published_and_switched(sign_in, told):
    maker = RuleMaker(sign_in("manager", store="north"))
    rule = maker.put("归区", trigger=CREATED, actions=[put(region="内部口径")])
    maker.ask("post", f"/api/store/design/rules/{rule['id']}/switch", {"on": False})
    about = {"entity": "customer", "name": "归区"}
    (made, of, _), published, switched = told("rule")
    assert (made, of) == ("created", about)
    assert (published, switched) == (("updated", about, {"published": 1}), ("updated", about, {"enabled": False}))
    assert "内部口径" not in str(told("rule"))
