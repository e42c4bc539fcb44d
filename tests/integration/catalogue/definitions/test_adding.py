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
    if type not in COMPUTED:
        with tenant_context(cast.stores["north"]):
            assert customer.model.objects.filter(**{f"{added.name}__isnull": True}).count() == 5


def test_another_store_does_not_have_it(cast, add):
    add()
    assert "x_bei_zhu" not in catalogue_of(cast.stores["south"]).entity_named("customer").fields
    assert cast.stores["south"].revision == fresh(cast.stores["south"]).revision == ""
