"""The words of every message that accounts send, by language: subject and body."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Letter:
    """`body` and `subject` take the placeholders of the mail they belong to."""

    subject: str
    body: str


CHINESE, ENGLISH = "zh-hans", "en"

LETTERS: dict[str, dict[str, Letter]] = {
    "confirm_email": {
        CHINESE: Letter(
            "请确认您的邮箱",
            "您好：\n\n有人用这个邮箱注册了车栈。如果是您，请打开下面的链接确认（7 天内有效）：\n\n{activate_url}\n\n"
            "如果不是您，请忽略这封邮件。",
        ),
        ENGLISH: Letter(
            "Confirm your e-mail address",
            "Hello,\n\nSomebody signed up to Chezhan with this address. If it was you, open this link to confirm it "
            "(it works for 7 days):\n\n{activate_url}\n\nIf it was not you, you need not do anything.",
        ),
    },
    "reset_password": {
        CHINESE: Letter(
            "重设密码",
            "您好：\n\n有人请求重设您的车栈密码。如果是您，请打开下面的链接（2 小时内有效，只能用一次）：\n\n"
            "{password_reset_url}\n\n如果不是您，请忽略这封邮件，密码不会改变。",
        ),
        ENGLISH: Letter(
            "Reset your password",
            "Hello,\n\nSomebody asked to reset your Chezhan password. If it was you, open this link (it works for "
            "2 hours, once):\n\n{password_reset_url}\n\nIf it was not you, ignore this mail: nothing changes.",
        ),
    },
    "unknown_account": {
        CHINESE: Letter(
            "这个邮箱没有账号",
            "您好：\n\n有人想用 {email} 重设车栈的密码，但这个邮箱没有账号。如果是您，"
            "也许您是用手机号或别的邮箱注册的，"
            "或者可以在这里注册：\n\n{signup_url}\n\n如果不是您，请忽略这封邮件。",
        ),
        ENGLISH: Letter(
            "There is no account with this address",
            "Hello,\n\nSomebody tried to reset a Chezhan password with {email}, but no account has this address. If "
            "it was you, perhaps you signed up with a phone or another address; or sign up here:\n\n{signup_url}\n\n"
            "If it was not you, you need not do anything.",
        ),
    },
    "account_exists": {
        CHINESE: Letter(
            "您已有账号",
            "您好：\n\n有人想用 {email} 注册车栈，但这个邮箱已有账号。忘了密码可以在这里重设：\n\n{password_reset_url}",
        ),
        ENGLISH: Letter(
            "You have an account already",
            "Hello,\n\nSomebody tried to sign up to Chezhan with {email}, which has an account already. If you forgot "
            "its password, set a new one here:\n\n{password_reset_url}",
        ),
    },
    "notice": {
        CHINESE: Letter(
            "您的账号有变动",
            "您好：\n\n您的车栈账号刚刚有变动：{what}。\n\n时间：{timestamp}\n网络地址：{ip}\n\n"
            "如果不是您本人操作，请立即重设密码。",
        ),
        ENGLISH: Letter(
            "Your account was changed",
            "Hello,\n\nYour Chezhan account was just changed: {what}.\n\nTime: {timestamp}\nAddress: {ip}\n\n"
            "If this was not you, reset your password at once.",
        ),
    },
    "invitation": {
        CHINESE: Letter(
            "{inviter}邀请您加入{place}",
            "您好：\n\n{inviter}邀请您加入{place}，职务：{role}。"
            "请打开下面的链接接受（7 天内有效，只能用一次）：\n\n{link}\n\n如果您不认识对方，请忽略这封邮件。",
        ),
        ENGLISH: Letter(
            "{inviter} invites you to {place}",
            "Hello,\n\n{inviter} invites you to join {place} as {role}. Open this link to accept (it works for 7 days, "
            "once):\n\n{link}\n\nIf you do not know the sender, ignore this mail.",
        ),
    },
    "code": {
        CHINESE: Letter("", "【车栈】验证码 {code}，15 分钟内有效。请勿告诉他人。"),
        ENGLISH: Letter("", "[Chezhan] Your code is {code}. It works for 15 minutes; tell it to nobody."),
    },
    "phone_has_account": {
        CHINESE: Letter("", "【车栈】有人想用您的手机号注册，但它已有账号。请直接登录，忘了密码可用短信重设。"),
        ENGLISH: Letter(
            "", "[Chezhan] Your number has an account already. Sign in, or reset your password by text message."
        ),
    },
}

NOTICES: dict[str, dict[str, str]] = {
    "password_reset": {CHINESE: "密码已重设", ENGLISH: "the password was reset"},
    "password_changed": {CHINESE: "密码已修改", ENGLISH: "the password was changed"},
    "password_set": {CHINESE: "密码已设置", ENGLISH: "a password was set"},
    "email_changed": {CHINESE: "邮箱已更换", ENGLISH: "the e-mail address was changed"},
    "email_deleted": {CHINESE: "一个邮箱已移除", ENGLISH: "an e-mail address was removed"},
    "totp_activated": {CHINESE: "已开启两步验证", ENGLISH: "two-step sign-in was turned on"},
    "totp_deactivated": {CHINESE: "已关闭两步验证", ENGLISH: "two-step sign-in was turned off"},
    "recovery_codes_generated": {CHINESE: "已生成新的恢复码", ENGLISH: "new recovery codes were made"},
}


def compose(kind: str, *, language: str, **params: Any) -> Letter:
    """The letter `kind` with its placeholders filled; Chinese unless `language` is English."""
    letter = LETTERS[kind][ENGLISH if language == ENGLISH else CHINESE]
    subject = " ".join(letter.subject.format(**params).split())
    return Letter(subject=subject, body=letter.body.format(**params))
