"""Whatever a store keeps, the catalogue knows, and what the catalogue says is there."""

import dataclasses

import pytest
from django.apps import apps
from django.conf import settings

from chezhan.access.roles import PERMISSIONS
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.record import Record
from chezhan.catalogue.records.sights import steps
from chezhan.catalogue.registry import entities, entity_named, take_up
from chezhan.catalogue.types import FIELD_TYPES, LINK, FieldType
from chezhan.expressions import read_formula

ENTITIES = {entity.name: entity for entity in entities()}


def test_every_record_of_a_store_is_in_the_catalogue():
    models = {
        model
        for config in apps.get_app_configs()
        if config.name in settings.TENANT_APPS
        for model in config.get_models()
        if issubclass(model, Record)
    }
    assert models == {entity.model for entity in entities()}


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=ENTITIES)
def test_every_field_has_its_column(entity):
    for field in entity.fields.values():
        if field.formula:
            assert read_formula(field.formula)
            continue
        assert steps(entity.model, field.column)
        assert steps(entity.model, field.matched or field.column)


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=ENTITIES)
def test_every_column_is_shown_by_some_field(entity):
    hidden = {"id", "created_by", "updated_by", "version"}
    covered = {path for field in entity.fields.values() for path in (field.column, field.matched)}
    columns = {field.name for field in entity.model._meta.concrete_fields}
    assert columns - hidden <= covered


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=ENTITIES)
def test_the_choices_are_the_models(entity):
    for field in entity.fields.values():
        if field.formula:
            continue
        column = steps(entity.model, field.column)[-1]
        # Of several choices the list's own column says them.
        declared = [value for value, _ in getattr(column, "base_field", column).choices or ()]
        assert [option.value for option in field.options] == declared


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=ENTITIES)
def test_links_and_related_lists_lead_where_they_say(entity):
    for field in entity.fields.values():
        if field.type is LINK:
            assert steps(entity.model, field.column)[-1].related_model is entity_named(field.target).model
    for related in entity.related:
        assert entity_named(related.entity).fields[related.via].target == entity.name


def test_reading_each_entity_is_a_declared_permission():
    assert {entity.read_permission for entity in entities()} <= PERMISSIONS


def test_a_field_type_stays_lean():
    assert len(dataclasses.fields(FieldType)) <= 8
    assert all(kind.label.zh and kind.label.en for kind in FIELD_TYPES.values())


def test_a_second_entity_of_one_name_is_refused():
    known = entity_named("customer")
    twin = Entity(
        name="customer",
        model=known.model,
        label=known.label,
        label_plural=known.label_plural,
        title=known.title,
        sort=known.sort,
        own_fields=known.own_fields,
    )
    with pytest.raises(ValueError, match="two entities"):
        take_up([twin])
    assert entity_named("customer") is known
