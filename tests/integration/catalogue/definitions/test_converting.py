"""A field gets another type: what fits is converted, what does not is told, and all of it may be taken back."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import OperationalError, connections

from chezhan.catalogue.definitions.refusals import NoConversion, WouldLose, WouldNotConvert
from chezhan.catalogue.definitions.services import convert as converting
from chezhan.catalogue.definitions.services.convert import Conversion, convert_field, preview_conversion
from chezhan.catalogue.definitions.services.undo import undo_change
from chezhan.catalogue.models import CatalogueChange
from tenants.context import tenant_context
from tests.integration.catalogue.definitions.conftest import catalogue_of


@pytest.fixture
def field(cast, add, showroom):
    """`customer.x_km`, a text, with one value that is no number."""
    add(label="公里", name="x_km", unique=False)
    _fill(cast, ["1,200", " 80000 ", "12.5", "很多", None])
    return {
        "actor": cast.actor("manager", store="north"),
        "store": cast.stores["north"],
        "entity": "customer",
        "name": "x_km",
    }


def _model(cast):
    return catalogue_of(cast.stores["north"]).entity_named("customer").model


def _fill(cast, values) -> None:
    model = _model(cast)
    with tenant_context(cast.stores["north"]):
        for row, value in zip(model.objects.order_by("name"), values, strict=True):
            model.objects.filter(id=row.id).update(x_km=value)


def _held(cast) -> list:
    model = _model(cast)
    with tenant_context(cast.stores["north"]):
        return list(model.objects.order_by("name").values_list("x_km", flat=True))


def _last_change(cast) -> CatalogueChange:
    with tenant_context(cast.stores["north"]):
        return CatalogueChange.objects.order_by("-id").first()


def test_the_preview_counts_and_shows_what_would_be_lost(field):
    found = preview_conversion(**field, conversion=Conversion("number"))
    assert (found.total, found.empty, found.refused) == (5, 1, 1)
    assert found.samples == (("很多", "not_a_number"),)


def test_what_would_be_lost_keeps_the_field_as_it_is(field, cast):
    with pytest.raises(WouldNotConvert) as refusal:
        convert_field(**field, conversion=Conversion("number"))
    assert refusal.value.params["count"] == 1
    assert _held(cast)[3] == "很多"


def test_values_become_the_new_types(field, cast):
    converted = convert_field(**field, conversion=Conversion("number", accept_loss=True))
    assert (converted.type, converted.column_name) == ("number", "x_km_2")
    assert _held(cast) == [Decimal(1200), Decimal(80000), Decimal("12.5"), None, None]


@pytest.mark.parametrize(
    ("type", "given", "kept"),
    [
        ("date", "2024-02-29", dt.date(2024, 2, 29)),
        ("boolean", "是", True),
        ("tags", "红, 蓝", ["红", "蓝"]),
        ("choice", "红", "红"),
        ("phone", "138 0013 8000", "13800138000"),
        ("plate", "沪a12345", "沪A12345"),
    ],
)
def test_text_is_read_as_the_new_type_reads_it(field, cast, type, given, kept):
    _fill(cast, [given, None, None, None, None])
    convert_field(**field, conversion=Conversion(type))
    assert _held(cast) == [kept, None, None, None, None]


def test_the_batches_reach_every_record(field, cast, monkeypatch):
    monkeypatch.setattr(converting, "BATCH", 2)
    convert_field(**field, conversion=Conversion("number", accept_loss=True))
    assert _held(cast)[:3] == [Decimal(1200), Decimal(80000), Decimal("12.5")]


def test_a_conversion_is_undone_with_every_value(field, cast):
    convert_field(**field, conversion=Conversion("number", accept_loss=True))
    undo_change(actor=field["actor"], store=field["store"], change_id=_last_change(cast).id)
    assert _held(cast) == ["1,200", " 80000 ", "12.5", "很多", None]


def test_what_was_entered_since_is_not_lost_silently(field, cast):
    convert_field(**field, conversion=Conversion("number", accept_loss=True))
    change = _last_change(cast)
    _fill(cast, [Decimal(7), Decimal(80000), Decimal("12.5"), None, None])
    with pytest.raises(WouldLose) as refusal:
        undo_change(actor=field["actor"], store=field["store"], change_id=change.id)
    assert refusal.value.params["count"] == 1
    assert _held(cast)[0] == Decimal(7)
    undo_change(actor=field["actor"], store=field["store"], change_id=change.id, accept_loss=True)
    assert _held(cast)[0] == "1,200"


def test_who_still_has_the_old_definition_writes_nothing(field, cast):
    old = _model(cast)
    convert_field(**field, conversion=Conversion("number", accept_loss=True))
    with pytest.raises(OperationalError, match="converted meanwhile"), tenant_context(cast.stores["north"]):
        old.objects.update(x_km="5")
    assert _held(cast)[0] == Decimal(1200)


def test_a_conversion_that_breaks_off_changes_nothing(field, cast, monkeypatch):
    def break_off(self):
        raise ConnectionError("killed")

    monkeypatch.setattr(converting._Copy, "run_all", break_off)
    with pytest.raises(ConnectionError):
        convert_field(**field, conversion=Conversion("number", accept_loss=True))
    assert _held(cast)[0] == "1,200"
    monkeypatch.undo()
    assert convert_field(**field, conversion=Conversion("number", accept_loss=True)).column_name == "x_km_3"


@pytest.mark.parametrize("type", ["link", "file", "text", "none"])
def test_some_types_are_not_converted_to(field, type):
    with pytest.raises(NoConversion):
        preview_conversion(**field, conversion=Conversion(type))


def test_no_transaction_stays_open(field):
    convert_field(**field, conversion=Conversion("number", accept_loss=True))
    assert not connections["owner"].in_atomic_block
    assert connections["owner"].schema_name == "public"
