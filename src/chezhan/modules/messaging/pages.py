"""/u/<token>: where a customer ends messages of a kind, or has them again. Plain HTML for the cheapest telephone."""

from functools import cache
from pathlib import Path

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from chezhan.kernel.errors import AppError
from chezhan.modules.messaging.receiving import Ending, read_ending, say_ending

CHANNELS = {
    "sms": ("短信", "text messages"),
    "mail": ("邮件", "e-mails"),
    "wechat": ("微信消息", "WeChat messages"),
    "wecom": ("企业微信消息", "WeCom messages"),
    "dingtalk": ("钉钉消息", "DingTalk messages"),
    "in_app": ("消息", "messages"),
}


# The link is the key, and no session is asked: a mail programme ends them by one POST (RFC 8058).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ending(request: HttpRequest, token: str) -> HttpResponse:
    language = _language(request)
    address = get_client_ip(request) or ""
    try:
        if request.method == "POST":
            stop = request.POST.get("again") != "1"
            told = say_ending(token=token, address=address, stop=stop, proof="link")
        else:
            told = read_ending(token=token, address=address)
    except AppError as error:
        return _page(None, language, done=False, status=error.status)
    return _page(told, language, done=request.method == "POST", status=200)


def _page(told: Ending | None, language: str, *, done: bool, status: int) -> HttpResponse:
    channel = CHANNELS.get(told.channel, CHANNELS["in_app"])[language == "en"] if told else ""
    given = {"told": told, "en": language == "en", "done": done, "channel": channel}
    response = HttpResponse(_template().render(Context(given)), status=status)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


@cache
def _template() -> Template:
    return Template((Path(__file__).parent / "ending.html").read_text())


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("lang") or request.headers.get("Accept-Language", "zh")
    return "en" if asked.lower().startswith("en") else "zh"
