"""``messages``: e-mails and short messages to other offices, and what became of them."""

from __future__ import annotations

from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.say import Answer, moment
from station_client.domain.attachment import Attachment
from station_client.domain.ids import ItemId
from station_client.domain.message import Channel, Message, Recipient, address_of
from station_client.domain.messaging import Sketch
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError
from station_client.services.verbs import Verbs


def mail(call: Call) -> Answer:
    """Queue an e-mail; it goes to the centre by the next sync."""
    with signed_in(call) as verbs:
        files: tuple[Attachment, ...] = ()
        for path in call.given.attach or ():
            files = (*files, verbs.messages.attach(path, files))
        content = call.doors.source.read() if call.given.content == "-" else call.given.content
        to = _recipients(Channel.EMAIL, call.given.to)
        return _queued(verbs, Sketch(Channel.EMAIL, to, subject=call.given.subject, content=content, files=files))


def sms(call: Call) -> Answer:
    """Queue a short message made of a registered template."""
    with signed_in(call) as verbs:
        template = next((one for one in verbs.messages.templates() if one.template_id == call.given.template), None)
        words = tuple(call.given.word or ())
        to = _recipients(Channel.SMS, call.given.to)
        return _queued(verbs, Sketch(Channel.SMS, to, template=template, variables=words))


def listed(call: Call) -> Answer:
    """List the officer's messages with the state of each recipient, last queued first."""
    with signed_in(call) as verbs:
        found = verbs.messages.all()
        return Answer({"messages": found}, tuple(line for one in found for line in _lines(one)) or ("none",))


def remove(call: Call) -> Answer:
    """Take out a message that never left this PC, or that the centre refused."""
    with signed_in(call) as verbs:
        gone = verbs.messages.remove(ItemId(call.given.message))
        return Answer({"removed": gone.message_id}, (f"removed {gone.message_id}",))


def templates(call: Call) -> Answer:
    """List the registered texts of short messages."""
    with signed_in(call) as verbs:
        found = verbs.messages.templates()
        lines = tuple(f"{one.template_id}  {one.name}  {one.text}" for one in found)
        return Answer({"templates": found}, lines or ("none",))


def find(call: Call) -> Answer:
    """Find offices by a part of their name or their district, with where they are reached."""
    with signed_in(call) as verbs:
        found = verbs.addresses.find(" ".join(call.given.words), Channel(call.given.channel))
        lines = tuple(
            f"{one.office.code}  {one.office.name}, {one.district_name}  {one.address or 'not in the directory'}"
            for one in found
        )
        return Answer({"offices": found}, lines or ("none",))


def _recipients(channel: Channel, typed: list[str]) -> tuple[Recipient, ...]:
    found = {address_of(channel, one): one for one in typed}
    if "" in found:
        raise InputError(Field.RECIPIENTS, Reason.MOBILE_FORM if channel is Channel.SMS else Reason.ADDRESS_FORM)
    return tuple(Recipient(address) for address in found)


def _queued(verbs: Verbs, sketch: Sketch) -> Answer:
    message = verbs.messages.send(sketch)
    return Answer({"message": message}, _lines(message))


def _lines(one: Message) -> tuple[str, ...]:
    why = f" ({one.reason})" if one.reason else ""
    head = f"{one.message_id}  {one.state}{why}  {one.channel}  {one.author}  {moment(one.queued_at)}"
    told = tuple(
        f"  {each.address}  {each.delivery}{f' ({each.reason})' if each.reason else ''}  {moment(each.at)}"
        for each in one.recipients
        if each.at
    )
    return (head, *(told or tuple(f"  {each.address}" for each in one.recipients)))
