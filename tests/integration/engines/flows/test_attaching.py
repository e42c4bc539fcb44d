"""Files that go with an answer: attached by who is asked, read by who may look into the flow, gone with the record."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.removing import sweep
from chezhan.kernel import clock
from tenants.context import tenant_context
from tests.integration.catalogue.records.files.conftest import picture, stored
from tests.integration.engines.flows.conftest import by_roles
from tests.integration.engines.flows.walking import approval, do, items, stands, start

__all__ = ["stored"]
PDF = b"%PDF-1.7\n0123456789"
BOTH = by_roles("store_manager", "group_owner")


@pytest.fixture
def under_way(manager, advisor):
    """The manager and the owner are asked; (record, instance)."""
    record = advisor.made(name="李雷")
    return record, start(advisor, manager.put(**approval(BOTH)), record)


def send(person, item, content=PDF, *, name="报价.pdf", status=201):
    body = {"entity": "flow:answer", "field": item["id"], "file": SimpleUploadedFile(name, content)}
    answer = person.client.post("/api/store/files", body)
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def fetch(person, file, more=""):
    answer = person.client.get(f"/api/store/files/{file['id']}{more}")
    return answer.status_code, b"".join(answer.streaming_content) if answer.streaming else answer.json()["error"][
        "code"
    ]


@pytest.fixture
def kept(cast, stored):
    """kept() → the states of files, and how many lie there."""

    def _kept():
        with tenant_context(cast.stores["north"]):
            states = sorted(StoredFile.objects.values_list("state", flat=True))
        return states, sum(one.is_file() for one in stored.rglob("*"))

    return _kept


def test_whoever_may_look_into_the_flow_reads_what_came_with_the_decision(manager, advisor, owner, maker, under_way):
    _, instance = under_way
    (item,) = items(manager)
    paper = send(manager, item)
    photo = send(manager, item, picture(), name="现场.jpg")
    assert fetch(manager, paper) == (200, PDF)
    assert fetch(advisor, paper) == (404, "unknown_file"), "nobody's yet but its sender's"
    do(manager, "approve", item, comment="附上报价", files=[paper["id"], photo["id"]])
    entry = next(one for one in stands(advisor, instance)["entries"] if one["kind"] == "approved")
    assert (entry["files"], entry["files_gone"]) == ([paper, photo], 0)
    assert "files" not in entry["details"]
    assert fetch(advisor, paper) == (200, PDF)
    assert fetch(owner, photo, "/small")[0] == 200
    # Of the store, and neither started it nor was asked; of another store.
    for stranger in (maker("both"), maker("rival_owner", store="rival")):
        assert fetch(stranger, paper) == (404, "unknown_file")


@pytest.mark.usefixtures("under_way")
def test_nobody_attaches_what_is_not_theirs_or_where_they_are_not_asked(manager, advisor, owner, kept):
    (mine,), (theirs,) = items(manager), items(owner)
    assert send(advisor, mine, status=404)["error"]["code"] == "flow_unknown_item"
    assert send(owner, mine, status=404)["error"]["code"] == "flow_unknown_item"
    assert send(manager, {"id": "nothing"}, status=404)["error"]["code"] == "flow_unknown_item"
    assert send(manager, mine, b"MZ\x90\0", name="报价.pdf", status=422)["error"]["code"] == "program_refused"
    of_owner = send(owner, theirs)
    refused = do(manager, "approve", mine, status=422, files=[of_owner["id"]])
    assert refused["error"]["code"] == "not_your_file"
    assert [one["state"] for one in items(manager)] == ["open"], "nothing was decided"
    do(manager, "reject", mine, comment="不")
    assert send(manager, mine, status=409)["error"]["code"] == "flow_item_closed"
    assert kept() == (["pending"], 1)


def test_they_stay_with_the_flow_and_go_with_the_persons_data(advisor, maker, under_way, cast, kept):
    manager, owner = maker(), maker("owner")
    record, instance = under_way
    (item,) = items(manager)
    paper, forgotten = send(manager, item), send(manager, item)
    do(manager, "approve", item, files=[paper["id"]])
    assert sweep(store=cast.stores["north"], now=clock.now() + dt.timedelta(days=400)) == 1
    assert kept() == (["attached"], 1)
    assert fetch(manager, forgotten)[0] == 404
    body = {"name": "李雷", "reason": "asked"}
    owner.ask("post", f"/api/store/records/customer/{record['id']}/personal-data/erase", body)
    assert kept() == ([], 0)
    assert fetch(advisor, paper) == (404, "unknown_file")
    entry = next(one for one in stands(advisor, instance)["entries"] if one["kind"] == "approved")
    assert (entry["files"], entry["files_gone"]) == ([], 1)
