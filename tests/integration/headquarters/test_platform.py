"""The platform's own staff: see who there is, and no store's data."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client

from tenants.context import public_context
from tenants.models import Person, Store


@pytest.fixture
def staff(cast, sign_in) -> Client:
    with public_context():
        Person.objects.filter(id=cast.people["stranger"].id).update(is_staff=True)
    return sign_in("stranger")


LISTS = ["tenants/person", "tenants/group", "tenants/store", "billing/subscription"]


@pytest.mark.parametrize("path", ["", *LISTS])
def test_a_stranger_is_sent_to_the_apps_sign_in(cast, path):
    response = Client().get(f"/platform/{path}/" if path else "/platform/")
    assert response.status_code == 302
    sought = Client().get(response["Location"]) if "login" in response["Location"] else response
    assert sought["Location"].startswith("/sign-in?next=")


def test_an_owner_who_is_not_staff_gets_nothing(sign_in):
    client = sign_in("owner")
    assert client.get("/platform/tenants/store/").status_code == 302
    assert client.get("/platform/login/")["Location"] == "/"


@pytest.mark.parametrize("path", LISTS)
def test_staff_see_the_lists(staff, path):
    assert staff.get(f"/platform/{path}/").status_code == 200


def test_a_person_who_is_switched_off_is_out_at_once(staff, sign_in, cast):
    manager = sign_in("manager", store="north")
    assert manager.get("/api/store/home").status_code == 200
    person = cast.people["manager"]
    saved = staff.post(f"/platform/tenants/person/{person.id}/change/", {"name": "Other", "is_staff": "on"})
    assert saved.status_code == 302
    assert manager.get("/api/store/home").status_code == 401
    with public_context():
        now = Person.objects.get(id=person.id)
    assert (now.is_active, now.is_staff, now.name) == (False, False, person.name)


def test_a_store_that_is_suspended_is_shut_at_once(staff, sign_in, cast):
    north = cast.stores["north"]
    manager = sign_in("manager", store="north")
    assert manager.get("/api/store/home").status_code == 200
    saved = staff.post(f"/platform/tenants/store/{north.id}/change/", {"status": "suspended", "name": "Other"})
    assert saved.status_code == 302
    refused = manager.get("/api/store/home")
    assert (refused.status_code, refused.json()["error"]["code"]) == (423, "store_not_open")
    with public_context():
        assert Store.objects.get(id=north.id).name == north.name


def test_staff_add_and_delete_nothing(staff, cast):
    assert staff.get("/platform/tenants/person/add/").status_code == 403
    deleting = staff.post(f"/platform/tenants/store/{cast.stores['north'].id}/delete/", {"post": "yes"})
    assert deleting.status_code == 403
    with public_context():
        assert Store.objects.filter(id=cast.stores["north"].id).exists()


def test_staff_enter_no_store(staff, cast):
    refused = staff.get("/api/store/home", headers={"X-Store": cast.stores["north"].slug})
    assert refused.status_code == 404


@pytest.fixture
def superuser(cast, sign_in) -> Client:
    with public_context():
        Person.objects.filter(id=cast.people["stranger"].id).update(is_staff=True, is_superuser=True)
    return sign_in("stranger")


@pytest.fixture
def secret(cast) -> Authenticator:
    with public_context():
        return Authenticator.objects.create(
            user=cast.people["owner"], type="totp", data={"secret": "kept-by-its-owner"}
        )


def test_a_second_factor_is_neither_shown_nor_changed_even_by_a_superuser(superuser, secret):
    person = superuser.get(f"/platform/tenants/person/{secret.user_id}/change/")
    assert (person.status_code, b"kept-by" in person.content) == (200, False)
    at = "/platform/mfa/authenticator/"
    for path in (at, f"{at}add/", f"{at}{secret.pk}/change/", f"{at}{secret.pk}/delete/"):
        assert superuser.get(path).status_code == 404
    assert superuser.post(f"{at}{secret.pk}/delete/", {"post": "yes"}).status_code == 404
    with public_context():
        assert Authenticator.objects.get().data == {"secret": "kept-by-its-owner"}


def test_nobody_of_the_platform_takes_over_an_address_by_which_somebody_signs_in(superuser, cast):
    with public_context():
        own = EmailAddress.objects.create(user=cast.people["owner"], email="owner@example.com", primary=True)
    changed = superuser.post(f"/platform/account/emailaddress/{own.pk}/change/", {"email": "mine@example.com"})
    assert changed.status_code == 404
    with public_context():
        own.refresh_from_db()
    assert (own.email, own.verified) == ("owner@example.com", False)


def test_a_superuser_is_shown_the_same_lists_as_all_staff(superuser):
    shown = {model["admin_url"] for app in superuser.get("/platform/").context["app_list"] for model in app["models"]}
    assert shown == {f"/platform/{path}/" for path in LISTS}
