"""The words of which made-up alerts are put together. Nobody of these names, and no such place, is meant."""

from __future__ import annotations

from typing import Final

from station_client.domain.alert import Category

STATIONS: Final = (
    ("99000001", "ABHYAS NAGAR (TRAINING)", "991"),
    ("99000002", "NAMUNA GANJ (TRAINING)", "991"),
    ("99000003", "UDAHARANPUR (TRAINING)", "992"),
    ("99000004", "MAHILA THANA (TRAINING)", "992"),
    ("99000005", "KALPANA KHERA (TRAINING)", "993"),
)
DISTRICTS: Final = {"991": "NAMUNA", "992": "UDAHARAN", "993": "KALPANIK"}
STATE: Final = ("99", "ABHYAS PRADESH")

REGISTERED: Final = (
    ("Wanted vehicle", "Look out for vehicle {#var#} near {#var#}. Tell the control room. -TRAINING", "en"),
    ("Missing person", "Missing: {#var#}, last seen at {#var#}. Tell {#var#}. -TRAINING", "en"),
    ("वांछित वाहन", "वाहन {#var#} को {#var#} के पास देखें। नियंत्रण कक्ष को बताएँ। -TRAINING", "hi"),
)
"""Texts of short messages as the networks would have them: a name, the text with its places, its language."""

PEOPLE: Final = (
    ("Namuna Prasad", "नमूना प्रसाद"),
    ("Abhyas Kumar alias Tillu", "अभ्यास कुमार उर्फ टिल्लू"),
    ("Kalpanika Devi", "काल्पनिका देवी"),
    ("Mohd Udaharan", "मोहम्मद उदाहरण"),
    ("Prashikshan Singh", "प्रशिक्षण सिंह"),
)
PLACES: Final = (
    ("the old canal bridge", "पुरानी नहर का पुल"),
    ("the weekly market", "साप्ताहिक बाज़ार"),
    ("the bus stand", "बस अड्डा"),
    ("the petrol pump on the bypass", "बाइपास का पेट्रोल पंप"),
)
VEHICLES: Final = ("UP00 AB 0001", "UP00 AB 0002", "UP00 CD 0003")

TEXTS: Final[dict[Category, tuple[str, str]]] = {
    Category.HIGH_ALERT: (
        "Hue & Cry: a boy of seven, blue shirt, is missing from {place}. He answers to Chhotu. Tell the station.",
        "हाथीपुर का सात वर्षीय बालक {place} से लापता है, नीली कमीज़ पहने है। सूचना तुरंत थाने को दें।",
    ),
    Category.HEINOUS_CRIME: (
        "Armed robbery at {place}. {person} and another man fled on motorcycle {vehicle}. Do not approach alone.",
        "{place} पर हथियारबंद लूट। {person} और एक साथी मोटरसाइकिल {vehicle} से भागे। अकेले पास न जाएँ।",
    ),
    Category.TRAFFICKING: (
        "Two girls were taken from {place} with the promise of work. {person} is looked for with van {vehicle}.",
        "काम का झाँसा देकर {place} से दो लड़कियाँ ले जाई गईं। {person} की तलाश है, वैन {vehicle}।",
    ),
    Category.JAIL_BREAK: (
        "{person} fled from custody near {place} on the way from court. Age about 30, scar on the chin.",
        "{person} न्यायालय से लाते समय {place} के पास हिरासत से भाग गया। उम्र लगभग 30, ठुड्डी पर निशान।",
    ),
    Category.JAIL_RELEASE: (
        "{person} was released from the district jail. He is known to meet others at {place}.",
        "{person} ज़िला कारागार से रिहा हुआ। वह {place} पर साथियों से मिलता है।",
    ),
    Category.SEIZURE: (
        "Twelve mobile phones and motorcycle {vehicle} were recovered near {place}. Owners are looked for.",
        "{place} के पास बारह मोबाइल और मोटरसाइकिल {vehicle} बरामद। मालिकों की तलाश है।",
    ),
    Category.INTERSTATE: (
        "{person}, wanted in three States, was seen at {place} in vehicle {vehicle}.",
        "तीन राज्यों में वांछित {person} {place} पर वाहन {vehicle} में देखा गया।",
    ),
}
