"""Mail by a mail server of the store's own, over Django's mail. The server's name is checked as every other is."""

from email.utils import formataddr

from django.core.mail import EmailMessage

from chezhan.kernel.outbound.mail import MailRefused, MailServer, MailUnfit, post
from chezhan.modules.messaging.channels.registry import Account, Entry, Letter, Provider, Taken, provides
from chezhan.modules.messaging.refusals import SendRefused

# From here on a mail server's no is for good.
FOR_GOOD = 500


class SmtpMail(Provider):
    name = "smtp"
    channel = "mail"
    entries = (
        Entry("host"),
        Entry("port", "number", default="465"),
        Entry("security", "choice", options=("ssl", "starttls", "none"), default="ssl"),
        Entry("user", required=False),
        Entry("password", "secret", required=False),
        Entry("sender"),
        Entry("sender_name", required=False),
    )

    def send(self, *, account: Account, letter: Letter) -> Taken:
        server = MailServer(
            host=account.text("host"), port=int(account.text("port") or 465), user=account.text("user"),
            password=account.secret("password"), security=account.text("security") or "ssl",
        )  # fmt: skip
        name = f"<{letter.id.hex}@{account.text('sender').rpartition('@')[2]}>"
        headers = {"Message-ID": name}
        if letter.link:
            headers |= {"List-Unsubscribe": f"<{letter.link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
        # A value in a header may be of several lines.
        subject, called = (" ".join(one.split()) for one in (letter.subject, account.text("sender_name")))
        sender = formataddr((called, account.text("sender")))
        mail = EmailMessage(subject, letter.text, sender, [letter.address], headers=headers)
        try:
            post(mail, server=server)
        except MailUnfit as error:
            raise SendRefused(str(error)) from None
        except MailRefused as error:
            raise SendRefused(str(error), again=error.code < FOR_GOOD) from None
        return Taken(provider_id=name)


provides(SmtpMail())
