"""The labels of Form I.I.F.-I, English and Hindi, as the form prints them.

They belong to the form, not to the program's language: both stand on every copy.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the form: English, with Hindi beside it."""

    en: str
    hi: str = ""

    @property
    def both(self) -> str:
        """Give the label as it is read aloud: English, then Hindi in brackets."""
        return f"{self.en} ({self.hi})" if self.hi else self.en


BUREAU = Label("N.C.R.B", "एन.सी.आर.बी")
FORM = Label("I.I.F.-I", "एकीकृत जाँच फार्म-I")
TITLE = Label("FIRST INFORMATION REPORT", "प्रथम सूचना रिपोर्ट")
UNDER_BNSS = Label("Under Section 173 B.N.S.S", "धारा 173 बी एन एस एस के तहत")
UNDER_CRPC = Label("Under Section 154 Cr.P.C.", "धारा 154 दंड प्रक्रिया संहिता के तहत")

SERIAL = Label("S.No.", "क्र.सं.")
DISTRICT = Label("District", "जिला")
STATION = Label("P.S.", "थाना")
YEAR = Label("Year", "वर्ष")
NUMBER = Label("FIR No.", "प्र.सू.रि. सं.")
FIR_AT = Label("Date and Time of FIR", "एफ.आई.आर. की तिथि और समय")
ACT = Label("Acts", "अधिनियम")
SECTION = Label("Sections", "धाराएँ")

OCCURRENCE = Label("Occurrence of offence", "अपराध की घटना")
DAY = Label("Day", "दिन")
DATE_FROM = Label("Date from", "दिनांक से")
DATE_TO = Label("Date To", "दिनांक तक")
TIME_PERIOD = Label("Time Period", "समय अवधि")
TIME_FROM = Label("Time From", "समय से")
TIME_TO = Label("Time To", "समय तक")
RECEIVED = Label("Information received at P.S.", "थाना जहां सूचना प्राप्त हुई")
DATE_TIME = Label("Date and Time", "दिनांक और समय")
DIARY = Label("General Diary Reference", "रोजनामचा संदर्भ")
ENTRY = Label("Entry No.", "प्रविष्टि सं.")
INFORMATION = Label("Type of Information", "सूचना का प्रकार")

PLACE = Label("Place of Occurrence", "घटनास्थल")
DIRECTION = Label("Direction and distance from P.S.", "थाना से दूरी और दिशा")
BEAT = Label("Beat No.", "बीट सं.")
ADDRESS = Label("Address", "पता")
OUTSIDE = Label("In case, outside the limit of this Police Station", "यदि थाना सीमा के बाहर हैं तो")
OUTSIDE_STATION = Label("Name of P.S.", "थाना का नाम")
OUTSIDE_DISTRICT = Label("District (State)", "जिला (राज्य)")

COMPLAINANT = Label("Complainant / Informant", "शिकायतकर्ता / सूचनाकर्ता")
NAME = Label("Name", "नाम")
RELATIVE = Label("Father's / Husband's Name", "पिता / पति का नाम")
BIRTH = Label("Date / Year of Birth", "जन्म तिथि / वर्ष")
NATIONALITY = Label("Nationality", "राष्ट्रीयता")
UID = Label("UID No.", "यूआईडी सं.")
PASSPORT = Label("Passport No., Date of Issue, Place of Issue", "पासपोर्ट सं., जारी करने की तिथि, जारी करने का स्थान")
IDS = Label(
    "ID Details (Ration Card, Voter ID Card, Passport, UID No., Driving License, PAN)",
    "पहचान पत्र विवरण",
)
ID_TYPE = Label("ID Type", "पहचान पत्र का प्रकार")
ID_NUMBER = Label("ID Number", "पहचान संख्या")
OCCUPATION = Label("Occupation", "व्यवसाय")
ADDRESSES = Label("Address", "पता: वर्तमान / स्थायी")
ADDRESS_TYPE = Label("Address Type", "पता का प्रकार")
PHONE = Label("Phone number / Mobile", "दूरभाष सं. / मोबाइल सं.")

ACCUSED = Label(
    "Details of known / suspected / unknown accused with full particulars",
    "ज्ञात / संदिग्ध / अज्ञात अभियुक्त का पूर्ण विवरण",
)
ALIAS = Label("Alias", "उपनाम")
RELATIVE_NAME = Label("Relative’s Name", "रिश्तेदार का नाम")
PRESENT_ADDRESS = Label("Present Address", "वर्तमान पता")
MORE_THAN = Label("Accused More Than", "अज्ञात आरोपी एक से अधिक हों तो संख्या")
FEATURES = Label(
    "Attachment to item 7: physical features, deformities and other details of the suspect / accused",
    "मद 7 का संलग्नक: संदिग्ध / अभियुक्त की शारीरिक विशेषताएँ",
)
FEATURE_COLUMNS = (
    Label("Sex", "लिंग"),
    Label("Date / Year of Birth", "जन्म तिथि / वर्ष"),
    Label("Build", "बनावट"),
    Label("Height (cms)", "कद (से.मी.)"),
    Label("Complexion", "रंग"),
    Label("Identification Mark(s)", "पहचान चिन्ह"),
    Label("Deformities / Peculiarities", "विकृतियाँ / विशिष्टताएँ"),
    Label("Teeth", "दाँत"),
    Label("Hair", "बाल"),
    Label("Eye", "आँखें"),
    Label("Habit(s)", "आदतें"),
    Label("Dress Habit(s)", "पोशाक"),
    Label("Language / Dialect", "भाषा / बोली"),
    Label("Place of: Burn Mark", "जले हुए का निशान"),
    Label("Place of: Leucoderma", "धवल रोग"),
    Label("Place of: Mole", "मस्सा"),
    Label("Place of: Scar", "घाव का निशान"),
    Label("Place of: Tattoo", "गूदना"),
    Label("Others", "अन्य"),
)

DELAY = Label(
    "Reasons for delay in reporting by the complainant / informant",
    "शिकायतकर्ता / सूचनाकर्ता द्वारा रिपोर्ट देरी से दर्ज कराने के कारण",
)
PROPERTY = Label("Particulars of properties of interest", "सम्बन्धित सम्पत्ति का विवरण")
PROPERTY_CATEGORY = Label("Property Category", "सम्पत्ति श्रेणी")
PROPERTY_TYPE = Label("Property Type", "सम्पत्ति का प्रकार")
DESCRIPTION = Label("Description", "विवरण")
VALUE = Label("Value (In Rs/-)", "मूल्य (रु. में)")
PROPERTY_TOTAL = Label("Total value of property (In Rs/-)", "सम्पत्ति का कुल मूल्य (रु. में)")
INQUEST = Label(
    "Inquest Report / U.D. case No., if any",
    "मृत्यु समीक्षा रिपोर्ट / यू.डी. प्रकरण सं., यदि कोई हो",
)
INQUEST_NUMBER = Label("UIDB Number", "यू.आई.डी.बी. संख्या")
CONTENTS = Label("First Information contents", "प्रथम सूचना तथ्य")

ACTION = Label(
    "Action taken: Since the above information reveals commission of offence(s) u/s as mentioned at Item No. 2",
    "की गयी कार्यवाही: चूंकि उपरोक्त जानकारी से पता चलता है कि अपराध करने का तरीका मद सं. 2 में उल्लेख धारा के तहत है",
)
REGISTERED = Label(
    "Registered the case and took up the investigation",
    "प्रकरण दर्ज किया गया और जाँच के लिए लिया गया",
)
DIRECTED = Label(
    "Directed (Name of I.O.), Rank, No. to take up the Investigation",
    "(जांच अधिकारी का नाम), पद, सं. को जांच अपने पास लेने के लिए निर्देश दिया",
)
REFUSED = Label("Refused investigation due to", "जांच के लिए ... के कारण इंकार किया")
TRANSFERRED = Label(
    "Transferred to P.S., District, on point of jurisdiction",
    "थाना, जिला को क्षेत्राधिकार के कारण हस्तांतरित",
)
READ_OVER = Label(
    "F.I.R. read over to the complainant / informant, admitted to be correctly recorded and a copy given free of "
    "cost. R.O.A.C.",
    "शिकायतकर्ता / सूचनाकर्ता को प्राथमिकी पढ़ कर सुनाई गयी, सही दर्ज हुई माना और एक कॉपी निशुल्क "
    "शिकायतकर्ता को दी गयी। आर.ओ.ए.सी.",
)
SIGN_COMPLAINANT = Label(
    "Signature / Thumb impression of the complainant / informant",
    "शिकायतकर्ता / सूचनाकर्ता के हस्ताक्षर / अंगूठे का निशान",
)
SIGN_OFFICER = Label("Signature of Officer in charge, Police Station", "थाना प्रभारी के हस्ताक्षर")
RANK = Label("Rank", "पद")
OFFICER_NUMBER = Label("No.", "सं.")
DISPATCH = Label("Date and time of dispatch to the court", "अदालत में प्रेषण की दिनांक और समय")

OTHER_PILLARS = Label(
    "Other pillars of criminal justice (not part of the form)",
    "आपराधिक न्याय के अन्य स्तंभ (प्रपत्र का भाग नहीं)",
)
PILLAR = Label("Pillar", "स्तंभ")
EVENT_DAY = Label("Date", "दिनांक")
EVENT = Label("Event", "घटना")
REFERENCE = Label("CNR or number", "सीएनआर या संख्या")
EVENT_PLACE = Label("Place", "स्थान")
NOT_INTEGRATED = Label("not integrated in this State", "इस राज्य में एकीकृत नहीं")
NO_EVENTS = Label("none", "कोई नहीं")
PILLARS = {
    "court": Label("Court", "न्यायालय"),
    "prosecution": Label("Prosecution", "अभियोजन"),
    "forensics": Label("Forensics", "फोरेंसिक"),
    "prison": Label("Prison", "कारागार"),
}
