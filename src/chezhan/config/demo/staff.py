"""The cast as people who can sign in, and their places in the group."""

from collections.abc import Mapping
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import check_password, make_password

from chezhan.config.demo.cast import CAST, OWNER
from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.lookup import forget_person, forget_roles
from tenants.models import Membership, Person

People = Mapping[str, UUID]
"""E-mail address → person."""


def ensure_people(*, password: str) -> People:
    """Everyone of the cast, able to sign in with `password`. Who exists keeps the id, and so open sessions."""
    # One hash for all: the password is public, and forty argon2 hashes would take seconds.
    hashed = make_password(password)
    with public_context():
        known = {person.email: person for person in Person.objects.filter(email__in=[one.email for one in CAST])}
        # Who was here before shares one hash too: each different one is checked once.
        fits = {
            encoded: check_password(password, encoded) for encoded in {person.password for person in known.values()}
        }
        people: dict[str, UUID] = {}
        for member in CAST:
            person = known.get(member.email) or Person(email=member.email)
            person.name, person.is_active = member.name, True
            if not fits.get(person.password):
                person.password = hashed
            person.save()
            EmailAddress.objects.update_or_create(
                user=person, email=member.email, defaults={"verified": True, "primary": True}
            )
            forget_person(person_id=person.id)
            people[member.email] = person.id
    return people


def give_places(*, people: People, stores: Mapping[str, StoreRef]) -> None:
    """The staff's memberships, in one transaction; the owner has theirs since the group was founded.

    stores: by the key of their plan; whoever works in none of them gets no place.
    """
    group = next(iter(stores.values())).group
    staff = [one for one in CAST if one != OWNER and (one.store is None or one.store.key in stores)]
    with public_context():
        Membership.objects.bulk_create(
            Membership(
                person_id=people[member.email],
                group_id=group.id,
                store_id=stores[member.store.key].id if member.store else None,
                role=member.role,
            )
            for member in staff
        )
        for member in staff:
            forget_roles(person_id=people[member.email], group_id=group.id)
