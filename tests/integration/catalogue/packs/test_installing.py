"""A pack is installed item by item, once, by who may; whatever kills it, it goes on where it was."""

from uuid import UUID

import pytest

from chezhan.catalogue.packs import driving
from chezhan.catalogue.packs.driving import drive
from tests.integration.catalogue.packs.conftest import PACKS, RULES, item, items, pack


def test_a_pack_is_in_force_when_it_is_installed_and_installing_it_again_is_refused(manager):
    run = manager.install(pack())
    assert run["status"] == "done"
    assert {one["key"]: (one["outcome"], one["code"]) for one in run["steps"]} == dict.fromkeys(
        ["next", "km", "due", "sms", "d6"], ("made", "")
    )
    rule = manager.rule()
    assert rule["published"] == 1
    assert rule["problems"] == []
    template = manager.items()["template/sms"]["made"]
    assert rule["definition"]["actions"][0]["template"] == template
    assert set(manager.states().values()) == {"shipped"}
    assert manager.ask_install(pack(), status=422)["error"]["code"] == "pack_nothing_new"
    assert len(manager.ask("get", RULES)) == 1


class Killed(BaseException):
    """As kill -9: nothing after it runs."""


@pytest.mark.parametrize("step", ["draft_item", "settle_item", "finish"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_killed_installation_goes_on_and_makes_nothing_twice(manager, monkeypatch, step, when):
    run = manager.ask_install(pack())
    real, calls = getattr(driving, step), []

    def killing(**members):
        calls.append(1)
        if len(calls) == (1 if step == "finish" else 4):
            if when == "after":
                real(**members)
            raise Killed
        return real(**members)

    monkeypatch.setattr(driving, step, killing)
    with pytest.raises(Killed):
        drive(store=manager.store, run_id=UUID(run["id"]))
    monkeypatch.setattr(driving, step, real)
    # Its lease has not run out: the worker may be alive.
    assert not drive(store=manager.store, run_id=UUID(run["id"]))
    manager.release(run["id"])
    assert drive(store=manager.store, run_id=UUID(run["id"]))
    assert manager.ask("get", f"{PACKS}/runs/{run['id']}")["status"] == "done"
    assert set(manager.states().values()) == {"shipped"}
    assert len(manager.ask("get", RULES)) == 1
    assert manager.rule()["published"] == 1


def test_what_can_not_be_put_in_force_is_said_and_the_rest_is_installed(manager):
    bad = {"trigger": {"kind": "due", "field": "x_nowhere"}, "actions": [{"kind": "comment", "text": "看"}]}
    run = manager.install(pack(item("rule", "bad", bad, of="vehicle"), *items()))
    outcomes = {one["key"]: (one["outcome"], one["code"]) for one in run["steps"]}
    assert outcomes.pop("bad") == ("refused", "rule_has_problems")
    assert set(outcomes.values()) == {("made", "")}
    assert manager.states()["rule/bad"] == "pending"


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        (pack(item("spell", "a", {})), "pack_item_invalid", {"item": "spell/a", "where": "part"}),
        (pack(item("tag", "a", {"color": "red"})), "pack_item_invalid", {"item": "tag/a", "where": "color"}),
        (pack(*items()[3:]), "pack_reference_unknown", {"item": "rule/d6", "named": "tag/due"}),
        (pack(*items(bogus=1)), "pack_item_invalid", {"item": "rule/d6", "reason": "rule_invalid"}),
        ("pack: [", "pack_file_invalid", {"line": 1, "reason": "yaml"}),
        ("a: &x 1\nb: *x", "pack_file_invalid", {"line": 1, "reason": "anchor"}),
        ("pack: a\npack: b", "pack_file_invalid", {"line": 1, "reason": "key"}),
        ("[" * 60, "pack_file_invalid", {"reason": "size"}),
    ],
)
def test_a_file_is_checked_whole_before_anything_is_made(manager, text, code, params):
    answer = manager.bring(text, status=422)["error"]
    assert answer["code"] == code
    assert params.items() <= answer["params"].items()
    assert manager.ask("get", PACKS)["installed"] == []


def test_who_may_not_design_learns_no_more_than_of_what_is_not_there(manager, packer):
    manager.install(pack())
    advisor = packer("advisor")
    there, nowhere = (advisor.ask("get", f"{PACKS}/{key}", status=403) for key in ("care", "nowhere"))
    assert there["error"] | {"request_id": ""} == nowhere["error"] | {"request_id": ""}
    advisor.bring(pack(), status=403)
    assert packer("both", store="south").ask("get", f"{PACKS}/care", status=404)["error"]["code"] == "pack_unknown"
