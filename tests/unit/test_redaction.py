"""Nobody is made known by a printed or exported FIR."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_client.domain.alert import AttachedFile
from station_client.domain.fir import Complainant, Fir, Row
from station_client.domain.ids import Sha256
from station_client.domain.redaction import (
    HIDDEN,
    Withheld,
    for_paper,
    hidden_in,
    mask_numbers,
    redacted,
    text_without,
    wording_hidden,
    wordings,
)
from tests.support.printed_firs import protected_fir
from tests.support.stored_alerts import alert


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("call 9876543210 now", "987654"),
        ("+91 98765 43210", "98765"),
        ("91-9876543210", "987654"),
        ("मोबाइल ९८७६५४३२१० है", "९८७६५४"),
        ("आधार २३४५ ६७८९ ०१२३ है", "२३४५"),
        ("Aadhaar 2345-6789-0123.", "6789"),
    ],
)
def test_numbers_of_persons_are_masked_in_free_text(written: str, hidden: str) -> None:
    """Aadhaar and mobile numbers are hidden in any script and spacing."""
    assert hidden not in mask_numbers(written)
    assert "X" in mask_numbers(written)


@pytest.mark.parametrize("text", ["FIR 31682034190619", "Rs 1500000", "0123/2026", "21/11/2026 20:11", "1234567890"])
def test_other_numbers_stay(text: str) -> None:
    """FIR numbers, sums, dates and times are left as they are."""
    assert mask_numbers(text) == text


def test_the_victim_is_withheld_everywhere() -> None:
    """Name, relative, address and numbers of a protected informant stand nowhere in what is shown."""
    fir = protected_fir()
    person = fir.form.complainant
    fir = replace(fir, form=replace(fir.form, delay_reason=f"{person.addresses[0].cells[-1]}, says Kalpanika Devi"))
    shown = repr(redacted(fir).form)
    for secret in ("Kalpanika Devi", person.relative, person.phone, person.uid, person.addresses[0].cells[-1]):
        assert secret not in shown
    assert redacted(fir).form.contents == HIDDEN


def test_an_unprotected_informant_keeps_the_name() -> None:
    """Without protection the name stays and only the numbers are masked, wherever they stand."""
    fir: Fir = replace(protected_fir(), victim_protected=False)
    fir = replace(fir, form=replace(fir.form, delay_reason="reach me at 9876543210"))
    shown = redacted(fir).form
    assert shown.complainant.name == fir.form.complainant.name
    assert shown.complainant.uid.startswith("XXXX")
    assert "9876543210" not in repr(shown)


def test_an_empty_informant_is_no_trouble() -> None:
    """A form without an informant, or with empty rows, is masked without a fault."""
    fir = protected_fir()
    bare = replace(fir, form=replace(fir.form, complainant=Complainant(ids=(Row(),), addresses=(Row(),))))
    assert redacted(bare).form.complainant.name == HIDDEN


@pytest.mark.parametrize(
    ("protected", "text", "withheld"),
    [
        (True, "A girl is missing.", Withheld.VICTIM),
        (None, "A girl is missing.", Withheld.UNKNOWN),
        (False, f"{HIDDEN} is missing.", Withheld.VICTIM),
        (False, "A girl is missing.", None),
    ],
)
def test_an_alerts_words_stay_off_paper_where_a_victim_may_be_in_them(
    *, protected: bool | None, text: str, withheld: Withheld | None
) -> None:
    """Words and files' names go together; ids, hashes and doing so once more are unchanged."""
    file = AttachedFile(Sha256("ab" * 32), 3, "street.png", "png")
    one = alert(1, description=text, files=(file,))
    fir = None if protected is None else replace(protected_fir(), victim_protected=protected)
    shown, why = for_paper(one, fir)
    assert why is withheld
    assert (shown.description, shown.files[0].name) == ((text, file.name) if why is None else (HIDDEN, HIDDEN))
    assert replace(shown, description=text, files=(file,)) == one
    assert for_paper(shown, fir)[0] == shown


def test_an_alert_of_a_gd_entry_is_told_with_its_numbers_masked() -> None:
    """No FIR is named that could protect anybody; numbers are masked in the reason and in names too."""
    file = AttachedFile(Sha256("ab" * 32), 3, "9876543210.png", "png")
    one = alert(1, fir_key="", description="Call 9876543210", gd_reason="9876543210 is off", files=(file,))
    shown, why = for_paper(one, None)
    assert why is None
    assert "987654" not in f"{shown.description}{shown.gd_reason}{shown.files[0].name}"
    assert shown.gd_reason.endswith("3210 is off")


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("\u092c\u0921\u093c\u0940 \u0926\u0947\u0935\u0940", "\u092c\u095c\u0940 \u0926\u0947\u0935\u0940"),
        ("\u092c\u095c\u0940 \u0926\u0947\u0935\u0940", "\u092c\u0921\u093c\u0940 \u0926\u0947\u0935\u0940"),
        ("Ren\u00e9e Dias", "Rene\u0301e  Dias"),
        ("\u0932\u0915\u094d\u0937\u094d\u092e\u0940", "\u0932\u0915\u094d\u200d\u0937\u094d\u092e\u0940"),
        ("Kamla Vati", "Kam\u200bla Vati\ufeff"),
        ("Sita Devi", "Si\u00adta \u200fDe\u2068vi"),
        ("Sita Devi", "Sita\u200bDevi"),
    ],
    ids=["nukta in one", "nukta in two", "accent", "joiner", "unseen", "of a telephone", "no blank"],
)
def test_a_name_is_hidden_however_a_keyboard_spelt_its_letters(known: str, written: str) -> None:
    """The same name to whoever reads it is the same name here; and the rest of the text stays."""
    text = f"It was {written} who came."
    assert known not in text
    assert text_without({known}, text).replace("\ufeff", "") == f"It was {HIDDEN} who came."
    assert wording_hidden(text, {known})
    assert len(hidden_in({known}, text)) == 1
    assert text_without({known}, "cafe\u0301") == "cafe\u0301"


@pytest.mark.parametrize("empty", ["\u200b\u200b \u200b\u200b", "\u200d \u200d\u200d", "    "])
def test_a_name_that_nobody_sees_hides_nothing(empty: str) -> None:
    """Joiners and blanks are no wording, not even of an older record; and the text stays, joiners and all."""
    text = "\u0915\u094d\u200d\u092f\u093e White tempo"
    assert wordings(Complainant(name=empty)) == frozenset()
    assert text_without({empty}, text) == text
    assert not wording_hidden(text, {empty})


def test_a_name_is_as_long_as_it_is_read() -> None:
    """A joiner makes no name of three letters long enough to be looked for inside of other words."""
    assert wordings(Complainant(name="\u0930\u093e\u092e\u200d")) == frozenset()
    assert wordings(Complainant(name="\u0930\u093e\u092e\u0940")) == {"\u0930\u093e\u092e\u0940"}
