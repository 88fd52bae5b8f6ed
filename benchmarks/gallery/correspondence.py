"""Messages for the pictures: a directory, registered texts, one message in each state, one begun of each way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from station_client.domain.ids import ItemId, OfficeCode
from station_client.domain.message import Channel, Delivery, DeliveryReason, Message, MessageState, Recipient
from station_client.domain.messaging import Sketch
from station_client.domain.office import District, Office, OfficeKind, State
from station_client.domain.sms import Template
from station_client.services.addresses import Contact
from tests.support.faces import NOW, OFFICER
from tests.support.work import Desk

STATES: Final = (State("9", "UTTAR PRADESH"), State("5", "UTTARAKHAND"))
TEMPLATE: Final = Template("1", "Wanted vehicle", "Look out for vehicle {#var#} near {#var#}. -UPPOLICE")
PEOPLE: Final = (
    Recipient("sho.rishikesh@uttarakhandpolice.gov.in", "RISHIKESH, DEHRADUN", Delivery.DELIVERED, at=NOW),
    Recipient("sp.hardoi@up.gov.in", "SP HARDOI", Delivery.HANDED_OVER, at=NOW),
    Recipient("gate@example.com", "", Delivery.FAILED, DeliveryReason.ADDRESS_REFUSED, NOW),
)


class Directory:
    """A small directory, in memory."""

    def states(self) -> tuple[State, ...]:
        """List two."""
        return STATES

    def districts(self, state_code: str) -> tuple[District, ...]:
        """List one."""
        return (District("51", state_code, "DEHRADUN"),)

    def offices(self, _district: District, _channel: Channel) -> tuple[Contact, ...]:
        """List three, one of which nobody can write to."""
        names = ("RISHIKESH", "MAHILA THANA", "DALANWALA KOTWALI")
        offices = [
            Office(OfficeCode(str(at)), OfficeKind.POLICE_STATION, one, "51", "5") for at, one in enumerate(names)
        ]
        return tuple(Contact(one, "DEHRADUN", f"sho.{at}@uk.gov.in" if at else "") for at, one in enumerate(offices))

    def find(self, _words: str, channel: Channel) -> tuple[Contact, ...]:
        """Find the same."""
        return self.offices(District("51", "5", "DEHRADUN"), channel)


class Letters:
    """What was written on this PC, in memory."""

    def __init__(self, messages: tuple[Message, ...], templates: tuple[Template, ...]) -> None:
        """Hold them."""
        self._messages, self._templates = messages, templates

    def all(self) -> tuple[Message, ...]:
        """Give them."""
        return self._messages

    def templates(self) -> tuple[Template, ...]:
        """Give the registered texts."""
        return self._templates


class Begun:
    """What is being written, in memory."""

    def __init__(self, sketches: tuple[Sketch, ...]) -> None:
        """Hold one of each way."""
        self._sketches = sketches

    def all(self) -> tuple[Sketch, ...]:
        """Give both."""
        return self._sketches

    def keep(self, _sketch: Sketch, _had: object = None) -> None:
        """Take what a scene writes, and forget it."""


def with_messages(desk: Desk, *, filled: bool, many: int = 0) -> Desk:
    """Give a desk with messages (as many more as asked for), or one on which none was written yet."""
    letters = Letters((*_written(), *_more(many)), (TEMPLATE,)) if filled else Letters((), ())
    begun = _begun() if filled else (Sketch(Channel.EMAIL), Sketch(Channel.SMS))
    desk.verbs = replace(desk.verbs, messages=letters, begun_messages=Begun(begun), addresses=Directory())  # type: ignore[arg-type] # in memory
    return desk


def _begun() -> tuple[Sketch, ...]:
    mail = Sketch(
        Channel.EMAIL,
        tuple(Recipient(one.address, one.shown) for one in PEOPLE),
        subject="Wanted vehicle UP 30 AB 1234",
        content="कृपया वाहन UP 30 AB 1234 पर नज़र रखें। Call 9876543210.",
    )
    return mail, Sketch(Channel.SMS, (Recipient("+919876543210"),), template=TEMPLATE, variables=("UP30AB1234", ""))


def _written() -> tuple[Message, ...]:
    sound = Message(
        ItemId("message-1"), OFFICER.login, Channel.EMAIL, PEOPLE, "Kindly look out.", NOW, 0.0, "Wanted vehicle"
    )
    fresh = tuple(Recipient(one.address, one.shown) for one in PEOPLE[:1])
    return (
        replace(sound, state=MessageState.AT_CENTRE),
        replace(sound, message_id=ItemId("message-2"), recipients=fresh, queued_at=NOW - timedelta(minutes=3)),
        replace(
            sound,
            message_id=ItemId("message-3"),
            recipients=fresh,
            state=MessageState.REFUSED,
            reason="hourly-limit",
            queued_at=NOW - timedelta(hours=2),
        ),
        replace(
            sound,
            message_id=ItemId("message-4"),
            channel=Channel.SMS,
            subject="",
            content=TEMPLATE.filled(("UP30AB1234", "हरिद्वार")),
            recipients=(Recipient("+919876543210"),),
            state=MessageState.SENDING,
        ),
    )


def _more(count: int) -> Iterator[Message]:
    first = _written()[0]
    for number in range(count):
        to = PEOPLE[: 1 + number % 3]
        at = NOW - timedelta(hours=5 * number)
        yield replace(first, message_id=ItemId(f"more-{number}"), recipients=to, queued_at=at)
