"""What a person asks beyond the feed, over an in-process loopback and over real HTTPS."""

from __future__ import annotations

import pytest

from station_client.errors import NotEntitledError, RefusalError
from sync.protocol.codes import Code
from sync.protocol.enquiries import FirAnswer, FirAsk, ReportAnswer, ReportAsk, SearchAnswer, SearchAsk
from tests.support.centre import DSP
from tests.support.ends import End
from tests.support.records import a_fir, an_alert


def test_one_fir_or_a_refusal(end: End) -> None:
    """The record as the feed has it; a key with signs that mean something to a path is only a wrong key."""
    end.small.put(a_fir())
    access = end.let_in().access_token
    assert end.line.enquire(access, FirAsk(key=a_fir().key), FirAnswer).fir.form == a_fir().form
    for key in ("31682034/2026/9999", "../../health/x/y", "a?b/c#d/e%2F"):
        with pytest.raises(RefusalError) as refused:
            end.line.enquire(access, FirAsk(key=key), FirAnswer)
        assert refused.value.reason == Code.NOT_FOUND


def test_a_search_in_any_script(end: End) -> None:
    """Words with blanks, quotes and signs of every kind arrive as they were typed."""
    end.small.put(an_alert(1, description="मोहम्मद असलम & co. fled; 100% sure."), an_alert(2))
    access = end.let_in().access_token
    found = end.line.enquire(access, SearchAsk(words='Mohd "100% sure" -bridge', rows=5), SearchAnswer)
    assert [one.record_number for one in found.alerts] == ["2026-000001"]
    with pytest.raises(RefusalError) as refused:
        end.line.enquire(access, SearchAsk(fir="none"), SearchAnswer)
    assert refused.value.reason == Code.NOT_UNDERSTOOD


def test_a_report_for_who_may(end: End) -> None:
    """A table with its month; without the right it is refused by name."""
    access = end.let_in(DSP, machine="machine-d").access_token
    told = end.line.enquire(access, ReportAsk(report="form-24", month="2026-08"), ReportAnswer)
    assert [row[1] for row in told.rows] == ["UTTAR PRADESH", "UTTARAKHAND"]
    with pytest.raises(NotEntitledError):
        end.line.enquire(end.let_in().access_token, ReportAsk(report="form-24", month="2026-08"), ReportAnswer)
