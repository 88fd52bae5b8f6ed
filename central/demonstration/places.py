"""The demonstration's directory: real States and districts by their LGD codes, plausible offices."""

from __future__ import annotations

from sync.protocol.records import DistrictRecord, OfficeRecord, StateRecord

RAMPUR = "31682034"
RISHIKESH = "35649012"
HARDOI_JAIL = "31682901"
HARDOI_OFFICE = "31682900"
MAHILA_HARDOI = "31682041"
MAHILA_LUCKNOW = "31684027"

_STATES = (
    ("05", "UTTARAKHAND"),
    ("06", "HARYANA"),
    ("07", "DELHI"),
    ("08", "RAJASTHAN"),
    ("09", "UTTAR PRADESH"),
    ("10", "BIHAR"),
    ("23", "MADHYA PRADESH"),
)

# code, State, name, Hindi name for running text; Gurugram is there with no station on purpose
_DISTRICTS = (
    ("150", "09", "HARDOI", "हरदोई"),
    ("162", "09", "LUCKNOW", "लखनऊ"),
    ("180", "09", "SHAHJAHANPUR", "शाहजहाँपुर"),
    ("183", "09", "SITAPUR", "सीतापुर"),
    ("49", "05", "DEHRADUN", "देहरादून"),
    ("50", "05", "HARIDWAR", "हरिद्वार"),
    ("212", "10", "PATNA", "पटना"),
    ("196", "10", "GAYA", "गया"),
    ("396", "23", "BHOPAL", "भोपाल"),
    ("410", "23", "INDORE", "इंदौर"),
    ("102", "08", "JAIPUR", "जयपुर"),
    ("87", "08", "ALWAR", "अलवर"),
    ("75", "06", "SONIPAT", "सोनीपत"),
    ("62", "06", "GURUGRAM", "गुरुग्राम"),
    ("80", "07", "NORTH", "उत्तरी दिल्ली"),
    ("83", "07", "SOUTH", "दक्षिणी दिल्ली"),
)

# code, district, name, Hindi name
_STATIONS = (
    (RAMPUR, "150", "RAMPUR", "रामपुर"),
    ("31682011", "150", "KOTWALI DEHAT", "कोतवाली देहात"),
    ("31682018", "150", "BILGRAM", "बिलग्राम"),
    ("31682022", "150", "SANDILA", "संडीला"),
    (MAHILA_HARDOI, "150", "MAHILA THANA", "महिला थाना"),
    ("31684003", "162", "HAZRATGANJ", "हजरतगंज"),
    ("31684009", "162", "GOMTI NAGAR", "गोमती नगर"),
    ("31684016", "162", "ALAMBAGH", "आलमबाग"),
    (MAHILA_LUCKNOW, "162", "MAHILA THANA", "महिला थाना"),
    ("31684031", "162", "MALIHABAD", "मलिहाबाद"),
    ("31691005", "180", "KANT", "कांट"),
    ("31691014", "180", "TILHAR", "तिलहर"),
    ("31693007", "183", "MISRIKH", "मिश्रिख"),
    ("31693012", "183", "SIDHAULI", "सिधौली"),
    (RISHIKESH, "49", "RISHIKESH", "ऋषिकेश"),
    ("35649004", "49", "CLEMENT TOWN", "क्लेमेंट टाउन"),
    ("35649021", "49", "VIKAS NAGAR", "विकास नगर"),
    ("35650006", "50", "JWALAPUR", "ज्वालापुर"),
    ("35650015", "50", "LAKSAR", "लक्सर"),
    ("05712008", "212", "KANKARBAGH", "कंकड़बाग"),
    ("05712019", "212", "DANAPUR", "दानापुर"),
    ("05696011", "196", "BODH GAYA", "बोधगया"),
    ("05696024", "196", "SHERGHATI", "शेरघाटी"),
    ("21796004", "396", "HABIBGANJ", "हबीबगंज"),
    ("21796013", "396", "BAIRAGARH", "बैरागढ़"),
    ("21810009", "410", "VIJAY NAGAR", "विजय नगर"),
    ("21810017", "410", "MHOW", "महू"),
    ("27702006", "102", "SANGANER", "सांगानेर"),
    ("27702015", "102", "KOTPUTLI", "कोटपूतली"),
    ("27687010", "87", "BEHROR", "बहरोड़"),
    ("27687018", "87", "TIJARA", "तिजारा"),
    ("13775003", "75", "GANAUR", "गन्नौर"),
    ("13775011", "75", "KUNDLI", "कुंडली"),
    ("08180007", "80", "KASHMERE GATE", "कश्मीरी गेट"),
    ("08180012", "80", "CIVIL LINES", "सिविल लाइन्स"),
    ("08183009", "83", "MALVIYA NAGAR", "मालवीय नगर"),
    ("08183016", "83", "AMBEDKAR NAGAR (DAKSHIN PURI AND ADJOINING RESETTLEMENT COLONIES)", "अंबेडकर नगर"),
)

# code, district, kind, name, Hindi name
_OTHER_OFFICES = (
    (HARDOI_OFFICE, "150", "higher-office", "SUPERINTENDENT OF POLICE, HARDOI", "पुलिस अधीक्षक कार्यालय हरदोई"),
    ("31684900", "162", "higher-office", "STATE CRIME RECORDS BUREAU, LUCKNOW", "राज्य अपराध अभिलेख ब्यूरो लखनऊ"),
    (HARDOI_JAIL, "150", "prison", "DISTRICT JAIL, HARDOI", "जिला कारागार हरदोई"),
    ("31684901", "162", "prison", "MODEL JAIL, LUCKNOW", "आदर्श कारागार लखनऊ"),
    ("35649901", "49", "prison", "DISTRICT JAIL, DEHRADUN", "जिला कारागार देहरादून"),
    ("05712901", "212", "prison", "MODEL CENTRAL JAIL, BEUR, PATNA", "आदर्श केंद्रीय कारा बेउर पटना"),
    ("21796901", "396", "prison", "CENTRAL JAIL, BHOPAL", "केंद्रीय जेल भोपाल"),
    ("27702901", "102", "prison", "CENTRAL JAIL, JAIPUR", "केंद्रीय कारागृह जयपुर"),
)

STATE_NAMES_HI = {
    "05": "उत्तराखंड",
    "06": "हरियाणा",
    "07": "दिल्ली",
    "08": "राजस्थान",
    "09": "उत्तर प्रदेश",
    "10": "बिहार",
    "23": "मध्य प्रदेश",
}
DISTRICT_NAMES_HI = {code: hindi for code, _, _, hindi in _DISTRICTS}
OFFICE_NAMES_HI = {code: hindi for code, _, _, hindi in _STATIONS} | {row[0]: row[4] for row in _OTHER_OFFICES}
VEHICLE_CODES = {"05": "UK07", "06": "HR10", "07": "DL3S", "08": "RJ14", "09": "UP30", "10": "BR01", "23": "MP04"}
BUSY = (RAMPUR, "31682011", "31682022", "31684003", "31684009", RISHIKESH, "35650006")

_STATE_OF = {code: state for code, state, _, _ in _DISTRICTS}
_FIRST_MOBILE = 6000000100


def states() -> tuple[StateRecord, ...]:
    """Give the States."""
    return tuple(StateRecord(sequence=0, code=code, name=name) for code, name in _STATES)


def districts() -> tuple[DistrictRecord, ...]:
    """Give the police districts."""
    return tuple(DistrictRecord(sequence=0, code=code, state_code=st, name=name) for code, st, name, _ in _DISTRICTS)


def offices() -> tuple[OfficeRecord, ...]:
    """Give stations first, then prisons and higher offices."""
    rows = [(code, district, "police-station", name) for code, district, name, _ in _STATIONS]
    rows += [(code, district, kind, name) for code, district, kind, name, _ in _OTHER_OFFICES]
    return tuple(
        OfficeRecord(
            sequence=0,
            code=code,
            kind=kind,
            name=name,
            district_code=district,
            state_code=_STATE_OF[district],
            email=f"office-{code}@demo.gov.in",
            mobile=f"+91{_FIRST_MOBILE + number}",
        )
        for number, (code, district, kind, name) in enumerate(rows)
    )


def district_name(code: str) -> str:
    """Give a district's name as the directory writes it."""
    return next(name for one, _, name, _ in _DISTRICTS if one == code)
