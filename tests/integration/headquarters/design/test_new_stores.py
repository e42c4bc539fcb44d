"""A store that is made has what headquarters wants everywhere, as if it had been asked."""

import threading

import pytest
from django.db import connections

from chezhan.headquarters.design import inheriting, wanted
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tenants.provisioning import create_store
from tenants.roles import OWNER
from tests.integration.catalogue.definitions.conftest import catalogue_of
from tests.integration.headquarters.design.test_many_stores import NOTE, head
from tests.integration.headquarters.imports.conftest import importer, rows

__all__ = ["head", "importer"]


def _make(cast, name: str = "安和东店"):
    return create_store(group_id=cast.groups["a"].id, name=name, pack="dealer")


@pytest.fixture
def wished(head, cast):
    """A field of each sort that a table is made differently for, and a kind of record with a field and a link to it."""
    kind = {"label": {"zh": "试驾"}, "plural": {"zh": "试驾"}, "name": "x_drive"}
    head("analyst", "post", "entities", {"entity": kind})
    for entity, field in (
        ("customer", NOTE | {"name": "x_note", "unique": True}),
        ("customer", {"label": {"zh": "编号"}, "type": "auto_number", "name": "x_no", "settings": {"prefix": "K"}}),
        ("customer", {"label": {"zh": "一店"}, "type": "text", "name": "x_one"}),
        ("x_drive", {"label": {"zh": "客户"}, "type": "link", "name": "x_who", "target": "customer"}),
        ("customer", {"label": {"zh": "次数"}, "type": "rollup", "name": "x_times", "formula": "count(x_drive)"}),
    ):
        stores = {"stores": [cast.stores["south"].slug]} if field["name"] == "x_one" else {}
        assert head("analyst", "post", f"entities/{entity}/fields", {"field": field} | stores)[0] == 200
    head("analyst", "patch", "entities/customer/fields/city", {"change": {"label": {"zh": "所在城市"}}})
    head("analyst", "post", "entities/customer/fields", {"field": NOTE | {"name": "x_gone"}})
    head("analyst", "post", "entities/customer/fields/x_gone/retire", {})


def test_a_new_store_has_what_is_wanted_everywhere(cast, wished):
    store = _make(cast)
    catalogue = catalogue_of(store)
    customer = catalogue.entity_named("customer")
    assert {"x_note", "x_no", "x_times"} <= customer.fields.keys()
    assert not {"x_one", "x_gone"} & customer.fields.keys()
    assert {field.origin for field in customer.own_fields if field.name.startswith("x_")} == {"hq"}
    assert customer.fields["city"].label.zh == "所在城市"
    drive = catalogue.entity_named("x_drive")
    with tenant_context(store):
        made = customer.model.objects.create(name="甲", x_note="一")
        made.refresh_from_db()
        assert made.x_no == "K000001"
        drive.model.objects.create(x_who_id=made.id)
        assert drive.model.objects.get().x_who.name == "甲"


def test_a_store_that_an_import_makes_has_it_too(importer, wished):
    owner = importer()
    job_id = owner.ready(rows("Brand New Store,A1,1/13/2022,100,Ann,,Ford,Fox"))
    owner.start(job_id)
    owner.worker(job_id)
    store = owner.stores()["Brand New Store"]
    customer = catalogue_of(store).entity_named("customer")
    with tenant_context(store):
        assert customer.model.objects.get(name="Ann").x_no == "K000001"


def test_another_groups_new_store_has_none_of_it(cast, wished):
    store = create_store(group_id=cast.groups["b"].id, name="博远二店", pack="dealer")
    assert store.revision == ""
    assert "x_note" not in catalogue_of(store).entity_named("customer").fields


def test_a_creation_that_breaks_off_while_it_inherits_leaves_nothing(cast, wished, database, monkeypatch):
    count = "SELECT count(*) FROM pg_namespace WHERE nspname ~ '^s_'"
    before = database.wiper.execute(count).fetchone()
    with monkeypatch.context() as patch:
        patch.setattr(inheriting, "bump_revision", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            _make(cast)
    assert database.wiper.execute(count).fetchone() == before
    assert "x_note" in catalogue_of(_make(cast)).entity_named("customer").fields


def test_what_can_not_be_inherited_keeps_no_store_from_being_made(head, cast, wished, monkeypatch):
    monkeypatch.setattr("chezhan.catalogue.definitions.services.add_field.FIELD_LIMIT", 0)
    store = _make(cast)
    monkeypatch.undo()
    with tenant_context(store):
        assert Customer.objects.count() == 0
    _, told = head("analyst", "get", "")
    note = next(one for one in told["fields"] if one["field"]["name"] == "x_note")
    assert next(one["state"] for one in note["stores"] if one["store"] == store.slug) == "missing"
    head("analyst", "post", "entities/customer/fields/x_note/spread", {"stores": [store.slug]})
    assert "x_note" in catalogue_of(store).entity_named("customer").fields


def test_a_wish_waits_for_a_store_that_is_just_made(head, cast, monkeypatch):
    """Else the store would neither have it nor be asked for it."""
    inherited, go_on = threading.Event(), threading.Event()
    found = {}

    def inherit(*, store):
        inheriting_now(store=store)
        inherited.set()
        assert go_on.wait(20)

    def make():
        try:
            found["store"] = _make(cast)
        finally:
            connections.close_all()

    inheriting_now = inheriting.inherit_design
    monkeypatch.setattr(inheriting, "inherit_design", inherit)
    making = threading.Thread(target=make)
    making.start()
    assert inherited.wait(20)
    wishing = threading.Thread(target=head, args=("analyst", "post", "entities/customer/fields", {"field": NOTE}))
    wishing.start()
    wishing.join(0.5)
    assert wishing.is_alive()
    go_on.set()
    making.join(20)
    wishing.join(20)
    assert wanted.wanted_of(group_id=cast.groups["a"].id).using(OWNER).count() == 1
    assert "x_zong_bu_bei_zhu" in catalogue_of(found["store"]).entity_named("customer").fields
