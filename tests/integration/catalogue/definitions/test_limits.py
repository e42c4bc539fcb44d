"""Five hundred fields on one kind of record stay usable; one more is refused."""

import pytest

from chezhan.catalogue.definitions.refusals import TooManyFields
from chezhan.catalogue.definitions.services.add_field import FIELD_LIMIT, add_field, add_fields
from tenants.context import tenant_context
from tenants.provisioning import create_store
from tests.integration.catalogue.definitions.conftest import catalogue_of, draft

TYPES = ("text", "number", "date", "boolean", "tags", "money", "datetime")


def test_five_hundred_fields_are_written_read_and_no_more_than_that(cast):
    # A store of its own: dropped columns count, and the cast's stores are used again.
    store = create_store(group_id=cast.groups["a"].id, name="五百店", pack="dealer")
    where = {"actor": cast.actor("owner", group="a"), "store": store, "entity": "customer", "origin": "hq"}
    room = FIELD_LIMIT - len(catalogue_of(store).entity_named("customer").own_fields)
    drafts = [draft(f"字段{number}", TYPES[number % len(TYPES)], name=f"x_f{number}") for number in range(room)]
    assert len(add_fields(**where, drafts=drafts)) == room
    with pytest.raises(TooManyFields):
        add_field(**where, draft=draft())
    customer = catalogue_of(store).entity_named("customer")
    assert len(customer.own_fields) == FIELD_LIMIT
    with tenant_context(store):
        made = customer.model.objects.create(name="甲", x_f0="text", x_f1="12.5", x_f4=["a", "b"])
        assert customer.model.objects.filter(x_f0="text", x_f4__contains=["b"]).get().x_f1 == 12.5
        assert len(customer.model.objects.values(*(one.name for one in drafts_of(customer))).get(id=made.id)) == room


def drafts_of(entity):
    return [field for field in entity.own_fields if field.name.startswith("x_f")]


def test_all_are_added_or_none(cast):
    where = {"actor": cast.actor("manager", store="north"), "store": cast.stores["north"], "entity": "customer"}
    with pytest.raises(Exception, match="name"):
        add_fields(**where, drafts=[draft(name="x_a"), draft(name="x_a")])
    assert "x_a" not in catalogue_of(cast.stores["north"]).entity_named("customer").fields
