"""Can anybody make the product ask a machine that is not everybody's? `python -m tests.bench.torture_ssrf`, MUTATE.

Each target is asked by HTTP, written down and called as a webhook and, where it names a host, dialled as a mail
server: inner addresses of IPv4 and IPv6 and what embeds them, odd spellings, names that lead inside at once or from the
second look on, and redirects. Reached is whatever was tried to be connected to and is not public: a listener here
answers on every address of this machine.
MUTATE=1 takes the checks of addresses and spellings out.
"""

import contextlib
import os
import socket
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any
from unittest import mock

from tests.bench.harness import finish, is_mutated, say, set_up
from tests.bench.ssrf.targets import PUBLIC, Try, every


class Net:
    """The machine's network as seen from within: names answer as a target says, and what is dialled is put down."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.dialled: list[str] = []
        self.names: dict[str, list[list[str]]] = {}
        self._resolve = socket.getaddrinfo
        self._dial = socket.create_connection

    def resolve(self, host: Any, port: Any, *rest: Any, **more: Any) -> list:
        answers = self.names.get(str(host))
        if answers is None:
            # No real name is asked for: what is no number is not there.
            numeric = {**more, "flags": socket.AI_NUMERICHOST}
            if str(host).lower().rstrip(".") == "localhost":
                host, numeric = "127.0.0.1", more
            return self._resolve(host, port, *rest, **numeric)
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        kind = {4: socket.AF_INET, 6: socket.AF_INET6}
        return [
            (kind[ip_address(one).version], socket.SOCK_STREAM, 6, "", (one, port) + ((0, 0) if ":" in one else ()))
            for one in answer
        ]

    def dial(self, address: tuple, timeout: Any = None, **more: Any) -> socket.socket:
        found = self.resolve(address[0], address[1])
        where = str(found[0][4][0])
        if where == PUBLIC:
            raise ConnectionRefusedError("the world is not asked by a test")
        self.dialled.append(where)
        return self._dial(("127.0.0.1", self.port), 2)


@contextlib.contextmanager
def open_net(port: int) -> Iterator[Net]:
    net = Net(port)
    with (
        mock.patch("socket.getaddrinfo", net.resolve),
        mock.patch("socket.create_connection", net.dial),
        contextlib.ExitStack() as out,
    ):
        if is_mutated():
            _take_the_guard_out(out)
        yield net


def _take_the_guard_out(out: contextlib.ExitStack) -> None:
    import re  # noqa: PLC0415

    from chezhan.kernel.outbound import dialling, targets  # noqa: PLC0415

    out.enter_context(mock.patch.object(dialling, "is_public", lambda text: True))
    out.enter_context(mock.patch.object(targets, "NAME", re.compile(".+")))


def main() -> None:
    set_up("ssrf")
    from django.test import override_settings  # noqa: PLC0415

    from tests.doubles.http import Said, certificate, serving  # noqa: PLC0415

    say(__doc__.strip())
    tried = reached = answered = 0
    with certificate("inner.example.com") as ours, serving(tls=ours) as inner, serving() as plain:
        own = {"OUTBOUND_PORTS": frozenset({443, inner.port})}
        with override_settings(**own), open_net(inner.port) as net:
            for one in every(inner.port):
                for door, go in (("http", _by_http), ("mail", _by_mail), ("webhook", _by_webhook)):
                    net.dialled.clear()
                    net.names = {name: [list(part) for part in parts] for name, parts in one.names.items()}
                    if not go(one, inner.port):
                        continue
                    tried += 1
                    if net.dialled:
                        reached += 1
                        say(f"  REACHED by {door}: {one.what}: {net.dialled}")
        # Redirects: the first host is allowed, where it sends us is not.
        for status in (301, 302, 303, 307, 308):
            target = f"http://127.0.0.1:{plain.port}/inner"
            with serving(lambda asked, s=status, t=target: Said(s, headers={"Location": t})) as outer:
                plain.asked.clear()
                with override_settings(OUTBOUND_INSIDE=frozenset({outer.at}), OUTBOUND_HTTP=True):
                    _by_http(Try("redirect", f"http://{outer.at}/"), 0)
                tried += 1
                answered += len(outer.asked)
                if plain.asked:
                    reached += 1
                    say(f"  REACHED by a redirect of {status}")
    say(f"{tried} targets tried, {reached} reached.")
    finish(
        result={"name": "ssrf", "tried": tried, "reached": reached, "n": tried},
        bad=reached,
        controls={"at least sixty targets": tried >= 60, "what is allowed is asked": answered == 5},
    )


def _by_http(one: Try, port: int) -> bool:
    from chezhan.kernel.errors import AppError  # noqa: PLC0415
    from chezhan.kernel.outbound import ask  # noqa: PLC0415

    with contextlib.suppress(AppError):
        ask(method="GET", url=one.url, seconds=2)
    return True


def _by_mail(one: Try, port: int) -> bool:
    from chezhan.kernel.errors import AppError  # noqa: PLC0415
    from chezhan.kernel.outbound import mail  # noqa: PLC0415

    if one.what.split()[0] not in ("address", "spelled", "a", "public", "inner", "changes"):
        return False
    host = one.url.removeprefix("https://").removesuffix(f":{port}/").strip("[]")
    with contextlib.suppress(AppError, OSError), mock.patch.object(mail, "PORTS", {port}):
        mail.GuardedSMTP(host=host, port=port, timeout=2)
    return True


def _by_webhook(one: Try, port: int) -> bool:
    """As it is looked at when somebody writes it down, and sent to after that."""
    from uuid import uuid4  # noqa: PLC0415

    from chezhan.kernel.errors import AppError  # noqa: PLC0415
    from chezhan.kernel.outbound import check  # noqa: PLC0415
    from chezhan.modules.webhooks import sending  # noqa: PLC0415

    with contextlib.suppress(AppError), mock.patch.object(sending, "SECONDS", 2.0):
        check(url=one.url)
        sending.hand_over(sending.Claimed(uuid4(), uuid4(), uuid4(), 1, one.url, {}, b"{}"))
    return True


if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())
    main()
