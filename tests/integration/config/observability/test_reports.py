"""An error that reaches Sentry names its store and nobody's data."""

import json

import pytest
import sentry_sdk
from sentry_sdk.transport import Transport

from chezhan.catalogue import api as catalogue_api
from chezhan.config.observability.reports import start_reports

SECRETS = ("13800138000", "沪A12345", "LFV3A23C8J3000017", "wang@example.com")


class Kept(Transport):
    def __init__(self, options=None):
        super().__init__(options)
        self.events = []

    def capture_envelope(self, envelope):
        self.events += [item.payload.json for item in envelope.items if item.type == "event"]


@pytest.fixture
def kept():
    transport = Kept()
    dsn = "https://key@sentry.invalid/1"
    start_reports(dsn=dsn, release="t", environment="test", transport=transport)
    yield transport
    sentry_sdk.get_client().close()
    sentry_sdk.get_global_scope().set_client(None)


def test_an_error_in_a_store_carries_its_tag_and_no_personal_data(kept, sign_in, cast, monkeypatch):
    def fail(**kwargs):
        local = SECRETS
        raise RuntimeError(f"cannot list {local}")

    monkeypatch.setattr(catalogue_api, "list_records", fail)
    client = sign_in("manager", store="north")
    client.raise_request_exception = False
    response = client.get("/api/store/records/customer", {"q": SECRETS[0]})
    assert response.status_code == 500
    (event,) = kept.events
    assert event["tags"]["tenant"] == cast.stores["north"].slug
    assert event["user"] == {"id": str(cast.people["manager"].id)}
    text = json.dumps(event, ensure_ascii=False)
    assert "RuntimeError" in text
    assert not [secret for secret in (*SECRETS, "sessionid", cast.people["manager"].name) if secret in text]
