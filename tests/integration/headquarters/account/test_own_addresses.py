"""One's own e-mail addresses: what one signs in by can't be thrown away by mistake."""

import pytest
from allauth.account.models import EmailAddress

from tenants.context import public_context
from tenants.models import Person

ADDRESS = "/_allauth/browser/v1/account/email"


def _delete(browser, email: str):
    return browser.delete(ADDRESS, {"email": email}, content_type="application/json")


@pytest.fixture
def known(cast):
    """known("owner", phone="+86…") → their e-mail address, proved; and the phone, if any."""

    def _known(name: str, *, phone: str | None = None) -> str:
        person = cast.people[name]
        with public_context():
            EmailAddress.objects.create(user_id=person.id, email=person.email, primary=True, verified=True)
            Person.objects.filter(id=person.id).update(phone=phone, phone_verified=bool(phone))
        return person.email

    return _known


def _email_of(cast, name: str) -> str | None:
    with public_context():
        return Person.objects.get(id=cast.people[name].id).email


def test_the_only_address_of_a_person_without_a_phone_stays(cast, browser_of, known):
    email = known("owner")
    assert _delete(browser_of("owner"), email).status_code == 400
    assert _email_of(cast, "owner") == email


def test_two_people_with_phones_may_go_without_an_address(cast, browser_of, known):
    for number, name in enumerate(("owner", "advisor")):
        email = known(name, phone=f"+861390000666{number}")
        assert _delete(browser_of(name), email).status_code == 200
        assert _email_of(cast, name) is None
