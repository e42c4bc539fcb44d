"""Addresses, languages, files, middleware."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from chezhan.config.settings import environment as env

DEBUG = env.flag("CHEZHAN_DEBUG")
DEV_OUTBOX = env.flag("CHEZHAN_DEV_OUTBOX")
VAR = Path(env.text("CHEZHAN_VAR") or env.ROOT / "var")
SECRET_KEY = env.text("SECRET_KEY")
if not SECRET_KEY:
    if not (DEBUG or DEV_OUTBOX):
        raise ImproperlyConfigured("Set SECRET_KEY to a long random text; it signs sessions and links.")
    SECRET_KEY = "development-only-key-that-signs-nothing-of-value"

PUBLIC_URL = env.text("CHEZHAN_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = env.words("CHEZHAN_HOSTS", "127.0.0.1,localhost,testserver")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
# Where DNS sends *.<this> to us, each store has a host name of its own; empty: stores are named by path and header.
STORE_DOMAIN = env.text("CHEZHAN_STORE_DOMAIN").strip(".")
if STORE_DOMAIN:
    ALLOWED_HOSTS.append(f".{STORE_DOMAIN}")
    CSRF_TRUSTED_ORIGINS.append(f"{PUBLIC_URL.partition('://')[0]}://*.{STORE_DOMAIN}")
    SESSION_COOKIE_DOMAIN = CSRF_COOKIE_DOMAIN = STORE_DOMAIN
SECURE = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

ROOT_URLCONF = "chezhan.config.urls"
WSGI_APPLICATION = "chezhan.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = False

MIDDLEWARE = [
    "chezhan.config.observability.requests.RequestMetricsMiddleware",
    "chezhan.config.middleware.request_id.RequestIdMiddleware",
    "chezhan.config.observability.access_log.AccessLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "chezhan.config.middleware.body_limit.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "chezhan.config.middleware.pages.PageLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "chezhan.config.middleware.pages.PageCsrfMiddleware",
    "chezhan.config.middleware.scope.ScopeMiddleware",
    "chezhan.config.middleware.pages.PageAuthenticationMiddleware",
    "chezhan.config.middleware.pages.PageMessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "chezhan.config.middleware.refusals.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("CHEZHAN_STATIC") or VAR / "static")
FRONTEND_DIST = Path(env.text("CHEZHAN_FRONTEND_DIST") or env.ROOT / "frontend" / "dist")
WHITENOISE_ROOT = FRONTEND_DIST
WHITENOISE_INDEX_FILE = False
FILES = VAR / "files"
# One file that people send up; all files of a store.
FILE_MAX_BYTES = env.number("CHEZHAN_FILE_MAX_MB", 50) * 1024 * 1024
STORE_FILES_BYTES = env.number("CHEZHAN_STORE_FILES_GB", 50) * 1024 * 1024 * 1024
IMPORT_MAX_BYTES = env.number("CHEZHAN_IMPORT_MAX_MB", 300) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
