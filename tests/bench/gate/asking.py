"""A person's session, and calls of the product as a WSGI application in this process."""

import io
from collections.abc import Callable
from importlib import import_module
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.handlers.wsgi import WSGIHandler

from tenants.directory import StoreRef
from tenants.models import Person

TOKEN = "b" * 32


def sign_in(person: Person) -> str:
    """The key of a session that is the person's."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.id)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return session.session_key


def headers_of(person: Person, store: StoreRef) -> dict[str, str]:
    """As a browser sends them."""
    cookies = f"{settings.SESSION_COOKIE_NAME}={sign_in(person)}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
    return {"Cookie": cookies, "X-Store": store.slug, "X-CSRFToken": TOKEN}


def caller(
    handler: WSGIHandler, path: str, *, headers: dict[str, str], query: dict[str, object] | None = None
) -> Callable[..., bytes]:
    """call(body) → the answer's body; a POST where a body is given. Raises RuntimeError for a refusal."""
    environ = {
        "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": urlencode(query or {}), "wsgi.url_scheme": "http",
        "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
        "wsgi.multithread": True, "wsgi.multiprocess": False, "wsgi.errors": io.StringIO(),
        "CONTENT_TYPE": "application/json",
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    }  # fmt: skip
    status: list[str] = []

    def call(body: bytes = b"") -> bytes:
        sent = {"REQUEST_METHOD": "POST" if body else "GET", "CONTENT_LENGTH": str(len(body))}
        response = handler({**environ, **sent, "wsgi.input": io.BytesIO(body)}, lambda line, _: status.append(line))
        answer = b"".join(response)
        response.close()
        if not status.pop().startswith("2"):
            raise RuntimeError(f"{path}: {answer[:300]!r}")
        return answer

    return call
