"""What a new record begins with, and which stores and people a field may name."""

import pytest

from chezhan.catalogue.definitions.refusals import BadDefault, NotForThisType
from chezhan.catalogue.definitions.services.change_field import change_field
from tests.integration.catalogue.definitions.conftest import add

__all__ = ["add"]
LEVELS = [{"value": "金", "label": {"zh": "金卡"}}, {"value": "银", "label": {"zh": "银卡"}}]


@pytest.fixture
def create(sign_in):
    """create(x_level="金") → status and answer of a new customer that says so."""
    client = sign_in("manager", store="north")

    def _create(**values):
        body = {"values": {"name": "甲", **values}}
        answer = client.post("/api/store/records/customer", body, content_type="application/json")
        return answer.status_code, answer.json()

    return _create


def test_a_new_record_has_the_default_and_one_that_says_otherwise_has_not(add, create, sign_in):
    add(label="等级", type="choice", name="x_level", options=LEVELS, default="银", required=True)
    add(label="次数", type="integer", name="x_times", default=1)
    _, made = create()
    assert (made["record"]["x_level"], made["record"]["x_times"]) == ("银", 1)
    _, made = create(x_level="金", x_times=None)
    assert (made["record"]["x_level"], made["record"]["x_times"]) == ("金", None)
    kinds = sign_in("manager", store="north").get("/api/store/entities").json()
    fields = {field["name"]: field for kind in kinds if kind["name"] == "customer" for field in kind["fields"]}
    assert (fields["x_level"]["default"], fields["x_times"]["default"]) == ("银", 1)


@pytest.mark.parametrize(
    ("type", "default", "refusal"),
    [("integer", "viel", BadDefault), ("choice", "铜", BadDefault), ("phone", "13800138000", NotForThisType)],
)
def test_a_default_that_does_not_fit_is_refused(add, type, default, refusal):
    with pytest.raises(refusal) as refused:
        add(label="等级", type=type, name="x_level", options=LEVELS if type == "choice" else (), default=default)
    assert list(refused.value.fields) == ["default"]


def test_the_option_that_is_the_default_is_not_retired(add, cast):
    add(label="等级", type="choice", name="x_level", options=LEVELS, default="银")
    retired = [LEVELS[0], LEVELS[1] | {"retired": True}]
    where = {"actor": cast.actor("manager", store="north"), "store": cast.stores["north"], "entity": "customer"}
    with pytest.raises(BadDefault):
        change_field(**where, name="x_level", changes={"options": retired})
    assert change_field(**where, name="x_level", changes={"options": retired, "default": None}).default is None


def test_a_field_names_the_groups_stores_and_no_other(add, create, sign_in, cast):
    add(label="来源门店", type="store", name="x_from")
    status, made = create(x_from=str(cast.stores["south"].id))
    assert (status, made["record"]["x_from"]) == (201, str(cast.stores["south"].id))
    for unknown in (cast.stores["rival"].id, cast.people["manager"].id):
        status, refused = create(x_from=str(unknown))
        assert (status, refused["error"]["params"]["rows"][0]["code"]) == (422, "no_such_store")
    client, path = sign_in("manager", store="north"), f"/api/store/records/customer/{made['record']['id']}"
    change = {"version": 1, "values": {"x_from": str(cast.stores["rival"].id)}}
    assert client.patch(path, change, content_type="application/json").status_code == 422
    assert client.get(path).json()["record"]["x_from"] == str(cast.stores["south"].id)


def test_a_field_names_the_stores_people_and_no_other(add, create, cast):
    add(label="顾问", type="user", name="x_who")
    assert create(x_who=str(cast.people["advisor"].id))[0] == 201
    for unknown in (cast.people["rival_manager"].id, cast.stores["north"].id):
        assert create(x_who=str(unknown))[1]["error"]["params"]["rows"][0]["code"] == "no_such_person"
