"""Headquarters defines a field in many stores at once; each answers for itself, and may not change it."""

import pytest

NOTE = {"label": {"zh": "总部备注"}, "type": "text"}
NAME = "x_zong_bu_bei_zhu"


@pytest.fixture
def head(cast, sign_in):
    """head("analyst", "post", "entities/customer/fields", {…}) → (status, JSON)."""

    def _head(name: str, method: str, path: str, body=None):
        address = f"/api/hq/{cast.groups['a'].slug}/design/{path}".rstrip("/")
        response = getattr(sign_in(name), method)(address, body, content_type="application/json")
        return response.status_code, response.json()

    return _head


def _fields(sign_in, person: str, store: str) -> dict:
    answer = sign_in(person, store=store).get("/api/store/design/entities/customer").json()
    return {field["name"]: field for field in answer["fields"]}


def test_a_field_comes_to_every_open_store_under_one_name(head, sign_in, cast):
    own = {"label": {"zh": "别的"}, "type": "number", "name": NAME}
    manager = sign_in("manager", store="north")
    manager.post("/api/store/design/entities/customer/fields", own, content_type="application/json")
    status, made = head("analyst", "post", "entities/customer/fields", {"field": NOTE})
    assert (status, made["name"]) == (200, f"{NAME}_2")
    assert {one["code"] for one in made["stores"]} == {""}
    assert len(made["stores"]) == 3
    for person, store in (("manager", "north"), ("both", "south")):
        assert _fields(sign_in, person, store)[f"{NAME}_2"]["origin"] == "hq"


def test_a_store_that_refuses_keeps_the_others_from_nothing(head, sign_in, cast):
    own = NOTE | {"name": "x_note"}
    manager = sign_in("manager", store="north")
    manager.post("/api/store/design/entities/customer/fields", own, content_type="application/json")
    _, made = head("analyst", "post", "entities/customer/fields", {"field": own})
    codes = {one["store"]: one["code"] for one in made["stores"]}
    assert codes[cast.stores["north"].slug] == "field_name_taken"
    assert codes[cast.stores["south"].slug] == ""
    assert "x_note" in _fields(sign_in, "both", "south")


def test_only_the_stores_named_get_it(head, sign_in, cast):
    head("analyst", "post", "entities/customer/fields", {"field": NOTE, "stores": [cast.stores["south"].slug]})
    assert NAME in _fields(sign_in, "both", "south")
    assert NAME not in _fields(sign_in, "manager", "north")


def test_a_manager_neither_changes_nor_retires_it_and_headquarters_does(head, sign_in, cast):
    head("analyst", "post", "entities/customer/fields", {"field": NOTE})
    manager = sign_in("manager", store="north")
    refused = manager.post(f"/api/store/design/entities/customer/fields/{NAME}/retire")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "headquarters_own")
    assert not _fields(sign_in, "manager", "north")[NAME]["retired"]
    _, outcomes = head("analyst", "post", f"entities/customer/fields/{NAME}/retire", {})
    assert {one["code"] for one in outcomes} == {""}
    assert _fields(sign_in, "manager", "north")[NAME]["retired"]


@pytest.mark.parametrize(("person", "status"), [("stranger", 404), ("manager", 404), ("rival_owner", 404)])
def test_nobody_else_designs_the_groups_stores(head, sign_in, cast, person, status):
    found, _ = head(person, "post", "entities/customer/fields", {"field": NOTE})
    assert found == status
    assert NAME not in _fields(sign_in, "manager", "north")


def test_another_groups_store_is_not_found(head, cast):
    status, _ = head(
        "analyst", "post", "entities/customer/fields", {"field": NOTE, "stores": [cast.stores["rival"].slug]}
    )
    assert status == 404


def test_what_a_store_lacks_is_told_and_given_once_more(head, sign_in, cast):
    own = NOTE | {"name": "x_note"}
    manager = sign_in("manager", store="north")
    manager.post("/api/store/design/entities/customer/fields", own, content_type="application/json")
    head("analyst", "post", "entities/customer/fields", {"field": own, "later": True})
    assert _states(head)["x_note"] == {"north": "taken", "south": "missing"}
    path = "entities/customer/fields/x_note/spread"
    _, outcomes = head("analyst", "post", path, {"stores": [cast.stores["south"].slug]})
    assert [one["code"] for one in outcomes] == [""]
    assert _states(head)["x_note"] == {"north": "taken", "south": "same"}
    _, outcomes = head("analyst", "post", path, {"stores": [cast.stores["north"].slug]})
    assert [one["code"] for one in outcomes] == ["field_name_taken"]
    assert _fields(sign_in, "manager", "north")["x_note"]["origin"] == "store"


def test_a_change_of_one_store_alone_is_told_as_a_difference(head, sign_in, cast):
    head("analyst", "post", "entities/customer/fields", {"field": NOTE})
    change = {"change": {"label": {"zh": "南店备注"}}, "stores": [cast.stores["south"].slug]}
    head("analyst", "patch", f"entities/customer/fields/{NAME}", change)
    _, told = head("analyst", "get", "")
    south = next(one for one in told["fields"][0]["stores"] if one["store"] == cast.stores["south"].slug)
    assert (south["state"], south["differs"]) == ("differs", ["label"])
    head("analyst", "post", f"entities/customer/fields/{NAME}/spread", {})
    assert _states(head)[NAME] == {"north": "same", "south": "same"}
    assert _fields(sign_in, "both", "south")[NAME]["label"]["zh"] == "总部备注"


def test_what_every_store_refuses_is_not_wanted(head, cast):
    status, made = head("analyst", "post", "entities/nothing/fields", {"field": NOTE, "stores": _slugs(cast)})
    assert (status, {one["code"] for one in made["stores"]}) == (200, {"unknown_definition"})
    assert head("analyst", "post", "entities/nothing/fields", {"field": NOTE})[0] == 404
    formula = {"label": {"zh": "甲"}, "type": "formula", "formula": "nothing + 1"}
    status, refused = head("analyst", "post", "entities/customer/fields", {"field": formula})
    assert (status, refused["error"]["code"]) == (422, "formula_unknown_name")
    assert head("analyst", "get", "")[1]["fields"] == []


def test_a_kind_of_record_comes_with_its_fields_and_goes(head, sign_in, cast):
    kind = {"label": {"zh": "试驾"}, "plural": {"zh": "试驾"}, "title": {"zh": "单号"}}
    _, made = head("analyst", "post", "entities", {"entity": kind})
    head("analyst", "post", f"entities/{made['name']}/fields", {"field": NOTE})
    client = sign_in("manager", store="north")
    assert client.get(f"/api/store/records/{made['name']}").status_code == 200
    head("analyst", "post", f"entities/{made['name']}/retire", {})
    assert client.get(f"/api/store/records/{made['name']}").status_code == 404
    assert head("analyst", "get", "")[1]["kinds"][0]["retired"]


def _slugs(cast) -> list[str]:
    return [cast.stores["north"].slug, cast.stores["south"].slug]


def _states(head) -> dict:
    """By field: the state in `north` and in `south`."""
    _, told = head("analyst", "get", "")
    return {
        field["field"]["name"]: {
            name: one["state"]
            for name, called in (("north", "安和北店"), ("south", "安和南店"))
            for one in field["stores"]
            if one["name"] == called
        }
        for field in told["fields"]
    }
