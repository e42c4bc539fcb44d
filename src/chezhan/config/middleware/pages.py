"""Django's middleware for pages and forms. A store's API, which is asked most, has no use for it and passes by.

It answers JSON in no language, says nothing by messages, and knows who asks from ScopeMiddleware; what must carry a
CSRF token there is asked for it by the API itself (see chezhan.config.api).
"""

from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.locale import LocaleMiddleware

STORE = "/api/store/"


class _PassesBy:
    get_response: Any

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(STORE):
            return self.get_response(request)  # type: ignore[no-any-return]
        return super().__call__(request)  # type: ignore[misc, no-any-return]


class PageLocaleMiddleware(_PassesBy, LocaleMiddleware):
    pass


class PageCsrfMiddleware(_PassesBy, CsrfViewMiddleware):
    pass


class PageAuthenticationMiddleware(_PassesBy, AuthenticationMiddleware):
    pass


class PageMessageMiddleware(_PassesBy, MessageMiddleware):
    pass


NAMES = tuple(f"{__name__}.Page{name}Middleware" for name in ("Locale", "Csrf", "Authentication", "Message"))
