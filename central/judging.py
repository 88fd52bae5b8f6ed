"""Whether an item can stand, judged again at the centre: what a client checked is courtesy. Pure."""

from __future__ import annotations

import re
from datetime import datetime

from central.blobs import is_hash
from central.rights import Account
from station_client.domain.alert import Category
from station_client.domain.attachment import BYTES_PER_FILE, ENDINGS, FILES_PER_ALERT, ending, harmless_name
from station_client.domain.draft import DESCRIPTION_LEAST, DESCRIPTION_LENGTH
from station_client.domain.drafting import GD_LENGTH, GD_REASON_LEAST, GD_REASON_LENGTH
from station_client.domain.fir_number import FirNumber, parse
from station_client.domain.ids import OfficeCode
from sync.protocol.bounds import FIRST_YEAR, LAST_YEAR
from sync.protocol.codes import ItemReason
from sync.protocol.messages import FileClaim, PushItem

FIR_TEXT_LENGTH = 60
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def reason_against(sent: PushItem, author: Account) -> ItemReason | None:
    """Give the first reason against an item by this author, or None if it can stand."""
    if sent.category not in set(Category):
        return ItemReason.CATEGORY
    if not author.may_upload(Category(sent.category)):
        return ItemReason.NOT_ENTITLED
    if reason := _identity(sent):
        return reason
    if not can_be_told(sent.description):
        return ItemReason.DESCRIPTION
    if len(sent.files) > FILES_PER_ALERT or not all(_can_stand(one) for one in sent.files):
        return ItemReason.FILES
    hashes = [one.sha256 for one in sent.files]
    return ItemReason.FILES if len(hashes) != len(set(hashes)) else None


def can_be_told(description: str) -> bool:
    """Tell whether a text is neither too short nor too long, and has no signs that no text has."""
    text = description.strip()
    return DESCRIPTION_LEAST <= len(text) <= DESCRIPTION_LENGTH and _plain(text)


def placed_number(sent: PushItem, office_code: str) -> FirNumber | None:
    """Read an item's FIR number; a short form belongs to the office that sends it."""
    number = parse(sent.fir_key or sent.fir_shown)
    return number.at(OfficeCode(office_code)) if number else None


def is_moment(moment: datetime) -> bool:
    """Tell whether a moment has a zone and lies in the years of the wire: beyond them no station reads it."""
    return moment.tzinfo is not None and FIRST_YEAR <= moment.year < LAST_YEAR


def _identity(sent: PushItem) -> ItemReason | None:
    """Ask for a FIR number, or for a GD entry with the reason why there is no FIR yet.

    What stands there beside a FIR number goes to every station as well.
    """
    gd, why = sent.gd_number.strip(), sent.gd_reason.strip()
    if not _plain(gd + why):
        return ItemReason.FIR_OR_GD
    if sent.fir_key or sent.fir_shown:
        if max(len(sent.fir_key), len(sent.fir_shown)) > FIR_TEXT_LENGTH:
            return ItemReason.FIR_NUMBER
        key, shown = parse(sent.fir_key), parse(sent.fir_shown)
        if (sent.fir_key and (key is None or not key.station)) or (sent.fir_shown and shown is None):
            return ItemReason.FIR_NUMBER
        return ItemReason.FIR_NUMBER if key and shown and key.shown != shown.shown else None
    stands = 0 < len(gd) <= GD_LENGTH and GD_REASON_LEAST <= len(why) <= GD_REASON_LENGTH
    return None if stands else ItemReason.FIR_OR_GD


def _can_stand(one: FileClaim) -> bool:
    kind = ENDINGS.get(ending(harmless_name(one.name)))
    return is_hash(one.sha256) and 0 < one.size <= BYTES_PER_FILE and kind is not None and kind == one.kind


def _plain(text: str) -> bool:
    """Tell whether a text has no control characters beside line breaks and tabs, and no lone surrogates."""
    return _NO_TEXT.search(text) is None
