import csv

import pytest

from chezhan.headquarters.imports.work.driving import drive
from tenants.context import public_context
from tenants.models import Store
from tests.integration.headquarters.imports.conftest import ready, rows, upload

ROW = "安和北店,A1,1/13/2022,100,Ann,8429371,Ford,Fox"
BAD = "安和北店,A2,1/13/2022,dear,=Ben,,Ford,Fox"


def test_the_whole_way_over_http(client):
    answer = upload(client, rows(ROW, BAD))
    assert (answer.status_code, answer.json()["status"], answer.json()["progress"]["queued"]) == (
        201,
        "analysing",
        True,
    )
    at = f"{client.base}/{answer.json()['id']}"
    drive(job_id=answer.json()["id"])
    seen = client.get(at).json()
    assert (seen["status"], seen["rows"], seen["good"], seen["bad"], seen["amount"]) == ("ready", 2, 1, 1, "100")
    assert [column["target"] for column in seen["columns"]][:3] == ["store", "number", "ordered_on"]
    assert seen["columns"][0]["guess"]["text"]["zh"] == "列名与内容都相符"
    assert seen["trial"]["would_create"] == 1
    assert seen["plan"]["errors"][0]["faults"][0]["text"] == {"zh": "不是有效金额", "en": "is not an amount of money"}
    assert seen["plan"]["preview"][0]["understood"]["ordered_on"] == "2022-01-13"
    started = client.post(f"{at}/start", {"create_stores": False}, content_type="application/json")
    assert (started.status_code, started.json()["status"]) == (200, "running")
    drive(job_id=seen["id"])
    state = client.get(f"{at}/state").json()
    assert (state["status"], state["progress"], state["parts"][0]["done"]) == ("done", None, 1)
    (listed,) = client.get(client.base).json()
    assert [listed[name] for name in ("created", "rows", "bad", "amount", "stores")] == [1, 2, 1, "100", 1]
    undone = client.post(f"{at}/undo")
    assert undone.json()["status"] == "undoing"
    drive(job_id=seen["id"])
    seen = client.get(at).json()
    assert seen["undo"] == {"taken_back": 3, "kept": 0, "kept_records": [], "stores_left": []}
    assert [(part["taken_back"], part["kept"]) for part in seen["parts"]] == [(3, 0)]


def test_the_limit_is_told_before_a_file_is_sent(client, settings):
    settings.IMPORT_MAX_BYTES = 7 << 20
    assert client.get(f"{client.base}/limits").json() == {"file_mb": 7}


def test_an_import_gone_on_with_makes_the_stores_that_were_chosen_first(client):
    at = ready(client, rows("城北快修,A1,1/13/2022,100,Ann,,Ford,Fox"))
    assert client.get(at).json()["pack"] == "dealer"
    first = {"create_stores": True, "pack": "repair"}
    client.post(f"{at}/start", first, content_type="application/json")
    client.post(f"{at}/cancel")
    drive(job_id=at.rpartition("/")[2])
    assert client.get(at).json()["status"] == "cancelled"
    again = client.post(f"{at}/start", {"create_stores": True}, content_type="application/json")
    assert (again.status_code, again.json()["pack"]) == (200, "repair")
    drive(job_id=at.rpartition("/")[2])
    with public_context():
        assert Store.objects.get(name="城北快修").pack == "repair"


def test_the_refused_rows_come_as_a_file_to_mend(client):
    at = ready(client, rows(ROW, BAD))
    answer = client.get(f"{at}/issues.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]
    found = list(csv.reader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()))
    assert [len(row) for row in found] == [11, 11]
    assert found[1][:3] == ["3", "成交价", "不是有效金额"]
    assert found[1][7] == "'=Ben"


def test_a_wrong_mapping_is_refused_by_field(client):
    at = ready(client, rows(ROW))
    answer = client.put(f"{at}/mapping", {"targets": {"0": "store"}}, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "import_mapping_invalid"
    assert answer.json()["error"]["fields"]["price"] == ["required"]


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "import_file_empty"),
        (b"%PDF-1.7", 422, "import_file_binary"),
        (bytes(5_000), 422, "import_file_zeros"),
        ("门店,订单号\r\n".encode("gb18030"), 422, "import_file_header_only"),
    ],
)
def test_bad_files_are_refused_by_name(client, content, status, code):
    answer = upload(client, content)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert client.get(client.base).json() == []


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client, settings):
    settings.IMPORT_MAX_BYTES = 1_000
    answer = upload(client, b"x" * 2_000)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "body_too_large")


@pytest.mark.parametrize("name", ["manager", "advisor", "rival_owner", "stranger"])
def test_people_who_are_not_at_the_head_of_the_group_find_nothing(client, sign_in, cast, name):
    at = ready(client, rows(ROW))
    other = sign_in(name)
    for answer in (other.get(client.base), other.get(at), other.post(f"{at}/undo"), other.get(f"{at}/issues.csv")):
        assert answer.status_code in (403, 404)
    assert client.get(at).json()["status"] == "ready"


def test_a_file_that_breaks_off_is_listed_with_its_reason(client):
    ready(client, rows(ROW, '安和北店,"A2,1/13/2022'))
    (listed,) = client.get(client.base).json()
    assert (listed["status"], listed["rows"], listed["error"]["code"]) == ("failed", 0, "import_file_quote_open")
    assert listed["error"]["params"] == {"row": 3}


# One row of each kind that can't go in, and what is noted about columns.
AILING = [
    "安和北店,A1,1/13/2022,US$100,Ann,8429371,Ford,Fox",
    "安和北店,A1,1/14/2022,100,Ann,8429371,Ford,Fox",
    "安和北店,A3,someday,dear,,1.38E+10,Ford,Fox",
    f"安和北店,A4,1/13/2022,100,Ann,{'9' * 41},{'F' * 300},Fox",
    "安和北店,A5,1/13/2022,100,Ann",
    '安和北店,A6,1/13/2022,100,"An"n,,Ford,Fox',
    "安和北店 ,A7,2/13/2022,-1,Ann,,Double\u00c2\u00a0Ford,Fox",
]


def texts_in(answer):
    """Every sentence of an answer: whatever stands under `zh`, `en` or `message`."""
    if isinstance(answer, list):
        return [text for item in answer for text in texts_in(item)]
    if not isinstance(answer, dict):
        return []
    here = [value for key, value in answer.items() if key in ("zh", "en", "message") and isinstance(value, str)]
    return here + [text for value in answer.values() for text in texts_in(value)]


def test_every_sentence_arrives_whole_in_both_languages(client):
    at = ready(client, rows(*AILING, header=" Store ,Number,Date,Price ($),Customer Name,Phone,Brand,Series"))
    seen = client.get(at).json()
    codes = {tally["code"] for tally in seen["plan"]["tallies"]}
    assert {"duplicate_key", "ragged_row", "too_long", "bad_date", "bad_quotes"} <= codes
    assert {"currency_other", "repaired_text", "header_renamed", "date_order"} <= {n["code"] for n in seen["notices"]}
    assert [text for text in texts_in(seen) if "{" in text or "…" in text] == []
    for fault in (fault for row in seen["plan"]["errors"] for fault in row["faults"]):
        if fault["code"] == "duplicate_key":
            assert fault["text"]["en"] == "repeats the order number of row 2 in the same store"


def test_stores_are_a_dealers_where_nothing_was_chosen(client, importer):
    at = ready(client, rows(ROW.replace("安和北店", "新车一店")))
    client.post(f"{at}/start", {"create_stores": True}, content_type="application/json")
    drive(job_id=at.rpartition("/")[2])
    assert importer().stores()["新车一店"].pack == "dealer"
