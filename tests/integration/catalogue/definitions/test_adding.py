"""A field that is added is a typed column of this store, and there at the next request."""

import pytest

from chezhan.catalogue.definitions.drafts import COMPUTED
from chezhan.catalogue.types import FIELD_TYPES
from tenants.context import tenant_context
from tests.integration.catalogue.definitions.conftest import catalogue_of, fresh

NEEDS = {
    "choice": {"options": [{"label": {"zh": "甲"}}, {"value": "b", "label": {"zh": "乙", "en": "B"}}]},
    "link": {"target": "vehicle"},
    "formula": {"formula": "1"},
    "rollup": {"formula": "1"},
}


@pytest.mark.parametrize("type", FIELD_TYPES)
def test_a_field_of_each_type_is_added(type, cast, add, showroom):
    added = add("customer", "保养里程", type, **NEEDS.get(type, {}))
    assert (added.name, added.type) == ("x_bao_yang_li_cheng", type)
    customer = catalogue_of(cast.stores["north"]).entity_named("customer")
    field = customer.fields[added.name]
    assert (field.label.zh, field.type, field.origin) == ("保养里程", FIELD_TYPES[type], "store")
    # Numbers are given at once.
    if type not in COMPUTED and type != "auto_number":
        with tenant_context(cast.stores["north"]):
            assert customer.model.objects.filter(**{f"{added.name}__isnull": True}).count() == 5


@pytest.mark.parametrize(
    ("type", "grade"), [("phone", "sealed"), ("id_card", "sealed"), ("plate", "masked"), ("text", "")]
)
def test_what_is_personal_is_kept_so_by_itself(type, grade, cast, add):
    assert add("customer", "个人", type, name="x_a").sensitivity == grade
    assert add("customer", "个人", type, name="x_b", sensitivity="masked").sensitivity == "masked"


def test_a_sealed_field_keeps_nothing_in_clear(cast, add, sign_in, database, showroom):
    add("customer", "微信", "text", name="x_wechat", sensitivity="sealed")
    client = sign_in("manager", store="north")
    row = client.get("/api/store/records/customer").json()["rows"][0]
    change = {"version": 1, "values": {"x_wechat": "zhang_wei_88"}}
    answer = client.patch(f"/api/store/records/customer/{row['id']}", change, content_type="application/json")
    assert answer.status_code == 200, answer.content.decode()
    (kept,) = database.wiper.execute(
        f"SELECT x_wechat FROM {cast.stores['north'].schema}.customer WHERE x_wechat IS NOT NULL"
    ).fetchone()
    assert b"zhang_wei" not in bytes(kept)
    found = client.get(f"/api/store/records/customer/{row['id']}").json()["record"]
    assert found["x_wechat"] == "zhang_wei_88"


def test_another_store_does_not_have_it(cast, add):
    add()
    assert "x_bei_zhu" not in catalogue_of(cast.stores["south"]).entity_named("customer").fields
    assert cast.stores["south"].revision == fresh(cast.stores["south"]).revision == ""
