"""A mail server on this machine: takes mail as SMTP says, answers a verb as it is told to, remembers what came."""

import base64
import socketserver
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from tests.doubles.http import Certificate

# In the place of a reply: the line is closed without a word.
HANG_UP = ""
END = "."


@dataclass(frozen=True, slots=True)
class Posted:
    sender: str
    recipients: tuple[str, ...]
    data: bytes
    tls: bool
    user: str

    @property
    def mail(self) -> EmailMessage:
        return message_from_bytes(self.data, policy=policy.default)  # type: ignore[return-value]


@dataclass
class Box:
    """`replies`: by verb, instead of what would be said; that to the end of a mail is `END`'s. `heard`: every line."""

    port: int
    replies: dict[str, str] = field(default_factory=dict)
    posts: list[Posted] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)


@contextmanager
def mail_server(
    *, security: str = "none", tls: Certificate | None = None, accounts: Mapping[str, str] | None = None
) -> Iterator[Box]:
    """`security`: ssl, starttls (offered) or none. With `accounts`, who did not sign in posts nothing."""

    class Handler(socketserver.StreamRequestHandler):
        user, within_tls = "", False

        def setup(self) -> None:
            if security == "ssl":
                self._secure()
            super().setup()

        def handle(self) -> None:
            self._say("220 double ESMTP")
            while (line := self._read()) is not None:
                verb, _, rest = line.partition(" ")
                told = box.replies.get(verb.upper())
                if told == HANG_UP:
                    return
                if told is not None:
                    self._say(told)
                elif not getattr(self, f"do_{verb.upper()}", self._unknown)(rest):
                    return

        def do_EHLO(self, _: str) -> bool:
            offers = ["SIZE 1000000"]
            offers += ["STARTTLS"] if security == "starttls" and not self.within_tls else []
            offers += ["AUTH PLAIN LOGIN"] if accounts is not None else []
            return self._say("\r\n".join(["250-double", *(f"250-{one}" for one in offers[:-1]), f"250 {offers[-1]}"]))

        def do_STARTTLS(self, _: str) -> bool:
            self._say("220 go ahead")
            self._secure()
            super().setup()
            return True

        def do_AUTH(self, rest: str) -> bool:
            way, _, first = rest.partition(" ")
            if way == "PLAIN":
                _, name, word = base64.b64decode(first).decode().split("\0")
            else:
                name = base64.b64decode(first or self._asked("VXNlcm5hbWU6")).decode()
                word = base64.b64decode(self._asked("UGFzc3dvcmQ6")).decode()
            known = accounts is not None and accounts.get(name) == word
            self.user = name if known else ""
            return self._say("235 2.7.0 welcome" if known else "535 5.7.8 not known")

        def do_MAIL(self, rest: str) -> bool:
            if accounts is not None and not self.user:
                return self._say("530 5.7.0 sign in first")
            self.sender, self.recipients = rest.partition(":")[2].split(">")[0].strip("<"), []
            return self._say("250 ok")

        def do_RCPT(self, rest: str) -> bool:
            self.recipients.append(rest.partition(":")[2].strip("<>"))
            return self._say("250 ok")

        def do_DATA(self, _: str) -> bool:
            self._say("354 go on")
            lines: list[bytes] = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
            told = box.replies.get(END, "250 2.0.0 queued")
            if told == HANG_UP or told.startswith("2"):
                posted = Posted(self.sender, tuple(self.recipients), b"".join(lines), self.within_tls, self.user)
                box.posts.append(posted)
            return told != HANG_UP and self._say(told)

        def do_RSET(self, _: str) -> bool:
            return self._say("250 ok")

        def do_QUIT(self, _: str) -> bool:
            self._say("221 bye")
            return False

        def _unknown(self, _: str) -> bool:
            return self._say("502 5.5.1 not known")

        def _secure(self) -> None:
            assert tls is not None
            self.request = tls.context().wrap_socket(self.request, server_side=True)
            self.within_tls = True

        def _asked(self, prompt: str) -> str:
            self._say(f"334 {prompt}")
            return self._read() or ""

        def _read(self) -> str | None:
            line = self.rfile.readline()
            if not line:
                return None
            box.heard.append(line.decode().rstrip("\r\n"))
            return box.heard[-1]

        def _say(self, text: str) -> bool:
            self.wfile.write(f"{text}\r\n".encode())
            return True

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def handle_error(self, *_: Any) -> None:
            return

    server = Server(("127.0.0.1", 0), Handler)
    box = Box(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield box
    finally:
        server.shutdown()
        server.server_close()
