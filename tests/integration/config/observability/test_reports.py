"""An error that reaches Sentry names its store and nobody's data."""

import json
import logging
from urllib.parse import unquote

import pytest
import sentry_sdk
from django.db import IntegrityError
from sentry_sdk.transport import Transport
from structlog.contextvars import clear_contextvars

from chezhan.catalogue import api as catalogue_api
from chezhan.config.observability.reports import start_reports
from chezhan.headquarters.account.api import groups as groups_api
from tenants.context import public_context, tenant_context
from tenants.models import Person

# In two pieces, since reports quote the source.
NAME = "张" + "三丰"
SECRETS = ("13800138000", "沪A12345", "LFV3A23C8J3000017", "wang@example.com")


class Kept(Transport):
    def __init__(self, options=None):
        super().__init__(options)
        self.events = []

    def capture_envelope(self, envelope):
        self.events += [item.payload.json for item in envelope.items if item.type == "event"]


@pytest.fixture
def kept():
    clear_contextvars()
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

    monkeypatch.setattr(catalogue_api, "read_home", fail)
    client = sign_in("manager", store="north")
    client.raise_request_exception = False
    response = client.get("/api/store/home", {"q": SECRETS[0]})
    assert response.status_code == 500
    (event,) = kept.events
    north = cast.stores["north"]
    assert (event["tags"]["tenant"], event["tags"]["group"]) == (north.slug, north.group.slug)
    assert event["user"] == {"id": str(cast.people["manager"].id)}
    text = json.dumps(event, ensure_ascii=False)
    assert "RuntimeError" in text
    assert not [secret for secret in (*SECRETS, "sessionid", cast.people["manager"].name) if secret in text]


def test_what_a_person_sent_stays_here(kept, sign_in, monkeypatch):
    def fail(**kwargs):
        raise RuntimeError("no disk")

    monkeypatch.setattr(groups_api, "create_group", fail)
    client = sign_in("stranger")
    client.raise_request_exception = False
    draft = {"name": NAME, "pack": "dealer", "store_name": NAME}
    response = client.post(
        f"/api/account/groups?from={NAME}", draft, content_type="application/json", headers={"X-Note": "my note"}
    )
    assert response.status_code == 500
    (event,) = kept.events
    text = unquote(json.dumps(event, ensure_ascii=False))
    assert not [sent for sent in (NAME, "my note", client.cookies["sessionid"].value) if sent in text]


def test_an_error_that_left_a_store_is_still_tagged_with_it(kept, cast):
    north = cast.stores["north"]
    try:
        with tenant_context(north):
            raise RuntimeError("half-way")
    except RuntimeError as error:
        sentry_sdk.capture_exception(error)
    (event,) = kept.events
    assert (event["tags"]["tenant"], event["tags"]["group"]) == (north.slug, north.group.slug)


def test_an_error_outside_any_store_is_the_publics(kept):
    sentry_sdk.capture_exception(RuntimeError("at large"))
    (event,) = kept.events
    assert event["tags"]["tenant"] == "public"
    assert "user" not in event


def test_the_row_that_the_database_quotes_stays_here(kept, cast):
    try:
        with public_context():
            Person.objects.create(name=NAME)
    except IntegrityError as error:
        assert NAME in str(error)
        sentry_sdk.capture_exception(error)
    (event,) = kept.events
    assert "person_email_or_phone" in json.dumps(event)
    assert NAME not in json.dumps(event, ensure_ascii=False)


def test_what_a_logged_line_was_filled_with_stays_here(kept):
    logging.getLogger("chezhan.test").error("no such customer: %s", NAME)
    (event,) = kept.events
    assert event["logentry"] == {"message": "no such customer: %s"}
    assert NAME not in json.dumps(event, ensure_ascii=False)
