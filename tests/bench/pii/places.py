"""Where personal data must not be: what is written there while a block lasts."""

import base64
import io
import json
import logging
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import redis
import sentry_sdk
from django.conf import settings
from sentry_sdk.transport import Transport

from chezhan.config.observability.reports import start_reports

ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")
BASE64 = re.compile(rb"[A-Za-z0-9+/]{40,}={0,2}")


@contextmanager
def kept_logs() -> Iterator[io.StringIO]:
    """What the product's own handler writes, with its own formatter."""
    logging.disable(logging.NOTSET)
    [handler] = [one for one in logging.getLogger().handlers if isinstance(one, logging.StreamHandler)]
    written = io.StringIO()
    before = handler.setStream(written)
    try:
        yield written
    finally:
        handler.setStream(before)
        logging.disable(logging.ERROR)


class _Kept(Transport):
    def __init__(self, options=None) -> None:
        super().__init__(options)
        self.events: list[dict] = []

    def capture_envelope(self, envelope) -> None:
        self.events += [item.payload.json for item in envelope.items]


@contextmanager
def kept_reports() -> Iterator[list[dict]]:
    """What would have gone to Sentry."""
    transport = _Kept()
    start_reports(dsn="https://key@sentry.invalid/1", release="t", environment="torture", transport=transport)
    try:
        yield transport.events
    finally:
        sentry_sdk.get_client().close()
        sentry_sdk.get_global_scope().set_client(None)


@contextmanager
def kept_commands() -> Iterator[bytearray]:
    """Every command that anybody gives to Valkey: the broker and the cache, also what is removed at once."""
    address = urlsplit(settings.REDIS_URL)
    heard, ready = bytearray(), threading.Event()
    with socket.create_connection((address.hostname, address.port or 6379)) as line:
        if address.password:
            line.sendall(f"AUTH {address.password}\r\n".encode())
        line.sendall(b"MONITOR\r\n")

        def listen() -> None:
            while data := line.recv(1 << 20):
                heard.extend(data)
                ready.set()

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        ready.wait(10)
        try:
            yield heard
        finally:
            # a last command of ours, so that all before it has been heard
            with redis.Redis.from_url(settings.REDIS_URL) as client:
                client.echo("the end of the torture")
            for _ in range(200):
                if b"the end of the torture" in heard:
                    break
                threading.Event().wait(0.05)
            line.shutdown(socket.SHUT_RDWR)
            listener.join(10)


def text_of_commands(heard: bytes) -> str:
    """As it was before Valkey escaped it, and what was in base64 opened."""
    plain = ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), bytes(heard))
    opened = []
    for token in BASE64.findall(plain):
        try:
            opened.append(base64.b64decode(token + b"=" * (-len(token) % 4)))
        except ValueError:
            continue
    text = b"\n".join([plain, *opened]).decode(errors="replace")
    return f"{text}\n{_unescaped(text)}"


def text_of_reports(events: list[dict]) -> str:
    return unquote(json.dumps(events, ensure_ascii=False))


def text_of_logs(written: str) -> str:
    return f"{written}\n{unquote(written)}\n{_unescaped(written)}"


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def dump(owner: psycopg.Connection, *, schema: str) -> dict[str, str]:
    """Table → all its rows as text, as a dump holds them."""
    tables = owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema]).fetchall()
    rows = {
        table: owner.execute(f'SELECT t::text || row_to_json(t)::text FROM "{schema}"."{table}" t').fetchall()
        for (table,) in tables
    }
    return {table: "\n".join(text for (text,) in found) for table, found in rows.items()}


def server_log() -> Path | None:
    """PostgreSQL's own, where the servers were started beside a Valkey of ours."""
    with redis.Redis.from_url(settings.REDIS_URL, decode_responses=True) as client:
        folder = Path(client.config_get("dir")["dir"]).parent
    log = folder / "log" / "postgres.log"
    return log if log.exists() else None
