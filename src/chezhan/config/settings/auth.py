"""Who may sign in, and how: django-allauth headless for the browser app."""

from chezhan.config.settings import environment as env

LOGIN_URL = "/sign-in"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "phone", "name")},
    },
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]

_PUBLIC_URL = env.text("CHEZHAN_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_signup": f"{_PUBLIC_URL}/sign-up",
    "account_confirm_email": f"{_PUBLIC_URL}/verify-email/{{key}}",
    "account_reset_password": f"{_PUBLIC_URL}/forgot-password",
    "account_reset_password_from_key": f"{_PUBLIC_URL}/reset-password/{{key}}",
    "socialaccount_login_error": f"{_PUBLIC_URL}/sign-in",
}
# Either of e-mail and phone will do, which the check of SIGNUP_FIELDS can't say; SignUpFields asks for one.
SILENCED_SYSTEM_CHECKS = ["account.W001"]

ACCOUNT_ADAPTER = "chezhan.headquarters.account.adapter.PersonAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email", "phone", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "chezhan.headquarters.account.sign_up.SignUpFields"
# A sign-up by e-mail goes on at once and the address is proved later; a phone is proved by a code.
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PHONE_VERIFICATION_ENABLED = True
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "【车栈】"
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 7
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
PASSWORD_RESET_TIMEOUT = 2 * 3600
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}

# "key" is the account from one address (see PersonAdapter); "account" counts it from all addresses together.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "login_failed_account": "50/h/key",
    "signup": "20/m/ip,100/h/ip",
    "reset_password": "20/m/ip,3/5m/key,10/d/key",
    "reset_password_by_code": "20/m/ip",
    "verify_phone": "1/60s/key,10/d/key,10/m/ip",
}
# How many proxies of ours stand in front: only then is X-Forwarded-For believed, counted from its right end.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("CHEZHAN_TRUSTED_PROXIES", 0)

MFA_ADAPTER = "chezhan.headquarters.account.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Chezhan"

_DEV_OUTBOX = env.flag("CHEZHAN_DEV_OUTBOX")
_DELIVERY = "chezhan.headquarters.account.delivery"
DEFAULT_FROM_EMAIL = env.text("CHEZHAN_MAIL_FROM", "车栈 <no-reply@chezhan.invalid>")
EMAIL_HOST = env.text("CHEZHAN_SMTP_HOST")
EMAIL_PORT = env.number("CHEZHAN_SMTP_PORT", 587)
EMAIL_HOST_USER = env.text("CHEZHAN_SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("CHEZHAN_SMTP_PASSWORD")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = (
    f"{_DELIVERY}.mail.OutboxBackend"
    if _DEV_OUTBOX
    else "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else f"{_DELIVERY}.mail.UnconfiguredBackend"
)
# A function of (to, body). Empty: sign-up and recovery by phone are refused with `sms_not_configured`.
SMS_SENDER = f"{_DELIVERY}.sms.into_outbox" if _DEV_OUTBOX else env.text("CHEZHAN_SMS_SENDER")
