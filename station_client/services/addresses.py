"""Whom one can write to: the States, districts and offices of the directory, with what it holds to reach them."""

from __future__ import annotations

from dataclasses import dataclass

from station_client.domain.ids import OfficeCode
from station_client.domain.message import Channel, address_of
from station_client.domain.office import District, Office, State
from station_client.services.presence import Presence

MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Contact:
    """An office with its district's name, and where it is reached; empty where the directory does not say."""

    office: Office
    district_name: str
    address: str


class Addresses:
    """The directory of this PC's copy; it needs no line."""

    def __init__(self, presence: Presence) -> None:
        """Read as whoever is signed in."""
        self._presence = presence

    def states(self) -> tuple[State, ...]:
        """List the States and Union Territories."""
        return self._presence.stores().replica.directory.states()

    def districts(self, state_code: str) -> tuple[District, ...]:
        """List the police districts of a State."""
        return self._presence.stores().replica.directory.districts(state_code)

    def offices(self, district: District, channel: Channel) -> tuple[Contact, ...]:
        """List the police stations and other offices of a district."""
        listed = self._presence.stores().replica.directory.offices(district.code)
        return tuple(_contact(one, district.name, channel) for one in listed)

    def of_office(self, code: OfficeCode, channel: Channel) -> Contact | None:
        """Give how one office is reached; None where the directory of this PC's copy does not hold it."""
        office = self._presence.stores().replica.directory.office(code)
        return None if office is None else _contact(office, "", channel)

    def find(self, words: str, channel: Channel) -> tuple[Contact, ...]:
        """Give the offices whose name or district holds every word as typed, wherever they are; the first fifty."""
        if not words.strip():
            return ()
        found = self._presence.stores().replica.directory.find(words, MOST_FOUND)
        return tuple(_contact(office, district, channel) for office, district in found)


def _contact(office: Office, district_name: str, channel: Channel) -> Contact:
    written = office.email if channel is Channel.EMAIL else office.mobile
    return Contact(office, district_name, address_of(channel, written))
