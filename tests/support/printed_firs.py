"""FIRs of people who do not exist, to be shown and printed in tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from station_client.domain.fir import (
    Accused,
    ActionTaken,
    ActSection,
    Complainant,
    Fir,
    FirForm,
    Occurrence,
    Place,
    Row,
    Signatory,
)
from station_client.domain.ids import Login, OfficeCode
from station_client.domain.office import Office, OfficeKind, Officer

CONTENTS = (
    "श्रीमान थाना प्रभारी महोदय, निवेदन है कि प्रार्थिनी काल्पनिका देवी ग्राम उदाहरणपुर की निवासी है। "
    "दिनांक 20/11/2026 को रात्रि लगभग 20:15 बजे अज्ञात व्यक्ति क्षेत्राधिकार के बाहर से मोटरसाइकिल पर आये। "
    "मेरा मोबाइल 9876543210 तथा आधार 2345 6789 0123 है। कृपया प्राथमिकी दर्ज कर उचित कार्यवाही करें।\n"
    "The informant further states that two unknown persons fled towards the canal road. "
)


def protected_fir() -> Fir:
    """Give a FIR whose informant the law protects, with something in every item."""
    form = FirForm(
        district="Udaharan (उदाहरण)",
        station="Rampur Kalan (रामपुर कलाँ)",
        year="2026",
        number="123",
        fir_at="21/11/2026 20:11",
        acts=(
            ActSection("Bharatiya Nyaya Sanhita (BNS), 2023", "74"),
            ActSection("Bharatiya Nyaya Sanhita (BNS), 2023", "318(4)"),
            ActSection("Protection of Children from Sexual Offences Act, 2012", "8"),
        ),
        occurrences=(Occurrence("Friday", "20/11/2026", "20/11/2026", "Pahar 7", "20:00", "20:30"),),
        information_at="21/11/2026 19:40",
        gd_number="48",
        gd_at="21/11/2026 20:05",
        information_kind="Written (लिखित)",
        places=(Place("North-East", "3.5", "7", "Canal road, near the primary school, Udaharanpur"),),
        complainant=Complainant(
            name="Kalpanika Devi (काल्पनिका देवी)",
            relative="Namuna Prasad",
            birth="2001",
            nationality="India",
            uid="234567890123",
            passport="",
            occupation="Teacher",
            phone="91-9876543210",
            ids=(Row(("Voter ID Card", "ABC1234567")),),
            addresses=(Row(("Present", "Ward 4, Udaharanpur, Rampur Kalan")),),
        ),
        accused=(
            Accused("Unknown 1", "", "", "Not known", ("Male", "1995", "Lean", "170", "Fair", "Scar on chin")),
            Accused("Unknown 2", "Kalu", "", "Not known", ()),
        ),
        accused_more_than="2",
        delay_reason="The informant was alone at night and came by daylight.",
        property=(Row(("Electrical and Electronic", "Mobile phone", "Black, cracked glass", "12000")),),
        property_total="12000",
        uidb=(),
        contents=CONTENTS,
        action=ActionTaken(registered="SI A. Example"),
        signatory=Signatory("A. Example", "Inspector", "4711"),
        court_dispatch_at="22/11/2026 10:30",
    )
    return Fir(
        key="31682034/2026/123",
        shown="0123/2026",
        station_code="31682034",
        station_name="Rampur Kalan",
        district_code="31682",
        district_name="Udaharan",
        state_code="UP",
        registered_at=datetime(2026, 11, 21, 14, 41, tzinfo=UTC),
        status="UI",
        language="hi",
        victim_protected=True,
        version=1,
        sequence=7,
        form=form,
    )


def long_fir(*, times: int = 60) -> Fir:
    """Give a FIR whose contents and tables run over several pages."""
    fir = protected_fir()
    accused = tuple(Accused(f"Person {one}", "", f"Father {one}", f"House {one}, Udaharanpur") for one in range(40))
    return replace(fir, form=replace(fir.form, contents=CONTENTS * times, accused=accused))


def printing_officer() -> Officer:
    """Give the officer who prints."""
    office = Office(OfficeCode("31682034"), OfficeKind.POLICE_STATION, "Rampur Kalan", "31682", "UP")
    return Officer(Login("a.example"), "A. Example", "Sub-Inspector", office, district_name="Udaharan")
