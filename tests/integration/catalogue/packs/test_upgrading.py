"""A newer version takes what only the pack changed, keeps what only the store changed, and asks about the rest."""

from uuid import UUID

from chezhan.catalogue.packs.driving import drive
from tests.integration.catalogue.packs.conftest import PACKS, RULES, due, item, items, pack


def rule(key: str, *, of: str = "vehicle", **members):
    return item("rule", key, due(**members), of=of, name=key, default="D6")


KEYS = ["same", "ours", "both", "clash", "busy", "off", "gone", "kept"]


def version(number: int, **changed):
    """`changed`: by key, members of the rule's body in this version; None takes it out of the pack."""
    rules = [rule(key, **(changed.get(key) or {})) for key in KEYS if changed.get(key, {}) is not None]
    return pack(*items()[:4], *rules, *(rule(key) for key in changed if key not in KEYS), version=number)


def test_every_item_goes_by_what_pack_and_store_changed(manager):
    manager.install(version(1))
    for key, change in {
        "ours": {"stop": True},
        "both": {"stop": True},
        "clash": {"trigger": {"kind": "due", "field": "x_next_service", "days": 14}},
        "kept": {"stop": True},
    }.items():
        manager.rewrite(manager.rule(key), **change)
    busy, off = manager.rule("busy"), manager.rule("off")
    draft = {"draft_version": busy["draft_version"], "definition": busy["definition"] | {"stop": True}}
    manager.ask("patch", f"{RULES}/{busy['id']}", draft)
    manager.ask("post", f"{RULES}/{off['id']}/switch", {"on": False})
    tag = manager.items()["tag/due"]["made"]
    states = manager.states()
    assert {key: states[f"rule/{key}"] for key in ("same", "ours", "busy", "off")} == {
        "same": "shipped", "ours": "changed", "busy": "draft", "off": "off",
    }  # fmt: skip

    week = {key: {"days": 7} for key in ("same", "both", "clash", "busy", "off")}
    newer = version(2, gone=None, kept=None, new={}, **week)
    plan = {one["key"]: one for one in manager.plan(newer)["items"]}
    assert {key: plan[key]["action"] for key in (*KEYS, "new", "due")} == {
        "same": "change", "ours": "keep", "both": "change", "clash": "keep", "busy": "hold", "off": "change",
        "gone": "drop", "kept": "leave", "new": "make", "due": "keep",
    }  # fmt: skip
    (conflict,) = plan["clash"]["conflicts"]
    sides = [conflict[side]["days"] for side in ("base", "mine", "theirs")]
    assert (conflict["path"], sides) == ("body/trigger/days,side", [0, 14, 7])
    assert [one["path"] for one in plan["same"]["changes"]] == ["body/trigger/days"]

    assert manager.ask_install(newer, status=409)["error"]["code"] == "pack_unsettled"
    assert manager.rule("same")["definition"]["trigger"]["days"] == 0
    run = manager.install(newer, **{"rule/clash": {conflict["path"]: "theirs"}})
    assert {one["key"]: one["outcome"] for one in run["steps"] if one["part"] == "rule"} == {
        "same": "changed", "ours": "kept", "both": "changed", "clash": "changed", "busy": "held", "off": "changed",
        "gone": "dropped", "kept": "left", "new": "made",
    }  # fmt: skip
    rules = {one["name"]: manager.ask("get", f"{RULES}/{one['id']}") for one in manager.ask("get", RULES)}
    said = {key: (one["definition"]["trigger"]["days"], one["definition"]["stop"]) for key, one in rules.items()}
    assert said == {
        "same": (7, False), "ours": (0, True), "both": (7, True), "clash": (7, False), "busy": (0, True),
        "off": (7, False), "gone": (0, False), "kept": (0, True), "new": (0, False),
    }  # fmt: skip
    assert {key for key, one in rules.items() if not one["enabled"]} == {"off", "gone"}
    assert rules["busy"]["published"] == 1
    assert manager.items()["rule/busy"]["code"] == "pack_item_has_draft"
    assert manager.items()["tag/due"]["made"] == tag

    # And back: as it was before, with what the store changed.
    (file,) = manager.ask("get", f"{PACKS}/care")["files"]
    asked = manager.ask("post", f"{PACKS}/install", {"file": file["id"]}, status=202)
    drive(store=manager.store, run_id=UUID(asked["id"]))
    back = {one["name"]: one for one in manager.ask("get", RULES)}
    assert {key for key, one in back.items() if not one["enabled"]} == {"off", "new"}
    assert manager.rule("both")["definition"]["trigger"]["days"] == 0
    assert manager.rule("both")["definition"]["stop"] is True
    assert manager.ask("get", f"{PACKS}/care")["version"] == 1


def test_what_the_store_took_away_stays_away(manager):
    manager.install(pack())
    template = manager.items()["template/sms"]["made"]
    tag = manager.items()["tag/due"]["made"]
    manager.ask("delete", f"/api/store/tags/{tag}", status=204)
    manager.ask("post", "/api/store/design/entities/vehicle/fields/x_next_service/retire")
    assert {path for path, state in manager.states().items() if state == "removed"} == {"tag/due", "field/next"}
    other = items()
    other[2]["body"]["color"], other[3]["body"]["text"] = "#389e0d", "{{plate}}到了保养的时候"
    run = manager.install(pack(*other[:4], version=2))
    assert {one["key"]: one["outcome"] for one in run["steps"]} == {
        "next": "gone", "km": "kept", "due": "gone", "sms": "changed", "d6": "dropped",
    }  # fmt: skip
    written = manager.ask("get", f"/api/store/design/messages/templates/{template}")
    assert (written["text"], written["approval"]) == ("{{plate}}到了保养的时候", "approved")


def test_what_somebody_changed_after_the_look_is_left_as_it_is(manager):
    manager.install(pack())
    newer, seen = pack(version=2, days=7), manager.rule()
    mark = manager.plan(newer)["mark"]
    run = manager.ask_install(newer)
    manager.rewrite(seen, trigger=seen["definition"]["trigger"] | {"days": 14})
    drive(store=manager.store, run_id=UUID(run["id"]))
    steps = manager.ask("get", f"{PACKS}/runs/{run['id']}")["steps"]
    assert [(one["key"], one["code"]) for one in steps if one["outcome"] == "held"] == [("d6", "pack_item_changed")]
    assert manager.rule()["definition"]["trigger"]["days"] == 14
    choices = {"rule/d6": {"body/trigger/days,side": "mine"}}
    body = {"file": manager.bring(newer)["id"], "mark": mark, "choices": choices}
    assert manager.ask("post", f"{PACKS}/install", body, status=409)["error"]["code"] == "pack_plan_changed"
    # What was held is asked again, and then settled.
    settled = {one["key"]: one["outcome"] for one in manager.install(newer, **choices)["steps"]}
    assert settled["d6"] == "kept"
    assert manager.ask_install(newer, status=422)["error"]["code"] == "pack_nothing_new"


def test_an_export_installed_elsewhere_is_the_same_there(manager, packer):
    manager.install(pack())
    manager.rewrite(manager.rule(), stop=True)
    people = {"kind": "task", "what": "看", "to": manager.ask("get", "/api/store/people")[0]["id"], "to_owner": True}
    manager.rewrite(manager.rule(), actions=[*manager.rule()["definition"]["actions"], people])
    text = manager.text(f"{PACKS}/export")
    assert people["to"] not in text
    elsewhere = packer("both", store="south")
    run = elsewhere.install(text)
    assert {one["outcome"] for one in run["steps"]} == {"made"}
    there = elsewhere.text(f"{PACKS}/export")
    assert there.partition("items:")[2] == text.partition("items:")[2]
    # Where it came from all of it is there; only whom the task is for was left out.
    ours = manager.install(text, **{"rule/d6": {"body/actions/task/to": "mine"}})
    assert {one["outcome"] for one in ours["steps"]} == {"adopted", "kept"}
