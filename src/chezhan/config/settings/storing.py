"""Where people's files lie: on disk, or in an S3-compatible storage (the extra `s3`) when a bucket is named."""

from typing import Any

from chezhan.config.settings import environment as env
from chezhan.config.settings.base import FILES

S3_BUCKET = env.text("CHEZHAN_S3_BUCKET")
_ON_DISK = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES / "stored"}}
_IN_S3 = {
    "BACKEND": "storages.backends.s3.S3Storage",
    "OPTIONS": {
        "bucket_name": S3_BUCKET,
        "endpoint_url": env.text("CHEZHAN_S3_ENDPOINT") or None,
        "region_name": env.text("CHEZHAN_S3_REGION") or None,
        "access_key": env.text("CHEZHAN_S3_ACCESS_KEY") or None,
        "secret_key": env.text("CHEZHAN_S3_SECRET_KEY") or None,
        # Nobody but us reads them: no address is ever handed out.
        "default_acl": None,
        "querystring_auth": True,
        "file_overwrite": False,
    },
}
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "stored": _IN_S3 if S3_BUCKET else _ON_DISK,
}
