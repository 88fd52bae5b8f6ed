"""What stands on an alert's paper and a receipt's: labels and standing sentences, English and Hindi."""

from __future__ import annotations

from typing import Final

from station_client.domain.alert import Category, Life
from station_client.domain.redaction import Withheld
from ui.printing.form_labels import Label

TITLE: Final = Label("CRIME ALERT", "अपराध अलर्ट")
RECORD: Final = Label("Record number", "रिकॉर्ड संख्या")
ALERT_ID: Final = Label("Alert id", "अलर्ट आईडी")
RECEIVED: Final = Label("Received by the centre", "केंद्र को मिला")
WRITTEN: Final = Label("Written", "लिखा गया")
AUTHOR: Final = Label("Sent by", "भेजने वाले")
OFFICE: Final = Label("Office", "कार्यालय")
UNTIL: Final = Label("Counts until", "कब तक मान्य")
STANDING: Final = Label("Standing", "वर्तमान स्थिति")
CHANGED: Final = Label("Changed to", "बदलाव")
CHANGED_AT: Final = Label("Change received by the centre, from", "बदलाव केंद्र को मिला, किससे")
VERSION: Final = Label("Version", "संस्करण")
EARLIER: Final = Label("earlier ones are not on this paper", "इससे पहले के इस काग़ज़ पर नहीं हैं")
DIARY: Final = Label("GD No.", "जीडी प्रविष्टि सं.")
NO_FIR: Final = Label("Why there is no FIR", "एफआईआर न होने का कारण")
WORDS: Final = Label("Description", "विवरण")
FILES: Final = Label("Attachments", "संलग्नक")
FILE: Final = Label("File", "फ़ाइल")
SIZE: Final = Label("Bytes", "बाइट")
HASH: Final = Label("SHA-256")
NO_FILES: Final = Label("no files attached", "कोई फ़ाइल संलग्न नहीं")

CATEGORY: Final[dict[Category, Label]] = {
    Category.HIGH_ALERT: Label("High Alerts", "हाई अलर्ट"),
    Category.HEINOUS_CRIME: Label("Major Heinous Crime", "प्रमुख जघन्य अपराध"),
    Category.TRAFFICKING: Label("Major Human Trafficking", "प्रमुख मानव तस्करी"),
    Category.JAIL_BREAK: Label("Jail Breaks", "जेल से फ़रारी"),
    Category.JAIL_RELEASE: Label("Jail Releases", "जेल से रिहाई"),
    Category.SEIZURE: Label("Important Seizures & Recoveries", "महत्वपूर्ण ज़ब्ती एवं बरामदगी"),
    Category.INTERSTATE: Label("Interstate Criminals (Arrested/Wanted)", "अंतरराज्यीय अपराधी (गिरफ़्तार/वांछित)"),
}

LIFE: Final[dict[Life, Label]] = {
    Life.ACTIVE: Label("Active", "सक्रिय"),
    Life.CORRECTED: Label("Corrected", "सुधारा गया"),
    Life.LOCATED: Label("Located", "मिल गया"),
    Life.RECALLED: Label("Recalled", "वापस लिया गया"),
    Life.EXPIRED: Label("Expired", "अवधि समाप्त"),
}

BEWARE: Final[dict[Life, Label]] = {
    Life.CORRECTED: Label(
        "CORRECTED: these words take the place of those that were sent before.",
        "सुधारा गया: ये शब्द पहले भेजे गए शब्दों की जगह लेते हैं।",
    ),
    Life.LOCATED: Label(
        "LOCATED: what this alert is about was found. Nobody is to be stopped on it any more.",
        "मिल गया: जिसके लिए यह अलर्ट था वह मिल गया है। अब इसके आधार पर किसी को न रोकें।",
    ),
    Life.RECALLED: Label(
        "RECALLED: the office that sent this alert took it back. Nobody is to be stopped on it.",
        "वापस लिया गया: भेजने वाले कार्यालय ने यह अलर्ट वापस ले लिया है। इसके आधार पर किसी को न रोकें।",
    ),
    Life.EXPIRED: Label(
        "EXPIRED: the time for which this alert counted is over. Nobody is to be stopped on it.",
        "अवधि समाप्त: इस अलर्ट के मान्य रहने का समय बीत चुका है। इसके आधार पर किसी को न रोकें।",
    ),
}
"""What an alert that no longer stands as it was sent says of itself, before anything else is read."""

LEFT_OUT: Final[dict[Withheld, Label]] = {
    Withheld.VICTIM: Label(
        "Left out on paper: the law protects a victim's identity (BNS s.72, POCSO s.23, JJ Act s.74). It can be read"
        " in the program.",
        "काग़ज़ पर नहीं: क़ानून पीड़ित की पहचान की रक्षा करता है (बीएनएस धारा 72, पॉक्सो धारा 23, जेजे अधिनियम धारा 74)।"
        " प्रोग्राम में पढ़ें।",
    ),
    Withheld.UNKNOWN: Label(
        "Left out on paper: its FIR is not on this PC, so it is not known here whether the law protects a victim."
        " Open the FIR to fetch it, then print again.",
        "काग़ज़ पर नहीं: इसकी एफआईआर इस पीसी पर नहीं है, इसलिए यहाँ पता नहीं कि क़ानून किसी"
        " पीड़ित की पहचान की रक्षा करता है या नहीं। एफआईआर खोलकर मँगाएँ, फिर प्रिंट करें।",
    ),
}
"""Why the words of an alert are not on its paper, and what to do."""
