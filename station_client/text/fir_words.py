"""By which words of its FIR an alert is found: by what may be printed by default, less whoever informed.

The informant's name is never one of them, in whichever script it stands in the contents; of a protected victim's FIR
the contents are not either. Docs: ``docs/decisions/0014-a-firs-words-find-its-alert.md``.
"""

from __future__ import annotations

from collections.abc import Iterator

from station_client.domain.fir import Complainant, Fir, FirForm
from station_client.domain.redaction import HIDDEN, mask_numbers, redacted
from station_client.text import names
from station_client.text.normalise import normalise, words


def told(fir: Fir) -> str:
    """Give the words of a FIR in their order, as they are written."""
    form = redacted(fir).form if fir.victim_protected else fir.form
    found = words(mask_numbers(" ".join(_parts(form))))
    hidden = _Hidden(fir.form.complainant)
    left_out = {word for word in set(found) if hidden.names(word)}
    return " ".join(word for word in found if word not in left_out) if left_out else " ".join(found)


class _Hidden:
    """The informant's names, in any script."""

    def __init__(self, one: Complainant) -> None:
        told = {word for text in (one.name, one.relative) for word in words(text)}
        self._plain = {normalise(word) for word in told}
        self._keys = {key for word in told for key in names.sought(word)}

    def names(self, word: str) -> bool:
        """Tell whether a word of the contents is one of them."""
        if word.isascii() and not word[0].isupper():
            return word in self._plain
        return normalise(word) in self._plain or not self._keys.isdisjoint(names.indexed(word))


def _parts(form: FirForm) -> Iterator[str]:
    for act in form.acts:
        yield f"{act.act} {act.section}"
    for place in form.places:
        yield f"{place.address} {place.outside_station} {place.outside_district}"
    for one in form.accused:
        yield " ".join((one.name, one.alias, one.address, *one.features))
    for row in (*form.property, *form.uidb):
        yield " ".join(row.cells)
    if form.contents != HIDDEN:
        yield form.contents
