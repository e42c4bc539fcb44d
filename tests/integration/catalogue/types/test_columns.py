"""Each type's column in PostgreSQL: what was cleaned goes in, comes out, is compared and leaves as JSON."""

from types import SimpleNamespace

import pytest
from django.apps.registry import Apps
from django.db import connections, models
from django.db.models import F

from chezhan.catalogue.types import FIELD_TYPES
from chezhan.catalogue.types.kinds import as_kind
from tests.factories.fields import field
from tests.unit.catalogue.types.test_accepted import ACCEPTED

VALUES = {name: given for name, given, kept in ACCEPTED if kept is not None}
VALUES |= {"choice": "a", "plate": "沪A12345", "table": [{"项目": "机油"}], "tags": ["a", "b"]}
COLUMNS = {
    "text": "text", "long_text": "text", "rich_text": "text", "email": "text", "url": "text", "barcode": "text",
    "color": "text", "phone": "text", "plate": "text", "vin": "text", "id_card": "text", "tax_no": "text",
    "choice": "text", "auto_number": "text", "formula": "text", "rollup": "text", "number": "numeric",
    "percent": "numeric", "money": "numeric(18,2)", "integer": "bigint", "rating": "smallint", "boolean": "boolean",
    "date": "date", "datetime": "timestamp with time zone", "time": "time without time zone", "tags": "text[]",
    "link": "uuid", "user": "uuid", "store": "uuid", "file": "jsonb", "photo": "jsonb", "signature": "jsonb",
    "address": "jsonb", "location": "jsonb", "table": "jsonb",
}  # fmt: skip
FIELDS = {
    name: field(name, name=f"x_{name}", options="a b c" if name in ("choice", "tags") else "",
                columns=(("项目", "text"),))
    for name in FIELD_TYPES
}  # fmt: skip


@pytest.fixture
def kept(cast):
    """A table with a column of every type, one row full and one empty."""
    meta = type("Meta", (), {"app_label": "columns", "db_table": "kept_columns", "apps": Apps()})
    columns = {one.name: one.type.column(one) for one in FIELDS.values()}
    model = type("Kept", (models.Model,), {"__module__": __name__, "Meta": meta, **columns})
    rows = model._base_manager.using("owner")
    with connections["owner"].schema_editor() as editor:
        editor.create_model(model)
    try:
        values = {one.name: one.type.clean(VALUES[name], one) for name, one in FIELDS.items() if name in VALUES}
        rows.create(id=1, **values)
        rows.create(id=2)
        yield SimpleNamespace(rows=rows, values=values)
    finally:
        with connections["owner"].schema_editor() as editor:
            editor.delete_model(model)


def test_the_columns_are_of_true_types_and_may_be_empty(kept):
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute "
            "WHERE attrelid = 'kept_columns'::regclass AND attnum > 1"
        )
        found = {name: (kind, needed) for name, kind, needed in cursor.fetchall()}
    assert found == {f"x_{name}": (kind, False) for name, kind in COLUMNS.items()}


def test_what_was_cleaned_comes_out_as_it_went_in(kept):
    row = kept.rows.get(id=1)
    assert {name: getattr(row, name) for name in kept.values} == kept.values
    empty = kept.rows.get(id=2)
    assert all(getattr(empty, one.name) is None for one in FIELDS.values())


@pytest.mark.parametrize(
    ("name", "operator", "value", "found"),
    [
        ("tags", "contains", ["a"], [1]), ("tags", "contains", ["c"], []), ("tags", "doesNotContain", ["c"], [1]),
        ("tags", "in", ["c", "b"], [1]), ("tags", "notIn", ["c", "b"], []), ("tags", "null", [], [2]),
        ("address", "contains", ["文三"], [1]), ("address", "contains", ["武林"], []),
        ("address", "doesNotContain", ["武林"], [1]), ("address", "null", [], [2]), ("location", "notNull", [], [1]),
        ("boolean", "=", ["true"], [1]), ("boolean", "!=", [True], []), ("integer", ">=", ["9007199254740991"], [1]),
        ("time", "<", ["15:00"], [1]), ("time", "between", ["14:30", "14:30:00"], [1]), ("percent", "=", [12.5], [1]),
        ("number", "=", ["1e3"], [1]), ("rating", ">", [4], [1]),
        ("email", "=", ["ANN@example.com"], [1]),
        ("color", "=", ["#11AA44"], [1]), ("user", "=", ["0190a1b2-0000-7000-8000-000000000001"], [1]),
        ("id_card", "endsWith", ["002x"], [1]), ("file", "null", [], [2]), ("datetime", "=", ["2026-11-21"], [1]),
    ],
)  # fmt: skip
def test_operators_find_what_they_say(kept, name, operator, value, found):
    kind = FIELDS[name].type
    condition = kind.operator(operator).build(F(f"x_{name}"), [kind.parse(one) for one in value])
    assert sorted(kept.rows.filter(condition).values_list("id", flat=True)) == found


def test_times_and_addresses_are_text_to_formulas_and_money_leaves_as_text(kept):
    row = kept.rows.annotate(
        line=as_kind(FIELDS["address"], F("x_address")),
        clock=as_kind(FIELDS["time"], F("x_time")),
        cost=FIELDS["money"].type.shown(F("x_money")),
        plain=as_kind(FIELDS["integer"], F("x_integer")),
    ).values("line", "clock", "cost", "plain")
    assert row.get(id=1) == {"line": "文三路 1 号", "clock": "14:30:00", "cost": "-0.50", "plain": 2**53 - 1}
    assert row.get(id=2) == {"line": None, "clock": None, "cost": None, "plain": None}


@pytest.mark.parametrize(
    ("name", "text"),
    [("boolean", "true"), ("integer", "9007199254740991"), ("time", "14:30:00"), ("percent", "12.5"), ("text", "张伟")],
)
def test_a_sort_value_is_read_back_from_its_text(kept, name, text):
    assert FIELDS[name].type.key(text) == getattr(kept.rows.get(id=1), f"x_{name}")
