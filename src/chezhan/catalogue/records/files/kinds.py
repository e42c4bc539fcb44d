"""What is in a file, by its contents; its name may only agree."""

import zipfile
from pathlib import PurePath
from typing import IO

import puremagic

from chezhan.catalogue.records.files.refusals import FileSaysOtherwise, PictureKindRefused, ProgramRefused

PICTURES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}
PDF, ZIP, OLE, TEXT, ANYTHING = (
    "application/pdf", "application/zip", "application/x-ole-storage", "text/plain", "application/octet-stream",
)  # fmt: skip
HTML, SVG, XML, CSV, RTF = "text/html", "image/svg+xml", "text/xml", "text/csv", "application/rtf"
# A browser may show these in place; whatever else leaves as a file to be saved.
SHOWN = frozenset({*PICTURES, PDF})
HEAD, LOOKED_AT = 4096, 65536
PROGRAM = "program"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_INSIDE = (
    ("word/", f"{_OFFICE}wordprocessingml.document"),
    ("xl/", f"{_OFFICE}spreadsheetml.sheet"),
    ("ppt/", f"{_OFFICE}presentationml.presentation"),
    ("AndroidManifest.xml", PROGRAM),
    ("META-INF/MANIFEST.MF", PROGRAM),
)
_OLD_OFFICE = {
    "doc": "application/msword", "wps": "application/msword", "xls": "application/vnd.ms-excel",
    "et": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint", "dps": "application/vnd.ms-powerpoint",
    "msg": "application/vnd.ms-outlook",
}  # fmt: skip
_SIGNS = (
    (b"%PDF-", PDF), (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"), (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff"), (b"\xd0\xcf\x11\xe0", OLE),
    (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"), (b"\xff\xf3", "audio/mpeg"), (b"fLaC", "audio/flac"),
    (b"OggS", "audio/ogg"), (b"#!AMR", "audio/amr"), (b"\xff\xf1", "audio/aac"), (b"\x1aE\xdf\xa3", "video/webm"),
    (b"Rar!", "application/vnd.rar"), (b"7z\xbc\xaf", "application/x-7z-compressed"), (b"\x1f\x8b", "application/gzip"),
    (b"MZ", PROGRAM), (b"\x7fELF", PROGRAM), (b"\xca\xfe\xba\xbe", PROGRAM), (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xfe\xed\xfa", PROGRAM), (b"#!/", PROGRAM), (b"L\0\0\0\x01\x14\x02\0", PROGRAM),
)  # fmt: skip
_BRANDS = {
    b"heic": "image/heic", b"heix": "image/heic", b"hevc": "image/heic", b"mif1": "image/heic", b"msf1": "image/heic",
    b"avif": "image/avif", b"M4A ": "audio/mp4", b"qt  ": "video/quicktime", b"3gp4": "video/3gpp",
}  # fmt: skip
PROGRAMS = frozenset(
    {"exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk", "jar"}
    | {"apk", "sh", "dmg", "pkg", "app", "reg", "cpl"}
)
_TEXTS = frozenset({TEXT, CSV})
# What the ends of names promise. A name with another end promises nothing.
PROMISED: dict[str, frozenset[str]] = {
    **{end: frozenset(PICTURES) for end in ("jpg", "jpeg", "png", "webp", "gif")},
    **{end: frozenset({kind}) for end, kind in _OLD_OFFICE.items()},
    "pdf": frozenset({PDF}), "docx": frozenset({_INSIDE[0][1]}), "xlsx": frozenset({_INSIDE[1][1]}),
    "pptx": frozenset({_INSIDE[2][1]}), "zip": frozenset({ZIP}), "rar": frozenset({"application/vnd.rar"}),
    "7z": frozenset({"application/x-7z-compressed"}), "gz": frozenset({"application/gzip"}),
    "txt": _TEXTS, "csv": _TEXTS, "log": _TEXTS, "md": _TEXTS, "vcf": _TEXTS, "rtf": frozenset({RTF}),
    "html": frozenset({HTML, XML}), "htm": frozenset({HTML, XML}), "svg": frozenset({SVG}),
    "xml": frozenset({XML, SVG, HTML}), "mp3": frozenset({"audio/mpeg"}), "m4a": frozenset({"audio/mp4", "video/mp4"}),
    "amr": frozenset({"audio/amr"}), "wav": frozenset({"audio/wav"}), "flac": frozenset({"audio/flac"}),
    "ogg": frozenset({"audio/ogg"}), "aac": frozenset({"audio/aac"}), "mp4": frozenset({"video/mp4", "audio/mp4"}),
    "mov": frozenset({"video/quicktime", "video/mp4"}), "webm": frozenset({"video/webm"}),
    "avi": frozenset({"video/x-msvideo"}), "3gp": frozenset({"video/3gpp", "video/mp4"}),
}  # fmt: skip


def kind_of(*, name: str, content: IO[bytes]) -> str:
    """A media type. Raises ProgramRefused, PictureKindRefused, FileSaysOtherwise."""
    content.seek(0)
    head = content.read(LOOKED_AT)
    end = PurePath(name).suffix.lower().removeprefix(".")
    kind = _by_sign(head) or _by_text(head, end) or _by_puremagic(head)
    if kind == ZIP:
        kind = _inside_zip(content)
    elif kind == OLE:
        kind = _OLD_OFFICE.get(end, OLE)
    if kind == PROGRAM or end in PROGRAMS:
        raise ProgramRefused
    if kind.startswith("image/") and kind not in PICTURES and kind != SVG:
        raise PictureKindRefused(params={"kind": kind})
    if kind not in PROMISED.get(end, {kind}):
        raise FileSaysOtherwise(params={"end": end, "kind": kind})
    return kind


def fitting_name(*, name: str, kind: str) -> str:
    """A picture that was saved under the name of another kind of picture (chat programs do) gets the right end."""
    path = PurePath(name)
    end = path.suffix.lower().removeprefix(".")
    if kind in PICTURES and end in PROMISED and not (end == PICTURES[kind] or (end, kind) == ("jpeg", "image/jpeg")):
        return f"{path.stem}.{PICTURES[kind]}"
    return name


def _by_sign(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}.get(head[8:12])
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return ZIP
    return next((kind for sign, kind in _SIGNS if head.startswith(sign)), None)


def _by_text(head: bytes, end: str) -> str | None:
    """None for what is no text in UTF-8 or GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        # The last sign may be cut in two.
        for cut in range(4):
            try:
                text = head[: len(head) - cut].decode(encoding)
                break
            except UnicodeDecodeError:
                continue
        else:
            continue
        if any(sign < " " and sign not in "\t\n\r\f" for sign in text):
            return None
        return _kind_of_text(text.lstrip().lower(), end)
    return None


def _kind_of_text(text: str, end: str) -> str:
    if text.startswith("{\\rtf"):
        return RTF
    if text.startswith("<"):
        start = text[:HEAD]
        if "<svg" in start:
            return SVG
        if any(sign in start for sign in ("<!doctype html", "<html", "<script", "<body", "<head", "<iframe")):
            return HTML
        return XML
    return CSV if end == "csv" else TEXT


def _by_puremagic(head: bytes) -> str:
    try:
        kind = puremagic.from_string(head, mime=True)
    except (puremagic.PureError, ValueError):
        return ANYTHING
    # A guess tells what to call it, never that it may be shown.
    return kind if kind and "/" in kind and kind not in {*SHOWN, HTML, SVG, XML} else ANYTHING


def _inside_zip(content: IO[bytes]) -> str:
    content.seek(0)
    try:
        with zipfile.ZipFile(content) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return ZIP
    return next((kind for start, kind in _INSIDE if any(name.startswith(start) for name in names)), ZIP)
