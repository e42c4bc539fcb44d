"""No database constraint runs between a store and `public`, nor between two stores."""

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import connections, transaction

from tenants.roles import OWNER

ACROSS = """
SELECT child.nspname, source.relname, reached.nspname, target.relname
FROM pg_constraint
JOIN pg_class source ON source.oid = conrelid JOIN pg_namespace child ON child.oid = source.relnamespace
JOIN pg_class target ON target.oid = confrelid JOIN pg_namespace reached ON reached.oid = target.relnamespace
WHERE contype = 'f' AND child.oid <> reached.oid
"""


def _across() -> list[tuple]:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(ACROSS)
        return cursor.fetchall()


def _labels(names: list[str]) -> set[str]:
    return {config.label for config in apps.get_app_configs() if config.name in names}


STORE_APPS, SHARED_APPS = _labels(settings.TENANT_APPS), _labels(settings.SHARED_APPS)
STORE_MODELS = [model for model in apps.get_models() if model._meta.app_label in STORE_APPS]


def test_no_foreign_key_leaves_its_schema(cast):
    assert not _across()


def test_one_that_did_would_be_seen(cast):
    north = cast.stores["north"].schema
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(f"CREATE TABLE {north}.leaves (person uuid REFERENCES public.person (id))")
        assert _across() == [(north, "leaves", "public", "person")]
        transaction.set_rollback(True, using=OWNER)


def test_every_app_is_on_one_side():
    assert not STORE_APPS & SHARED_APPS
    assert STORE_MODELS


@pytest.mark.parametrize("model", STORE_MODELS, ids=lambda model: model._meta.label)
def test_a_stores_model_refers_to_its_own_store_alone(model):
    related = [field.related_model for field in model._meta.get_fields() if field.is_relation and field.related_model]
    assert {other._meta.app_label for other in related} <= STORE_APPS


@pytest.mark.parametrize("model", STORE_MODELS, ids=lambda model: model._meta.label)
def test_a_stores_model_names_no_content_type(model):
    assert not [field for field in model._meta.private_fields if isinstance(field, GenericForeignKey)]
    assert "contenttypes" not in {
        field.related_model._meta.app_label for field in model._meta.get_fields() if field.related_model
    }
