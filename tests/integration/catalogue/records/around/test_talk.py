"""Comments and tags are for who sees the record."""

from chezhan.access.rights import OWN_ROWS, Action
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.records.talk.models import RecordComment, Tagging
from tenants.context import tenant_context


def said(showroom):
    with tenant_context(showroom.stores["north"]):
        return list(RecordComment.objects.values_list("text", flat=True))


def test_a_comment_stands_with_its_record(showroom, ask, make):
    path = f"records/customer/{make()['id']}/comments"
    mentioned = str(showroom.people["advisor"].id)
    made = ask("manager", "POST", path, {"text": " 请回电 ", "mentions": [mentioned]}, 201)
    assert (made["text"], made["mentions"]) == ("请回电", [mentioned])
    assert ask("advisor", "GET", path) == [made]
    stranger = str(showroom.people["rival_manager"].id)
    assert ask("manager", "POST", path, {"text": "x", "mentions": [stranger]}, 422)["error"]["code"] == "bad_comment"
    assert said(showroom) == ["请回电"]


def test_who_does_not_see_the_record_reads_and_says_nothing_of_it(showroom, ask, make, set_policy):
    path = f"records/customer/{make()['id']}/comments"
    comment = ask("manager", "POST", path, {"text": "秘密"}, 201)
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    for method, where, body in (
        ("GET", path, None),
        ("POST", path, {"text": "x"}),
        ("PATCH", f"comments/{comment['id']}", {"text": "x"}),
    ):
        assert ask("advisor", method, where, body, 404)["error"]["code"] == "unknown_record"
    assert said(showroom) == ["秘密"]


def test_who_may_not_comment_only_reads(showroom, ask, make, set_policy):
    path = f"records/customer/{make()['id']}/comments"
    set_policy(
        "sales_advisor", "customer", actions=shipped_policy("sales_advisor", "customer").actions - {Action.COMMENT}
    )
    ask("advisor", "POST", path, {"text": "x"}, 403)
    assert ask("advisor", "GET", path) == []


def test_a_comment_is_its_authors(showroom, ask, make):
    comment = ask("manager", "POST", f"records/customer/{make()['id']}/comments", {"text": "一"}, 201)
    assert ask("advisor", "PATCH", f"comments/{comment['id']}", {"text": "x"}, 403)["error"]["code"] == (
        "not_your_comment"
    )
    assert ask("manager", "PATCH", f"comments/{comment['id']}", {"text": "二"})["edited_at"]
    assert said(showroom) == ["二"]
    ask("manager", "DELETE", f"comments/{comment['id']}", status=204)
    assert said(showroom) == []


def test_a_list_is_filtered_by_tags(showroom, ask, make):
    ask("advisor", "POST", "tags", {"name": "重点", "color": "#ff0000"}, 403)
    hot = ask("manager", "POST", "tags", {"name": "重点", "color": "#FF0000"}, 201)
    cold = ask("manager", "POST", "tags", {"name": "流失", "color": "#0000ff"}, 201)
    both, one, bare = make(name="甲")["id"], make(name="乙")["id"], make(name="丙")["id"]
    ask("advisor", "PUT", f"records/customer/{both}/tags", {"tags": [hot["id"], cold["id"]]})
    ask("advisor", "PUT", f"records/customer/{one}/tags", {"tags": [hot["id"]]})

    def found(*tags):
        return {row["id"] for row in ask("advisor", "GET", f"records/customer?tags={','.join(tags)}")["rows"]}

    assert found(hot["id"]) == {both, one}
    assert found(hot["id"], cold["id"]) == {both}
    assert bare in found()
    assert ask("advisor", "GET", f"records/customer/{both}/tags") == [cold, hot]
    ask("advisor", "PUT", f"records/customer/{both}/tags", {"tags": []})
    assert found(cold["id"]) == set()
    ask("manager", "DELETE", f"tags/{hot['id']}", status=204)
    with tenant_context(showroom.stores["north"]):
        assert not Tagging.objects.exists()


def test_two_tags_of_one_name_are_refused(showroom, ask):
    tag = {"name": "重点", "color": "#ff0000"}
    ask("manager", "POST", "tags", tag, 201)
    assert ask("manager", "POST", "tags", tag, 409)["error"]["code"] == "tag_taken"
    assert ask("manager", "POST", "tags", {**tag, "color": "red"}, 422)["error"]["code"] == "bad_tag"
    assert len(ask("manager", "GET", "tags")) == 1
