"""Short messages go out over SMPP to a real SMS centre, or as a form to an HTTP gateway; reports come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from smpplib import consts

from central.errors import Refused
from central.messages.postman import Postman
from central.messages.smpp import Provider, SmppCarrier
from sync.protocol.codes import Code
from tests.support.centre import HandClock, SmallCentre, small_centre
from tests.support.gateway import KEY, HttpGateway, http_gateway
from tests.support.messages import (
    HINDI,
    NUMBER,
    a_mail,
    an_sms,
    hand_in,
    postman,
    put_away,
    register,
    smpp_settings,
    states,
)
from tests.support.smsc import ENTITY_TAG, LOGIN, PASSWORD, TEMPLATE_TAG, Smsc, smsc

REPORT_KEY = "agreed with the provider"


@pytest.fixture
def provider() -> Iterator[Smsc]:
    """Run an SMS centre."""
    with smsc() as made:
        yield made


@pytest.fixture(autouse=True)
def lines_are_closed() -> Iterator[None]:
    """Leave no line open after a test."""
    yield
    put_away()


@pytest.fixture
def small(tmp_path: Path, database_url: str, provider: Smsc) -> Iterator[SmallCentre]:
    """Give a centre whose way out is that SMS centre, on each kind of database."""
    with small_centre(tmp_path / "centre", HandClock(), database_url=database_url, **smpp_settings(provider)) as made:
        register(made)
        yield made


@pytest.fixture
def gateway() -> Iterator[HttpGateway]:
    """Run an HTTP gateway."""
    with http_gateway() as made:
        yield made


@pytest.fixture
def by_http(tmp_path: Path, gateway: HttpGateway) -> Iterator[SmallCentre]:
    """Give a centre whose way out is that gateway."""
    settings: dict[str, Any] = {"sms_url": gateway.url, "sms_key": KEY, "sms_sender": "UPPLCE", "dlt_entity": "1701158"}
    with small_centre(tmp_path / "centre", HandClock(), sms_report_key=REPORT_KEY, **settings) as made:
        register(made)
        yield made


def test_a_short_message_goes_out_and_its_receipt_comes_back(small: SmallCentre, provider: Smsc) -> None:
    """With the registered entity and template beside it; handed over first, delivered when the network says so."""
    hand_in(small, item := an_sms())
    one = postman(small, "sms")
    assert one.step()
    (part,) = provider.taken
    assert (part.to, part.sender, part.text, part.coding) == (NUMBER[1:], "UPPLCE", item.content, 0)
    assert ENTITY_TAG + b"\x00\x081701158\x00" in part.raw
    assert TEMPLATE_TAG + b"\x00\x141107160000000000123\x00" in part.raw
    assert states(small, item) == ("handed-over",)
    provider.receipt("part-1")
    until_heard(one, small, item.message_id)
    assert states(small, item) == ("delivered",)


def until_heard(one: Postman, small: SmallCentre, message_id: str) -> None:
    """Let the postman listen until the state is a final one."""
    for _ in range(2000):
        one.step()
        with small.house.store.read() as unit:
            if all(each.state in {"delivered", "failed"} for each in unit.messages.standings(message_id)):
                return


def test_hindi_in_several_parts_is_delivered_with_its_last_part(small: SmallCentre, provider: Smsc) -> None:
    """UCS-2, 67 signs a part, put together by their headers; the template's own entity goes along."""
    longer = HINDI.filled(("UP30AB1234",)) + "आगे भी पढ़ें। " * 8
    register(small, type(HINDI)("77", "long", longer.replace("UP30AB1234", "{#var#}"), "hi", "1001"))
    item = an_sms(template_id="77", variables=("UP30AB1234",), content=longer)
    hand_in(small, item)
    one = postman(small, "sms")
    assert one.step()
    assert [len(part.text) for part in provider.taken] == [67, 67, len(longer) - 134]
    assert "".join(part.text for part in provider.taken) == longer
    assert {part.coding for part in provider.taken} == {8}
    assert [part.data[4:6] for part in provider.taken] == [b"\x03\x01", b"\x03\x02", b"\x03\x03"]
    assert b"\x00\x051001\x00" in provider.taken[0].raw
    for number in (2, 3):
        provider.receipt(f"part-{number}")
    for _ in range(50):
        one.step()
    assert states(small, item) == ("handed-over",)
    provider.receipt("part-1")
    until_heard(one, small, item.message_id)
    assert states(small, item) == ("delivered",)


def test_what_the_network_cannot_deliver_is_told(small: SmallCentre, provider: Smsc) -> None:
    """A telephone that is off for days; a number that does not exist; a busy centre is asked again."""
    provider.statuses = [consts.SMPP_ESME_RTHROTTLED]
    hand_in(small, item := an_sms())
    one = postman(small, "sms")
    one.step()
    assert states(small, item) == ("queued carrier-busy",)
    clock = small.house.clock
    assert isinstance(clock, HandClock)
    clock.forward(seconds=31)
    one.step()
    provider.receipt("part-1", "UNDELIV")
    until_heard(one, small, item.message_id)
    assert states(small, item) == ("failed not-delivered",)
    provider.statuses = [consts.SMPP_ESME_RINVDSTADR]
    hand_in(small, other := an_sms())
    one.step()
    assert states(small, other) == ("failed address-refused",)


def test_a_line_that_breaks_is_bound_again(small: SmallCentre, provider: Smsc) -> None:
    """The next message goes out over a new line."""
    hand_in(small, an_sms())
    one = postman(small, "sms")
    one.step()
    provider.cut()
    while provider.binds == 1:
        hand_in(small, item := an_sms())
        one.step()
        clock = small.house.clock
        assert isinstance(clock, HandClock)
        clock.forward(seconds=31)
    assert states(small, item) in {("handed-over",), ("not-known no-answer",)}
    hand_in(small, last := an_sms())
    one.step()
    assert states(small, last) == ("handed-over",)


def test_a_provider_that_takes_and_says_nothing_leaves_a_doubt(tmp_path: Path, provider: Smsc) -> None:
    """The message may have gone out: it is told as not known, and is not sent a second time."""
    provider.silent = True
    with small_centre(tmp_path / "centre", HandClock(), **smpp_settings(provider)) as small:
        register(small)
        hand_in(small, item := an_sms())
        house = small.house
        carrier = SmppCarrier(Provider("127.0.0.1", provider.port, LOGIN, PASSWORD, "UPPLCE", patience=0.3))
        one = Postman(house.store, house.blobs, house.clock, channel="sms", carrier=carrier)
        one.step()
        assert states(small, item) == ("not-known no-answer",)
        clock = small.house.clock
        assert isinstance(clock, HandClock)
        clock.forward(days=2)
        assert not one.step()
        assert len(provider.taken) == 1
        one.close()


def test_a_wrong_password_at_the_provider_waits_for_it(tmp_path: Path, provider: Smsc) -> None:
    """Nothing goes out, nothing is lost."""
    settings = smpp_settings(provider, sms_password="stale")
    with small_centre(tmp_path / "centre", HandClock(), **settings) as small:
        register(small)
        hand_in(small, item := an_sms())
        postman(small, "sms").step()
        assert states(small, item) == ("queued not-let-in",)


def test_a_gateway_gets_the_form_it_wants_and_reports_back(by_http: SmallCentre, gateway: HttpGateway) -> None:
    """Its fields as State IT wrote them; the report counts only under the agreed key, once, and for what is known."""
    hand_in(by_http, item := an_sms(HINDI, ("UP30AB1234",)))
    assert postman(by_http, "sms").step()
    (form,) = [parse_qs(one) for one in gateway.forms]
    assert form == {
        "to": [NUMBER[1:]],
        "text": [item.content],
        "sender": ["UPPLCE"],
        "entity": ["1001"],
        "template": [HINDI.template_id],
        "reference": [f"{item.message_id}.0"],
    }
    desk = by_http.centre.messages
    with pytest.raises(Refused) as no:
        desk.agree("guessed")
    assert no.value.code == Code.NOT_ENTITLED
    desk.agree(REPORT_KEY)
    desk.reported(f"{item.message_id}.0", "ENROUTE")
    desk.reported("another's", "DELIVRD")
    assert states(by_http, item) == ("handed-over",)
    desk.reported(f"{item.message_id}.0", "DELIVRD")
    desk.reported(f"{item.message_id}.0", "UNDELIV")
    assert states(by_http, item) == ("delivered",)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (400, "failed content-refused"),
        (401, "queued not-let-in"),
        (429, "queued carrier-busy"),
        (500, "not-known no-answer"),
        (302, "not-known no-answer"),
    ],
)
def test_a_gateways_answer_is_judged_by_its_number(
    by_http: SmallCentre, gateway: HttpGateway, answer: int, state: str
) -> None:
    """A redirect is not followed, and a failure of its own leaves a doubt."""
    gateway.answers = [answer]
    hand_in(by_http, item := an_sms())
    postman(by_http, "sms").step()
    assert states(by_http, item) == (state,)
    assert len(gateway.forms) == 1


def test_an_email_stays_where_only_short_messages_go(by_http: SmallCentre) -> None:
    """It is refused as it comes in, not kept for ever."""
    assert hand_in(by_http, a_mail()).reason == "no-carrier"
