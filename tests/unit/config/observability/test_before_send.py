"""What a report keeps of a request: its method and its address, without the keys in it."""

from chezhan.config.observability.reports import before_send
from chezhan.kernel.scrubbing import MASK

REQUEST = {
    "method": "POST",
    "url": "https://crm.example.com/api/account/invitations/Zk3-x_9/accept?name=Ann",
    "query_string": "name=Ann",
    "data": {"name": "Ann"},
    "cookies": {"sessionid": "Ann"},
    "headers": {"X-Note": "Ann"},
    "env": {"REMOTE_ADDR": "203.0.113.9"},
}


def test_of_a_request_only_method_and_address_stay():
    event = before_send({"request": REQUEST, "user": {"ip_address": "203.0.113.9"}, "extra": {"a": "Ann"}}, {})
    assert event["request"] == {
        "method": "POST",
        "url": f"https://crm.example.com/api/account/invitations/{MASK}/accept",
    }
    assert "Ann" not in str(event)
    assert "203.0.113.9" not in str(event)


def test_local_variables_and_crumbs_go():
    frame = {"function": "sell", "vars": {"customer": "Ann"}}
    event = before_send(
        {
            "exception": {"values": [{"type": "E", "value": "no", "stacktrace": {"frames": [frame]}}]},
            "breadcrumbs": {"values": [{"message": "Ann"}]},
        },
        {},
    )
    assert "Ann" not in str(event)
    assert "sell" in str(event)
