"""Mail over SMTP, to a server that takes it as the protocol says: once, over the line that was asked for, or not."""

from dataclasses import replace

import pytest

from chezhan.kernel.ids import new_id
from chezhan.kernel.outbound import NotReached
from chezhan.modules.messaging.channels.registry import Account, Letter, provider_of
from chezhan.modules.messaging.refusals import SendRefused
from tests.doubles.http import certificate
from tests.doubles.smtp import END, HANG_UP, mail_server
from tests.integration.modules.messaging.conftest import later, send

LETTER = Letter(
    id=new_id(),
    address="zhang@example.com",
    subject="保养提醒",
    text="张三您好\n.该保养了",
    link="https://x.example/u/t",
)
PASSWORDS = {"shop": "s3cret"}


@pytest.fixture(scope="module")
def ours():
    with certificate("localhost") as made:
        yield made


@pytest.fixture
def box(settings, ours, request):
    """A server with the security that the test names, to which the product trusts."""
    settings.OUTBOUND_CA_FILE = str(ours.file)
    with mail_server(security=getattr(request, "param", "ssl"), tls=ours, accounts=PASSWORDS) as server:
        settings.OUTBOUND_INSIDE = frozenset({f"localhost:{server.port}"})
        yield server


def config(box, **values):
    said = {
        "host": "localhost",
        "port": str(box.port),
        "user": "shop",
        "security": "ssl",
        "sender": "shop@chezhan.example",
    }
    return {**said, "sender_name": "北店", **values}


@pytest.fixture
def post(box, cast):
    """post(letter, password=…, security=…) by the provider itself."""

    def _post(letter=LETTER, *, password="s3cret", **values):
        account = Account(config(box, **values), {"password": password}, "key", cast.stores["north"])
        return provider_of(channel="mail", name="smtp").send(account=account, letter=letter)

    return _post


@pytest.fixture
def one(manager, box):
    """A marketing mail that waits, of a template that says nothing of ending such mails."""
    manager.connect("mail", "smtp", **config(box), password="s3cret")
    field = {"label": {"zh": "邮箱"}, "type": "email", "name": "x_email"}
    manager.ask("post", "/api/store/design/entities/customer/fields", field)
    record = manager.made(name="张三", x_email="zhang@example.com")
    manager.consents(record, channel="mail")
    template = manager.template(channel="mail", purpose="marketing", subject="{{name}}，新车到店", text="欢迎")
    manager.send(record, template, path="x_email")
    return manager


@pytest.mark.parametrize(("box", "security"), [("ssl", "ssl"), ("starttls", "starttls")], indirect=["box"])
def test_it_goes_within_tls_signed_in_and_whole(box, post, security):
    assert post(security=security).provider_id == f"<{LETTER.id.hex}@chezhan.example>"
    (posted,) = box.posts
    assert (posted.tls, posted.user, posted.sender, posted.recipients) == (
        True, "shop", "shop@chezhan.example", ("zhang@example.com",),
    )  # fmt: skip
    mail = posted.mail
    assert (mail["Subject"], mail["To"]) == ("保养提醒", "zhang@example.com")
    assert mail["From"].addresses[0].display_name == "北店"
    assert mail.get_content().splitlines() == ["张三您好", ".该保养了"]
    assert (mail["List-Unsubscribe"], mail["List-Unsubscribe-Post"]) == (
        "<https://x.example/u/t>", "List-Unsubscribe=One-Click",
    )  # fmt: skip


@pytest.mark.parametrize("box", ["none"], indirect=True)
def test_nothing_goes_in_the_clear_where_tls_was_asked_for(box, post):
    with pytest.raises(SendRefused) as refused:
        post(security="starttls")
    assert (refused.value.reason, refused.value.again) == ("smtp_no_starttls", False)
    with pytest.raises(NotReached):
        post(security="ssl")
    assert not [line for line in box.heard if line.startswith(("AUTH", "MAIL"))]


def test_a_stranger_at_the_servers_place_is_told_nothing(box, post, settings):
    settings.OUTBOUND_CA_FILE = ""
    with pytest.raises(NotReached):
        post()
    assert box.heard == []


def test_a_wrong_password_is_said_and_posts_nothing(box, post):
    with pytest.raises(SendRefused) as refused:
        post(password="wrong")
    assert (refused.value.reason, refused.value.again, box.posts) == ("smtp 535", False, [])


def test_no_value_becomes_a_header_or_another_reader(box, post):
    lines = replace(LETTER, subject="新车\r\nBcc: rival@example.com\r\n\r\n到店")
    post(lines, sender_name='北店"\r\nBcc: x@example.com')
    for address in ("zhang@example.com\r\nRCPT TO:<rival@example.com>", "zhang@example.com>\nDATA"):
        with pytest.raises(SendRefused) as refused:
            post(replace(LETTER, address=address))
        assert refused.value.reason == "smtp_bad_letter"
    (posted,) = box.posts
    assert posted.recipients == ("zhang@example.com",)
    assert posted.mail["Bcc"] is None
    assert posted.mail["Subject"] == "新车 Bcc: rival@example.com 到店"


def test_advertising_says_how_to_end_it_whatever_its_text_says(one, box, rows):
    send()
    (told,) = one.messages()
    (posted,) = box.posts
    assert (told["state"], posted.mail["Subject"]) == ("sent", "张三，新车到店")
    # A long header is folded.
    link = posted.mail["List-Unsubscribe"].strip()
    assert (link[:5], link.endswith(f"/u/{rows()[0].link}>")) == ("<http", True)
    assert posted.mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    ("replies", "code"),
    [
        ({"RCPT": "450 4.2.1 later"}, "smtp 450"),
        ({END: "452 4.3.1 full"}, "smtp 452"),
        ({"MAIL": "421 4.7.0 busy"}, "smtp 421"),
        ({"RCPT": HANG_UP}, "outbound_not_reached"),
    ],
)
def test_what_was_certainly_not_taken_goes_later(one, box, noon, replies, code):
    box.replies |= replies
    send()
    assert [(told["state"], told["code"]) for told in one.messages()] == [("queued", code)]
    assert send() == 0
    box.replies.clear()
    noon.move_to(later(minutes=1))
    send()
    assert [told["state"] for told in one.messages()] == ["sent"]
    assert len(box.posts) == 1


@pytest.mark.parametrize(
    ("replies", "code"), [({"RCPT": "550 5.1.1 nobody"}, "smtp 550"), ({END: "554 5.7.1 spam"}, "smtp 554")]
)
def test_what_is_refused_for_good_says_why_and_stays(one, box, noon, replies, code):
    box.replies |= replies
    send()
    box.replies.clear()
    noon.move_to(later(hours=3))
    send()
    assert [(told["state"], told["code"]) for told in one.messages()] == [("failed", code)]
    assert box.posts == []


def test_a_reply_that_was_lost_after_the_mail_is_unknown_and_nobody_sends_again(one, box, noon):
    box.replies[END] = HANG_UP
    send()
    box.replies.clear()
    for _ in range(3):
        noon.move_to(later(hours=3))
        send()
    assert [(told["state"], told["code"]) for told in one.messages()] == [("unknown", "reply_lost")]
    assert len(box.posts) == 1
