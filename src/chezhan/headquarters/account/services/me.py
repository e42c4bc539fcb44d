"""A person changes what is theirs. Call within public_context()."""

from chezhan.access import Actor
from chezhan.headquarters.account.contracts import Me
from chezhan.headquarters.account.errors import UnknownLanguage
from chezhan.headquarters.account.queries.me import read_me
from tenants.lookup import forget_person
from tenants.models import Person
from tenants.naming import clean_name

LANGUAGES = {"zh-hans", "en"}


def change_me(*, actor: Actor, name: str | None, language: str | None, tour_seen: str | None = None) -> Me:
    """Set what is not None. Raises BadName, UnknownLanguage."""
    changes: dict[str, str | list[str]] = {}
    if name is not None:
        changes["name"] = clean_name(name)
    if language is not None:
        if language not in LANGUAGES:
            raise UnknownLanguage(fields={"language": [UnknownLanguage.message]})
        changes["language"] = language
    if tour_seen is not None:
        # Two devices may end theirs at once.
        person = Person.objects.select_for_update().get(id=actor.person_id)
        changes["tours_seen"] = sorted({*person.tours_seen, tour_seen})
    if changes:
        Person.objects.filter(id=actor.person_id).update(**changes)
        forget_person(person_id=actor.person_id)
    return read_me(actor=actor)
