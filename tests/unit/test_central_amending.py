"""What was hidden from the author of a correction is put back where it is clear which belongs where."""

from __future__ import annotations

import pytest

from central.amending import carried_over

KEPT = "Kamla Vati d/o Ram Lal of Rampur was followed by a white car, number UP30AB1234."
KNOWN = frozenset({"Kamla Vati", "Ram Lal"})


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (
            "••• d/o ••• of Rampur was followed by a black car.",
            "Kamla Vati d/o Ram Lal of Rampur was followed by a black car.",
        ),
        ("Miss ••• d/o •••, resident of Rampur.", "Miss Kamla Vati d/o Ram Lal, resident of Rampur."),
        ("Nothing is hidden in this sentence.", "Nothing is hidden in this sentence."),
        ("••• of Rampur was followed.", None),
        ("The father ••• of Rampur, his daughter •••.", None),
        ("••• d/o ••• of Rampur, says •••.", None),
    ],
)
def test_two_names_come_back_only_where_they_stood(said: str, stands: str | None) -> None:
    """As many marks as before, in their order, each beside a word of before; anything else is not clear."""
    assert carried_over(said, KEPT, KNOWN) == stands


def test_one_name_comes_back_wherever_its_author_left_a_mark() -> None:
    """Nothing else can be meant, whichever letters it is written in."""
    kept = "KAMLA VATI left home. Who sees Kamla  Vati calls the station."
    known = frozenset({"Kamla Vati"})
    assert carried_over("Look for •••!", kept, known) == "Look for KAMLA VATI!"
    assert carried_over("••• left home. Who sees ••• calls.", kept, known) == (
        "KAMLA VATI left home. Who sees Kamla  Vati calls."
    )


def test_marks_that_hide_nothing_stay_as_they_are() -> None:
    """An alert that was written with dots is corrected with dots."""
    assert carried_over("Number ••• was seen.", "Number ••• was seen twice.", KNOWN) == "Number ••• was seen."
    assert carried_over("Number ••• was seen.", "A number was seen.", frozenset()) == "Number ••• was seen."


def test_a_mark_of_the_author_s_own_beside_a_hidden_name_keeps_its_place() -> None:
    """What was dots in the centre's own text becomes dots again."""
    kept = "Car ••• took Kamla Vati away."
    assert carried_over("Red car ••• took ••• away.", kept, KNOWN) == "Red car ••• took Kamla Vati away."
