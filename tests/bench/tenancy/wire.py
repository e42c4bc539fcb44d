"""The same over a real socket, where a header may come twice and a host be anything."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

from tests.bench.tenancy.canaries import CANARY, Belongings


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args) -> None:
        return None


@contextmanager
def serve() -> Iterator[int]:
    """Answers the port."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), _Quiet)
    server.daemon_threads = True
    server.set_app(WSGIHandler())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ask_over_the_wire(port: int, *, cookie: str, own: str, belongings: Belongings) -> Iterator[tuple[str, bool, int]]:
    """(what was tried, whether B leaked, status) of each request, by one person of A with store `own`."""
    b = belongings
    record = f"/api/store/records/customer/{b.records['customer'][0]}"
    for words, path, headers in (
        ("B's store", "/api/store/home", [("X-Store", b.store)]),
        ("B's store after one's own", "/api/store/home", [("X-Store", own), ("X-Store", b.store)]),
        ("one's own store after B's", "/api/store/home", [("X-Store", b.store), ("X-Store", own)]),
        ("both in one header", "/api/store/home", [("X-Store", f"{own},{b.store}")]),
        ("with an underscore", "/api/store/home", [("X_Store", b.store)]),
        ("B's host", "/api/store/home", [("Host", b.host)]),
        ("B's host forwarded", "/api/store/home", [("X-Store", own), ("X-Forwarded-Host", b.host)]),
        ("another path forwarded", "/api/store/home", [("X-Store", own), ("X-Original-URL", f"/s/{b.store}/")]),
        ("B's record in one's own store", record, [("X-Store", own)]),
        ("B's record with B's store", record, [("X-Store", b.store)]),
        ("a doubled slash", f"//api/hq/{b.group}/imports", []),
        ("an encoded slash", f"/api%2Fhq%2F{b.group}%2Fimports", []),
        ("dots in the path", f"/api/account/../hq/{b.group}/imports", []),
        ("B's file", f"/api/hq/{b.group}/imports/{b.import_id}/issues.csv", []),
        ("B's file by its place on disk", f"/files/imports/{b.import_id}/upload.csv", []),
        ("B's file among the static ones", f"/static/../files/imports/{b.import_id}/upload.csv", []),
    ):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.putrequest("GET", path, skip_host=any(name == "Host" for name, _ in headers))
        for name, value in [("Cookie", cookie), *headers]:
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        whole = answer.read() + str(answer.headers).encode()
        connection.close()
        yield words, CANARY.lower().encode() in whole.lower(), answer.status
