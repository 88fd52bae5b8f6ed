"""The directory: States, their police districts, and the offices of a district."""

from __future__ import annotations

from sqlalchemy import func, select

from station_client.domain.ids import OfficeCode
from station_client.domain.office import District, Office, State
from station_client.store.database import Database
from station_client.store.forms import from_json
from station_client.store.replica.tables import districts, offices, states


class Directory:
    """Read the directory; only the feed writes it. Lists stand in the order of their names."""

    def __init__(self, database: Database) -> None:
        """Stand on the replica's file."""
        self._database = database

    def states(self) -> tuple[State, ...]:
        """List the States and Union Territories."""
        with self._database.read() as connection:
            rows = connection.execute(select(states).order_by(states.c.name, states.c.code))
            return tuple(State(row.code, row.name, tuple(row.integrated.split())) for row in rows)

    def districts(self, state_code: str) -> tuple[District, ...]:
        """List the police districts of a State."""
        wanted = (
            select(districts.c.code, districts.c.name)
            .where(districts.c.state == state_code)
            .order_by(districts.c.name, districts.c.code)
        )
        with self._database.read() as connection:
            rows = connection.execute(wanted)
            return tuple(District(code=code, state_code=state_code, name=name) for code, name in rows)

    def offices(self, district_code: str) -> tuple[Office, ...]:
        """List the police stations and other offices of a district."""
        wanted = (
            select(offices.c.body).where(offices.c.district == district_code).order_by(offices.c.name, offices.c.code)
        )
        with self._database.read() as connection:
            return tuple(from_json(body, Office) for body in connection.execute(wanted).scalars())

    def find(self, words: str, limit: int) -> tuple[tuple[Office, str], ...]:
        """Give the offices whose name or district holds every word as typed, each with its district's name."""
        wanted = select(offices.c.body, districts.c.name.label("district")).outerjoin(
            districts, districts.c.code == offices.c.district
        )
        place = func.upper(offices.c.name + " " + func.coalesce(districts.c.name, ""))
        for word in words.upper().split():
            wanted = wanted.where(func.instr(place, word) > 0)
        with self._database.read() as connection:
            rows = connection.execute(wanted.order_by(offices.c.name, offices.c.code).limit(limit))
            return tuple((from_json(row.body, Office), row.district or "") for row in rows)

    def find_districts(self, words: str, limit: int) -> tuple[tuple[District, str], ...]:
        """Give the police districts whose name holds every word as typed, each with its State's name."""
        wanted = select(districts, states.c.name.label("state_name")).outerjoin(
            states, states.c.code == districts.c.state
        )
        for word in words.upper().split():
            wanted = wanted.where(func.instr(func.upper(districts.c.name), word) > 0)
        with self._database.read() as connection:
            rows = connection.execute(wanted.order_by(districts.c.name, districts.c.code).limit(limit))
            return tuple((District(one.code, one.state, one.name), one.state_name or "") for one in rows)

    def office(self, code: OfficeCode) -> Office | None:
        """Give one office, or None where the directory does not hold it."""
        with self._database.read() as connection:
            body = connection.execute(select(offices.c.body).where(offices.c.code == code)).scalar_one_or_none()
        return None if body is None else from_json(body, Office)
