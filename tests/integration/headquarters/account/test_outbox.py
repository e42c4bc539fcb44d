"""Mails and text messages of an installation that sends none."""

from django.core import mail

from chezhan.headquarters.account.delivery.mail import post
from tenants.context import public_context


def test_it_shows_the_latest_first_with_its_links(visitor, outbox):
    visitor.auth("signup", email="ann@example.com", password="seven green lanterns")
    visitor.auth("password/request", email="nobody@example.com")
    latest, first = visitor.read("outbox").json()
    assert (latest["to"], latest["channel"], first["to"]) == ("nobody@example.com", "email", "ann@example.com")
    assert "/sign-up" in latest["links"][0]
    assert "/verify-email/" in first["links"][0]


def test_it_is_not_there_where_messages_really_leave(visitor, settings):
    settings.DEV_OUTBOX = False
    assert visitor.read("outbox").status_code == 404


def test_a_mail_leaves_only_after_the_commit(cast):
    with public_context():
        post(to="ann@example.com", subject="Hello", body="Body")
        assert mail.outbox == []
    assert [message.to for message in mail.outbox] == [["ann@example.com"]]
    mail.outbox.clear()


def test_a_mail_that_cannot_leave_breaks_nothing(visitor, settings):
    settings.EMAIL_BACKEND = "chezhan.headquarters.account.delivery.mail.UnconfiguredBackend"
    signed_up = visitor.auth("signup", email="ann@example.com", password="seven green lanterns")
    assert signed_up.status_code == 200
    assert visitor.read("me").status_code == 200


def test_the_oldest_are_forgotten(visitor, outbox, monkeypatch):
    monkeypatch.setattr("chezhan.headquarters.account.delivery.outbox.KEPT", 2)
    for name in ("ann", "bob", "cat"):
        visitor.auth("password/request", email=f"{name}@example.com")
    assert [message.to for message in outbox()] == ["bob@example.com", "cat@example.com"]
