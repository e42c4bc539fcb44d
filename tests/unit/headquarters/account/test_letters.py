import pytest

from chezhan.access.roles import ROLES
from chezhan.headquarters.account.delivery.letters import CHINESE, ENGLISH, LETTERS, NOTICES, compose
from chezhan.headquarters.account.role_names import role_name

NAMES = "activate_url password_reset_url signup_url email what timestamp ip inviter place role link code"
PARAMS = dict.fromkeys(NAMES.split(" "), "{odd}\nvalue")


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_every_letter_is_written_in_both_languages(kind, language):
    letter = compose(kind, language=language, **PARAMS)
    assert letter.body.replace("{odd}\nvalue", "").count("{") == 0
    assert "\n" not in letter.subject


@pytest.mark.parametrize("kind", NOTICES)
def test_every_notice_is_written_in_both_languages(kind):
    assert set(NOTICES[kind]) == {CHINESE, ENGLISH}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.key)
def test_every_role_has_a_name_in_both_languages(role):
    assert role_name(key=role.key, language=CHINESE) != role_name(key=role.key, language=ENGLISH)
