"""The design of a store over HTTP: what the next request sees, and who may not."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.kernel.errors import Forbidden
from tests.integration.catalogue.definitions.conftest import draft, fresh

BASE = "/api/store/design"
NOTE = {"label": {"zh": "备注", "en": "Note"}, "type": "text"}


@pytest.fixture
def ask(sign_in):
    """ask("post", "entities", {…}) → the answer's JSON, which has the status expected."""
    client = sign_in("manager", store="north")

    def _ask(method: str, path: str, body=None, status: int = 200):
        response = getattr(client, method)(f"{BASE}/{path}", body, content_type="application/json")
        assert response.status_code == status, response.content.decode()
        return response.json()

    return _ask


def test_an_added_field_is_in_the_list_at_the_next_request(ask, showroom, sign_in):
    added = ask("post", "entities/customer/fields", NOTE)
    assert (added["name"], added["origin"], added["retired"]) == ("x_bei_zhu", "store", False)
    client = sign_in("manager", store="north")
    customer = next(one for one in client.get("/api/store/entities").json() if one["name"] == "customer")
    assert "x_bei_zhu" in [field["name"] for field in customer["fields"]]
    assert "x_bei_zhu" in client.get("/api/store/records/customer").json()["rows"][0]


def test_a_store_with_fields_of_its_own_is_not_asked_for_them_twice(ask, cast, sign_in):
    ask("post", "entities/customer/fields", NOTE)
    client = sign_in("manager", store="north")
    client.get("/api/store/entities")
    with CaptureQueriesContext(connection) as seen:
        client.get("/api/store/entities")
    assert not [query for query in seen if "catalogue_" in query["sql"] or "access_" in query["sql"]]


def test_who_only_looks_as_another_person_designs_nothing(cast):
    actor = replace(cast.actor("manager", store="north"), viewed_by=cast.people["owner"].id)
    with pytest.raises(Forbidden):
        add_field(actor=actor, store=cast.stores["north"], entity="customer", draft=draft())
    assert fresh(cast.stores["north"]).revision == ""


def test_only_who_may_design_does(sign_in, cast):
    advisor = sign_in("advisor", store="north")
    answer = advisor.post(f"{BASE}/entities/customer/fields", NOTE, content_type="application/json")
    assert answer.status_code == 403
    assert advisor.get(f"{BASE}/entities").status_code == 403
    manager = sign_in("manager", store="north").get(f"{BASE}/entities/customer").json()
    assert "x_bei_zhu" not in [field["name"] for field in manager["fields"]]


def test_what_ships_is_relabelled_hidden_and_reordered(ask, cast):
    changed = ask("patch", "entities/customer/fields/city", {"label": {"zh": "所在城市"}, "in_list": True})
    assert (changed["label"]["zh"], changed["origin"], changed["changed_by"]) == ("所在城市", "product", "store")
    order = ask("post", "entities/customer/order", {"fields": ["city", "name"]})["fields"]
    assert order[:2] == ["city", "name"]
    assert [one["name"] for one in ask("get", "entities/customer")["fields"]] == order
    ask("patch", "entities/customer/fields/city", {"unique": True}, status=409)


def test_options_are_added_and_retired_but_never_taken_away(ask, cast):
    red, blue = ({"value": one, "label": {"zh": one}} for one in ("红", "蓝"))
    ask("post", "entities/vehicle/fields", {"label": {"zh": "贴膜"}, "type": "choice", "options": [red]})
    path = "entities/vehicle/fields/x_tie_mo"
    assert ask("patch", path, {"options": [blue]}, status=409)["error"]["code"] == "option_in_use"
    kept = ask("patch", path, {"options": [red | {"retired": True}, blue]})["options"]
    assert [(one["value"], one["retired"]) for one in kept] == [("红", True), ("蓝", False)]


def test_a_kind_of_record_of_ones_own_has_its_table_and_links(ask, cast, sign_in):
    made = ask("post", "entities", {"label": {"zh": "二手车"}, "plural": {"zh": "二手车"}})
    assert (made["name"], [one["name"] for one in made["fields"]]) == ("x_er_shou_che", ["x_ming_cheng"])
    ask("post", "entities/x_er_shou_che/fields", {"label": {"zh": "卖家"}, "type": "link", "target": "customer"})
    listed = {one["name"]: one for one in sign_in("manager", store="north").get("/api/store/entities").json()}
    assert "x_er_shou_che" in [one["entity"] for one in listed["customer"]["related"]]
    ask("post", "entities/x_er_shou_che/retire")
    listed = {one["name"]: one for one in sign_in("manager", store="north").get("/api/store/entities").json()}
    assert "x_er_shou_che" not in listed
    assert "x_er_shou_che" not in [one["entity"] for one in listed["customer"]["related"]]
    ask("post", "entities/x_er_shou_che/bring-back")
    assert ask("get", "entities/x_er_shou_che")["retired"] is False


def test_each_change_is_in_the_ledger_and_may_be_undone(ask, cast):
    ask("post", "entities/customer/fields", NOTE)
    ask("patch", "entities/customer/fields/x_bei_zhu", {"label": {"zh": "说明"}})
    latest, first = ask("get", "changes")
    assert [latest["kind"], first["kind"]] == ["field_changed", "field_added"]
    assert (latest["before"]["label_zh"], latest["after"]["label_zh"]) == ("备注", "说明")
    assert ask("post", f"changes/{first['id']}/undo", status=409)["error"]["code"] == "nothing_to_undo"
    ask("post", f"changes/{latest['id']}/undo")
    field = ask("get", "entities/customer")["fields"][-1]
    assert field["label"]["zh"] == "备注"
    ask("post", f"changes/{latest['id']}/undo", status=409)
    ask("post", f"changes/{first['id']}/undo")
    assert ask("get", "entities/customer")["fields"][-1]["retired"] is True


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"type": "none"}, "unknown_field_type"),
        ({"name": "note"}, "bad_field_name"),
        ({"name": "x_a__b"}, "bad_field_name"),
        ({"label": {"zh": " "}}, "bad_label"),
        ({"type": "choice"}, "bad_options"),
        ({"type": "link"}, "bad_link"),
        ({"type": "link", "target": "nothing"}, "bad_link"),
        ({"type": "formula"}, "bad_formula"),
        ({"type": "file", "unique": True}, "not_for_this_type"),
        ({"settings": {"none": 1}}, "bad_settings"),
    ],
)
def test_a_field_that_makes_no_sense_is_refused(ask, cast, body, code):
    error = ask("post", "entities/customer/fields", NOTE | body, status=422)["error"]
    assert (error["code"], bool(error["fields"])) == (code, True)
    assert ask("get", "changes") == []


def test_kinds_of_record_stand_in_the_order_that_was_chosen(ask, sign_in):
    house = ask(
        "post", "entities", {"label": {"zh": "样板间", "en": "Showroom"}, "plural": {"zh": "样板间", "en": "Showrooms"}}
    )
    shipped = [one["name"] for one in ask("get", "entities") if one["name"] != house["name"]]
    assert ask("post", "entities/order", {"entities": [house["name"]]})["entities"] == [house["name"], *shipped]
    client = sign_in("manager", store="north")
    assert client.get("/api/store/entities").json()[0]["name"] == house["name"]
    assert [one["name"] for one in ask("get", "entities")] == [house["name"], *shipped]
    change = ask("get", "changes")[0]
    assert change["kind"] == "entities_reordered"
    ask("post", f"changes/{change['id']}/undo", {})
    assert [one["name"] for one in ask("get", "entities")] == [*shipped, house["name"]]
    ask("post", "entities/order", {"entities": ["nothing"]}, status=404)
    advisor = sign_in("advisor", store="north")
    told = advisor.post(f"{BASE}/entities/order", {"entities": shipped}, content_type="application/json")
    assert told.status_code == 403
