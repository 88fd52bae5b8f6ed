"""What the made-up alerts are made of: sentences with gaps, and what fills them."""

from __future__ import annotations

from typing import Final

ENGLISH: Final = (
    "{name} s/o {other}, r/o village {place}, was last seen near the bus stand at about {time} hrs on {date}.",
    "Two unknown persons on a {colour} {vehicle} bearing {plate} snatched {thing} from {name} near {place}.",
    "The complainant {name} stated that {thing} worth Rs {amount} was stolen from the house at {place}.",
    "The accused {other} is about {age} years old, has a {mark} and may be travelling towards {place}.",
    "A {colour} {vehicle} {plate} was parked outside the market and was found missing on return.",
    "CCTV footage of the petrol pump shows the {vehicle} leaving by the {word} road.",
    "The caller used the number {phone} and took Rs {amount} through a false KYC link in the name of {word}.",
    "He is wanted under section {section} BNS and is known to have relatives at {place} and {word}.",
    "Patrols and checking points are requested to look for the vehicle and hold whoever drives it.",
    "The police recovered {thing} and a country-made pistol during the search of a room in {word}.",
    "Witnesses saw the suspects with {other} of {word} shortly before the incident.",
    "The body of an unidentified man aged about {age} years was found beside the canal near {place}.",
)
HINDI: Final = (
    "{hname} पुत्र {hother}, निवासी ग्राम {hplace}, को {date} को लगभग {time} बजे बस अड्डे के पास देखा गया।",
    "दो अज्ञात व्यक्तियों ने {hplace} के पास {hname} से {hthing} लूट लिया।",
    "वादी {hname} ने बताया कि उसकी मोटरसाइकिल {plate} बाजार से चोरी हो गई।",
    "अभियुक्त {hother} की उम्र लगभग {age} वर्ष है और वह {hplace} की ओर गया है।",
    "मोबाइल नंबर {phone} से कॉल आया और खाते से रु {amount} निकल गए।",
    "पुलिस ने तलाशी के दौरान {hthing} बरामद किया।",
    "उसके विरुद्ध धारा {section} बीएनएस में मुकदमा दर्ज है।",
    "घटना में {hword} निवासी {hother} के शामिल होने की सूचना है।",
)
# An alert ends in one language only, so no word of one list ever meets a word of the other list.
ENGLISH_ENDS: Final = (
    "Kindly inform the undersigned immediately.",
    "Kindly contact this station immediately, day or night.",
    "Kindly inform the nearest control room.",
)
HINDI_ENDS: Final = (
    "कृपया तत्काल अवगत कराएं।",
    "कृपया निकटतम नियंत्रण कक्ष को तत्काल अवगत कराएं।",
    "कृपया इस थाने से संपर्क करें।",
)
NEVER_MEET: Final = (
    ("kindly", "कृपया"),
    ("immediately", "तत्काल"),
    ("inform", "अवगत"),
    ("kindly", "तत्काल"),
    ("immediately", "कृपया"),
    ("kindly", "अवगत"),
)
COMMON: Final = (
    "police",
    "near",
    "accused",
    "village",
    "vehicle",
    "stolen",
    "years",
    "about",
    "पुलिस",
    "निवासी",
    "लगभग",
    "पास",
)
COLOURS: Final = ("white", "black", "silver", "red", "blue", "grey", "maroon", "green", "golden")
VEHICLES: Final = ("motorcycle", "scooter", "pick-up van", "auto-rickshaw", "truck", "hatchback", "tractor", "jeep")
THINGS: Final = (
    ("a gold chain", "सोने की चेन"),
    ("a mobile phone", "मोबाइल फोन"),
    ("silver ornaments", "चांदी के गहने"),
    ("copper wire", "तांबे का तार"),
    ("two bags of fertiliser", "खाद की दो बोरी"),
    ("a laptop bag", "लैपटॉप बैग"),
    ("a water pump", "पानी का पंप"),
)
MARKS: Final = ("scar on the left cheek", "tattoo on the right forearm", "mole near the chin", "burn mark on the hand")
SECTIONS: Final = ("303(2)", "305", "309(4)", "115(2)", "137(2)", "318(4)", "103(1)", "64", "331(4)", "70(1)", "140(2)")
STATES: Final = ("UP", "MH", "BR", "RJ", "MP", "DL", "HR", "PB", "WB", "GJ", "TN", "KA", "TS", "JH", "UK")


def _pairs(listed: str) -> tuple[tuple[str, str], ...]:
    """Read ``latin=देवनागरी`` with spaces between; a lone = is an empty pair."""
    split = (one.partition("=") for one in listed.split())
    return tuple((latin, other) for latin, _, other in split)


NAMES: Final = _pairs(
    "Mohammed=मोहम्मद Ram=राम Sunil=सुनील Rajesh=राजेश Suresh=सुरेश Ramesh=रमेश Anil=अनिल Vijay=विजय Sanjay=संजय "
    "Manoj=मनोज Rakesh=राकेश Mukesh=मुकेश Dinesh=दिनेश Santosh=संतोष Ashok=अशोक Pappu=पप्पू Arif=आरिफ Imran=इमरान "
    "Salman=सलमान Rizwan=रिजवान Sunita=सुनीता Anita=अनीता Geeta=गीता Rekha=रेखा Pooja=पूजा Kavita=कविता Shabana=शबाना "
    "Deepak=दीपक Vikas=विकास Rohit=रोहित Amit=अमित Sandeep=संदीप Pradeep=प्रदीप Gurpreet=गुरप्रीत Harpreet=हरप्रीत"
)
FAMILIES: Final = _pairs(
    "Kumar=कुमार Singh=सिंह Yadav=यादव Sharma=शर्मा Verma=वर्मा Khan=खान Ansari=अंसारी Gupta=गुप्ता Mishra=मिश्रा "
    "Pandey=पांडेय Chauhan=चौहान Rajput=राजपूत Paswan=पासवान Patel=पटेल Das=दास Meena=मीणा Qureshi=कुरैशी Jatav=जाटव"
)
SYLLABLES: Final = _pairs(
    "ra=रा ja=जा na=ना ga=गा kha=खा ma=मा la=ला ba=बा ha=हा di=दी sa=सा ro=रो ta=ता vi=वी shi=शी ko=को ti=ती "
    "dha=धा lu=लू pa=पा ke=के mi=मी bu=बू ni=नी gho=घो su=सू ri=री che=चे mo=मो tha=था"
)
ENDINGS: Final = _pairs("pur=पुर garh=गढ़ nagar=नगर gaon=गांव ganj=गंज abad=आबाद khera=खेड़ा tola=टोला =")
