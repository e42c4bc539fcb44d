"""httpx over connections that `dialling` makes, none of which is kept; and whether anything went over one."""

import socket
import ssl
import threading
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from typing import Any

import certifi
import httpcore
import httpx
from django.conf import settings

from chezhan.kernel.outbound.dialling import TRIED, addresses_of
from chezhan.kernel.outbound.refusals import NotReached
from chezhan.kernel.outbound.targets import Target


class Trip:
    """One question and its answer. `sent`: something of the question may have arrived. At `cut` the line is closed,
    however slowly the other side keeps talking.
    """

    def __init__(self, target: Target, *, seconds: float) -> None:
        self.target = target
        self.seconds = seconds
        self.sent = False
        # A second handle on the line: TLS takes the first one for itself.
        self._line: socket.socket | None = None
        self._timer = threading.Timer(seconds, self.cut)
        self._timer.daemon = True

    def __enter__(self) -> "Trip":
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._line is not None:
            self._line.close()

    def watch(self, line: socket.socket) -> None:
        self._line = line.dup()
        self._timer.start()

    def cut(self) -> None:
        if self._line is not None:
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)


class Line(httpcore.NetworkStream):
    """A socket, in clear or within TLS."""

    def __init__(self, inner: httpcore.NetworkStream, trip: Trip) -> None:
        self._inner = inner
        self._trip = trip

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._trip.sent = self._trip.sent or bool(buffer)
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> "Line":
        return Line(self._inner.start_tls(ssl_context, server_hostname, timeout), self._trip)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class Backend(httpcore.SyncBackend):
    def __init__(self, trip: Trip) -> None:
        self._trip = trip

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        if (host.strip("[]"), port) != (self._trip.target.host, self._trip.target.port):
            raise httpcore.ConnectError("another host than was checked")
        patience = min(self._trip.seconds, settings.OUTBOUND_CONNECT_SECONDS)
        for address in addresses_of(self._trip.target)[:TRIED]:
            try:
                # A number: nothing is resolved here again.
                line = super().connect_tcp(address, port, patience, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            self._trip.watch(line.get_extra_info("socket"))
            return Line(line, self._trip)
        raise NotReached

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("no way out")


class Transport(httpx.HTTPTransport):
    def __init__(self, trip: Trip) -> None:
        super().__init__(verify=trusted(settings.OUTBOUND_CA_FILE), trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=trusted(settings.OUTBOUND_CA_FILE),
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=Backend(trip),
        )


@lru_cache(maxsize=4)
def trusted(extra: str) -> ssl.SSLContext:
    """Everybody's authorities, and the operator's own (a file; empty for none). Certificates and names are checked."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if extra:
        context.load_verify_locations(extra)
    return context
