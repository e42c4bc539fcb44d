"""An index on demand, made outside any transaction; what a broken attempt left is made anew."""

import pytest
from psycopg.errors import UniqueViolation

from chezhan.catalogue.definitions.columns import index_name
from chezhan.catalogue.definitions.refusals import NotForThisType
from chezhan.catalogue.definitions.services.index_field import index_field
from chezhan.catalogue.models import CatalogueField
from tenants.context import tenant_context
from tests.integration.catalogue.definitions.conftest import catalogue_of

INDEXES = """
SELECT indexdef FROM pg_indexes WHERE schemaname = %s AND tablename = 'customer' AND indexname LIKE 'x\\_%%'
ORDER BY indexdef
"""


@pytest.fixture
def index(cast):
    where = {"actor": cast.actor("manager", store="north"), "store": cast.stores["north"], "entity": "customer"}
    return lambda name: index_field(**where, name=name)


def _indexes(cast, database) -> list[str]:
    return [one for (one,) in database.wiper.execute(INDEXES, [cast.stores["north"].schema]).fetchall()]


def test_a_text_gets_one_for_its_order_and_one_for_its_parts(cast, add, database, index):
    add(name="x_note")
    assert index("x_note").indexed
    order, parts = _indexes(cast, database)
    assert "btree (x_note, id)" in order
    assert "gin (x_note gin_trgm_ops)" in parts
    assert catalogue_of(cast.stores["north"]).entity_named("customer").fields["x_note"]


def test_what_a_broken_attempt_left_is_dropped(cast, add, database, index, showroom):
    add(name="x_km", type="number")
    schema = cast.stores["north"].schema
    with tenant_context(cast.stores["north"]):
        name = index_name(row=CatalogueField.objects.get(), kind="order")
    with pytest.raises(UniqueViolation):
        database.wiper.execute(f"CREATE UNIQUE INDEX CONCURRENTLY {name} ON {schema}.customer (kind)")
    assert "(kind)" in _indexes(cast, database)[0]
    assert index("x_km").indexed
    (made,) = _indexes(cast, database)
    assert "(x_km, id)" in made


def test_what_has_no_order_and_no_parts_is_refused(cast, add, database, index):
    add(name="x_file", type="file")
    with pytest.raises(NotForThisType):
        index("x_file")
    assert not _indexes(cast, database)
