"""Places and things to make texts of, each in English and in Hindi. None of them is anywhere."""

from __future__ import annotations

Pair = tuple[str, str]

ALIASES: tuple[Pair, ...] = (
    ("Kallu", "कल्लू"),
    ("Bhura", "भूरा"),
    ("Guddu", "गुड्डू"),
    ("Pappu", "पप्पू"),
    ("Langda", "लंगड़ा"),
    ("Tinku", "टिंकू"),
    ("Chhotu", "छोटू"),
    ("Netaji", "नेताजी"),
    ("Master", "मास्टर"),
    ("Bittu", "बिट्टू"),
)
VILLAGES: tuple[Pair, ...] = (
    ("Purwa Khurd", "पुरवा खुर्द"),
    ("Madhoganj Kalan", "माधोगंज कलां"),
    ("Bhadaicha", "भदैचा"),
    ("Nagla Har", "नगला हार"),
    ("Sikandarpur Sani", "सिकंदरपुर सानी"),
    ("Kheri Ganga", "खेड़ी गंगा"),
    ("Jagatpur", "जगतपुर"),
    ("Barauli", "बरौली"),
    ("Tikra", "टिकरा"),
    ("Mohalla Kaziana", "मोहल्ला काजियाना"),
    ("Shastri Nagar", "शास्त्री नगर"),
    ("Indira Colony", "इंदिरा कॉलोनी"),
    ("Lakhimpurwa", "लखीमपुरवा"),
    ("Dhaula Tappa", "धौला टप्पा"),
    ("Ganeshpur", "गणेशपुर"),
    ("Ramnagar Dih", "रामनगर डीह"),
)
SPOTS: tuple[Pair, ...] = (
    ("the canal bridge", "नहर पुलिया"),
    ("the old bus stand", "पुराने बस अड्डे"),
    ("the railway crossing", "रेलवे क्रॉसिंग"),
    ("the sugar mill gate", "चीनी मिल गेट"),
    ("the weekly market", "साप्ताहिक बाजार"),
    ("the brick kiln", "ईंट भट्ठे"),
    ("the petrol pump", "पेट्रोल पंप"),
    ("the primary school", "प्राथमिक विद्यालय"),
    ("the mango orchard", "आम के बाग"),
    ("the toll plaza", "टोल प्लाजा"),
    ("the river ghat", "नदी घाट"),
    ("the cold storage", "शीतगृह"),
    ("the flyover", "फ्लाईओवर"),
    ("the grain market", "गल्ला मंडी"),
)
WEAPONS: tuple[Pair, ...] = (
    ("a country-made pistol", "देशी तमंचा"),
    ("a .32 bore pistol", ".32 बोर पिस्टल"),
    ("a sharp knife", "धारदार चाकू"),
    ("an iron rod", "लोहे की रॉड"),
    ("a single-barrel gun", "एकनाली बंदूक"),
    ("a sickle", "हँसिया"),
    ("a lathi and an axe", "लाठी व कुल्हाड़ी"),
)
CARRIERS: tuple[Pair, ...] = (
    ("Tata 407 pick-up", "टाटा 407 पिकअप"),
    ("ten-wheel truck", "दस टायरा ट्रक"),
    ("white Bolero", "सफेद बोलेरो"),
    ("grey Eeco van", "ग्रे ईको वैन"),
    ("container lorry", "कंटेनर"),
)
CARS: tuple[Pair, ...] = (
    ("white Bolero", "सफेद बोलेरो"),
    ("silver Swift Dzire", "सिल्वर स्विफ्ट डिजायर"),
    ("black Scorpio", "काली स्कॉर्पियो"),
    ("grey Eeco van", "ग्रे ईको वैन"),
    ("white Creta", "सफेद क्रेटा"),
)
MOTORCYCLES: tuple[Pair, ...] = (
    ("red Splendor motorcycle", "लाल स्प्लेंडर मोटरसाइकिल"),
    ("black Pulsar motorcycle", "काली पल्सर मोटरसाइकिल"),
    ("blue Apache motorcycle", "नीली अपाचे मोटरसाइकिल"),
    ("motorcycle without a plate", "बिना नम्बर की मोटरसाइकिल"),
)
BUILDS: tuple[Pair, ...] = (
    ("lean", "दुबला पतला"),
    ("medium", "मध्यम कद काठी"),
    ("well built", "गठीला बदन"),
    ("stout", "भारी शरीर"),
    ("tall", "लम्बा कद"),
)
FACES: tuple[Pair, ...] = (
    ("wheatish, long face", "गेहुआँ रंग, लम्बा चेहरा"),
    ("dark, round face", "सांवला रंग, गोल चेहरा"),
    ("fair, broad forehead", "गोरा रंग, चौड़ा माथा"),
    ("wheatish, thin moustache", "गेहुआँ रंग, पतली मूँछ"),
    ("dark, clean shaven", "सांवला रंग, दाढ़ी मूँछ साफ"),
)
MARKS: tuple[Pair, ...] = (
    ("an old cut above the left eyebrow", "बाईं भौंह के ऊपर पुराना कट का निशान"),
    ("a burn mark on the right forearm", "दाहिनी कलाई पर जले का निशान"),
    ("the name 'Maa' tattooed on the left wrist", "बाईं कलाई पर 'माँ' गुदा हुआ"),
    ("a limp in the right leg", "दाहिने पैर से लंगड़ाता है"),
    ("a mole on the chin", "ठुड्डी पर तिल"),
    ("one missing upper tooth", "ऊपर का एक दाँत टूटा हुआ"),
)
CLOTHES: tuple[Pair, ...] = (
    ("sky-blue shirt and black trousers", "आसमानी शर्ट व काली पैंट"),
    ("white kurta-pyjama and a green scarf", "सफेद कुर्ता पायजामा व हरा गमछा"),
    ("red check shirt and jeans", "लाल चेक शर्ट व जींस"),
    ("brown jacket and a monkey cap", "भूरी जैकेट व मंकी कैप"),
    ("grey hooded jacket and track pants", "ग्रे हुड वाली जैकेट व लोअर"),
    ("yellow T-shirt and black lower", "पीली टी-शर्ट व काला लोअर"),
)
TONGUES: tuple[Pair, ...] = (
    ("Hindi and Bhojpuri", "हिन्दी व भोजपुरी"),
    ("Hindi and Awadhi", "हिन्दी व अवधी"),
    ("Hindi and Punjabi", "हिन्दी व पंजाबी"),
    ("Hindi and Garhwali", "हिन्दी व गढ़वाली"),
    ("Hindi and some Urdu", "हिन्दी व थोड़ी उर्दू"),
)
TRADES: tuple[Pair, ...] = (
    ("farmer", "कृषक"),
    ("shopkeeper", "दुकानदार"),
    ("driver", "चालक"),
    ("daily wage labourer", "मजदूर"),
    ("teacher", "शिक्षक"),
    ("electrician", "बिजली मिस्त्री"),
    ("cashier of a finance company", "फाइनेंस कंपनी का कैशियर"),
    ("dairy owner", "डेयरी संचालक"),
    ("retired soldier", "सेवानिवृत्त सैनिक"),
)
DIRECTIONS: tuple[Pair, ...] = (
    ("North", "उत्तर"),
    ("South", "दक्षिण"),
    ("East", "पूर्व"),
    ("West", "पश्चिम"),
    ("North-East", "उत्तर-पूर्व"),
    ("South-West", "दक्षिण-पश्चिम"),
)
RANKS: tuple[str, ...] = ("Sub-Inspector", "Inspector", "Inspector (SHO)", "Sub-Inspector")
WEEKDAYS: tuple[Pair, ...] = (
    ("Monday", "सोमवार"),
    ("Tuesday", "मंगलवार"),
    ("Wednesday", "बुधवार"),
    ("Thursday", "गुरुवार"),
    ("Friday", "शुक्रवार"),
    ("Saturday", "शनिवार"),
    ("Sunday", "रविवार"),
)
