"""A step shows the record by a form of its own, and holds whoever is asked to it."""

import pytest

from tests.integration.catalogue.packs.conftest import Packer, item, pack
from tests.integration.engines.flows.conftest import by_roles
from tests.integration.engines.flows.walking import FLOWS, approval, do, items, start
from tests.integration.engines.forms.conftest import COMPANY, FORMS, NAME, RECORDS, Designer, field, told

MANAGER = by_roles("store_manager")
PARTS = (NAME | {"read_only": True}, field("kind"), field("region", required_when=COMPANY), field("city"))


@pytest.fixture
def form(sign_in):
    """In force for steps alone."""
    designer = Designer(sign_in("manager", store="north"))
    return designer.put(*PARTS, name="审批用", purposes=["step"])


@pytest.fixture
def asking(manager, advisor, form):
    """The manager is asked about a company; answers the record and the item."""
    fields = [{"field": "city", "right": "read"}, {"field": "kind", "right": "write"}]
    flow = manager.put(**approval(MANAGER, form=form["id"], fields=fields))
    record = advisor.made(name="甲", kind="company", city="杭州", gender="male")
    start(advisor, flow, record)
    return record, items(manager)[0]


def test_a_form_of_steps_is_used_in_steps_alone(asking, manager, advisor, form):
    record, one = asking
    shown = manager.ask("get", f"{FLOWS}/items/{one['id']}")
    assert (shown["form"], shown["write"]) == (form["id"], ["kind", "region"])
    live = manager.ask("get", f"{FORMS}/customer?purpose=edit&step={one['id']}")["form"]
    parts = live["tabs"][0]["sections"][0]["parts"]
    assert [(part["field"], part["read_only"]) for part in parts] == [
        ("name", True), ("kind", False), ("region", False), ("city", True)
    ]  # fmt: skip
    asked = {"purpose": "edit", "record_id": record["id"], "values": {"kind": "person"}, "step": one["id"]}
    assert manager.ask("post", f"{FORMS}/customer/state", asked)["state"]["fields"]["region"]["required"] is False
    assert manager.ask("get", f"{FORMS}/customer?purpose=edit")["form"] is None
    advisor.ask("get", f"{FORMS}/customer?purpose=edit&step={one['id']}", status=404)
    vehicle = manager.ask("get", f"{FORMS}/vehicle?purpose=edit&step={one['id']}", status=404)["error"]
    assert vehicle["code"] == "unknown_step"


def test_the_narrower_of_form_and_step_wins(asking, manager):
    record, one = asking
    at = {"version": record["version"]}
    for name in ("name", "city", "gender"):
        refused = do(manager, "approve", one, status=403, values={name: "x"}, **at)["error"]
        assert (refused["code"], refused["params"]) == ("field_not_in_step", {"field": name})
    # The form's conditions hold for the record as it is, also when nothing is sent.
    assert told(do(manager, "approve", one, status=422)["error"]) == {"region": "value_required"}
    do(manager, "approve", one, values={"region": "华东"}, **at)
    now = manager.now(record)
    assert (now["region"], now["city"], now["name"]) == ("华东", "杭州", "甲")


def test_the_record_opened_from_a_step_is_held_to_it_too(asking, manager, advisor):
    record, one = asking
    path = f"{RECORDS}/customer/{record['id']}"

    def change(person, status, step=one["id"], **values):
        body = {"version": person.now(record)["version"], "values": values, "step": step}
        return person.ask("patch", path, body, status=status)

    assert change(manager, 403, city="宁波")["error"]["code"] == "field_not_in_step"
    assert change(advisor, 404, kind="person")["error"]["code"] == "flow_unknown_item"
    other = manager.made(name="乙")
    body = {"version": other["version"], "values": {"kind": "person"}, "step": one["id"]}
    manager.ask("patch", f"{RECORDS}/customer/{other['id']}", body, status=404)
    assert told(change(manager, 422, region="")["error"]) == {"region": "value_required"}
    change(manager, 200, region="华东")
    do(manager, "approve", one)
    assert change(manager, 409, region="华北")["error"]["code"] == "flow_item_closed"
    # Whoever opens the record by itself is held to nothing of it.
    change(manager, 200, step=None, region="", city="宁波")


def test_a_rejection_needs_nothing_filled_in(asking, manager):
    do(manager, "reject", asking[1], comment="不")


def test_a_form_that_steps_show_stays_in_force(asking, manager, form):
    withdraw = f"/api/store/design/forms/{form['id']}/withdraw"
    refused = manager.ask("post", withdraw, status=409)["error"]
    assert (refused["code"], refused["params"]["names"]) == ("form_in_use", "流程")
    flow = manager.ask("get", "/api/store/design/flows")[0]
    drawn = manager.save(flow, **approval(MANAGER))
    manager.publish(drawn)
    # By the version before, somebody is still asked.
    assert manager.ask("post", withdraw, status=409)["error"]["code"] == "form_in_use"
    do(manager, "reject", asking[1], comment="不")
    manager.ask("post", withdraw, status=204)


def test_a_flow_without_its_form_is_not_published(manager, form):
    lost = manager.begin("一", **approval(MANAGER, form="00000000-0000-4000-8000-000000000000"))
    assert [(one["where"], one["code"]) for one in lost["problems"]] == [("form", "flow_form_gone")]
    manager.publish(lost, status=422)
    fields = [{"field": "name", "right": "required"}, {"field": "kind", "right": "write"}]
    beyond = manager.begin("二", **approval(MANAGER, form=form["id"], fields=fields))
    (problem,) = beyond["problems"]
    assert (problem["where"], problem["code"]) == ("fields.0", "flow_field_not_in_form")
    assert problem["params"] == {"field": "name", "form": "审批用"}
    assert manager.begin("三", entity="vehicle", **approval(MANAGER, form=form["id"]))["problems"] != []


def test_a_pack_names_the_form_by_its_key(cast, sign_in):
    manager = Packer(sign_in("manager", store="north"), cast.stores["north"])
    layout = {"tabs": [{"id": "t1", "sections": [{"id": "s1", "parts": list(PARTS)}]}]}
    form = item("form", "step", {"purposes": ["step"], "layout": layout}, of="customer", name="审批用")
    flow = item("flow", "ask", approval(MANAGER, form="@form/step"), of="customer", name="审批")
    manager.install(pack(form, flow))
    assert set(manager.states().values()) == {"shipped"}
    (made,) = manager.ask("get", "/api/store/design/flows")
    node = manager.ask("get", f"/api/store/design/flows/{made['id']}")["definition"]["nodes"][1]
    assert node["form"] == manager.items()["form/step"]["made"]
    assert "@form/" in manager.text("/api/store/design/packs/export")
    # A version of the pack that has the form no more leaves it, since a step shows it.
    tag = item("tag", "due", {"color": "#d48806"}, name="该保养")
    manager.install(pack(tag, version=2))
    assert manager.ask("get", "/api/store/design/forms?entity=customer")[0]["published"] == 1
