"""Programs act by a token: `Authorization: Bearer cz_…`, on /api/store/ alone."""

from django.http import HttpRequest

from chezhan.access.scopes import Scope, scope_of_json
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.tokens import TokenRef, find_token


class BadToken(AppError):
    code = "bad_token"
    status = 401
    message = "This token is not valid, has expired or was revoked; make another one."


def token_of(request: HttpRequest) -> TokenRef | None:
    """None for a request without one. Raises BadToken."""
    header = request.headers.get("Authorization", "")
    if not header:
        return None
    kind, _, secret = header.partition(" ")
    found = find_token(secret=secret.strip(), now=clock.now()) if kind.lower() == "bearer" else None
    if found is None:
        raise BadToken
    return found


def scope_of(token: TokenRef) -> Scope:
    """What can't be understood allows nothing."""
    try:
        return scope_of_json(token.scopes)
    except (KeyError, ValueError, TypeError, AttributeError):
        return Scope(entities=())
