"""Common names of people and places, each in a script of India with its usual Latin spellings; written for the tests.

``LOOKED_AT`` were looked at while the rules were made. ``HELD_OUT`` were written beside them and not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LOOKED_AT: Final = {
    "Bengali": """
        রাজেশ Rajesh · সুনীতা Sunita Suneeta · গণেশ Ganesh · বিজয় Bijoy Vijay · লক্ষ্মী Lakshmi Laxmi ·
        কৃষ্ণ Krishna · মোহাম্মদ Mohammad Mohammed Mohd · আব্দুল Abdul · রহমান Rahman Rehman ·
        বিকাশ Bikash Vikas · সুব্রত Subrata · চট্টোপাধ্যায় Chattopadhyay ·
        মুখার্জি Mukherjee Mukherji · ব্যানার্জি Banerjee · ঘোষ Ghosh · বসু Basu Bose ·
        দত্ত Datta Dutta · সেনগুপ্ত Sengupta · কলকাতা Kolkata · হাওড়া Howrah · শিলিগুড়ি Siliguri ·
        বর্ধমান Bardhaman Burdwan · মালদা Malda · সরকার Sarkar · মণ্ডল Mandal Mondal · বিশ্বাস Biswas ·
        রায় Ray Roy · শেখ Sheikh Shaikh · দেবাশিস Debasish · অনির্বাণ Anirban
    """,
    "Gujarati": """
        રાજેશ Rajesh · સુનીતા Sunita · ગણેશ Ganesh · વિજય Vijay · લક્ષ્મી Lakshmi Laxmi ·
        કૃષ્ણ Krishna · મોહમ્મદ Mohammad Mohd · અબ્દુલ Abdul · પટેલ Patel · શાહ Shah · મહેતા Mehta ·
        દેસાઈ Desai · જોશી Joshi · પંડ્યા Pandya · ત્રિવેદી Trivedi · સોલંકી Solanki ·
        ચૌહાણ Chauhan Chouhan · પરમાર Parmar · વાઘેલા Vaghela · જાડેજા Jadeja ·
        અમદાવાદ Ahmedabad Amdavad · સુરત Surat · વડોદરા Vadodara · રાજકોટ Rajkot · ભાવનગર Bhavnagar ·
        કચ્છ Kutch Kachchh · હિતેશ Hitesh · ભાવેશ Bhavesh · જયેશ Jayesh · નરેન્દ્ર Narendra
    """,
    "Gurmukhi": """
        ਰਾਜੇਸ਼ Rajesh · ਸੁਨੀਤਾ Sunita · ਗੁਰਪ੍ਰੀਤ Gurpreet · ਹਰਪ੍ਰੀਤ Harpreet · ਮਨਪ੍ਰੀਤ Manpreet ·
        ਸਿੰਘ Singh · ਕੌਰ Kaur · ਗਿੱਲ Gill · ਢਿੱਲੋਂ Dhillon · ਸੰਧੂ Sandhu · ਸਿੱਧੂ Sidhu · ਬਾਜਵਾ Bajwa ·
        ਅਮਰਜੀਤ Amarjeet Amarjit · ਬਲਵਿੰਦਰ Balwinder · ਜਸਵੰਤ Jaswant · ਕੁਲਦੀਪ Kuldeep Kuldip ·
        ਰਣਜੀਤ Ranjit Ranjeet · ਅੰਮ੍ਰਿਤਸਰ Amritsar · ਲੁਧਿਆਣਾ Ludhiana · ਜਲੰਧਰ Jalandhar ·
        ਪਟਿਆਲਾ Patiala · ਬਠਿੰਡਾ Bathinda Bhatinda · ਮੋਗਾ Moga · ਫਿਰੋਜ਼ਪੁਰ Ferozepur Firozpur ·
        ਚੰਡੀਗੜ੍ਹ Chandigarh · ਸ਼ਰਮਾ Sharma · ਕੁਮਾਰ Kumar · ਮੁਹੰਮਦ Mohammad Mohd · ਭੁਪਿੰਦਰ Bhupinder ·
        ਨਵਜੋਤ Navjot
    """,
    "Oriya": """
        ରାଜେଶ Rajesh · ସୁନୀତା Sunita · ଗଣେଶ Ganesh · ବିଜୟ Bijay Vijay · ଲକ୍ଷ୍ମୀ Lakshmi Laxmi ·
        କୃଷ୍ଣ Krishna · ଜଗନ୍ନାଥ Jagannath · ମହାପାତ୍ର Mahapatra Mohapatra · ପଟ୍ଟନାୟକ Patnaik Pattanayak ·
        ମିଶ୍ର Mishra Misra · ପଣ୍ଡା Panda · ସାହୁ Sahu Sahoo · ବେହେରା Behera · ନାୟକ Nayak Naik ·
        ସ୍ୱାଇଁ Swain · ଦାସ Das Dash · ମହାନ୍ତି Mohanty Mahanti · ରାଉତ Rout Raut · ଭୁବନେଶ୍ୱର Bhubaneswar ·
        କଟକ Cuttack Katak · ପୁରୀ Puri · ସମ୍ବଲପୁର Sambalpur · ବାଲେଶ୍ୱର Baleswar Balasore ·
        ରାଉରକେଲା Rourkela · ଗଞ୍ଜାମ Ganjam · କୋରାପୁଟ Koraput · ପ୍ରକାଶ Prakash · ରମେଶ Ramesh ·
        ଅଶୋକ Ashok · ମୋହମ୍ମଦ Mohammad Mohd
    """,
    "Tamil": """
        முருகன் Murugan · ராஜா Raja · கணேஷ் Ganesh · விஜய் Vijay · லட்சுமி Lakshmi Laxmi ·
        கிருஷ்ணன் Krishnan · குமார் Kumar · செல்வம் Selvam · செல்வி Selvi · அருண் Arun ·
        கார்த்திக் Karthik · சுரேஷ் Suresh · ரமேஷ் Ramesh · ராஜேஷ் Rajesh · பாலகிருஷ்ணன் Balakrishnan ·
        சண்முகம் Shanmugam · ஆறுமுகம் Arumugam · வேலு Velu · தங்கராஜ் Thangaraj ·
        பாண்டியன் Pandian Pandiyan · முத்து Muthu · மாரியப்பன் Mariappan Mariyappan · அப்துல் Abdul ·
        முகமது Mohamed Mohammad · சென்னை Chennai · மதுரை Madurai ·
        கோயம்புத்தூர் Coimbatore Koyambuthur · திருச்சி Trichy Tiruchi · சேலம் Salem ·
        தஞ்சாவூர் Thanjavur · பாண்டிச்சேரி Pondicherry · தீபா Deepa · பிரியா Priya ·
        சுப்பிரமணியன் Subramanian · கோபால் Gopal · சந்திரன் Chandran · பழனி Palani Pazhani ·
        காந்தி Gandhi
    """,
    "Telugu": """
        రాజేష్ Rajesh · సునీత Sunita Sunitha · గణేష్ Ganesh · విజయ్ Vijay · లక్ష్మి Lakshmi Laxmi ·
        కృష్ణ Krishna · వెంకటేశ్వర Venkateswara · రెడ్డి Reddy · నాయుడు Naidu · రావు Rao ·
        చౌదరి Chowdary Chaudhary · శ్రీనివాస్ Srinivas · నరసింహ Narasimha · రామారావు Ramarao ·
        సత్యనారాయణ Satyanarayana · ప్రసాద్ Prasad · మోహన్ Mohan · మహమ్మద్ Mohammad Mohd ·
        హైదరాబాద్ Hyderabad · విజయవాడ Vijayawada · గుంటూరు Guntur · వరంగల్ Warangal · తిరుపతి Tirupati ·
        నెల్లూరు Nellore · కర్నూలు Kurnool · అనిల్ Anil · సురేష్ Suresh · పద్మ Padma · భాస్కర్ Bhaskar ·
        కరీంనగర్ Karimnagar
    """,
    "Kannada": """
        ರಾಜೇಶ್ Rajesh · ಸುನೀತಾ Sunita · ಗಣೇಶ್ Ganesh · ವಿಜಯ್ Vijay · ಲಕ್ಷ್ಮಿ Lakshmi Laxmi ·
        ಕೃಷ್ಣ Krishna · ಮಂಜುನಾಥ Manjunath Manjunatha · ಗೌಡ Gowda · ಶೆಟ್ಟಿ Shetty · ಹೆಗಡೆ Hegde ·
        ಪಾಟೀಲ Patil · ನಾಯಕ್ Nayak Naik · ಬಸವರಾಜ Basavaraj · ಸಿದ್ದರಾಮಯ್ಯ Siddaramaiah ·
        ಶಿವಕುಮಾರ್ Shivakumar · ರಾಘವೇಂದ್ರ Raghavendra · ಮಹೇಶ್ Mahesh · ನಾಗರಾಜ್ Nagaraj ·
        ಬೆಂಗಳೂರು Bengaluru Bangalore · ಮೈಸೂರು Mysuru Mysore · ಮಂಗಳೂರು Mangaluru Mangalore ·
        ಹುಬ್ಬಳ್ಳಿ Hubballi Hubli · ಬೆಳಗಾವಿ Belagavi Belgaum · ತುಮಕೂರು Tumakuru Tumkur ·
        ಶಿವಮೊಗ್ಗ Shivamogga Shimoga · ಮಹಮ್ಮದ್ Mohammad Mohd · ಅಬ್ದುಲ್ Abdul · ಪ್ರಕಾಶ್ Prakash ·
        ಸುರೇಶ್ Suresh · ಉಡುಪಿ Udupi
    """,
    "Malayalam": """
        രാജേഷ് Rajesh · സുനിത Sunita Sunitha · ഗണേഷ് Ganesh · വിജയൻ Vijayan · ലക്ഷ്മി Lakshmi ·
        കൃഷ്ണൻ Krishnan · നായർ Nair · മേനോൻ Menon · പിള്ള Pillai · നമ്പൂതിരി Namboothiri Nambudiri ·
        തോമസ് Thomas · ജോസഫ് Joseph · വർഗീസ് Varghese · ജോർജ് George · മാത്യു Mathew ·
        മുഹമ്മദ് Muhammad Mohammad Mohd · അബ്ദുൾ Abdul · രാമചന്ദ്രൻ Ramachandran · സുരേഷ് Suresh ·
        അനിൽ Anil · കൊച്ചി Kochi Cochin · കോഴിക്കോട് Kozhikode · തൃശ്ശൂർ Thrissur Trichur ·
        കണ്ണൂർ Kannur · കൊല്ലം Kollam · പാലക്കാട് Palakkad · കോട്ടയം Kottayam · ആലപ്പുഴ Alappuzha ·
        ശശി Sasi Shashi · ഉണ്ണി Unni · തിരുവനന്തപുരം Thiruvananthapuram
    """,
    "Urdu": """
        محمد Mohammad Muhammad Mohd · عبدل Abdul · رحمان Rahman Rehman · احمد Ahmed Ahmad · علی Ali ·
        حسین Hussain Husain · خان Khan · شیخ Sheikh Shaikh · قریشی Qureshi · انصاری Ansari ·
        صدیقی Siddiqui Siddiqi · فاطمہ Fatima · عائشہ Ayesha Aisha · یوسف Yusuf Yousuf ·
        ابراہیم Ibrahim · اسماعیل Ismail · عمران Imran · سلمان Salman · شاہد Shahid ·
        نسیم Nasim Naseem · اکبر Akbar · جاوید Javed Javid · دہلی Delhi Dehli · لکھنؤ Lucknow Lakhnau ·
        حیدرآباد Hyderabad · سرینگر Srinagar · علیگڑھ Aligarh · راجیش Rajesh · سنگھ Singh · ظفر Zafar ·
        رضوان Rizwan · وسیم Waseem Wasim · مراد Murad
    """,
    "Devanagari": """
        राजेश Rajesh · सुनीता Sunita · गणेश Ganesh · विजय Vijay · लक्ष्मी Lakshmi Laxmi ·
        कृष्णा Krishna · मोहम्मद Mohammad Mohd · सिंह Singh · यादव Yadav · चौधरी Chaudhary Choudhury ·
        पांडेय Pandey Panday · तिवारी Tiwari · श्रीवास्तव Srivastava Shrivastav · गुप्ता Gupta ·
        मिश्रा Mishra Misra · शुक्ला Shukla · कुलकर्णी Kulkarni · देशमुख Deshmukh · जाधव Jadhav ·
        शिंदे Shinde · पाटील Patil · दिल्ली Delhi Dilli · लखनऊ Lucknow Lakhnau · वाराणसी Varanasi ·
        इलाहाबाद Allahabad · पटना Patna · मुंबई Mumbai · पुणे Pune · नागपुर Nagpur · ठाणे Thane ·
        हरदोई Hardoi · संडीला Sandila
    """,
}
HELD_OUT: Final = {
    "Bengali": """
        সুশান্ত Sushanta Sushant · মিতালী Mitali · অরুণ Arun · প্রদীপ Pradip Pradeep · নাসরিন Nasrin ·
        দুর্গাপুর Durgapur · আসানসোল Asansol · গোপাল Gopal · তাপস Tapas · ফারুক Faruk Farooq ·
        বারাসাত Barasat · শ্যামল Shyamal
    """,
    "Gujarati": """
        ધર્મેશ Dharmesh · કિરીટ Kirit · ભરત Bharat · જામનગર Jamnagar · ગાંધીનગર Gandhinagar ·
        મનીષા Manisha · રાઠોડ Rathod · પ્રજાપતિ Prajapati · ઠાકોર Thakor · ગોધરા Godhra · ઇમરાન Imran ·
        રમેશ Ramesh
    """,
    "Gurmukhi": """
        ਸੁਖਵਿੰਦਰ Sukhwinder Sukhvinder · ਪਰਮਜੀਤ Paramjit Paramjeet · ਗਰੇਵਾਲ Grewal · ਧਾਲੀਵਾਲ Dhaliwal ·
        ਹੁਸ਼ਿਆਰਪੁਰ Hoshiarpur · ਗੁਰਦਾਸਪੁਰ Gurdaspur · ਜਗਦੀਸ਼ Jagdish · ਲਖਵੀਰ Lakhvir Lakhveer ·
        ਸੰਗਰੂਰ Sangrur · ਕਪੂਰਥਲਾ Kapurthala · ਰਾਮ Ram · ਦਵਿੰਦਰ Davinder
    """,
    "Oriya": """
        ସୁରେଶ Suresh · ନରେନ୍ଦ୍ର Narendra · ପ୍ରଧାନ Pradhan · ଜେନା Jena · ବ୍ରହ୍ମପୁର Brahmapur Berhampur ·
        କେନ୍ଦୁଝର Kendujhar Keonjhar · ଅନିଲ Anil · ସନ୍ତୋଷ Santosh · ମଲ୍ଲିକ Mallick Mallik ·
        ଢେଙ୍କାନାଳ Dhenkanal · ସୁବ୍ରତ Subrat · ରଞ୍ଜନ Ranjan
    """,
    "Tamil": """
        சரவணன் Saravanan · மணிகண்டன் Manikandan · ஐயப்பன் Ayyappan · கமலா Kamala · சீதா Seetha Sita ·
        திருநெல்வேலி Tirunelveli · வேலூர் Vellore · ஈரோடு Erode · நாகராஜன் Nagarajan ·
        சுந்தரம் Sundaram · ஜெயலலிதா Jayalalitha · அன்பழகன் Anbazhagan · பாஸ்கர் Baskar Bhaskar ·
        தினேஷ் Dinesh · மீனா Meena
    """,
    "Telugu": """
        నాగేశ్వరరావు Nageswararao · భవాని Bhavani · వెంకటేష్ Venkatesh · లావణ్య Lavanya ·
        విశాఖపట్నం Visakhapatnam · కాకినాడ Kakinada · ఖమ్మం Khammam · అనంతపురం Anantapuram ·
        నిజామాబాద్ Nizamabad · రవి Ravi · సుబ్బారావు Subbarao · దుర్గ Durga
    """,
    "Kannada": """
        ಅನಿಲ್ Anil · ಸಂತೋಷ್ Santosh · ರಮೇಶ್ Ramesh · ಧಾರವಾಡ Dharwad · ಬಳ್ಳಾರಿ Ballari Bellary ·
        ಕಲಬುರಗಿ Kalaburagi · ಹಾಸನ Hassan · ಚಂದ್ರಶೇಖರ್ Chandrashekar Chandrasekhar ·
        ಪುಟ್ಟಸ್ವಾಮಿ Puttaswamy · ದೇವೇಗೌಡ Devegowda · ಮುನಿಯಪ್ಪ Muniyappa · ಇಮ್ರಾನ್ Imran
    """,
    "Malayalam": """
        ബാബു Babu · ഷാജി Shaji · പ്രകാശ് Prakash · രാധാകൃഷ്ണൻ Radhakrishnan · മലപ്പുറം Malappuram ·
        കാസർഗോഡ് Kasargod · ഇടുക്കി Idukki · വയനാട് Wayanad · കുര്യൻ Kurian Kuriyan ·
        ഗോപാലകൃഷ്ണൻ Gopalakrishnan · അബൂബക്കർ Aboobacker Abubakkar · സന്തോഷ് Santhosh Santosh
    """,
    "Urdu": """
        کریم Karim Kareem · ناصر Nasir · طارق Tariq · بشیر Bashir · زینب Zainab · ممتاز Mumtaz ·
        نواز Nawaz · کانپور Kanpur · میرٹھ Meerut Merath · شبیر Shabbir Shabir · اقبال Iqbal ·
        پرویز Parvez Pervez
    """,
    "Devanagari": """
        अखिलेश Akhilesh · मायावती Mayawati · ठाकुर Thakur · बंजारा Banjara · अंसारी Ansari ·
        कुशवाहा Kushwaha · पासवान Paswan · औरंगाबाद Aurangabad · कोल्हापुर Kolhapur · सतारा Satara ·
        अब्दुल Abdul · ज्योति Jyoti · इंदौर Indore · भोपाल Bhopal
    """,
}


def pairs(names: Mapping[str, str], script: str) -> tuple[tuple[str, str], ...]:
    """Give every (name in its script, Latin spelling) of a script."""
    entries = (entry.split() for entry in names[script].split("·"))
    return tuple((native, latin) for native, *spellings in entries for latin in spellings)
