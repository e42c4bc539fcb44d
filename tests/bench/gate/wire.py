"""HTTP over one kept connection, with as little of our own as can be: what is measured is the server."""

import socket
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit


class Wire:
    """GETs with these headers, one after the other."""

    def __init__(self, address: str, headers: dict[str, str]) -> None:
        place = urlsplit(address)
        self.socket = socket.create_connection((place.hostname or "", place.port or 80))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.headers = "".join(f"{name}: {value}\r\n" for name, value in {"Host": place.netloc, **headers}.items())

    def getter(self, path: str, *, query: dict[str, object] | None = None) -> Callable[[], bytes]:
        """call() → the body of the answer. Raises RuntimeError unless it is a 200 of known length."""
        target = f"{path}?{urlencode(query)}" if query else path
        sent = f"GET {target} HTTP/1.1\r\n{self.headers}\r\n".encode()

        def call() -> bytes:
            self.socket.sendall(sent)
            return self._answer(target)

        return call

    def _answer(self, target: str) -> bytes:
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._more(target)
        head, _, body = received.partition(b"\r\n\r\n")
        names = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        if not head.startswith(b"HTTP/1.1 200") or b"content-length" not in names:
            raise RuntimeError(f"{target}: {received[:600]!r}")
        while len(body) < int(names[b"content-length"]):
            body += self._more(target)
        return body

    def _more(self, target: str) -> bytes:
        part = self.socket.recv(1 << 18)
        if not part:
            raise RuntimeError(f"{target}: the server closed the connection")
        return part
