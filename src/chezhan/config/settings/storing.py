"""Where people's files lie: on disk, or in an S3-compatible storage (the extra `s3`) when a bucket is named."""

from typing import Any

from chezhan.config.settings import environment as env
from chezhan.config.settings.base import FILES

S3_BUCKET = env.text("CHEZHAN_S3_BUCKET")


def in_s3(
    *, bucket: str, endpoint: str, region: str, access_key: str, secret_key: str, addressing: str
) -> dict[str, Any]:
    """`addressing`: virtual, path or auto: whether the bucket stands in the host's name or in the path."""
    from botocore.config import Config  # noqa: PLC0415 (the extra `s3`, where a bucket is named)

    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": endpoint or None,
            "region_name": region or None,
            "access_key": access_key or None,
            "secret_key": secret_key or None,
            # Nobody but us reads them: no address is ever handed out.
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": False,
            "client_config": Config(
                signature_version="s3v4",
                s3={"addressing_style": addressing or "auto"},
                # Check sums of Amazon's own are refused by storages that only speak its older language.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                connect_timeout=5,
                read_timeout=30,
                retries={"mode": "standard", "total_max_attempts": 2},
            ),
        },
    }


_ON_DISK = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES / "stored"}}
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "stored": in_s3(
        bucket=S3_BUCKET,
        endpoint=env.text("CHEZHAN_S3_ENDPOINT"),
        region=env.text("CHEZHAN_S3_REGION"),
        access_key=env.text("CHEZHAN_S3_ACCESS_KEY"),
        secret_key=env.text("CHEZHAN_S3_SECRET_KEY"),
        addressing=env.text("CHEZHAN_S3_ADDRESSING"),
    )
    if S3_BUCKET
    else _ON_DISK,
}
