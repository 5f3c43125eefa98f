"""All routers, in the order in which they are asked."""

from __future__ import annotations

from aiogram import Router

from handlers import membership
from handlers.customer import commands as customer_commands
from handlers.customer import presses as customer_presses
from handlers.customer import talk as customer_talk
from handlers.staff import commands as staff_commands
from handlers.staff import presses as staff_presses
from handlers.staff import talk as staff_talk

ROUTERS: tuple[Router, ...] = (
    customer_commands.router,
    customer_talk.router,
    customer_presses.router,
    staff_commands.router,
    staff_commands.captions,
    staff_talk.router,
    staff_presses.router,
    membership.router,
)
