"""The page's words: English is the key, unless a key stands for it; Hindi beside it, Latin digits."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "which-all": "All",
    "which-silent": "Silent for a day",
    "which-late": "Waiting over an hour",
    "which-aside": "Refused or set aside",
    "which-clock": "Clock wrong",
    "which-withdrawn": "Withdrawn",
    "post-waiting": "Waiting",
    "post-troubled": "Not arrived, or not known",
    "channel-email": "E-mail",
    "channel-sms": "Short message",
    "state-queued": "waiting",
    "state-sending": "under way",
    "state-handed-over": "handed over",
    "state-delivered": "delivered",
    "state-failed": "not arrived",
    "state-not-known": "not known",
    "why-address-refused": "the address was refused",
    "why-content-refused": "the text was refused",
    "why-not-reached": "the mail server or the network was not reached",
    "why-carrier-busy": "the mail server or the network was busy",
    "why-not-let-in": "the centre was not let in: look at the login in centre.toml",
    "why-tried-too-long": "tried for more than a day",
    "why-no-answer": "no answer came",
    "why-broken-off": "the centre stopped in the middle of it",
    "why-not-delivered": "the network could not deliver it",
    "why-file-lost": "a file of it is lost at the centre",
    "why-withheld": "something in it may not leave any more",
    "why-no-longer-entitled": "its author may write messages no more",
    "why-no-carrier": "no way out is set up",
}

HINDI: Mapping[str, str] = {
    "State IT": "राज्य आईटी",
    "Skip to the content": "सीधे सामग्री पर जाएँ",
    "Cri-MAC centre – State IT": "Cri-MAC केंद्र – राज्य आईटी",
    "Places": "स्थान",
    "Stations' PCs": "थानों के पीसी",
    "Officers": "अधिकारी",
    "all States": "सभी राज्य",
    "Sign out": "साइन आउट",
    "Sign in": "साइन इन",
    "For officers of State IT who may administer.": "राज्य आईटी के उन अधिकारियों के लिए जिन्हें व्यवस्था का अधिकार है।",
    "Too many wrong passwords. Try again in {n} minutes.": ("बहुत बार ग़लत पासवर्ड डाला गया। {n} मिनट बाद फिर कोशिश करें।"),
    "The login and the password do not belong together.": "लॉगिन और पासवर्ड मेल नहीं खाते।",
    "This officer was withdrawn.": "इस अधिकारी का अधिकार वापस ले लिया गया है।",
    "The centre is busy. Try again in a moment.": "केंद्र व्यस्त है। कुछ देर में फिर कोशिश करें।",
    "You are not let in here. If you may administer, load the page again and sign in once more.": (
        "आपको यहाँ प्रवेश नहीं मिला। यदि आपको व्यवस्था का अधिकार है, तो पृष्ठ दोबारा खोलें और फिर साइन इन करें।"
    ),
    "That is not it. Here is another one.": "उत्तर सही नहीं है। यह दूसरा है।",
    "Passwords were wrong here before: the centre asks for one thing more.": (
        "यहाँ पहले ग़लत पासवर्ड डाले गए: केंद्र एक और बात पूछता है।"
    ),
    "The one-time code does not count. Wait for the next one.": "यह ओटीपी मान्य नहीं है। अगले कोड की प्रतीक्षा करें।",
    "The password is right. Type it once more with your one-time code.": (
        "पासवर्ड सही है। उसे अपने ओटीपी के साथ एक बार फिर डालें।"
    ),
    "A picture of five letters and digits": "पाँच अक्षरों और अंकों का चित्र",
    "Letters and digits of the picture": "चित्र के अक्षर और अंक",
    "Answer in digits.": "उत्तर अंकों में दें।",
    "One-time code": "ओटीपी",
    "One-time code…": "ओटीपी…",
    "Another picture": "दूसरा चित्र",
    "A question in words instead": "इसके बदले शब्दों में प्रश्न",
    "At a sign-in with the line": "लाइन के साथ साइन इन में",
    "password and one-time code": "पासवर्ड और ओटीपी",
    "password only": "केवल पासवर्ड",
    (
        "The new secret, shown this once. The officer types it into the program for codes on their telephone "
        "(time-based, six digits); keep no copy."
    ): (
        "नई गुप्त कुंजी, केवल इसी बार दिखाई गई है। अधिकारी इसे अपने फ़ोन के ओटीपी ऐप में डालें (समय-आधारित, "
        "छह अंक); इसकी कोई प्रति न रखें।"
    ),
    "The officer signs in with the password alone from now on.": "अब से अधिकारी केवल पासवर्ड से साइन इन करेंगे।",
    "The wrong passwords are forgotten: the officer may try again at once.": (
        "ग़लत पासवर्ड भुला दिए गए: अधिकारी तुरंत फिर कोशिश कर सकते हैं।"
    ),
    "A new secret ends the one before. Give it only to the officer in person.": (
        "नई कुंजी देने पर पुरानी समाप्त हो जाती है। इसे केवल अधिकारी को स्वयं दें।"
    ),
    "Give a new secret": "नई गुप्त कुंजी दें",
    "Take the code away": "ओटीपी हटाएँ",
    "Forget the wrong passwords": "ग़लत पासवर्ड भुला दें",
    "Back to the officers": "अधिकारियों पर वापस",
    "Login": "लॉगिन",
    "Password": "पासवर्ड",
    "Find": "खोजें",
    "Pages": "पृष्ठ",
    "Back": "पीछे",
    "Further": "आगे",
    "Page {n}": "पृष्ठ {n}",
    "as on": "स्थिति",
    "Which PCs": "कौन से पीसी",
    "which-all": "सभी",
    "which-silent": "एक दिन से चुप",
    "which-late": "एक घंटे से अटका",
    "which-aside": "अस्वीकृत या अलग रखा",
    "which-clock": "घड़ी ग़लत",
    "which-withdrawn": "वापस लिए गए",
    "Station, code or PC": "थाना, कोड या पीसी",
    "No PC is so.": "ऐसा कोई पीसी नहीं है।",
    "Station": "थाना",
    "PC": "पीसी",
    "Version": "संस्करण",
    "Last heard of": "अंतिम संपर्क",
    "Waiting": "प्रतीक्षा में",
    "Oldest": "सबसे पुराना",
    "Refused or set aside": "अस्वीकृत या अलग रखा",
    "Clock off by": "घड़ी का अंतर",
    "What can be done": "क्या किया जा सकता है",
    "has told nothing yet": "अभी तक कुछ नहीं बताया",
    "withdrawn": "वापस लिया गया",
    "Withdraw…": "वापस लें…",
    "Login, name, station or code": "लॉगिन, नाम, थाना या कोड",
    "No officer is so.": "ऐसा कोई अधिकारी नहीं है।",
    "Officer": "अधिकारी",
    "Office": "कार्यालय",
    "may administer": "व्यवस्था का अधिकार",
    "you": "आप",
    "Withdraw this PC?": "यह पीसी वापस लें?",
    "First signed in": "पहला साइन इन",
    (
        "It is told at its next contact: its vault then opens for nobody. Nothing on it is deleted; what "
        "was not sent stays sealed there."
    ): (
        "अगले संपर्क पर पीसी को यह बताया जाएगा: फिर उसकी तिजोरी किसी के लिए नहीं खुलेगी। उस पर कुछ भी "
        "मिटाया नहीं जाता; जो भेजा नहीं गया वह वहीं सीलबंद रहता है।"
    ),
    "Withdraw this PC": "यह पीसी वापस लें",
    "Leave it": "रहने दें",
    "Withdraw this officer?": "इस अधिकारी का अधिकार वापस लें?",
    (
        "They may sign in nowhere any more. A PC where they work closes its vault to them at its next "
        "contact; nothing they wrote is deleted."
    ): (
        "वे अब कहीं साइन इन नहीं कर सकेंगे। जिस पीसी पर वे काम करते हैं, वह अगले संपर्क पर अपनी तिजोरी "
        "उनके लिए बंद कर देगा; उनका लिखा कुछ भी मिटाया नहीं जाता।"
    ),
    "Withdraw this officer": "अधिकार वापस लें",
    "This cannot be done": "यह नहीं हो सकता",
    "There is no such page, PC, officer or message in your State.": (
        "आपके राज्य में ऐसा कोई पृष्ठ, पीसी, अधिकारी या संदेश नहीं है।"
    ),
    "You may not do this, or the form was not made for you. Nothing was changed.": (
        "आप यह नहीं कर सकते, या यह फ़ॉर्म आपके लिए नहीं बना था। कुछ भी बदला नहीं गया।"
    ),
    "The centre could not do it just now. Nothing was changed; try again in a moment.": (
        "केंद्र अभी यह नहीं कर सका। कुछ भी बदला नहीं गया; कुछ देर में फिर कोशिश करें।"
    ),
    "The question was not understood. Nothing was changed.": "प्रश्न समझ में नहीं आया। कुछ भी बदला नहीं गया।",
    "Messages": "संदेश",
    "Which messages": "कौन से संदेश",
    "post-waiting": "प्रतीक्षा में",
    "post-troubled": "नहीं पहुँचा, या पता नहीं",
    "Station, code or message": "थाना, कोड या संदेश",
    "No message is so.": "ऐसा कोई संदेश नहीं है।",
    "Message": "संदेश",
    "Received": "प्राप्त",
    "Recipients": "प्राप्तकर्ता",
    "Why": "कारण",
    "Tries": "कोशिशें",
    "Next try": "अगली कोशिश",
    "its files are not all here yet": "इसकी सब फ़ाइलें अभी यहाँ नहीं पहुँचीं",
    "Hand over again…": "फिर भेजें…",
    "Hand this message over again?": "यह संदेश फिर भेजें?",
    (
        "It goes to those whom it did not reach. Where nobody knows whether it arrived, somebody may get it twice: "
        "look at the mail server's or the network's own record first."
    ): (
        "यह उन्हें जाएगा जिन तक नहीं पहुँचा। जहाँ पता नहीं कि पहुँचा या नहीं, वहाँ किसी को दो बार मिल सकता है: "
        "पहले मेल सर्वर या नेटवर्क का अपना रिकॉर्ड देखें।"
    ),
    "Hand over again": "फिर भेजें",
    "There is nobody whom it did not reach.": "ऐसा कोई नहीं जिस तक यह न पहुँचा हो।",
    "channel-email": "ई-मेल",
    "channel-sms": "एसएमएस",
    "state-queued": "प्रतीक्षा में",
    "state-sending": "भेजा जा रहा है",
    "state-handed-over": "आगे सौंपा गया",
    "state-delivered": "पहुँच गया",
    "state-failed": "नहीं पहुँचा",
    "state-not-known": "पता नहीं",
    "why-address-refused": "पता अस्वीकार हुआ",
    "why-content-refused": "पाठ अस्वीकार हुआ",
    "why-not-reached": "मेल सर्वर या नेटवर्क तक नहीं पहुँचा जा सका",
    "why-carrier-busy": "मेल सर्वर या नेटवर्क व्यस्त था",
    "why-not-let-in": "केंद्र को प्रवेश नहीं मिला: centre.toml में लॉगिन देखें",
    "why-tried-too-long": "एक दिन से अधिक कोशिश की गई",
    "why-no-answer": "कोई उत्तर नहीं आया",
    "why-broken-off": "केंद्र बीच में रुक गया",
    "why-not-delivered": "नेटवर्क पहुँचा नहीं सका",
    "why-file-lost": "इसकी एक फ़ाइल केंद्र में नहीं मिलती",
    "why-withheld": "इसकी कोई बात अब बाहर नहीं जा सकती",
    "why-no-longer-entitled": "लेखक को अब संदेश लिखने का अधिकार नहीं है",
    "why-no-carrier": "भेजने का कोई रास्ता तय नहीं है",
    "{n} days": "{n} दिन",
    "{n} h": "{n} घंटे",
    "{n} min": "{n} मिनट",
    "{n} s": "{n} सेकंड",
}


def said(language: str, key: str) -> str:
    """Say a phrase in a language; English where the other has none."""
    english = ENGLISH.get(key, key)
    return HINDI.get(key, english) if language == "hi" else english
