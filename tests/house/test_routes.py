"""Every route there is refuses a stranger; the few that are for strangers are named here, each with its reason."""

from uuid import uuid4

import pytest
from django.test import Client

from tests.factories.routes import Route, find_routes

# An operation that is not named in one of these three needs membership.
FOR_STRANGERS = {
    "read_invitation": "the link is the key; who holds it has yet to sign up",
    "ask_for_recovery_code": "whoever forgot the password can't sign in; same answer for any number",
    "set_password_by_code": "the code is the key",
    "read_outbox": "only with CHEZHAN_DEV_OUTBOX",
    "read_public_form": "the link is the key; who has it is a stranger",
    "read_public_form_state": "as read_public_form; tells of what is sent along alone",
    "prove_message_reports": "as take_message_reports",
    "take_message_reports": "the token, and what the provider signs, are the key",
    "read_booking_page": "the link is the key; who has it is a stranger",
    "read_booking_times": "as read_booking_page; tells of hours alone",
    "book_test_drive": "as read_booking_page; books, and is told nothing of what is there",
    "read_customer_contract": "the link of one contract is the key",
    "read_customer_contract_paper": "as read_customer_contract",
    "sign_customer_contract": "as read_customer_contract",
    "take_signing_answer": "the token, and what the service signs under the webhook's secret, are the key",
    "read_contract_to_sign": "the token, and the ticket of one contract for a day, are the key",
    "read_customer_drive": "the link of one booking is the key; names nobody",
    "sign_customer_drive": "as read_customer_drive",
    "cancel_customer_drive": "as read_customer_drive",
    "take_lead_post": "the token, and the signature, are the key; kept, and told nothing but its number",
    "send_public_form": "as read_public_form; enters, and is told nothing of what is there",
}
FOR_ANYBODY_SIGNED_IN = {
    "read_me": "one's own",
    "change_me": "one's own",
    "list_roles": "the same for all",
    "create_group": "how one becomes somebody's member",
    "accept_invitation": "the link is the key",
    "list_own_tokens": "one's own",
}
PAGES_FOR_STRANGERS = {
    "GET /healthz": {200},
    "GET /readyz": {200, 503},
    "GET /metrics": {200, 404},
    "GET /api/openapi.json": {200},
    "POST /api/openapi.json": {200},
    "GET /": {200, 503},
    "GET /p/nobodys-token": {200, 503},
    "GET /t/nobodys-token": {200, 503},
    "GET /a/nobodys-token": {200, 503},
    "GET /c/nobodys-token": {200, 503},
    "GET /u/nobodys-token": {404},
    "GET /q/nobodys-token": {404},
    "GET /d/nobodys-token": {404},
}
# allauth's own doors, to somebody who sends nothing and has no session.
ALLAUTH_FOR_STRANGERS = {
    "GET /_allauth/browser/v1/config": {200},
    # Back to the sign-in page: no such provider.
    "POST /_allauth/browser/v1/auth/provider/redirect": {302},
}
REFUSALS = {400, 401, 403, 404, 405, 409}
VALUES = {
    "group": "nobodys-group",
    "store": "nobodys-store",
    "token": "nobodys-token",
    "entity": "customer",
    "app_label": "tenants",
    "url": "anything",
}


class _Values(dict):
    def __missing__(self, name: str) -> str:
        return str(uuid4())


def _ask(client: Client, route: Route, **headers):
    return client.generic(
        route.method, route.url(_Values(VALUES)), b"{}", content_type="application/json", headers=headers
    )


def _named(route: Route) -> str:
    return f"{route.method} {route.url(_Values(VALUES))}"


ROUTES = find_routes()
OPERATIONS = [route for route in ROUTES if route.operation]
GUARDED = [route for route in OPERATIONS if route.operation not in FOR_STRANGERS]
FOR_MEMBERS = [route for route in GUARDED if route.operation not in FOR_ANYBODY_SIGNED_IN]
PAGES = [route for route in ROUTES if not route.operation]
ALLAUTH = [route for route in PAGES if route.path.startswith("_allauth/")]
PLATFORM = [route for route in PAGES if route.path.startswith("platform/")]
OTHER_PAGES = [route for route in PAGES if route not in ALLAUTH and route not in PLATFORM]


def test_the_operations_without_a_check_are_the_ones_named_here():
    assert {route.operation for route in OPERATIONS if route.for_strangers} == set(FOR_STRANGERS)


def test_the_names_here_are_of_operations_that_exist():
    assert set(FOR_STRANGERS) | set(FOR_ANYBODY_SIGNED_IN) <= {route.operation for route in OPERATIONS}


def test_the_walk_finds_each_side_of_the_product():
    found = {route.path.split("/")[1] for route in OPERATIONS}
    assert {"account", "store", "hq"} <= found
    assert ALLAUTH
    assert PLATFORM


@pytest.mark.parametrize("route", GUARDED, ids=str)
def test_it_refuses_who_has_not_signed_in(route: Route, cast):
    response = _ask(Client(), route, x_store=cast.stores["north"].slug)
    assert response.status_code == 401
    assert response.json()["error"]["code"] == "not_signed_in"


@pytest.mark.parametrize("route", FOR_MEMBERS, ids=str)
def test_it_does_not_exist_for_who_is_no_member(route: Route, cast, sign_in):
    values = _Values(VALUES | {"group": cast.groups["a"].slug, "store": cast.stores["north"].slug})
    response = sign_in("stranger").generic(
        route.method,
        route.url(values),
        b"{}",
        content_type="application/json",
        headers={"X-Store": cast.stores["north"].slug},
    )
    assert response.status_code in {404, 422}
    assert response.status_code == 404 or response.json()["error"]["code"] == "invalid"


@pytest.mark.parametrize("route", [route for route in GUARDED if route.method != "GET"], ids=str)
def test_it_refuses_a_write_without_the_csrf_token(route: Route, cast, sign_in):
    client = Client(enforce_csrf_checks=True)
    client.cookies = sign_in("owner").cookies
    values = _Values(VALUES | {"group": cast.groups["a"].slug, "store": cast.stores["north"].slug})
    response = client.generic(
        route.method,
        route.url(values),
        b"{}",
        content_type="application/json",
        headers={"X-Store": cast.stores["north"].slug},
    )
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "bad_csrf_token"


@pytest.mark.parametrize("route", ALLAUTH, ids=str)
def test_allauth_tells_a_stranger_nothing(route: Route, cast):
    response = _ask(Client(), route)
    assert response.status_code in ALLAUTH_FOR_STRANGERS.get(_named(route), REFUSALS)


@pytest.mark.parametrize("name", ["", "owner"])
def test_the_platforms_admin_is_shut_to_all_but_staff(name: str, cast, sign_in):
    client = sign_in(name) if name else Client()
    answers = {str(route): _ask(client, route) for route in PLATFORM}
    assert not {
        name: answer.status_code
        for name, answer in answers.items()
        if answer.status_code not in {302, 403, 404, 405}
        or answer.headers.get("Location", "").startswith("/platform/t")
    }


@pytest.mark.parametrize("route", OTHER_PAGES, ids=str)
def test_a_page_outside_the_api_is_named_here_or_refuses(route: Route, cast):
    response = _ask(Client(), route)
    assert response.status_code in PAGES_FOR_STRANGERS.get(_named(route), REFUSALS)
