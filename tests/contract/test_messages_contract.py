"""Messages over the loopback and over real HTTPS: the same answers; and a provider's reports at the centre's door."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from central.store.messages import Ending
from central.tls import make_development_certificates
from central.web.messages import PATH_REPORTS
from central.web.serving import served
from station_client.errors import NotEntitledError, SessionExpiredError
from sync.https import HttpsTransport
from sync.protocol.codes import Outcome
from sync.protocol.outgoing import MessageBatch, MessageReason
from sync.transport import Transport
from tests.support.centre import SmallCentre, claim_of, small_centre
from tests.support.loopback import Loopback
from tests.support.messages import TEMPLATE, a_mail, an_sms, let_in, register, states

WAYS: dict[str, Any] = {
    "mail_host": "127.0.0.1",
    "mail_from": "a@b.gov.in",
    "sms_url": "http://127.0.0.1:9",
    "sms_report_key": "agreed",
}
PDF = b"%PDF-1.4\n" + b"notice " * 200


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a centre with both ways out."""
    with small_centre(tmp_path / "centre", **WAYS) as made:
        register(made)
        yield made


@pytest.fixture(params=["loopback", "https"])
def line(request: pytest.FixtureRequest, small: SmallCentre, tmp_path: Path) -> Iterator[Transport]:
    """Give a line of each kind to it."""
    if request.param == "loopback":
        yield Loopback(small.centre)
        return
    authority = make_development_certificates(tmp_path / "tls")
    with served(small.centre, tmp_path / "tls") as port:
        made = HttpsTransport(f"https://127.0.0.1:{port}", ca_file=authority)
        yield made
        made.close()


def test_messages_are_taken_and_told_of(small: SmallCentre, line: Transport) -> None:
    """One answer each in its order; what is missing; where they stand; the templates."""
    access = let_in(small).access_token
    items = (a_mail(files=(claim_of(PDF),)), an_sms(variables=("x",)), an_sms())
    answers = line.messages(access, MessageBatch(items=items)).answers
    assert [one.message_id for one in answers] == [one.message_id for one in items]
    assert [one.outcome for one in answers] == [Outcome.RECEIVED, Outcome.REFUSED, Outcome.RECEIVED]
    assert (answers[0].missing, answers[1].reason) == ((claim_of(PDF).sha256,), MessageReason.TEMPLATE)
    page = line.message_states(access, since=0)
    assert [one.message_id for one in page.messages] == [items[0].message_id, items[2].message_id]
    assert line.message_states(access, since=page.cursor).messages == ()
    assert TEMPLATE.template_id in {one.template_id for one in line.templates(access).templates}


def test_nobody_asks_without_a_token(line: Transport) -> None:
    """Neither hands over, nor looks."""
    with pytest.raises(SessionExpiredError):
        line.messages("guessed", MessageBatch(items=(a_mail(),)))
    with pytest.raises((SessionExpiredError, NotEntitledError)):
        line.message_states("guessed", since=0)


def test_a_provider_reports_at_the_door(small: SmallCentre, tmp_path: Path) -> None:
    """A form under the agreed key, in a header or in the address; without it nothing changes."""
    item = an_sms()
    small.centre.messages.take(let_in(small).access_token, MessageBatch(items=(item,)))
    now = small.house.clock.now()
    reference = f"{item.message_id}.0"
    with small.house.store.write() as unit:
        taken = unit.queue.take("somebody", "sms", now)
        assert taken is not None
        unit.queue.settle(taken, "somebody", Ending("handed-over", "", now, (reference,)), now)
    authority = make_development_certificates(tmp_path / "tls")
    with served(small.centre, tmp_path / "tls") as port:
        context = ssl.create_default_context(cafile=authority)
        line = http.client.HTTPSConnection("127.0.0.1", port, context=context)

        def report(query: str, key: str, more: str = "") -> int:
            headers = {"Authorization": f"Bearer {key}"} if key else {}
            body = f"reference={reference}&status=DELIVRD{more}"
            line.request("POST", PATH_REPORTS + query, body=body, headers=headers)
            with line.getresponse() as response:
                response.read()
                return response.status

        assert [report("", ""), report("?key=wrong", ""), report("", "wrong")] == [403, 403, 403]
        assert report("", "agreed", "&a=b" * 50) == 400  # named, not a fault
        assert states(small, item) == ("handed-over",)
        assert report("?key=agreed", "") == 204
        assert report("", "agreed") == 204
        line.close()
    assert states(small, item) == ("delivered",)
