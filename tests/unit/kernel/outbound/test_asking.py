"""The one way out: whom it asks, and what it makes of what it hears."""

import itertools
import socket

import pytest

from chezhan.kernel.outbound import NotReached, OutboundRefused, ReplyLost, ask
from tests.doubles.http import Said, certificate, serving


def _inside(settings, server, name: str = "127.0.0.1") -> str:
    settings.OUTBOUND_INSIDE = frozenset({f"{name}:{server.port}"})
    return f"{name}:{server.port}"


def test_it_asks_and_answers(settings):
    with serving(lambda asked: Said(201, b'{"a":1}', {"X-Id": "7"})) as server:
        answer = ask(method="POST", url=f"http://{_inside(settings, server)}/x?y=1", headers={"X-A": "b"}, body=b"hi")
    assert (answer.status, answer.json(), answer.headers["x-id"]) == (201, {"a": 1}, "7")
    (asked,) = server.asked
    assert (asked.method, asked.path, asked.headers["x-a"], asked.body) == ("POST", "/x?y=1", "b", b"hi")


def test_this_machine_is_not_asked_unless_the_operator_says_so(settings):
    with serving() as server:
        with pytest.raises(OutboundRefused) as refused:
            ask(method="GET", url=f"http://127.0.0.1:{server.port}/")
        assert refused.value.params == {"reason": "scheme"}
        settings.OUTBOUND_PORTS = frozenset({server.port})
        with pytest.raises(OutboundRefused) as refused:
            ask(method="GET", url=f"https://127.0.0.1:{server.port}/")
        assert refused.value.params == {"reason": "address"}
    assert server.asked == []


def test_other_ports_are_refused():
    with pytest.raises(OutboundRefused) as refused:
        ask(method="GET", url="https://example.com:22/")
    assert refused.value.params == {"reason": "port"}


def test_a_redirect_is_an_answer(settings):
    with serving() as other, serving(lambda asked: Said(302, headers={"Location": f"http://{other.at}/"})) as server:
        settings.OUTBOUND_INSIDE = frozenset({server.at, other.at})
        assert ask(method="GET", url=f"http://{server.at}/").status == 302
    assert other.asked == []


def test_the_name_is_resolved_once(settings, monkeypatch):
    """A name that leads elsewhere the next time it is asked for does not lead there."""
    looked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host, *rest, **more):
        if host == "shop.example.com":
            looked.append(host)
            return real("127.0.0.1" if len(looked) == 1 else "127.0.0.9", *rest, **more)
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with serving() as server:
        url = f"http://{_inside(settings, server, 'shop.example.com')}/"
        assert ask(method="GET", url=url).ok
    assert len(looked) == 1
    assert server.asked[0].headers["host"] == f"shop.example.com:{server.port}"


def test_the_certificate_is_that_of_the_name_asked_for(settings, monkeypatch):
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: real("127.0.0.1", *rest, **more))
    with certificate("shop.example.com") as ours, serving(tls=ours) as server:
        settings.OUTBOUND_INSIDE = frozenset({f"{name}.example.com:{server.port}" for name in ("shop", "other")})
        with pytest.raises(NotReached):
            ask(method="GET", url=f"https://shop.example.com:{server.port}/")
        settings.OUTBOUND_CA_FILE = str(ours.file)
        assert ask(method="GET", url=f"https://shop.example.com:{server.port}/").ok
        with pytest.raises(NotReached):
            ask(method="GET", url=f"https://other.example.com:{server.port}/")
    assert len(server.asked) == 1


def test_a_lost_reply_is_told_apart_from_one_that_was_never_asked_for(settings):
    with serving(lambda asked: Said(hang_up=True)) as server:
        url = f"http://{_inside(settings, server)}/"
        with pytest.raises(ReplyLost):
            ask(method="POST", url=url, body=b"x")
    assert len(server.asked) == 1
    with pytest.raises(NotReached):
        ask(method="POST", url=url, body=b"x")


def test_an_answer_that_is_too_long_is_left(settings):
    with serving(lambda asked: Said(drip=itertools.repeat(b"x" * 1000))) as server, pytest.raises(ReplyLost):
        ask(method="GET", url=f"http://{_inside(settings, server)}/", limit=5000)


def test_the_line_is_cut_however_slowly_the_other_side_talks(settings):
    slowly = itertools.repeat(b"x")
    endless = Said(headers={"Content-Length": str(1 << 50)}, drip=slowly)
    with serving(lambda asked: endless) as server, pytest.raises(ReplyLost):
        ask(method="GET", url=f"http://{_inside(settings, server)}/", seconds=0.3, limit=1 << 50)


def test_the_environments_proxies_are_not_asked(settings, monkeypatch):
    with serving() as proxy, serving() as server:
        monkeypatch.setenv("HTTP_PROXY", f"http://{proxy.at}")
        monkeypatch.setenv("ALL_PROXY", f"http://{proxy.at}")
        ask(method="GET", url=f"http://{_inside(settings, server)}/")
    assert (len(proxy.asked), len(server.asked)) == (0, 1)


def test_no_host_inside_is_open_by_itself():
    from chezhan.config.settings import outbound  # noqa: PLC0415

    assert (frozenset(), False) == (outbound.OUTBOUND_INSIDE, outbound.OUTBOUND_HTTP)
