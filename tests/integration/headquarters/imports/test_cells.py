"""The group's database holds figures of a file; what quotes its cells lies beside it and goes with it."""

from django.db import connection

from chezhan.headquarters.imports.storage import remove_files
from tenants.context import public_context
from tests.integration.headquarters.imports.conftest import ready, rows

GOOD = "安和北店,A1,1/13/2022,100,Ann Example,13800138000,Ford,Fox"
BAD = "安和北店,A2,13800138111,100,=Ben Example,138 0013 8222,Ford,Fox"
CELLS = ("13800138000", "13800138111", "138 0013 8222", "Ann Example", "Ben Example")


def _rows_of_public() -> str:
    with public_context(), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(j)::text || (SELECT json_agg(p)::text FROM import_part p) FROM import_job j")
        return "\n".join(text for (text,) in cursor.fetchall())


def test_what_is_shown_of_the_file_is_not_in_the_database(client):
    shown = client.get(ready(client, rows(GOOD, BAD)))
    assert not [cell for cell in CELLS if cell not in shown.content.decode()]
    kept = _rows_of_public()
    assert "ordered_on" in kept
    assert not [cell for cell in CELLS if cell in kept]


def test_when_the_file_is_gone_figures_stay_and_examples_do_not(client):
    at = ready(client, rows(GOOD, BAD))
    before = client.get(at).json()
    remove_files(job_id=before["id"])
    after = client.get(at).json()
    assert [after[name] for name in ("rows", "good", "bad", "amount")] == [2, 1, 1, "100"]
    assert after["plan"]["tallies"] == before["plan"]["tallies"]
    assert (after["plan"]["preview"], after["plan"]["errors"]) == ([], [])
    assert {tuple(column["examples"]) for column in after["columns"]} == {()}
    assert [column["target"] for column in after["columns"]] == [column["target"] for column in before["columns"]]
