"""The table of who can sign in to the demo group."""

from rich.table import Table

from chezhan.config.demo.cast import CAST
from chezhan.config.demo.story import GROUP_NAME


def logins_table(*, password: str) -> Table:
    table = Table(title=f"{GROUP_NAME} (演示 / demo)", title_justify="left")
    for heading in ("角色 Role", "姓名 Name", "登录邮箱 E-mail", "密码 Password", "所在 Where"):
        table.add_column(heading, no_wrap=True)
    for number, member in enumerate(CAST):
        here = member.store.name if member.store else "集团总部"
        last_of_place = number + 1 == len(CAST) or CAST[number + 1].store != member.store
        table.add_row(member.role_label, member.name, member.email, password, here, end_section=last_of_place)
    return table
