"""`chezhan demo`: when it loads, when it does not, and what it prints."""

import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from chezhan.config.demo.cast import CAST, OWNER, PASSWORD
from chezhan.config.demo.standing import find_standing


@pytest.fixture(autouse=True)
def _development(settings):
    settings.DEV_OUTBOX = True


@pytest.fixture
def demo(cast):
    """demo("--logins") → what the command printed, at a hundredth of life-size."""

    def _demo(*arguments: str) -> str:
        out = io.StringIO()
        call_command("demo", *arguments, "--scale", "0.01", stdout=out)
        return out.getvalue()

    return _demo


def sign_in(*, password: str) -> int:
    credentials = {"email": OWNER.email, "password": password}
    return Client().post("/_allauth/browser/v1/auth/login", credentials, content_type="application/json").status_code


def test_it_loads_once(demo):
    assert "8 stores" in demo()
    group = find_standing().groups
    assert "is there already" in demo()
    assert find_standing().groups == group


def test_it_rebuilds_when_told_to(demo, load):
    group = load().groups
    assert "8 stores" in demo("--rebuild")
    assert find_standing().groups != group


def test_where_others_live_it_adds_nothing_when_told_so(demo):
    assert "Other groups live here" in demo("--if-empty")
    assert find_standing().groups == ()


def test_logins_alone_loads_nothing(demo):
    assert "no demo group" in demo("--logins")
    assert find_standing().groups == ()


def test_logins_lists_everyone_with_the_password(demo, load):
    load()
    printed = demo("--logins")
    assert all(member.email in printed and member.role_label in printed for member in CAST)
    assert printed.count(PASSWORD) == len(CAST)


@pytest.mark.parametrize("arguments", [(), ("--rebuild",), ("--logins",)])
def test_it_refuses_where_real_people_work(demo, settings, arguments):
    settings.DEV_OUTBOX = False
    with pytest.raises(CommandError, match="yes-really"):
        demo(*arguments)
    assert find_standing().groups == ()


def test_told_yes_really_it_gives_a_password_of_its_own(demo, settings):
    settings.DEV_OUTBOX = False
    printed = demo("--yes-really")
    password = re.search(rf"{re.escape(OWNER.email)} *│ (\S+) *│", printed).group(1)
    assert sign_in(password=password) == 200
    assert sign_in(password=PASSWORD) == 400


def test_a_scale_of_nothing_is_refused(cast):
    with pytest.raises(CommandError, match="--scale"):
        call_command("demo", "--scale", "0")
