"""A person signs in by e-mail or phone and may belong to many stores and groups."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, *, password: str | None = None, **fields) -> "Person":
        person = self.model(**fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, *, password: str, **fields) -> "Person":
        return self.create_user(password=password, is_staff=True, is_superuser=True, **fields)


class Person(AbstractBaseUser, PermissionsMixin):
    """`is_staff` marks the platform's own people; it opens no store."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(null=True, blank=True, unique=True)
    phone = models.CharField(max_length=20, null=True, blank=True, unique=True, help_text="E.164")
    phone_verified = models.BooleanField(default=False)
    name = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=8, default="zh-hans", choices=[("zh-hans", "中文"), ("en", "English")])
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    # A program that acts in a store by its token: no address, no password, no seat.
    is_service = models.BooleanField(default=False, db_default=False)
    # The guided tours that need not be offered again: "store", "hq".
    tours_seen = ArrayField(models.CharField(max_length=12), default=list, db_default=[], blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        db_table = "person"
        constraints = [
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(phone__isnull=False) | Q(is_service=True),
                name="person_email_or_phone",
            ),
            models.UniqueConstraint(Lower("email"), name="person_email_any_case"),
        ]

    def save(self, *args, **kwargs) -> None:
        """An empty address is none at all: two people may be without one, but not have the same one."""
        self.email, self.phone = self.email or None, self.phone or None
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.name or self.email or self.phone or str(self.id)
