"""The words of the particulars, English and Hindi: the form's labels, and what goes out in an alert's text.

They travel, as a printed form's labels do; so they stand here in both languages and not with the window's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from station_client.domain.alert import Category
from station_client.domain.order import Disorder


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word in both languages."""

    en: str
    hi: str


@dataclass(frozen=True, slots=True)
class Named:
    """A field's label, and an example of what stands in it."""

    label: Spoken
    example: Spoken = Spoken("", "")


def _named(en: str, hi: str, example_en: str = "", example_hi: str = "") -> Named:
    return Named(Spoken(en, hi), Spoken(example_en, example_hi))


_DAY: Final = ("27/11/2026 18:30", "27/11/2026 18:30")
WORDS: Final[Mapping[str, Named]] = {
    "person": _named("Person looked for", "जिसकी तलाश है", "boy, answers to Chhotu", "बालक, पुकार का नाम छोटू"),
    "age-sex": _named("Age and sex", "आयु और लिंग", "about 7, male", "लगभग 7 वर्ष, पुरुष"),
    "looks": _named("Build, marks", "कद-काठी, पहचान चिह्न", "5'6\", scar on left cheek", "5'6\", बाएँ गाल पर निशान"),
    "clothes": _named("Clothes", "पहनावा", "blue shirt, black trousers", "नीली कमीज़, काली पैंट"),
    "last-seen": _named("Last seen at", "आख़िरी बार कहाँ देखा", "bus stand, Sitapur", "बस अड्डा, सीतापुर"),
    "seen-at": _named("Last seen on", "आख़िरी बार कब देखा", *_DAY),
    "vehicle": _named("Vehicle", "वाहन", "black Pulsar, UP 32 AB 1234", "काली पल्सर, UP 32 AB 1234"),
    "asked": _named("What to do", "क्या करना है", "stop and inform the station", "रोकें और थाने को सूचना दें"),
    "crime": _named("What happened", "क्या हुआ", "armed dacoity at a bank", "बैंक में सशस्त्र डकैती"),
    "place": _named("Place", "स्थान", "Station Road, Hardoi", "स्टेशन रोड, हरदोई"),
    "accused": _named("Accused", "अभियुक्त", "three men, two unknown", "तीन पुरुष, दो अज्ञात"),
    "weapon": _named("Weapon", "हथियार", "country-made pistol", "देशी तमंचा"),
    "fled": _named("Fled towards", "किस ओर भागे", "towards Lucknow", "लखनऊ की ओर"),
    "rescued": _named(
        "Rescued: how many, ages", "मुक्त: संख्या और आयु", "3 girls, 14 to 17 years", "3 बालिकाएँ, 14 से 17 वर्ष"
    ),
    "from": _named("Brought from", "कहाँ से लाए गए", "district or State", "ज़िला या राज्य"),
    "to": _named("On the way to", "कहाँ ले जाए जा रहे थे", "district or State", "ज़िला या राज्य"),
    "prisoner": _named("Prisoner", "बंदी", "Ramesh s/o Mohan, 34", "रमेश पुत्र मोहन, 34 वर्ष"),
    "prison": _named("Prison", "कारागार", "District Jail, Sitapur", "ज़िला कारागार, सीतापुर"),
    "escaped-at": _named("Escaped on", "कब फ़रार हुआ", *_DAY),
    "released-at": _named("Released on", "कब रिहा हुआ", *_DAY),
    "case": _named("Case", "मुक़दमा", "FIR 0123/2025, Kotwali", "एफआईआर 0123/2025, कोतवाली"),
    "lives": _named("Lives at", "निवास", "village, district", "गाँव, ज़िला"),
    "known-for": _named("Known for", "किस अपराध के लिए जाना जाता है", "vehicle theft", "वाहन चोरी"),
    "seized": _named("What", "क्या बरामद हुआ", "ganja", "गाँजा"),
    "quantity": _named("Quantity or value", "मात्रा या मूल्य", "112 kg, ₹ 28 lakh", "112 किग्रा, ₹ 28 लाख"),
    "criminal": _named("Name", "नाम", "Ramesh s/o Mohan", "रमेश पुत्र मोहन"),
    "aliases": _named("Aliases", "उर्फ़", "Kallu, Doctor", "कल्लू, डॉक्टर"),
    "standing": _named("Arrested or wanted", "गिरफ़्तार या वांछित", "wanted", "वांछित"),
    "works-in": _named("Active in", "सक्रिय क्षेत्र", "UP, Bihar, Delhi", "उ.प्र., बिहार, दिल्ली"),
    "reward": _named("Reward", "इनाम", "₹ 50,000", "₹ 50,000"),
    "sections": _named("Sections of law", "धाराएँ", "103(1), 309(4)", "103(1), 309(4)"),
    "occurred": _named("Occurrence", "घटना का समय", *_DAY),
    "gd-at": _named("GD entry", "जीडी प्रविष्टि का समय", *_DAY),
    "fir-at": _named("FIR registered", "एफआईआर दर्ज होने का समय", *_DAY),
    "arrested-at": _named("Arrest", "गिरफ़्तारी का समय", *_DAY),
}

LEADS: Final[Mapping[Category, Spoken]] = {
    Category.HIGH_ALERT: Spoken("Looked for", "तलाश"),
    Category.HEINOUS_CRIME: Spoken("Crime", "अपराध"),
    Category.TRAFFICKING: Spoken("Rescued", "मुक्त कराए गए"),
    Category.JAIL_BREAK: Spoken("Escaped from prison", "जेल से फ़रार"),
    Category.JAIL_RELEASE: Spoken("Released from prison", "जेल से रिहा"),
    Category.SEIZURE: Spoken("Seized or recovered", "बरामद"),
    Category.INTERSTATE: Spoken("Interstate criminal", "अंतरराज्यीय अपराधी"),
}

ORDER: Final[Mapping[Disorder, Spoken]] = {
    Disorder.GD_BEFORE_OCCURRENCE: Spoken("The GD entry is before the occurrence", "जीडी प्रविष्टि घटना से पहले की है"),
    Disorder.FIR_BEFORE_OCCURRENCE: Spoken("The FIR is before the occurrence", "एफआईआर घटना से पहले की है"),
    Disorder.FIR_BEFORE_GD: Spoken("The FIR is before the GD entry", "एफआईआर जीडी प्रविष्टि से पहले की है"),
    Disorder.ARREST_BEFORE_FIR: Spoken("The arrest is before the FIR", "गिरफ़्तारी एफआईआर से पहले की है"),
}
REASON: Final = Spoken("Reason", "कारण")
STOP: Final = Spoken(".", "।")
