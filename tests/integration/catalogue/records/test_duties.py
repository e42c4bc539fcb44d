"""What people look after is set by managers; leads are shared out by it, in the store's order, with the reason."""

import pytest

from chezhan.catalogue.duties.models import Duty
from tenants.context import tenant_context
from tests.integration.catalogue.records.test_sharing import advisors, share  # noqa: F401
from tests.integration.engines.forms.conftest import Colleague
from tests.integration.engines.rules.conftest import CREATED, maker, manager, run  # noqa: F401

DUTIES = "/api/store/duties"


@pytest.fixture
def look_after(manager):  # noqa: F811
    def _look_after(person, **said):
        return manager.ask("put", f"{DUTIES}/{person}", said)

    return _look_after


def arrives(someone, **values):
    lead = someone.made("lead", contact_name="线索", owner=None, **{"channel": "web", **values})
    run()
    run()
    found = someone.now(lead, "lead")
    return found["owner"], found["assigned_for"]


def test_who_looks_after_it_gets_it_first_and_the_lead_says_why(manager, advisors, look_after):  # noqa: F811
    near, far = advisors
    look_after(near, regions=["杭州市", "萧山区"], models=["比亚迪"], sources=[])
    look_after(far, regions=["西湖区"], models=["海豹"], sources=["referral"])
    manager.put(entity="lead", trigger=CREATED, actions=share(by=["region", "model", "source"]))
    # Who knows the district comes before who knows the city, the series before the brand; busy or not.
    assert arrives(manager, region="浙江省杭州市西湖区") == (far, ["region", "least"])
    assert arrives(manager, region="杭州市余杭区") == (near, ["region", "least"])
    assert arrives(manager, region="西湖") == (far, ["region", "least"])
    # A district that nobody looks after is theirs who have its city, though the lead does not name that.
    assert arrives(manager, region="滨江区") == (near, ["region", "least"])
    # Where nobody looks after the region, the next is asked; where there is nothing to ask by, nothing is said.
    assert arrives(manager, region="吴中区", brand="比亚迪", series="海豹") == (far, ["no_region", "model", "least"])
    assert arrives(manager, brand="比亚迪", series="秦PLUS") == (near, ["model", "least"])
    assert arrives(manager, brand="吉利", channel="referral") == (far, ["no_model", "source", "least"])
    # Nobody's duty at all: whoever has the fewest.
    owner, why = arrives(manager, region="吴中区", brand="吉利")
    assert (owner, why) == (near, ["no_region", "no_model", "no_source", "least"])
    # Region before model: the order is the rule's, and who has the region keeps it.
    assert arrives(manager, region="西湖区", brand="比亚迪") == (far, ["region", "least"])


def test_a_lead_that_goes_on_to_somebody_else_goes_to_who_looks_after_it_next(manager, advisors, look_after):  # noqa: F811
    first, other = advisors
    look_after(first, regions=["西湖区"])
    manager.put(entity="lead", trigger=CREATED, actions=share(by=["region"], anew=True))
    lead = manager.made("lead", contact_name="线索", channel="web", region="西湖区", owner=first)
    run()
    run()
    assert manager.now(lead, "lead")["owner"] == other


def test_managers_say_it_and_nobody_else(cast, manager, advisors, look_after, sign_in):  # noqa: F811
    person = advisors[0]
    told = look_after(person, regions=[" 西湖区 ", "西湖区", "余杭区"], models=["海豹"])
    assert (sorted(told["regions"]), told["models"], told["sources"]) == (["余杭区", "西湖区"], ["海豹"], [])
    advisor = Colleague(sign_in("advisor", store="north"))
    assert advisor.ask("get", DUTIES, status=403)["error"]["code"] == "forbidden"
    advisor.ask("put", f"{DUTIES}/{person}", {"regions": []}, status=403)
    stranger = str(cast.people["rival_manager"].id)
    refused = manager.ask("put", f"{DUTIES}/{stranger}", {"regions": ["西湖区"]}, status=422)
    assert refused["error"]["code"] == "duty_of_nobody"
    found = {one["person"]: one for one in manager.ask("get", DUTIES)["people"]}
    assert stranger not in found and found[person]["models"] == ["海豹"]
    assert look_after(person, models=["汉"])["regions"] == []
    with tenant_context(cast.stores["north"]):
        assert list(Duty.objects.values_list("aspect", "value")) == [("model", "汉")]
    # What a kind is not shared out by is said when the rule is written.
    asked = [{"kind": "share", "role": "sales_advisor", "by": ["model"]}]
    rule = manager.begin("客户", entity="customer", trigger={"kind": "created"}, actions=asked)
    assert "action_by_nothing" in [one["code"] for one in rule["problems"]]
