"""Who may sign in, and how: django-allauth headless for the browser app."""

AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
]
