"""Messages as a station hands them over, and a centre whose ways out lead to servers of the tests."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from central.messages.postman import Postman
from central.messages.ways import postmen
from central.store.messages import Standing
from station_client.domain.fir import Complainant
from station_client.domain.ids import uuid7
from station_client.domain.sms import Template
from sync.protocol.messages import FileClaim, Grant
from sync.protocol.outgoing import MessageAnswer, MessageBatch, MessageItem
from sync.protocol.records import FirRecord
from tests.support import mail_server, smsc
from tests.support.centre import DSP, HIGHER_OFFICE, SmallCentre
from tests.support.records import a_fir

TEMPLATE = Template("1107160000000000123", "Wanted vehicle", "Look out for vehicle {#var#} near {#var#}. -UPPOLICE")
HINDI = Template("1107160000000000456", "वाहन", "वाहन {#var#} पर नज़र रखें। -UPPOLICE", "hi", "1001")
_made: list[Postman] = []
NUMBER = "+919876543210"
ADDRESS = "sho.rishikesh@uttarakhandpolice.gov.in"


def a_mail(author: str = DSP, *, files: tuple[FileClaim, ...] = (), **other: Any) -> MessageItem:  # noqa: ANN401 fields of every kind
    """Write an e-mail that the centre takes, but for what a test changes in it."""
    now = datetime.now(UTC)
    sound = MessageItem(
        message_id=uuid7(now, os.urandom(10)),
        author=author,
        channel="email",
        recipients=(ADDRESS,),
        subject="चोरी का वाहन UP 30 AB 1234",
        content="Kindly look out for the vehicle.\n.\nकृपया वाहन पर नज़र रखें।",
        written_at=now,
        skew_seconds=0.0,
        files=files,
    )
    return msgspec.structs.replace(sound, **other)


def an_sms(
    template: Template = TEMPLATE,
    variables: tuple[str, ...] = ("UP30AB1234", "Haridwar"),
    **other: Any,  # noqa: ANN401 fields of every kind
) -> MessageItem:
    """Write a short message that the centre takes, but for what a test changes in it."""
    made = a_mail(
        channel="sms",
        recipients=(NUMBER,),
        subject="",
        content=template.filled(variables),
        template_id=template.template_id,
        variables=variables,
    )
    return msgspec.structs.replace(made, **other)


def guarded_fir(victim: str = "Kumari Example", *, version: int = 1) -> FirRecord:
    """Give the FIR 0007/2026 of the office that writes, which protects its victim."""
    sound = a_fir(7, station_code=HIGHER_OFFICE, station_name="SP HARDOI", victim_protected=True, version=version)
    form = replace(sound.form, station="SP HARDOI", complainant=Complainant(name=victim))
    return msgspec.structs.replace(sound, key=f"{HIGHER_OFFICE}/2026/0007", form=form)


def mail_settings(server: mail_server.MailServer, **other: Any) -> dict[str, Any]:  # noqa: ANN401 settings of every kind
    """Set a centre's way out for e-mail to a server of the tests."""
    usual = {
        "mail_host": "127.0.0.1",
        "mail_port": server.port,
        "mail_ca_file": str(server.ca_file),
        "mail_login": mail_server.LOGIN,
        "mail_password": mail_server.PASSWORD,
        "mail_from": "crimac@ncrb.gov.in",
        "mail_from_states": "09=crimac@uppolice.gov.in",
    }
    return usual | other


def smpp_settings(server: smsc.Smsc, **other: Any) -> dict[str, Any]:  # noqa: ANN401 settings of every kind
    """Set a centre's way out for short messages to an SMS centre of the tests."""
    usual = {"sms_host": "127.0.0.1", "sms_port": server.port, "sms_login": smsc.LOGIN, "sms_password": smsc.PASSWORD}
    return usual | {"sms_sender": "UPPLCE", "dlt_entity": "1701158"} | other


def register(small: SmallCentre, *templates: Template) -> None:
    """Make these the registered templates."""
    with small.house.store.write() as unit:
        unit.templates.replace(templates or (TEMPLATE, HINDI))


def let_in(small: SmallCentre) -> Grant:
    """Sign in the officer who may do everything."""
    return small.sign_in(DSP, machine_id="machine-h")


def hand_in(small: SmallCentre, item: MessageItem, grant: Grant | None = None) -> MessageAnswer:
    """Hand over one message and give its answer."""
    access = (grant or let_in(small)).access_token
    return small.centre.messages.take(access, MessageBatch(items=(item,))).answers[0]


def postman(small: SmallCentre, channel: str) -> Postman:
    """Give one who carries on ``channel``; ``put_away`` lets go of the line."""
    house = small.house
    made = postmen(house.settings, house.store, house.blobs, house.clock)[channel]
    _made.append(made)
    return made


def put_away() -> None:
    """Let go of every line."""
    while _made:
        _made.pop().close()


def standings(small: SmallCentre, item: MessageItem) -> tuple[Standing, ...]:
    """Give where a message stands for each recipient."""
    with small.house.store.read() as unit:
        return unit.messages.standings(item.message_id)


def states(small: SmallCentre, item: MessageItem) -> tuple[str, ...]:
    """Give the states of a message's recipients, each with its reason."""
    return tuple(f"{one.state} {one.reason}".strip() for one in standings(small, item))
