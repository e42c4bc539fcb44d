"""An S3-compatible storage on this machine: the REST calls that are made of one, for who signs."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from tests.doubles.http import Asked, Said, Server, serving

ACCESS_KEY, SECRET_KEY, BUCKET = "AKIATESTTESTTEST", "a-secret-of-the-test", "chezhan"
NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
# Small, so that a listing of a few goes over several pages.
PAGE = 3


@dataclass
class Bucket:
    """`objects`: bytes by key. `parts`: of uploads in several, by id. `away`: it answers nobody. `calls`: what was
    asked of it, as method and what of."""

    server: Server
    objects: dict[str, bytes] = field(default_factory=dict)
    parts: dict[str, dict[int, bytes]] = field(default_factory=dict)
    written: dict[str, dt.datetime] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    away: bool = False

    @property
    def endpoint(self) -> str:
        return f"http://{self.server.at}"

    def answer(self, asked: Asked) -> Said:
        if self.away:
            return Said(hang_up=True)
        url = urlsplit(asked.path)
        query = {name: values[0] for name, values in parse_qs(url.query, keep_blank_values=True).items()}
        bucket, _, key = unquote(url.path).lstrip("/").partition("/")
        signed = asked.headers.get("authorization", "")
        if not (signed.startswith(f"AWS4-HMAC-SHA256 Credential={ACCESS_KEY}/") and "Signature=" in signed):
            return _refused(403, "AccessDenied")
        if bucket != BUCKET:
            return _refused(404, "NoSuchBucket")
        self.calls.append(f"{asked.method} {'object' if key else 'bucket'}")
        if not key:
            return self._list(query)
        return getattr(self, f"_{asked.method.lower()}")(key, query, asked)

    def _put(self, key: str, query: dict[str, str], asked: Asked) -> Said:
        if "uploadId" in query:
            self.parts[query["uploadId"]][int(query["partNumber"])] = asked.body
        else:
            self._keep(key, asked.body)
        return Said(headers={"ETag": _tag(asked.body)})

    def _post(self, key: str, query: dict[str, str], asked: Asked) -> Said:
        if "uploads" in query:
            upload = f"upload-{len(self.parts)}"
            self.parts[upload] = {}
            return _told("InitiateMultipartUploadResult", f"<UploadId>{upload}</UploadId><Key>{escape(key)}</Key>")
        parts = self.parts.pop(query["uploadId"])
        self._keep(key, b"".join(parts[number] for number in sorted(parts)))
        return _told("CompleteMultipartUploadResult", f"<Key>{escape(key)}</Key><ETag>&quot;x&quot;</ETag>")

    def _get(self, key: str, query: dict[str, str], asked: Asked) -> Said:
        if key not in self.objects:
            return _refused(404, "NoSuchKey")
        whole = self.objects[key]
        if said := asked.headers.get("range"):
            first, _, last = said.removeprefix("bytes=").partition("-")
            body = whole[int(first) : int(last) + 1 if last else None]
            place = {"Content-Range": f"bytes {first}-{int(first) + len(body) - 1}/{len(whole)}"}
            return Said(206, body, self._headers(key) | place)
        return Said(200, whole, self._headers(key))

    def _head(self, key: str, query: dict[str, str], asked: Asked) -> Said:
        if key not in self.objects:
            return Said(404)
        # What a body would have is said, and none is sent.
        return Said(200, b"", self._headers(key) | {"Content-Length": str(len(self.objects[key]))})

    def _delete(self, key: str, query: dict[str, str], asked: Asked) -> Said:
        self.objects.pop(key, None)
        return Said(204)

    def _list(self, query: dict[str, str]) -> Said:
        prefix, after = query.get("prefix", ""), query.get("marker", "")
        keys = (key for key in self.objects if key.startswith(prefix))
        names = sorted({_up_to(key, prefix, query.get("delimiter", "")) for key in keys})
        left = [name for name in names if name > after]
        found = "".join(self._entry(name) for name in left[:PAGE])
        more = len(left) > PAGE
        marker = f"<NextMarker>{escape(left[PAGE - 1])}</NextMarker>" if more else ""
        return _told("ListBucketResult", f"<IsTruncated>{str(more).lower()}</IsTruncated>{marker}{found}")

    def _entry(self, name: str) -> str:
        if name not in self.objects:
            return f"<CommonPrefixes><Prefix>{escape(name)}</Prefix></CommonPrefixes>"
        at = self.written[name].strftime("%Y-%m-%dT%H:%M:%S.000Z")
        size = len(self.objects[name])
        return f"<Contents><Key>{escape(name)}</Key><LastModified>{at}</LastModified><Size>{size}</Size></Contents>"

    def _keep(self, key: str, body: bytes) -> None:
        self.objects[key], self.written[key] = body, dt.datetime.now(dt.UTC)

    def _headers(self, key: str) -> dict[str, str]:
        at = self.written[key].strftime("%a, %d %b %Y %H:%M:%S GMT")
        return {"ETag": _tag(self.objects[key]), "Last-Modified": at, "Content-Type": "application/octet-stream"}


@contextmanager
def serving_bucket() -> Iterator[Bucket]:
    with serving() as server:
        bucket = Bucket(server)
        server.answer = bucket.answer
        yield bucket


def _up_to(key: str, prefix: str, delimiter: str) -> str:
    """The key itself, or the folder that it is in below the prefix."""
    folder, found, _ = key.removeprefix(prefix).partition(delimiter) if delimiter else ("", "", "")
    return f"{prefix}{folder}{delimiter}" if found else key


def _tag(body: bytes) -> str:
    return f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'


def _told(name: str, inner: str) -> Said:
    body = f'<?xml version="1.0" encoding="UTF-8"?><{name} {NAMESPACE}>{inner}</{name}>'
    return Said(200, body.encode(), {"Content-Type": "application/xml"})


def _refused(status: int, code: str) -> Said:
    return Said(status, f"<Error><Code>{code}</Code></Error>".encode(), {"Content-Type": "application/xml"})
