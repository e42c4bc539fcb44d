"""Rows by the thousand, put into a store's tables as its owner, without the audit: no bench measures this."""

from collections.abc import Mapping, Sequence

import psycopg

from chezhan.catalogue.definitions.drafts import FieldDraft

# SQL of a value for row number n, by field type.
MADE: Mapping[str, str] = {
    "text": "'值' || n % 1000",
    "money": "(n::bigint * 7919 % 500000 + 0.25)::numeric",
    "date": "date '2023-01-01' + n % 700",
    "choice": "(ARRAY['甲', '乙', '丙', '丁'])[n % 4 + 1]",
    "integer": "n * 31 % 10000",
    "boolean": "n % 3 = 0",
    "datetime": "timestamptz '2023-01-01 08:00+08' + n * interval '1 minute'",
}
ID = "('01890000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid"
FIRST = "'01890000-0000-7000-8000-000000000001'::uuid"
RECORD = {
    "id": ID,
    "created_at": "timestamptz '2024-01-01 08:00+08' + n * interval '1 second'",
    "updated_at": "timestamptz '2024-01-01 08:00+08' + n * interval '1 second'",
    "version": "1",
}
CUSTOMER = RECORD | {
    "name": "'客户' || n",
    "kind": "'person'",
    "gender": "(ARRAY['male', 'female'])[n % 2 + 1]",
    "annual_income": "n % 500 * 1000",
    "source_channel": "(ARRAY['web', 'call', 'event', 'walk_in'])[n % 4 + 1]",
    "region": "'区域' || n % 37",
    "city": "'城市' || n % 11",
}
VEHICLE = RECORD | {
    "customer_id": ID,
    "brand": "'比亚迪'",
    "series": "(ARRAY['秦', '汉', '唐', '宋'])[n % 4 + 1]",
    "plate": "'沪A' || lpad(n::text, 6, '0')",
    **dict.fromkeys(("trim", "plate_kind", "energy", "engine", "transmission", "color", "body_style"), "''"),
}
SALES_ORDER = RECORD | {
    "customer_id": ID,
    "vehicle_id": ID,
    "number": "'SO' || lpad(n::text, 8, '0')",
    "status": "'delivered'",
    "ordered_on": "date '2023-01-01' + n % 700",
    "brand": "'比亚迪'",
    "series": "(ARRAY['秦', '汉', '唐', '宋'])[n % 4 + 1]",
    "region": "'区域' || n::bigint * 7919 % 1009",
    "price": "n::bigint * 7919 % 500000 + 0.25",
    "dealer_code": "'D' || n % 50",
}


def made(fields: Sequence[FieldDraft]) -> dict[str, str]:
    """Column → SQL of the value, of fields that were added."""
    return {field.name: MADE[field.type] for field in fields}


def fill(
    connection: psycopg.Connection, *, schema: str, table: str, values: Mapping[str, str], rows: int, first: int = 1
) -> None:
    """Rows number `first` to `first + rows - 1`; the planner knows the table afterwards."""
    name = f'{schema}."{table}"'
    columns = ", ".join(f'"{column}"' for column in values)
    connection.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    connection.execute(
        f"INSERT INTO {name} ({columns}) SELECT {', '.join(values.values())} "
        f"FROM generate_series({first}, {first + rows - 1}) AS n"
    )
    connection.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")
    connection.execute(f"VACUUM ANALYZE {name}")
