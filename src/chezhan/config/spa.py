"""The browser app: one page for every address that is not the API's."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from chezhan.engines.forms.public.posting import read_sites
from tenants.lookup import slug_of_host

NOT_BUILT = "The app has not been built yet: run `make setup`."


@lru_cache(maxsize=2)
def _page(name: str = "index.html") -> bytes | None:
    file = settings.FRONTEND_DIST / name
    return file.read_bytes() if file.exists() else None


@require_safe
@ensure_csrf_cookie
def app(request: HttpRequest) -> HttpResponse:
    page = _page()
    if page is None:
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    host = request.get_host().partition(":")[0].lower()
    if settings.STORE_DOMAIN and request.path == "/" and host.endswith(f".{settings.STORE_DOMAIN}"):
        slug = slug_of_host(host=host)
        if slug is not None:
            return redirect(f"/s/{slug}/")
    response = HttpResponse(page)
    # The page names hashed files: it must be asked for anew after each release.
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def public_page(request: HttpRequest, token: str) -> HttpResponse:
    """For strangers: a light page without sessions, that the sites which the form names may embed. What it is about the
    API says.
    """
    page = _page("public.html")
    if page is None:
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    response = HttpResponse(page)
    response["Cache-Control"] = "no-cache"
    response["Referrer-Policy"] = "no-referrer"
    sites = read_sites(token=token)
    response["Content-Security-Policy"] = "frame-ancestors " + (" ".join(sites) or "'none'")
    # The older header knows all or nothing.
    response.xframe_options_exempt = bool(sites)  # type: ignore[attr-defined]
    return response


@require_safe
def customer_page(request: HttpRequest, token: str) -> HttpResponse:
    """As public_page, where no other site may embed it."""
    page = _page("public.html")
    if page is None:
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    response = HttpResponse(page)
    response["Cache-Control"] = "no-cache"
    response["Referrer-Policy"] = "no-referrer"
    response["Content-Security-Policy"] = "frame-ancestors 'none'"
    return response
