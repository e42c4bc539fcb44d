"""What stops without somebody, or waits for them, is told before they are removed."""

from tests.integration.engines.flows.conftest import FlowMaker, by_roles
from tests.integration.engines.flows.walking import approval, start
from tests.integration.engines.rules.conftest import CREATED, RuleMaker, put


def _standing(asker, person):
    told = asker.ask("get", f"/api/store/hand-overs/of/{person.id}/standing")
    return {one["kind"]: one["number"] for one in told}


def test_rules_flows_and_steps_of_a_leaver_are_told_and_nobody_elses(cast, sign_in):
    owner, manager, advisor = (RuleMaker(sign_in(name, store="north")) for name in ("owner", "manager", "advisor"))
    flows = FlowMaker(manager.client)
    assert _standing(owner, cast.people["manager"]) == {}
    rule = manager.put(trigger=CREATED, actions=[put(gender="female")])
    flow = flows.put(**approval(by_roles("store_manager")))
    start(FlowMaker(advisor.client), flow, advisor.made(name="甲"))
    assert _standing(owner, cast.people["manager"]) == {"asked": 1, "flow": 1, "rule": 1}
    assert _standing(owner, cast.people["advisor"]) == {}
    # Published anew by somebody else it stops with the leaver no more.
    now = owner.ask("get", f"/api/store/design/rules/{rule['id']}")
    owner.publish(owner.save(now, trigger=CREATED, actions=[put(gender="male")]))
    assert _standing(owner, cast.people["manager"]) == {"asked": 1, "flow": 1}
    assert _standing(owner, cast.people["owner"]) == {"rule": 1}
    path = f"/api/store/hand-overs/of/{cast.people['manager'].id}/standing"
    assert advisor.ask("get", path, status=403)["error"]["code"] == "forbidden"
