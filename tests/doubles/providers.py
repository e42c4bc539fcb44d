"""Providers of messages as they document themselves: each checks what it is asked as the real one does, and remembers.

Written from the providers' documents, apart from what asks them: a signature is worked out here from the request alone.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable
from urllib.parse import parse_qsl, quote, urlsplit

import orjson

from tests.doubles.http import Asked, Said

Answer = Callable[[Asked], Said]


def said(**told: object) -> Said:
    return Said(body=orjson.dumps(told), headers={"Content-Type": "application/json"})


def _quoted(text: str) -> str:
    return quote(text, safe="-_.~")


def aliyun(*, key_id: str, secret: str, answer: Answer) -> Answer:
    """V3 signature of the API gateway: ACS3-HMAC-SHA256."""

    def serve(asked: Asked) -> Said:
        parts = urlsplit(asked.path)
        query = "&".join(
            f"{_quoted(k)}={_quoted(v)}" for k, v in sorted(parse_qsl(parts.query, keep_blank_values=True))
        )
        told = dict(one.split("=", 1) for one in asked.headers["authorization"].partition(" ")[2].split(","))
        names = told["SignedHeaders"].split(";")
        needed = {
            "host",
            "x-acs-action",
            "x-acs-content-sha256",
            "x-acs-date",
            "x-acs-signature-nonce",
            "x-acs-version",
        }
        headers = "".join(f"{name}:{asked.headers[name]}\n" for name in names)
        body = hashlib.sha256(asked.body).hexdigest()
        canonical = "\n".join([asked.method, parts.path, query, headers, told["SignedHeaders"], body])
        text = "ACS3-HMAC-SHA256\n" + hashlib.sha256(canonical.encode()).hexdigest()
        signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
        if not needed <= set(names) or names != sorted(names) or asked.headers["x-acs-content-sha256"] != body:
            return Said(400, b'{"Code":"MissingHeader"}')
        if told["Credential"] != key_id or told["Signature"] != signature:
            return Said(400, b'{"Code":"SignatureDoesNotMatch"}')
        return answer(asked)

    return serve


def tencent(*, key_id: str, secret: str, answer: Answer) -> Answer:
    """TC3-HMAC-SHA256 of API 3.0."""

    def serve(asked: Asked) -> Said:
        head, _, rest = asked.headers["authorization"].partition(" ")
        told = dict(one.strip().split("=", 1) for one in rest.split(","))
        who, day, service, end = told["Credential"].split("/")
        names = told["SignedHeaders"].split(";")
        values = [asked.headers[n].lower() if n == "x-tc-action" else asked.headers[n] for n in names]
        headers = "".join(f"{n}:{v}\n" for n, v in zip(names, values, strict=True))
        canonical = f"POST\n/\n\n{headers}\n{told['SignedHeaders']}\n{hashlib.sha256(asked.body).hexdigest()}"
        scope = f"{day}/{service}/{end}"
        text = f"{head}\n{asked.headers['x-tc-timestamp']}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
        key = ("TC3" + secret).encode()
        for part in (day, service, end):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        if who != key_id or told["Signature"] != hmac.new(key, text.encode(), hashlib.sha256).hexdigest():
            return said(Response={"Error": {"Code": "AuthFailure.SignatureFailure"}, "RequestId": "1"})
        return answer(asked)

    return serve


def dingtalk(*, token: str, secret: str, answer: Answer) -> Answer:
    def serve(asked: Asked) -> Said:
        query = dict(parse_qsl(urlsplit(asked.path).query))
        made = hmac.new(secret.encode(), f"{query['timestamp']}\n{secret}".encode(), hashlib.sha256).digest()
        if query["access_token"] != token or query["sign"] != base64.b64encode(made).decode():
            return said(errcode=310000, errmsg="sign not match")
        return answer(asked)

    return serve


def wechat(*, app_id: str, secret: str, answer: Answer) -> Answer:
    """Tokens are given out one after the other; only the last one holds. A message that was given before is not sent
    again: `sent` of the double counts readers' messages.
    """
    tokens: list[str] = []

    def serve(asked: Asked) -> Said:
        if asked.path.startswith("/cgi-bin/stable_token"):
            body = orjson.loads(asked.body)
            if (body["appid"], body["secret"]) != (app_id, secret):
                return said(errcode=40125, errmsg="invalid appsecret")
            tokens.append(f"token-{len(tokens)}")
            return said(access_token=tokens[-1], expires_in=7200)
        if dict(parse_qsl(urlsplit(asked.path).query)).get("access_token") != (tokens or [""])[-1]:
            return said(errcode=40001, errmsg="invalid credential")
        return answer(asked)

    return serve


def wecom(*, corp_id: str, secret: str, answer: Answer) -> Answer:
    def serve(asked: Asked) -> Said:
        parts = urlsplit(asked.path)
        query = dict(parse_qsl(parts.query))
        if parts.path == "/cgi-bin/gettoken":
            good = (query["corpid"], query["corpsecret"]) == (corp_id, secret)
            return said(errcode=0, access_token="t", expires_in=7200) if good else said(errcode=40001)
        return answer(asked) if query["access_token"] == "t" else said(errcode=40014)

    return serve
