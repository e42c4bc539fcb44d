"""What Valkey holds of a session says nothing, and opens for the product alone."""

import pickle

from django.core.cache import cache

from chezhan.config.sessions import SessionStore

PHONE = "13800138000"
HOME = "/api/store/home"


def _begun(**data) -> SessionStore:
    session = SessionStore()
    session.update(data)
    session.save()
    return session


def test_a_session_is_there_at_the_next_request(cast):
    begun = _begun(phone=PHONE, step={"code": "123456", "at": 1.5})
    again = SessionStore(begun.session_key)
    assert dict(again.items()) == {"phone": PHONE, "step": {"code": "123456", "at": 1.5}}
    assert again.exists(begun.session_key)


def test_valkey_does_not_hold_what_is_in_it(cast):
    begun = _begun(phone=PHONE)
    kept = pickle.dumps(cache.get(begun.cache_key))
    assert PHONE.encode() not in kept
    assert b"phone" not in kept


def test_one_session_does_not_open_as_another(cast):
    one, other = _begun(phone=PHONE), _begun(phone="none")
    cache.set(other.cache_key, cache.get(one.cache_key))
    assert dict(SessionStore(other.session_key).items()) == {}
    assert SessionStore(one.session_key)["phone"] == PHONE


def test_a_new_secret_key_signs_everybody_out(cast, sign_in, settings):
    client = sign_in("manager", store="north")
    assert client.get(HOME).status_code == 200
    settings.SECRET_KEY = "a new key of fifty signs, or more, as they should be"
    assert client.get(HOME).status_code == 401


def test_a_deleted_session_is_gone(cast):
    begun = _begun(phone=PHONE)
    begun.delete()
    assert not begun.exists(begun.session_key)
    assert dict(SessionStore(begun.session_key).items()) == {}
