"""Whatever is refused at the API is refused in one shape, also before the API sees it."""

import pytest
from django.test import Client

from chezhan.catalogue import api as store_api
from chezhan.config.api import api

RECORDS = "/api/store/records/customer"


@pytest.fixture
def owner(sign_in) -> Client:
    client = sign_in("manager", store="north")
    client.raise_request_exception = False
    return client


def _told(response, *, status: int, code: str) -> bool:
    error = response.json()["error"]
    return (response.status_code, error["code"]) == (status, code) and error["request_id"] != ""


HUGE = b'{"rows": [{"name": %s}]}' % (b"9" * 30)
DEEP = b'{"rows": [{"name": %s1%s}]}' % (b"[" * 300, b"]" * 300)


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[" * 20_000, HUGE, DEEP])
def test_a_body_that_is_no_json_or_of_no_size_that_is_kept_is_said_to_be_none(owner, body):
    answer = owner.generic("POST", RECORDS, body, content_type="application/json")
    assert _told(answer, status=400, code="unreadable_body")


def test_half_a_character_is_no_text_and_a_whole_one_is(owner):
    half = owner.generic(
        "POST", "/api/store/tags", rb'{"name": "\uD800", "color": "#112233"}', content_type="application/json"
    )
    assert _told(half, status=400, code="unreadable_body")
    whole = owner.generic(
        "POST", "/api/store/tags", rb'{"name": "\ud83d\ude97", "color": "#112233"}', content_type="application/json"
    )
    assert (whole.status_code, whole.json()["name"]) == (201, "\U0001f697")


def test_a_text_with_nul_is_not_kept_and_one_that_spells_it_is(owner):
    real = owner.generic(
        "POST", "/api/store/tags", rb'{"name": "a\\\u0000", "color": "#112233"}', content_type="application/json"
    )
    assert _told(real, status=400, code="unreadable_body")
    spelled = owner.generic(
        "POST", "/api/store/tags", rb'{"name": "a\\u0000", "color": "#112233"}', content_type="application/json"
    )
    assert (spelled.status_code, spelled.json()["name"]) == (201, "a\\u0000")


def test_a_form_where_json_is_asked_for_is_refused(sign_in):
    client = sign_in("manager", store="north")
    # Django reads a form's fields to look for a token against forgery.
    client.handler.enforce_csrf_checks = True
    token = "0" * 32
    client.cookies["csrftoken"] = token
    answer = client.post(RECORDS, {"name": "王芳"}, headers={"X-CSRFToken": token})
    assert _told(answer, status=400, code="unreadable_body")
    broken = client.generic("POST", RECORDS, b"--x", content_type="multipart/form-data", headers={"X-CSRFToken": token})
    assert _told(broken, status=400, code="unreadable_body")


def test_an_address_that_the_api_has_not_is_said_in_its_own_shape(owner):
    assert _told(owner.get("/api/store/no-such-thing"), status=404, code="not_found")
    assert owner.get("/no-such-page").headers["Content-Type"].startswith("text/")


def test_a_fault_of_ours_has_an_id_to_quote(owner, monkeypatch):
    def fail(**_):
        raise ZeroDivisionError

    monkeypatch.setattr(store_api, "describe_entities", fail)
    assert _told(owner.get("/api/store/entities"), status=500, code="server_error")


def test_every_operation_is_described_with_its_refusal():
    paths = api.get_openapi_schema(path_prefix="/api/")["paths"]
    operations = [operation for path in paths.values() for operation in path.values()]
    assert operations
    assert [one["operationId"] for one in operations if "default" not in one["responses"]] == []
