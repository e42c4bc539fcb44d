"""A POST to a group or an account with a key takes effect once, however often it is sent."""

import datetime as dt
import threading

import pytest
import time_machine
from django.db import connection, transaction

from chezhan.config.middleware import once_outside
from chezhan.headquarters.once.models import GroupRequest
from chezhan.headquarters.once.tasks import forget_group_answers
from chezhan.kernel import clock
from tenants.context import public_context
from tenants.models import AccessToken, Invitation, Store
from tenants.roles import OWNER

KEY = "group-4711"


@pytest.fixture
def send(cast, sign_in):
    """send("owner", "account/groups/{group}/invitations", body) → the answer; {group} is the cast's group a."""

    def _send(who, path, body, key=KEY):
        address = f"/api/{path.format(group=cast.groups['a'].slug, store=cast.stores['north'].slug)}"
        headers = {"Idempotency-Key": key}
        return sign_in(who).post(address, body, content_type="application/json", headers=headers)

    return _send


INVITE = ("account/groups/{group}/invitations", {"store": None, "role": "auditor", "email": "", "name": ""})
ADD_STORE = ("account/groups/{group}/stores", {"name": "城西店", "pack": "dealer"})


def count(model, **which):
    with public_context():
        return model.objects.filter(**which).count()


@pytest.mark.parametrize(("path", "body", "made"), [(*INVITE, Invitation), (*ADD_STORE, Store)])
def test_the_second_is_answered_as_the_first_and_does_nothing(send, path, body, made):
    before = count(made)
    first, second = send("owner", path, body), send("owner", path, body)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert (first.headers.get("Idempotency-Replayed"), second["Idempotency-Replayed"]) == (None, "true")
    assert count(made) == before + 1


@pytest.mark.parametrize(("path", "body"), [INVITE, ADD_STORE])
def test_another_request_under_the_same_key_is_refused(send, path, body):
    send("owner", path, body)
    refused = send("owner", path, {**body, "name": "别的"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "idempotency_key_reused")
    elsewhere = send("owner", "account/groups", {"name": "新", "pack": "dealer", "store_name": "新"})
    assert elsewhere.json()["error"]["code"] == "idempotency_key_reused"


@pytest.mark.parametrize(("path", "body"), [INVITE, ADD_STORE])
def test_what_was_refused_may_be_tried_again_under_its_key(send, path, body):
    assert send("manager", path, body).status_code in {403, 404}
    assert count(GroupRequest) == 0
    assert send("owner", path, body).status_code == 201


def test_a_secret_in_an_answer_rests_sealed_and_is_forgotten_after_a_day(send, cast):
    made = send("owner", *INVITE).json()
    token = made["link"].rpartition("/")[2]
    with public_context():
        kept = GroupRequest.objects.get()
    assert token.encode() not in bytes(kept.body) and kept.status == 201
    with time_machine.travel(clock.now() + dt.timedelta(hours=25), tick=False):
        forget_group_answers()
    assert count(GroupRequest) == 0


def test_a_key_is_its_holders_own(send, cast):
    assert send("owner", *INVITE).status_code == 201
    other = {"name": "对手", "pack": "dealer", "store_name": "总店"}
    assert send("rival_owner", "account/groups", other).status_code == 201
    assert count(GroupRequest) == 2


def test_what_broke_off_is_not_done_again(send, monkeypatch):
    before = count(Store)

    def dies(**_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(once_outside, "keep", dies)
        with pytest.raises(KeyboardInterrupt):
            send("owner", *ADD_STORE)
    assert count(Store) == before + 1
    at_work = send("owner", *ADD_STORE)
    assert (at_work.status_code, at_work.json()["error"]["code"]) == (409, "request_in_progress")
    with time_machine.travel(clock.now() + dt.timedelta(minutes=11), tick=False):
        unknown = send("owner", *ADD_STORE)
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (422, "idempotency_outcome_unknown")
    assert count(Store) == before + 1


def test_a_token_that_was_undone_left_no_key(send, cast, monkeypatch):
    """The answer can't be kept: the token is undone with it, and the request may be sent again."""

    def dies(**_):
        raise KeyboardInterrupt

    body = {"name": "程序", "scope": {"entities": {"customer": "read"}, "actions": [], "permissions": []}, "days": 30}
    path = "account/groups/{group}/stores/{store}/tokens"
    with monkeypatch.context() as patch:
        patch.setattr(once_outside, "keep", dies)
        with pytest.raises(KeyboardInterrupt):
            send("manager", path, body)
    assert (count(AccessToken), count(GroupRequest)) == (0, 0)
    assert send("manager", path, body).status_code == 201
    assert count(AccessToken) == 1


def test_of_two_at_once_one_takes_effect(send):
    answers, begin = [], threading.Barrier(2)

    def one():
        begin.wait()
        answers.append(send("owner", *INVITE))
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(Invitation) == 1
    assert sorted(one.status_code for one in answers) == [201, 201]
    assert len({one.content for one in answers}) == 1


def test_a_group_level_request_takes_a_key(send, cast):
    """Of one that visits stores: a ceiling looked at, once and again."""
    path = "hq/{group}/ceilings/customer/remove"
    first, second = send("owner", path, {}), send("owner", path, {})
    assert (first.status_code, second["Idempotency-Replayed"]) == (200, "true")
    assert first.content == second.content
    with transaction.atomic(using=OWNER):
        assert GroupRequest.objects.using(OWNER).get().held_until is None
