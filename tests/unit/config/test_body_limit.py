"""A body that is too large is refused by its announced length, before any of it is read."""

import io
import json

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from chezhan.config.middleware.body_limit import BodyLimitMiddleware

GIB = 1 << 30


class Untouched(io.BytesIO):
    """Stands for a gigabyte that nobody wants to have on the machine."""

    def read(self, *args: int) -> bytes:
        raise AssertionError("the body was read")


def ask(path: str, **meta: str) -> HttpResponse:
    request = RequestFactory().generic("POST", path, **meta)
    request.META["wsgi.input"] = request._stream = Untouched()
    return BodyLimitMiddleware(lambda _: HttpResponse("in"))(request)


@pytest.mark.parametrize(
    ("path", "megabytes", "status"),
    [("/api/hq/a/imports", 300, 200), ("/api/hq/a/imports", 301, 413), ("/api/store/home", 6, 413)],
)
def test_the_length_alone_decides(path, megabytes, status):
    assert ask(path, CONTENT_LENGTH=str(megabytes << 20)).status_code == status


def test_a_gigabyte_is_refused_with_the_limit_in_words_and_figures():
    refused = ask("/api/hq/a/imports", CONTENT_LENGTH=str(GIB))
    error = json.loads(refused.content)["error"]
    assert (refused.status_code, error["code"], error["params"]) == (413, "body_too_large", {"limit_mb": 300})


def test_a_body_of_unknown_length_is_not_begun():
    refused = ask("/api/hq/a/imports", HTTP_TRANSFER_ENCODING="chunked", CONTENT_LENGTH="")
    assert (refused.status_code, json.loads(refused.content)["error"]["code"]) == (411, "length_required")
