<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>AddOfficerScreen</name>
    <message>
        <source>Add an officer</source>
        <translation>अधिकारी जोड़ें</translation>
    </message>
    <message>
        <source>Add an officer to this PC</source>
        <translation>इस पीसी पर अधिकारी जोड़ें</translation>
    </message>
    <message>
        <source>The new officer types their own login name and password. It needs the line, once; you vouch for them.</source>
        <translation>नए अधिकारी अपना लॉगिन नाम और पासवर्ड स्वयं डालें। इसके लिए एक बार लाइन चाहिए; उनकी पहचान की ज़िम्मेदारी आपकी है।</translation>
    </message>
    <message>
        <source>&amp;Login name at the centre</source>
        <translation>केंद्र में लॉगिन नाम (&amp;L)</translation>
    </message>
    <message>
        <source>Login name at the centre</source>
        <translation>केंद्र में लॉगिन नाम</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>जोड़ें (&amp;A)</translation>
    </message>
    <message>
        <source>Asking the centre…</source>
        <translation>केंद्र से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>रद्द करें (&amp;C)</translation>
    </message>
    <message>
        <source>{name} can now sign in on this PC.</source>
        <translation>{name} अब इस पीसी पर साइन इन कर सकते हैं।</translation>
    </message>
    <message>
        <source>You&amp;r own password: you vouch for the new officer</source>
        <translation>आपका अपना पासवर्ड: नए अधिकारी की ज़िम्मेदारी आपकी है (&amp;R)</translation>
    </message>
    <message>
        <source>Your own password</source>
        <translation>आपका अपना पासवर्ड</translation>
    </message>
</context>
<context>
    <name>AlertFacts</name>
    <message>
        <source>Changed</source>
        <translation>बदलाव</translation>
    </message>
    <message>
        <source>FIR</source>
        <translation>एफआईआर</translation>
    </message>
    <message>
        <source>GD entry</source>
        <translation>जीडी प्रविष्टि</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>भेजने वाले</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>लिखा गया</translation>
    </message>
    <message>
        <source>Received by the centre</source>
        <translation>केंद्र को मिला</translation>
    </message>
    <message>
        <source>Counts until</source>
        <translation>कब तक मान्य</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>रिकॉर्ड संख्या</translation>
    </message>
    <message>
        <source>This PC&apos;s copy</source>
        <translation>इस पीसी की प्रति</translation>
    </message>
    <message>
        <source>FIR {number}</source>
        <translation>एफआईआर {number}</translation>
    </message>
    <message>
        <source>not on this PC yet</source>
        <translation>अभी इस पीसी पर नहीं</translation>
    </message>
    <message>
        <source>GD {number}{reason}</source>
        <translation>जीडी {number}{reason}</translation>
    </message>
</context>
<context>
    <name>AlertPrint</name>
    <message>
        <source>Prin&amp;t…</source>
        <translation>प्रिंट करें… (&amp;T)</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>पीडीएफ़ में सहेजें… (&amp;D)</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>अलर्ट</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>पीडीएफ़ में सहेजें</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>पीडीएफ़ दस्तावेज़ (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {name}, %n page(s).</source>
        <translation>
            <numerusform>{name} नाम से सहेजा गया, %n पृष्ठ।</numerusform>
            <numerusform>{name} नाम से सहेजा गया, %n पृष्ठ।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertFiles</name>
    <message>
        <source>It cannot be shown here. Save a copy to open it elsewhere.</source>
        <translation>यह यहाँ नहीं दिखाई जा सकती। दूसरी जगह खोलने के लिए प्रति सहेजें।</translation>
    </message>
    <message>
        <source>Save a copy: it will not be encrypted there</source>
        <translation>प्रति सहेजें: वहाँ वह एन्क्रिप्ट नहीं रहेगी</translation>
    </message>
    <message>
        <source>The copy is saved. It is not encrypted there: delete it when done.</source>
        <translation>प्रति सहेज दी गई। वहाँ वह एन्क्रिप्ट नहीं है: काम होने पर मिटा दें।</translation>
    </message>
    <message>
        <source>No program of this PC opens this kind of file. Ask State IT for one.</source>
        <translation>इस पीसी का कोई प्रोग्राम इस तरह की फ़ाइल नहीं खोलता। राज्य आईटी से ऐसा प्रोग्राम माँगें।</translation>
    </message>
</context>
<context>
    <name>LendQuestion</name>
    <message>
        <source>Open in another program</source>
        <translation>दूसरे प्रोग्राम में खोलें</translation>
    </message>
    <message>
        <source>This kind of file is shown by another program: {name}</source>
        <translation>इस तरह की फ़ाइल दूसरा प्रोग्राम दिखाता है: {name}</translation>
    </message>
    <message>
        <source>A copy lies in clear on this PC until you lock or leave this program; then it is removed. Close the other program before that: it stays on the screen when this one locks. What you change in the copy is not kept. Allow no macros in it. That you opened it stands in the audit trail.</source>
        <translation>जब तक आप इस प्रोग्राम को लॉक या बंद नहीं करते, इस पीसी पर एक खुली प्रति रहती है; फिर वह हटा दी जाती है। उससे पहले दूसरा प्रोग्राम बंद कर दें: यह प्रोग्राम लॉक होने पर भी वह स्क्रीन पर रहता है। प्रति में किए बदलाव नहीं रखे जाते। उसमें मैक्रो न चलने दें। आपने इसे खोला, यह ऑडिट लेखे में दर्ज होगा।</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>खोलें (&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Do not open</source>
        <translation>न खोलें (&amp;D)</translation>
    </message>
</context>
<context>
    <name>AlertScreen</name>
    <message>
        <source>Alert</source>
        <translation>अलर्ट</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>वापस (&amp;B)</translation>
    </message>
    <message>
        <source>Reply by &amp;message…</source>
        <translation>संदेश से उत्तर दें… (&amp;M)</translation>
    </message>
    <message>
        <source>An e-mail to the office that sent it</source>
        <translation>भेजने वाले कार्यालय को ई-मेल</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge</source>
        <translation>नोट करें (&amp;K)</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>संलग्नक</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Marked. It leaves every copy by itself.</source>
        <translation>चिह्नित किया गया। यह हर प्रति से अपने आप हट जाएगा।</translation>
    </message>
    <message>
        <source>To the dashboard</source>
        <translation>डैशबोर्ड पर जाएँ</translation>
    </message>
    <message>
        <source>It waits in the outbox and is sent now.</source>
        <translation>यह भेजने की कतार में है और अभी भेजा जा रहा है।</translation>
    </message>
</context>
<context>
    <name>AmendBar</name>
    <message>
        <source>&amp;Correct…</source>
        <translation>सुधारें… (&amp;C)</translation>
    </message>
    <message>
        <source>Say this alert anew, as a draft</source>
        <translation>इस अलर्ट को मसौदे के रूप में नए सिरे से लिखें</translation>
    </message>
    <message>
        <source>&amp;Located…</source>
        <translation>मिल गया… (&amp;L)</translation>
    </message>
    <message>
        <source>Say that what it is about was found</source>
        <translation>बताएँ कि जिसके लिए अलर्ट था वह मिल गया</translation>
    </message>
    <message>
        <source>&amp;Recall…</source>
        <translation>वापस लें… (&amp;R)</translation>
    </message>
    <message>
        <source>Take this alert back</source>
        <translation>यह अलर्ट वापस लें</translation>
    </message>
    <message>
        <source>&amp;Send to all stations</source>
        <translation>सभी थानों को भेजें (&amp;S)</translation>
    </message>
    <message>
        <source>Why is this alert taken back?</source>
        <translation>यह अलर्ट क्यों वापस लिया जा रहा है?</translation>
    </message>
    <message>
        <source>What was found, where and when?</source>
        <translation>क्या मिला, कहाँ और कब?</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>No keychain on this PC: your password alone guards the data here.</source>
        <translation>इस पीसी पर कीचेन नहीं है: यहाँ डेटा की सुरक्षा केवल आपके पासवर्ड से है।</translation>
    </message>
    <message>
        <source>The file of drafts and outbox was damaged: its second copy of {moment} took its place. What was written after that may be missing; look through My work. The damaged file is kept; tell State IT.</source>
        <translation>मसौदों और भेजने की कतार की फ़ाइल ख़राब हो गई थी: उसकी जगह {moment} की दूसरी प्रति ने ले ली है। उसके बाद लिखा हुआ शायद न हो; “मेरा काम” में देख लें। ख़राब फ़ाइल सुरक्षित रखी है; राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The file that opens this PC&apos;s data was gone: its second copy took its place, and nothing is missing. Tell State IT: somebody may have removed it, or this PC&apos;s disk may be failing.</source>
        <translation>इस पीसी का डेटा खोलने वाली फ़ाइल ग़ायब थी: उसकी जगह उसकी दूसरी प्रति ने ले ली है, और कुछ भी नहीं खोया है। राज्य आईटी को बताएँ: हो सकता है किसी ने उसे हटाया हो, या इस पीसी की डिस्क ख़राब हो रही हो।</translation>
    </message>
    <message>
        <source>The file that opens this PC&apos;s data was damaged: its second copy took its place, and nothing is missing. The damaged file is kept; tell State IT: this PC&apos;s disk may be failing.</source>
        <translation>इस पीसी का डेटा खोलने वाली फ़ाइल ख़राब हो गई थी: उसकी जगह उसकी दूसरी प्रति ने ले ली है, और कुछ भी नहीं खोया है। ख़राब फ़ाइल सुरक्षित रखी है; राज्य आईटी को बताएँ: हो सकता है इस पीसी की डिस्क ख़राब हो रही हो।</translation>
    </message>
    <message>
        <source>This PC&apos;s copy of alerts and FIRs was damaged and is fetched anew from the centre. Drafts and attachments are all here. The damaged file is kept; tell State IT.</source>
        <translation>इस पीसी पर अलर्ट और एफआईआर की प्रति ख़राब हो गई थी और केंद्र से नए सिरे से लाई जा रही है। मसौदे और संलग्नक सब यहीं हैं। ख़राब फ़ाइल सुरक्षित रखी है; राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The second copy of drafts and outbox is up to date again.</source>
        <translation>मसौदों और भेजने की कतार की दूसरी प्रति फिर से अद्यतन है।</translation>
    </message>
    <message>
        <source>The centre asks for your password again. Work on this PC goes on.</source>
        <translation>केंद्र आपका पासवर्ड फिर माँग रहा है। इस पीसी पर काम चलता रहेगा।</translation>
    </message>
    <message>
        <source>Enter password</source>
        <translation>पासवर्ड डालें</translation>
    </message>
    <message>
        <source>A High Alert has arrived.</source>
        <translation>एक हाई अलर्ट आया है।</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>उसे खोलें</translation>
    </message>
    <message>
        <source>The centre withdraws {count} of the {held} records of this PC&apos;s copy at once. They are all still here. Ask State IT whether this is right, and only then agree.</source>
        <translation>केंद्र इस पीसी की प्रति के {held} में से {count} रिकॉर्ड एक साथ वापस ले रहा है। वे सब अब भी यहीं हैं। राज्य आईटी से पूछें कि यह सही है या नहीं, तभी सहमति दें।</translation>
    </message>
    <message>
        <source>Agree: take them out</source>
        <translation>सहमति दें: इन्हें हटाएँ</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Checking and sealing {name}…</source>
        <translation>{name} की जाँच और सीलबंदी हो रही है…</translation>
    </message>
</context>
<context>
    <name>AttachmentPlaces</name>
    <message>
        <source>Attachments</source>
        <translation>संलग्नक</translation>
    </message>
    <message>
        <source>Up to {count} files of {size} each: {kinds}. Choose, drop them here, or paste a picture.</source>
        <translation>अधिक से अधिक {count} फ़ाइलें, हर एक {size} तक: {kinds}। चुनें, यहाँ छोड़ें, या चित्र चिपकाएँ।</translation>
    </message>
    <message>
        <source>&amp;Attach files…</source>
        <translation>फ़ाइलें जोड़ें… (&amp;A)</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>चिपकाएँ (&amp;P)</translation>
    </message>
    <message>
        <source>Paste a picture or copied files (Ctrl+Shift+V)</source>
        <translation>चित्र या कॉपी की गई फ़ाइलें चिपकाएँ (Ctrl+Shift+V)</translation>
    </message>
    <message>
        <source>Fr&amp;om scanner…</source>
        <translation>स्कैनर से… (&amp;O)</translation>
    </message>
    <message>
        <source>The scan folder; nothing in it is changed</source>
        <translation>स्कैन फ़ोल्डर; उसमें कुछ नहीं बदला जाता</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>फ़ाइलें जोड़ें</translation>
    </message>
    <message>
        <source>Files the centre takes ({kinds})</source>
        <translation>केंद्र द्वारा ली जाने वाली फ़ाइलें ({kinds})</translation>
    </message>
    <message>
        <source>There is no picture and no file to paste. Copy one first.</source>
        <translation>चिपकाने के लिए कोई चित्र या फ़ाइल नहीं है। पहले कॉपी करें।</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>चिपकाया चित्र</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this notice</source>
        <translation>यह सूचना बंद करें</translation>
    </message>
</context>
<context>
    <name>BeyondDialog</name>
    <message>
        <source>From the centre</source>
        <translation>केंद्र से</translation>
    </message>
    <message>
        <source>Results from the centre</source>
        <translation>केंद्र के नतीजे</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>पूरा पाठ</translation>
    </message>
    <message>
        <source>Asking the centre…</source>
        <translation>केंद्र से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>From the centre, as on {time}. Nothing of it is kept on this PC.</source>
        <translation>केंद्र से, {time} की स्थिति। इसका कुछ भी इस पीसी पर नहीं रखा जाता।</translation>
    </message>
    <message>
        <source>The centre found nothing like that either.</source>
        <translation>केंद्र को भी ऐसा कुछ नहीं मिला।</translation>
    </message>
</context>
<context>
    <name>CategoryWindow</name>
    <message>
        <source>Loading…</source>
        <translation>खुल रहा है…</translation>
    </message>
    <message>
        <source>Nothing in the last 30 days</source>
        <translation>पिछले 30 दिनों में कुछ नहीं</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>अभी सिंक करें</translation>
    </message>
    <message>
        <source>Search &amp;older alerts</source>
        <translation>पुराने अलर्ट खोजें (&amp;O)</translation>
    </message>
    <message>
        <source>{new} new of {total}</source>
        <translation>{total} में {new} नए</translation>
    </message>
    <message>
        <source>Nothing has come to this PC yet</source>
        <translation>इस पीसी पर अभी कुछ नहीं आया</translation>
    </message>
    <message>
        <source>{count} acknowledged</source>
        <translation>{count} नोट किए गए</translation>
    </message>
</context>
<context>
    <name>ChosenModel</name>
    <message>
        <source>To</source>
        <translation>किसे</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>कार्यालय</translation>
    </message>
</context>
<context>
    <name>ContactModel</name>
    <message>
        <source>Office</source>
        <translation>कार्यालय</translation>
    </message>
    <message>
        <source>District</source>
        <translation>ज़िला</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>संपर्क</translation>
    </message>
    <message>
        <source>not in the directory</source>
        <translation>निर्देशिका में नहीं</translation>
    </message>
</context>
<context>
    <name>DashboardScreen</name>
    <message>
        <source>Dashboard</source>
        <translation>डैशबोर्ड</translation>
    </message>
    <message>
        <source>Enter opens · Space acknowledges · Ctrl+Enter opens the FIR</source>
        <translation>Enter से खोलें · Space से नोट करें · Ctrl+Enter से एफआईआर खोलें</translation>
    </message>
    <message>
        <source>Let the lists move on</source>
        <translation>सूचियाँ चलने दें</translation>
    </message>
    <message>
        <source>Let the lists stand still</source>
        <translation>सूचियाँ रोकें</translation>
    </message>
</context>
<context>
    <name>DiscardQuestion</name>
    <message>
        <source>Discard draft</source>
        <translation>मसौदा हटाएँ</translation>
    </message>
    <message>
        <source>Discard this draft and its attachments on this PC? This cannot be undone.</source>
        <translation>इस पीसी से यह मसौदा और इसके संलग्नक हटाएँ? इसे लौटाया नहीं जा सकेगा।</translation>
    </message>
    <message>
        <source>Discard message</source>
        <translation>संदेश हटाएँ</translation>
    </message>
    <message>
        <source>Discard the message that is being written here? This cannot be undone.</source>
        <translation>यहाँ लिखा जा रहा संदेश हटाएँ? इसे लौटाया नहीं जा सकेगा।</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>हटाएँ (&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>रहने दें (&amp;K)</translation>
    </message>
</context>
<context>
    <name>DraftForm</name>
    <message>
        <source>••• is a name that is kept from view. Leave each ••• in its place: the centre keeps the name.</source>
        <translation>••• की जगह वह नाम है जो यहाँ नहीं दिखाया जाता। हर ••• को उसकी जगह पर रहने दें: नाम केंद्र में बना रहेगा।</translation>
    </message>
    <message>
        <source>&amp;FIR number</source>
        <translation>एफआईआर संख्या (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;GD entry number</source>
        <translation>जीडी प्रविष्टि संख्या (&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Why there is no FIR yet</source>
        <translation>एफआईआर अब तक क्यों नहीं (&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>श्रेणी (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>विवरण (&amp;D)</translation>
    </message>
    <message>
        <source>There is &amp;no FIR yet: give the GD entry</source>
        <translation>अभी एफआईआर नहीं है: जीडी प्रविष्टि दें (&amp;N)</translation>
    </message>
    <message>
        <source>What happened, who is looked for, what to do. The first sentence is the headline.</source>
        <translation>क्या हुआ, किसकी तलाश है, क्या करना है। पहला वाक्य शीर्षक बनेगा।</translation>
    </message>
    <message>
        <source>Choose a category</source>
        <translation>श्रेणी चुनें</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{most} में से {count}</translation>
    </message>
</context>
<context>
    <name>DraftPreview</name>
    <message>
        <source>As other stations will see it</source>
        <translation>दूसरे थानों को ऐसा दिखेगा</translation>
    </message>
    <message>
        <source>(the first sentence of the description)</source>
        <translation>(विवरण का पहला वाक्य)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n फ़ाइल</numerusform>
            <numerusform>%n फ़ाइलें</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftsModel</name>
    <message>
        <source>Saved</source>
        <translation>सहेजा गया</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>FIR or GD</source>
        <translation>एफआईआर या जीडी</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>संलग्नक</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>लिखने वाले</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>अभी नहीं चुनी</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>No other officer signs in on this PC</source>
        <translation>कोई दूसरा अधिकारी इस पीसी पर साइन इन नहीं करता</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>सौंपें</translation>
    </message>
    <message>
        <source>Login name of the officer who gets this draft:</source>
        <translation>जिस अधिकारी को यह मसौदा मिलेगा, उनका लॉगिन नाम:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Show o&amp;lder drafts</source>
        <translation>पुराने मसौदे दिखाएँ (&amp;L)</translation>
    </message>
    <message>
        <source>No draft is waiting to be finished.</source>
        <translation>कोई अधूरा मसौदा नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Write a new alert</source>
        <translation>नया अलर्ट लिखें (&amp;W)</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>मसौदे</translation>
    </message>
    <message>
        <source>O&amp;pen draft</source>
        <translation>मसौदा खोलें (&amp;P)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>सौंपें… (&amp;H)</translation>
    </message>
    <message>
        <source>Another officer's draft: it can only be handed over.</source>
        <translation>दूसरे अधिकारी का मसौदा: इसे केवल सौंपा जा सकता है।</translation>
    </message>
    <message>
        <source>Give this draft to another officer of this PC</source>
        <translation>यह मसौदा इस पीसी के किसी दूसरे अधिकारी को दें</translation>
    </message>
    <message>
        <source>D&amp;iscard draft…</source>
        <translation>मसौदा हटाएँ… (&amp;I)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Drafts of the whole &amp;station</source>
        <translation>पूरे थाने के मसौदे (&amp;S)</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>&amp;Earlier versions…</source>
        <translation>पहले का लिखा… (&amp;E)</translation>
    </message>
    <message>
        <source>Bring back what was typed before</source>
        <translation>पहले लिखा हुआ वापस लाएँ</translation>
    </message>
    <message>
        <source>There is no earlier version yet</source>
        <translation>अभी पहले का लिखा कुछ नहीं है</translation>
    </message>
</context>
<context>
    <name>EditorScreen</name>
    <message>
        <source>Correction of a sent alert</source>
        <translation>भेजे गए अलर्ट का सुधार</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>नया अलर्ट</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>मसौदा</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>जमा करें (&amp;S)</translation>
    </message>
    <message>
        <source>Put it into the outbox (Ctrl+Enter)</source>
        <translation>भेजने की कतार में डालें (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Discard draf&amp;t…</source>
        <translation>मसौदा हटाएँ… (&amp;T)</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>अभी सहेजा नहीं गया</translation>
    </message>
    <message>
        <source>Save &amp;again</source>
        <translation>फिर सहेजें (&amp;A)</translation>
    </message>
    <message>
        <source>{number} is queued on this PC. It is sent when there is a line; a receipt will follow.</source>
        <translation>{number} इस पीसी पर कतार में है। लाइन मिलते ही भेजा जाएगा; फिर पावती आएगी।</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>मसौदा हटा दिया गया।</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Loading…</source>
        <translation>खुल रहा है…</translation>
    </message>
    <message>
        <source>This could not be looked through.</source>
        <translation>इसे देखा नहीं जा सका।</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Save results as a table</source>
        <translation>नतीजे तालिका में सहेजें</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>एक्सेल वर्कबुक (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>सीएसवी तालिका (*.csv)</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>अलर्ट</translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation>रिकॉर्ड सं.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>दिनांक</translation>
    </message>
    <message>
        <source>Received at the centre</source>
        <translation>केंद्र में प्राप्त</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>FIR</source>
        <translation>एफआईआर</translation>
    </message>
    <message>
        <source>GD entry</source>
        <translation>जीडी प्रविष्टि</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>संलग्नक</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>कभी सिंक नहीं हुआ</translation>
    </message>
    <message>
        <source>{count} alerts, as on {as_on}; saved {now} by {officer}. Victims&apos; details and numbers hidden.</source>
        <translation>{count} अलर्ट, {as_on} की स्थिति; {officer} ने {now} को सहेजा। पीड़ितों का ब्योरा और नंबर छिपाए गए हैं।</translation>
    </message>
    <message>
        <source>Stopped. No table was saved.</source>
        <translation>रोक दिया गया। कोई तालिका नहीं सहेजी गई।</translation>
    </message>
    <message>
        <source>{count} alerts saved as {name}. The file is in clear: delete it when it is done with.</source>
        <translation>{count} अलर्ट {name} में सहेजे गए। फ़ाइल एन्क्रिप्ट नहीं है: काम होने पर मिटा दें।</translation>
    </message>
</context>
<context>
    <name>FilePlace</name>
    <message>
        <source>Remove {name}</source>
        <translation>{name} हटाएँ</translation>
    </message>
    <message>
        <source>Place {number}: empty</source>
        <translation>जगह {number}: ख़ाली</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>bringing it from the centre…</source>
        <translation>केंद्र से मँगाई जा रही है…</translation>
    </message>
    <message>
        <source>bringing it from the centre, {percent} %</source>
        <translation>केंद्र से मँगाई जा रही है, {percent} %</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>इस पीसी पर</translation>
    </message>
    <message>
        <source>at the centre; opening brings it</source>
        <translation>केंद्र में; खोलने पर आएगी</translation>
    </message>
    <message>
        <source>SHA-256 of {file}</source>
        <translation>{file} का SHA-256</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>खोलें…</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>{file} खोलें</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>प्रति सहेजें…</translation>
    </message>
    <message>
        <source>Save a copy of {file}</source>
        <translation>{file} की प्रति सहेजें</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>FirHint</name>
    <message>
        <source>Like 0123/2026, or the full number of 13 or 14 digits</source>
        <translation>जैसे 0123/2026, या 13-14 अंकों की पूरी संख्या</translation>
    </message>
    <message>
        <source>Not an FIR number yet: write it like 0123/2026</source>
        <translation>अभी एफआईआर संख्या नहीं बनी: 0123/2026 जैसे लिखें</translation>
    </message>
    <message>
        <source>Read as FIR {number}</source>
        <translation>एफआईआर {number} समझी गई</translation>
    </message>
    <message>
        <source>FIR {number} of {station} is in this PC&apos;s copy</source>
        <translation>{station} की एफआईआर {number} इस पीसी की प्रति में है</translation>
    </message>
    <message>
        <source>FIR {number} is not in this PC&apos;s copy; the alert can be sent all the same</source>
        <translation>एफआईआर {number} इस पीसी की प्रति में नहीं है; अलर्ट फिर भी भेजा जा सकता है</translation>
    </message>
</context>
<context>
    <name>FirScreen</name>
    <message>
        <source>First Information Report</source>
        <translation>प्रथम सूचना रिपोर्ट</translation>
    </message>
    <message>
        <source>&amp;Show the victim&apos;s identity…</source>
        <translation>पीड़ित की पहचान देखें… (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Why you need it</source>
        <translation>किस कारण चाहिए (&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Ask the centre</source>
        <translation>केंद्र से पूछें (&amp;A)</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>पीडीएफ़ में सहेजें… (&amp;P)</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>प्रिंट करें… (&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Shown with your reason; the centre wrote it down as № {number}. It is not kept on this PC and goes with this window; paper stays as it was.</source>
        <translation>आपके कारण पर दिखाया गया; केंद्र में № {number} पर दर्ज है। यह इस पीसी पर नहीं रखा जाता और विंडो के साथ चला जाता है; काग़ज़ पर पहले जैसा ही छिपा रहेगा।</translation>
    </message>
    <message>
        <source>The law protects the victim&apos;s identity (BNS s.72, POCSO s.23, JJ Act s.74): name, addresses and contents are hidden (•••) here and on paper.</source>
        <translation>पीड़ित की पहचान क़ानून से सुरक्षित है (बीएनएस धारा 72, पॉक्सो धारा 23, जेजे अधिनियम धारा 74): नाम, पते और विवरण यहाँ और काग़ज़ पर छिपे हैं (•••)।</translation>
    </message>
    <message>
        <source>Aadhaar, phone and identity numbers are masked, here and on paper.</source>
        <translation>आधार, फ़ोन और पहचान संख्याएँ यहाँ और काग़ज़ पर छिपाई गई हैं।</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>पीडीएफ़ में सहेजें</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>पीडीएफ़ दस्तावेज़ (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {name}, %n page(s).</source>
        <translation>
            <numerusform>{name} नाम से सहेजा गया, %n पृष्ठ।</numerusform>
            <numerusform>{name} नाम से सहेजा गया, %n पृष्ठ।</numerusform>
        </translation>
    </message>
    <message>
        <source>FIR {number} · {station}</source>
        <translation>एफआईआर {number} · {station}</translation>
    </message>
    <message>
        <source>The centre changed this FIR. It is shown as it is now.</source>
        <translation>केंद्र ने यह एफआईआर बदली है। अब जैसी है वैसी दिखाई गई है।</translation>
    </message>
    <message>
        <source>The centre changed this FIR meanwhile. What is shown with your reason is as it was before; open the FIR again to see the change.</source>
        <translation>इस बीच केंद्र ने यह एफआईआर बदली है। आपके कारण पर जो दिख रहा है वह बदलाव से पहले का है; बदलाव देखने के लिए एफआईआर दोबारा खोलें।</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Help</source>
        <translation>सहायता</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>साफ़ करें</translation>
    </message>
    <message>
        <source>A word to find</source>
        <translation>खोजने का शब्द</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>पृष्ठ</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>पृष्ठ</translation>
    </message>
    <message>
        <source>No page has these words. Try one word, or a shorter one.</source>
        <translation>ये शब्द किसी पृष्ठ पर नहीं हैं। एक ही शब्द या छोटा शब्द लिखकर देखें।</translation>
    </message>
</context>
<context>
    <name>LateSubmit</name>
    <message>
        <source>A file is still being checked. The alert is submitted when that is done, unless you type on.</source>
        <translation>एक फ़ाइल की जाँच अभी चल रही है। जाँच पूरी होते ही अलर्ट जमा हो जाएगा; बीच में कुछ और लिखेंगे तो नहीं।</translation>
    </message>
    <message>
        <source>Not submitted: a file was not taken. See why beside the files, then submit again.</source>
        <translation>जमा नहीं हुआ: एक फ़ाइल नहीं ली गई। कारण फ़ाइलों के पास देखें, फिर दोबारा जमा करें।</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>लॉक है</translation>
    </message>
    <message>
        <source>Password, please</source>
        <translation>पासवर्ड डालें</translation>
    </message>
    <message>
        <source>The centre asks for your password again. Work on this PC goes on without it.</source>
        <translation>केंद्र आपका पासवर्ड फिर माँग रहा है। इस पीसी पर काम उसके बिना भी चलता रहेगा।</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>साइन इन करें (&amp;S)</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>साइन इन हो रहा है…</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>बाद में (&amp;L)</translation>
    </message>
    <message>
        <source>What you were writing is saved on this PC.</source>
        <translation>जो आप लिख रहे थे वह इस पीसी पर सहेजा हुआ है।</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>खोलें (&amp;U)</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>खुल रहा है…</translation>
    </message>
    <message>
        <source>&amp;Another officer: sign out</source>
        <translation>दूसरे अधिकारी: साइन आउट (&amp;A)</translation>
    </message>
</context>
<context>
    <name>MailFiles</name>
    <message>
        <source>A file is still being checked. Queue the e-mail when it is attached.</source>
        <translation>एक फ़ाइल की जाँच अभी चल रही है। उसके जुड़ने पर ई-मेल कतार में डालें।</translation>
    </message>
    <message>
        <source>Checking and sealing {name}…</source>
        <translation>{name} की जाँच और सीलबंदी हो रही है…</translation>
    </message>
    <message>
        <source>Save the picture as a file and attach that.</source>
        <translation>चित्र को फ़ाइल के रूप में सहेजें और उसे जोड़ें।</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Su&amp;bject</source>
        <translation>विषय (&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Content</source>
        <translation>पाठ (&amp;C)</translation>
    </message>
    <message>
        <source>{count} of {most} characters</source>
        <translation>{most} में से {count} अक्षर</translation>
    </message>
    <message>
        <source>Aadhaar and mobile numbers are masked when it goes out.</source>
        <translation>भेजते समय आधार और मोबाइल नंबर छिपा दिए जाते हैं।</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A High Alert has arrived. Unlock to read it.</source>
        <translation>एक हाई अलर्ट आया है। पढ़ने के लिए खोलें।</translation>
    </message>
    <message>
        <source>A High Alert has arrived. Open the program to read it.</source>
        <translation>एक हाई अलर्ट आया है। पढ़ने के लिए प्रोग्राम खोलें।</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>&amp;Queue for sending</source>
        <translation>भेजने की कतार में डालें (&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Queued on this PC first; the centre passes it on when there is a line.</source>
        <translation>पहले इस पीसी पर कतार में; लाइन आने पर केंद्र इसे आगे भेजता है।</translation>
    </message>
    <message>
        <source>Disca&amp;rd…</source>
        <translation>हटाएँ… (&amp;R)</translation>
    </message>
</context>
<context>
    <name>MessagesScreen</name>
    <message>
        <source>An e-mail is being written. Send or discard it, then reply again.</source>
        <translation>एक ई-मेल लिखा जा रहा है। उसे भेजें या हटाएँ, फिर उत्तर दें।</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>Your rights do not cover messages. Ask your supervising officer.</source>
        <translation>आपके अधिकारों में संदेश भेजना नहीं है। अपने पर्यवेक्षण अधिकारी से पूछें।</translation>
    </message>
    <message>
        <source>Your alert № {number}</source>
        <translation>आपका अलर्ट № {number}</translation>
    </message>
    <message>
        <source>The directory holds no e-mail address of {office}. Type it below.</source>
        <translation>निर्देशिका में {office} का ई-मेल पता नहीं है। नीचे लिखें।</translation>
    </message>
    <message>
        <source>E-mai&amp;l</source>
        <translation>ई-मेल (&amp;L)</translation>
    </message>
    <message>
        <source>Written &amp;here</source>
        <translation>यहाँ लिखे गए (&amp;H)</translation>
    </message>
    <message>
        <source>Queued on this PC. It is passed on by the centre when there is a line.</source>
        <translation>इस पीसी पर कतार में है। लाइन आने पर केंद्र इसे आगे भेजेगा।</translation>
    </message>
    <message>
        <source>S&amp;MS</source>
        <translation>एसएमएस (&amp;M)</translation>
    </message>
</context>
<context>
    <name>MyWorkScreen</name>
    <message>
        <source>My work</source>
        <translation>मेरा काम</translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation>मसौदे (&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>भेजने की कतार (&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Receipts</source>
        <translation>पावतियाँ (&amp;R)</translation>
    </message>
    <message>
        <source>Handed over: the draft is the other officer&apos;s now.</source>
        <translation>सौंप दिया: मसौदा अब दूसरे अधिकारी का है।</translation>
    </message>
    <message>
        <source>Taken back: it is a draft again. Hand it over to who is to send it.</source>
        <translation>वापस लिया गया: यह फिर से मसौदा है। जिसे भेजना है उसे सौंप दें।</translation>
    </message>
    <message>
        <source>Taken back: it is a draft again and will not be sent.</source>
        <translation>वापस लिया गया: अब फिर मसौदा है और भेजा नहीं जाएगा।</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>P&amp;lace</source>
        <translation>स्थान (&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>स्थिति (&amp;T)</translation>
    </message>
    <message>
        <source>Case &amp;state</source>
        <translation>मामले की स्थिति (&amp;S)</translation>
    </message>
    <message>
        <source>Part of a district&apos;s or a station&apos;s name</source>
        <translation>ज़िले या थाने के नाम का हिस्सा</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>कोई भी स्थिति</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>कोई भी</translation>
    </message>
</context>
<context>
    <name>OfficersModel</name>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>पद</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>लॉगिन नाम</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ज्ञात नहीं</translation>
    </message>
    <message>
        <source>Withdrawn by the centre</source>
        <translation>केंद्र ने अधिकार वापस लिया</translation>
    </message>
    <message>
        <source>Signed in now</source>
        <translation>अभी साइन इन हैं</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>साइन इन कर सकते हैं</translation>
    </message>
</context>
<context>
    <name>OfficersScreen</name>
    <message>
        <source>Officers of this PC</source>
        <translation>इस पीसी के अधिकारी</translation>
    </message>
    <message>
        <source>&amp;Add an officer…</source>
        <translation>अधिकारी जोड़ें… (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove from this PC…</source>
        <translation>इस पीसी से हटाएँ… (&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>वापस (&amp;B)</translation>
    </message>
    <message>
        <source>You may vouch for a new officer. Only the officer in charge removes one.</source>
        <translation>आप नए अधिकारी की ज़िम्मेदारी ले सकते हैं। हटाना केवल प्रभारी अधिकारी कर सकते हैं।</translation>
    </message>
    <message>
        <source>They sign in here with no line. Nobody removes themselves.</source>
        <translation>ये यहाँ बिना लाइन के साइन इन करते हैं। कोई स्वयं को नहीं हटा सकता।</translation>
    </message>
    <message>
        <source>The officers of this PC cannot be shown now.</source>
        <translation>इस पीसी के अधिकारी अभी नहीं दिखाए जा सकते।</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>This PC has no keychain: passwords alone guard it, and nobody who may sign in is listed. To remove an officer, their login name is asked for.</source>
        <translation>इस पीसी पर कीचेन नहीं है: सुरक्षा केवल पासवर्ड से है, और साइन इन कर सकने वालों की सूची नहीं दिखाई जाती। किसी अधिकारी को हटाने के लिए उनका लॉगिन नाम पूछा जाता है।</translation>
    </message>
    <message>
        <source>Remove officer</source>
        <translation>अधिकारी को हटाना</translation>
    </message>
    <message>
        <source>Login name of the officer</source>
        <translation>अधिकारी का लॉगिन नाम</translation>
    </message>
    <message>
        <source>{officer} cannot sign in on this PC any more.</source>
        <translation>{officer} अब इस पीसी पर साइन इन नहीं कर सकते।</translation>
    </message>
</context>
<context>
    <name>OrderReason</name>
    <message>
        <source>&amp;Reason, which goes out with the alert</source>
        <translation>कारण, जो अलर्ट के साथ जाएगा (&amp;R)</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>May be the same as № {number} from {office}</source>
        <translation>{office} के № {number} जैसा ही हो सकता है</translation>
    </message>
    <message>
        <source>May be the same as № {number} from {office}, and as {count} more</source>
        <translation>{office} के № {number} और {count} अन्य जैसा ही हो सकता है</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>FIR or GD</source>
        <translation>एफआईआर या जीडी</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>संलग्नक</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>जमा किया गया</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Nothing waits to be sent, and nothing was sent from this PC yet.</source>
        <translation>भेजने को कुछ बाक़ी नहीं, और इस पीसी से अब तक कुछ भेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>भेजने की कतार</translation>
    </message>
    <message>
        <source>Open re&amp;ceipt</source>
        <translation>पावती खोलें (&amp;C)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Take &amp;back as draft</source>
        <translation>मसौदे में वापस लें (&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>फिर कोशिश करें (&amp;T)</translation>
    </message>
    <message>
        <source>Tra&amp;ining: play the next step</source>
        <translation>प्रशिक्षण: अगला क़दम दिखाएँ (&amp;I)</translation>
    </message>
    <message>
        <source>Nothing is sent: it is made up</source>
        <translation>कुछ नहीं भेजा जाता: यह काल्पनिक है</translation>
    </message>
    <message>
        <source>Written by {officer}, submitted {time}.</source>
        <translation>{officer} ने लिखा, {time} को जमा किया।</translation>
    </message>
    <message>
        <source>Still on this PC only. It is sent when there is a line.</source>
        <translation>अभी केवल इस पीसी पर है। लाइन मिलते ही भेजा जाएगा।</translation>
    </message>
    <message>
        <source>On its way. The centre has not confirmed it yet.</source>
        <translation>रास्ते में है। केंद्र ने अभी पुष्टि नहीं की।</translation>
    </message>
    <message>
        <source>The centre has the alert; its files are still on their way.</source>
        <translation>अलर्ट केंद्र को मिल गया; उसकी फ़ाइलें अभी रास्ते में हैं।</translation>
    </message>
    <message>
        <source>The centre has the alert and every file.</source>
        <translation>अलर्ट और सभी फ़ाइलें केंद्र को मिल गईं।</translation>
    </message>
    <message>
        <source>{done} of {total} sent.</source>
        <translation>{total} में से {done} भेजा गया।</translation>
    </message>
    <message>
        <source>Files go on from {time}.</source>
        <translation>फ़ाइलें {time} से आगे भेजी जाएँगी।</translation>
    </message>
    <message>
        <source>Less than a minute left.</source>
        <translation>एक मिनट से कम बाक़ी।</translation>
    </message>
    <message>
        <source>About {minutes} min left.</source>
        <translation>लगभग {minutes} मिनट बाक़ी।</translation>
    </message>
</context>
<context>
    <name>OutsideQuestion</name>
    <message>
        <source>Save results as a table</source>
        <translation>नतीजे तालिका में सहेजें</translation>
    </message>
    <message>
        <source>The table is not encrypted: whoever has the file can read it.</source>
        <translation>तालिका एन्क्रिप्ट नहीं होगी: फ़ाइल जिसके पास हो, वह उसे पढ़ सकता है।</translation>
    </message>
    <message>
        <source>Aadhaar and mobile numbers are masked in it. Descriptions are left out where the law protects the victim, and where this PC does not hold the FIR. That you saved it stands in the audit trail.</source>
        <translation>उसमें आधार और मोबाइल नंबर छिपे रहेंगे। जहाँ क़ानून पीड़ित की पहचान की रक्षा करता है, और जहाँ एफआईआर इस पीसी पर नहीं है, वहाँ विवरण नहीं होगा। आपने इसे सहेजा, यह ऑडिट लेखे में दर्ज होगा।</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>सहेजें… (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Do not save</source>
        <translation>न सहेजें (&amp;D)</translation>
    </message>
</context>
<context>
    <name>ParticularsForm</name>
    <message>
        <source>Particu&amp;lars, field by field</source>
        <translation>ब्योरा, एक-एक ख़ाना (&amp;L)</translation>
    </message>
    <message>
        <source>Optional: they are added to the text</source>
        <translation>ज़रूरी नहीं: जो भरें वह पाठ में जुड़ जाता है</translation>
    </message>
    <message>
        <source>Language of the particulars</source>
        <translation>ब्योरे की भाषा</translation>
    </message>
    <message>
        <source>Never name a victim of a sexual offence or trafficking, a child who is a victim, witness, accused or in need of care, or their family.</source>
        <translation>यौन अपराध या मानव तस्करी के पीड़ित का, या ऐसे बच्चे का जो पीड़ित, गवाह, अभियुक्त या देखरेख और संरक्षण की ज़रूरत वाला हो, या उनके परिवार का नाम कभी न लिखें।</translation>
    </message>
    <message>
        <source>An offence of that day falls under {penal} and {procedure}.</source>
        <translation>उस दिन के अपराध पर {penal} और {procedure} लागू हैं।</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>&amp;Password</source>
        <translation>पासवर्ड (&amp;P)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock चालू है।</translation>
    </message>
    <message>
        <source>These are no English letters: look at the keyboard's language.</source>
        <translation>ये अंग्रेज़ी के अक्षर नहीं हैं: कीबोर्ड की भाषा देखें।</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>{district} (district)</source>
        <translation>{district} (ज़िला)</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>More tools</source>
        <translation>और औज़ार</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Counting…</source>
        <translation>गिनती हो रही है…</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{whole} में से {done}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
</context>
<context>
    <name>ProofForm</name>
    <message>
        <source>Letters and digits of the pict&amp;ure</source>
        <translation>चित्र के अक्षर और अंक (&amp;U)</translation>
    </message>
    <message>
        <source>{question} Answer in digits.</source>
        <translation>{question} उत्तर अंकों में दें।</translation>
    </message>
    <message>
        <source>A picture of five letters and digits</source>
        <translation>पाँच अक्षरों और अंकों का चित्र</translation>
    </message>
    <message>
        <source>&amp;New picture</source>
        <translation>नया चित्र (&amp;N)</translation>
    </message>
    <message>
        <source>A &amp;question in words</source>
        <translation>शब्दों में प्रश्न (&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;One-time code</source>
        <translation>ओटीपी (&amp;O)</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>ओटीपी</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Dashboard</source>
        <translation>डैशबोर्ड</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>नया अलर्ट</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>मेरा काम</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोज</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>जगहें</translation>
    </message>
    <message>
        <source>{place}, {count} waiting</source>
        <translation>{place}, {count} बाक़ी</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्टें</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>क्या गड़बड़ है?</translation>
    </message>
</context>
<context>
    <name>ReceiptScreen</name>
    <message>
        <source>Receipt</source>
        <translation>पावती</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>रिकॉर्ड संख्या</translation>
    </message>
    <message>
        <source>Earlier numbers</source>
        <translation>पहले के नंबर</translation>
    </message>
    <message>
        <source>Received by the centre</source>
        <translation>केंद्र को मिला</translation>
    </message>
    <message>
        <source>All files verified</source>
        <translation>सभी फ़ाइलें जाँची गईं</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>केंद्र</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>हस्ताक्षर</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>लिखने वाले</translation>
    </message>
    <message>
        <source>FIR or GD number</source>
        <translation>एफआईआर या जीडी संख्या</translation>
    </message>
    <message>
        <source>Similar alert</source>
        <translation>मिलता-जुलता अलर्ट</translation>
    </message>
    <message>
        <source>Alert id</source>
        <translation>अलर्ट आईडी</translation>
    </message>
    <message>
        <source>Files with their hashes</source>
        <translation>फ़ाइलें और उनके हैश</translation>
    </message>
    <message>
        <source>No files were attached.</source>
        <translation>कोई फ़ाइल संलग्न नहीं थी।</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>प्रिंट करें… (&amp;P)</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>पीडीएफ़ में सहेजें… (&amp;D)</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>SHA-256, SHA-1 and MD5 of each file, for the certificate under BSA section 63(4)</source>
        <translation>हर फ़ाइल के SHA-256, SHA-1 और MD5, बीएसए धारा 63(4) के प्रमाणपत्र के लिए</translation>
    </message>
    <message>
        <source>&amp;Hash report…</source>
        <translation>हैश रिपोर्ट… (&amp;H)</translation>
    </message>
    <message>
        <source>Hash report</source>
        <translation>हैश रिपोर्ट</translation>
    </message>
    <message>
        <source>&amp;Open alert</source>
        <translation>अलर्ट खोलें (&amp;O)</translation>
    </message>
    <message>
        <source>The centre has not confirmed this alert yet. It waits on this PC.</source>
        <translation>केंद्र ने अभी इस अलर्ट की पुष्टि नहीं की। यह इस पीसी पर प्रतीक्षा में है।</translation>
    </message>
    <message>
        <source>S&amp;ync now</source>
        <translation>अभी सिंक करें (&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>फिर कोशिश करें (&amp;T)</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>खुल रही है…</translation>
    </message>
    <message>
        <source>{numbers}: given before the centre restored its records</source>
        <translation>{numbers}: केंद्र के रिकॉर्ड बहाल होने से पहले दिए गए</translation>
    </message>
    <message>
        <source>files are still under way</source>
        <translation>फ़ाइलें अभी रास्ते में हैं</translation>
    </message>
    <message>
        <source>not signed by the centre</source>
        <translation>केंद्र के हस्ताक्षर नहीं हैं</translation>
    </message>
    <message>
        <source>✓ signed by the centre, key {key}</source>
        <translation>✓ केंद्र द्वारा हस्ताक्षरित, कुंजी {key}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>पीडीएफ़ में सहेजें</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>पीडीएफ़ दस्तावेज़ (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name} नाम से सहेजा गया।</translation>
    </message>
    <message>
        <source>Counts until</source>
        <translation>कब तक मान्य</translation>
    </message>
</context>
<context>
    <name>ReceiptsModel</name>
    <message>
        <source>Record number</source>
        <translation>रिकॉर्ड संख्या</translation>
    </message>
    <message>
        <source>FIR or GD</source>
        <translation>एफआईआर या जीडी</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>केंद्र को मिला</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>लिखने वाले</translation>
    </message>
    <message>
        <source>{count}, still under way</source>
        <translation>{count}, अभी रास्ते में</translation>
    </message>
    <message>
        <source>{count}, all verified</source>
        <translation>{count}, सभी जाँची गईं</translation>
    </message>
    <message>
        <source>none attached</source>
        <translation>कोई संलग्न नहीं</translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message>
        <source>The centre has not sent a receipt to this PC yet.</source>
        <translation>केंद्र से इस पीसी को अभी कोई पावती नहीं आई।</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>पावतियाँ</translation>
    </message>
    <message>
        <source>Open re&amp;ceipt</source>
        <translation>पावती खोलें (&amp;C)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>RecipientModel</name>
    <message>
        <source>To</source>
        <translation>किसे</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>कार्यालय</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>कारण</translation>
    </message>
</context>
<context>
    <name>RecipientPicker</name>
    <message>
        <source>&amp;Find an office</source>
        <translation>कार्यालय खोजें (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>राज्य (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;District</source>
        <translation>ज़िला (&amp;D)</translation>
    </message>
    <message>
        <source>Or &amp;type an e-mail address</source>
        <translation>या ई-मेल पता लिखें (&amp;T)</translation>
    </message>
    <message>
        <source>Or &amp;type a mobile number</source>
        <translation>या मोबाइल नंबर लिखें (&amp;T)</translation>
    </message>
    <message>
        <source>Part of its name or its district</source>
        <translation>नाम या ज़िले का कोई भाग</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Add &amp;office</source>
        <translation>कार्यालय जोड़ें (&amp;O)</translation>
    </message>
    <message>
        <source>Add &amp;it</source>
        <translation>इसे जोड़ें (&amp;I)</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>कार्यालय</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>प्राप्तकर्ता</translation>
    </message>
    <message>
        <source>Type a part of an office&apos;s name, or choose a State and a district.</source>
        <translation>कार्यालय के नाम का कोई भाग लिखें, या राज्य और ज़िला चुनें।</translation>
    </message>
    <message>
        <source>Nobody yet. Add offices, or type.</source>
        <translation>अभी कोई नहीं। कार्यालय जोड़ें या पता लिखें।</translation>
    </message>
    <message>
        <source>An address outside gov.in and nic.in is among them. Check that it may know this.</source>
        <translation>इनमें gov.in और nic.in से बाहर का पता है। देख लें कि वहाँ यह बताया जा सकता है।</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>चुनें…</translation>
    </message>
    <message>
        <source>Remo&amp;ve recipient</source>
        <translation>प्राप्तकर्ता हटाएँ (&amp;V)</translation>
    </message>
    <message>
        <source>These are the first {count}. Type more to find others.</source>
        <translation>ये पहले {count} हैं। दूसरों के लिए और अक्षर लिखें।</translation>
    </message>
    <message>
        <source>No office of this PC&apos;s copy has this in its name or its district. Try a shorter part.</source>
        <translation>इस पीसी की प्रति में ऐसे नाम या ज़िले का कोई कार्यालय नहीं है। छोटा भाग लिखकर देखें।</translation>
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message>
        <source>Remove officer</source>
        <translation>अधिकारी को हटाना</translation>
    </message>
    <message>
        <source>Remove {officer} from this PC?</source>
        <translation>{officer} को इस पीसी से हटाएँ?</translation>
    </message>
    <message>
        <source>They cannot sign in here any more, not even with an older copy of this PC&apos;s files.</source>
        <translation>वे यहाँ फिर साइन इन नहीं कर सकेंगे, इस पीसी की फ़ाइलों की पुरानी प्रति से भी नहीं।</translation>
    </message>
    <message>
        <source>They cannot sign in here any more; with an older copy of this PC&apos;s files they still could.</source>
        <translation>वे यहाँ फिर साइन इन नहीं कर सकेंगे; इस पीसी की फ़ाइलों की पुरानी प्रति से वे अब भी कर सकते हैं।</translation>
    </message>
    <message>
        <source>Their drafts and what they sent stay: who is in charge finds them in My work. To come back they must be added again, with the line.</source>
        <translation>उनके मसौदे और भेजी हुई चीज़ें रहेंगी: प्रभारी अधिकारी को वे “मेरा काम” में मिलेंगी। वापस आने के लिए उन्हें लाइन के साथ फिर से जोड़ना होगा।</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>हटाएँ (&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>रहने दें (&amp;K)</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>Total</source>
        <translation>योग</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>Reports</source>
        <translation>रिपोर्टें</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>गिनती हो रही है…</translation>
    </message>
    <message>
        <source>R&amp;eport</source>
        <translation>रिपोर्ट (&amp;E)</translation>
    </message>
    <message>
        <source>Mont&amp;h</source>
        <translation>माह (&amp;H)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>माह</translation>
    </message>
    <message>
        <source>&amp;Ask the centre</source>
        <translation>केंद्र से पूछें (&amp;A)</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>प्रिंट करें… (&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>पीडीएफ़ में सहेजें… (&amp;P)</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save as &amp;table…</source>
        <translation>तालिका में सहेजें… (&amp;T)</translation>
    </message>
    <message>
        <source>XLSX or CSV</source>
        <translation>XLSX या CSV</translation>
    </message>
    <message>
        <source>Your rights do not cover the centre&apos;s reports. State IT grants them.</source>
        <translation>आपके अधिकारों में केंद्र की रिपोर्टें नहीं हैं। ये अधिकार राज्य आईटी देता है।</translation>
    </message>
    <message>
        <source>Asking the centre…</source>
        <translation>केंद्र से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>रिपोर्ट सहेजें</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>पीडीएफ़ दस्तावेज़ (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>एक्सेल वर्कबुक (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>सीएसवी तालिका (*.csv)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name} नाम से सहेजा गया।</translation>
    </message>
    <message>
        <source>{what}: the newest {count} of {all}</source>
        <translation>{what}: {all} में से सबसे नए {count}</translation>
    </message>
    <message>
        <source>{what}: the {count} largest of {all}</source>
        <translation>{what}: {all} में से सबसे बड़े {count}</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Date</source>
        <translation>दिनांक</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>अलर्ट</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>FIR</source>
        <translation>एफआईआर</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>संलग्नक</translation>
    </message>
</context>
<context>
    <name>SavedMenu</name>
    <message>
        <source>Sa&amp;ved searches</source>
        <translation>सहेजी गई खोजें (&amp;V)</translation>
    </message>
    <message>
        <source>None kept yet</source>
        <translation>अभी कोई नहीं</translation>
    </message>
    <message>
        <source>&amp;Keep this search</source>
        <translation>यह खोज रखें (&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>हटाएँ (&amp;F)</translation>
    </message>
    <message>
        <source>FIR {number}</source>
        <translation>एफआईआर {number}</translation>
    </message>
    <message>
        <source>last {count} days</source>
        <translation>पिछले {count} दिन</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saved on this PC as you type</source>
        <translation>लिखते ही इस पीसी पर सहेजा जाता है</translation>
    </message>
    <message>
        <source>Saved on this PC {time}</source>
        <translation>इस पीसी पर सहेजा गया {time}</translation>
    </message>
</context>
<context>
    <name>ScanMenu</name>
    <message>
        <source>Nothing in the scan folder can be attached</source>
        <translation>स्कैन फ़ोल्डर में जोड़ने लायक कुछ नहीं है</translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>By &amp;FIR number</source>
        <translation>एफआईआर संख्या से (&amp;F)</translation>
    </message>
    <message>
        <source>By category, &amp;words and dates</source>
        <translation>श्रेणी, शब्दों और दिनांक से (&amp;W)</translation>
    </message>
    <message>
        <source>FIR nu&amp;mber</source>
        <translation>एफआईआर संख्या (&amp;M)</translation>
    </message>
    <message>
        <source>W&amp;ords</source>
        <translation>शब्द (&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>श्रेणी (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>दिनांक (&amp;D)</translation>
    </message>
    <message>
        <source>From date</source>
        <translation>दिनांक से</translation>
    </message>
    <message>
        <source>To date</source>
        <translation>दिनांक तक</translation>
    </message>
    <message>
        <source>to</source>
        <translation>से</translation>
    </message>
    <message>
        <source>0123/2026, or the full number</source>
        <translation>0123/2026, या पूरी संख्या</translation>
    </message>
    <message>
        <source>English or हिन्दी; &quot;whole phrase&quot;; -without</source>
        <translation>हिन्दी या English; &quot;पूरा वाक्यांश&quot;; -जो न हो</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>सभी श्रेणियाँ</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>कभी भी</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>पिछले 7 दिन</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>पिछले 30 दिन</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>पिछला एक साल</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>इन दिनों के बीच…</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Search</source>
        <translation>खोज</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>नतीजे</translation>
    </message>
    <message>
        <source>Enter opens the alert · Ctrl+Enter opens the FIR</source>
        <translation>Enter से अलर्ट खोलें · Ctrl+Enter से एफआईआर खोलें</translation>
    </message>
    <message>
        <source>Save as ta&amp;ble…</source>
        <translation>तालिका में सहेजें… (&amp;B)</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Search these words</source>
        <translation>ये शब्द खोजें (&amp;S)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>खोज रहे हैं…</translation>
    </message>
    <message>
        <source>Type an FIR number, or choose words, category and dates. No line is needed.</source>
        <translation>एफआईआर संख्या लिखें, या शब्द, श्रेणी और दिनांक चुनें। लाइन की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>कुछ नहीं मिला</translation>
    </message>
    <message>
        <source>This PC&apos;s copy holds no alert on this FIR. Look at the number and the year.</source>
        <translation>इस पीसी की प्रति में इस एफआईआर पर कोई अलर्ट नहीं है। संख्या और वर्ष देख लें।</translation>
    </message>
    <message>
        <source>This PC&apos;s copy holds nothing like that. Try fewer words, or wider dates.</source>
        <translation>इस पीसी की प्रति में ऐसा कुछ नहीं है। कम शब्द या लंबी अवधि आज़माएँ।</translation>
    </message>
    <message>
        <source>{number} found, newest first</source>
        <translation>{number} मिले, नए सबसे ऊपर</translation>
    </message>
    <message>
        <source>Ask the ce&amp;ntre</source>
        <translation>केंद्र से पूछें (&amp;N)</translation>
    </message>
    <message>
        <source>There is no line to the centre now.</source>
        <translation>अभी केंद्र से लाइन नहीं है।</translation>
    </message>
</context>
<context>
    <name>SensitiveBar</name>
    <message>
        <source>Mark as sensiti&amp;ve…</source>
        <translation>संवेदनशील चिह्नित करें… (&amp;V)</translation>
    </message>
    <message>
        <source>Only its own office and the rank may have it</source>
        <translation>केवल अपना कार्यालय और सक्षम अधिकारी इसे देख सकेंगे</translation>
    </message>
    <message>
        <source>Mark &amp;it</source>
        <translation>चिह्नित करें (&amp;I)</translation>
    </message>
    <message>
        <source>Why is this sensitive?</source>
        <translation>यह संवेदनशील क्यों है?</translation>
    </message>
</context>
<context>
    <name>SentModel</name>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>To</source>
        <translation>किसे</translation>
    </message>
    <message>
        <source>Subject or text</source>
        <translation>विषय या पाठ</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>कतार में डाला</translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message>
        <source>No message was written on this PC yet.</source>
        <translation>इस पीसी पर अभी कोई संदेश नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>Choose a message to see its recipients.</source>
        <translation>प्राप्तकर्ता देखने के लिए संदेश चुनें।</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>प्राप्तकर्ता</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>फिर कोशिश करें (&amp;T)</translation>
    </message>
    <message>
        <source>Take &amp;out</source>
        <translation>निकाल लें (&amp;O)</translation>
    </message>
    <message>
        <source>It never left this PC, or the centre refused it</source>
        <translation>यह इस पीसी से गया ही नहीं, या केंद्र ने अस्वीकार किया</translation>
    </message>
    <message>
        <source>Still on this PC only. It goes to the centre when there is a line.</source>
        <translation>अभी केवल इस पीसी पर है। लाइन आने पर केंद्र को जाएगा।</translation>
    </message>
    <message>
        <source>On its way to the centre, which has not confirmed it yet.</source>
        <translation>केंद्र की ओर जा रहा है; केंद्र ने अभी पुष्टि नहीं की।</translation>
    </message>
    <message>
        <source>The centre has the message; its attachments are still on their way.</source>
        <translation>संदेश केंद्र को मिल गया; उसके संलग्नक अभी रास्ते में हैं।</translation>
    </message>
    <message>
        <source>For some it is not known whether it went out. It is not repeated by itself: ask them.</source>
        <translation>कुछ के लिए पता नहीं कि यह गया या नहीं। यह अपने आप दोहराया नहीं जाता: उनसे पूछ लें।</translation>
    </message>
    <message>
        <source>Handed over means: taken by the mail server or the network. Only “Delivered” is arrival.</source>
        <translation>“सौंपा गया” का अर्थ है: मेल सर्वर या नेटवर्क ने ले लिया। पहुँचना केवल “पहुँच गया” है।</translation>
    </message>
    <message>
        <source>The centre has the message and passes it on.</source>
        <translation>संदेश केंद्र को मिल गया और वह इसे आगे भेज रहा है।</translation>
    </message>
    <message>
        <source>It did not reach everyone: the list above says whom, and why. State IT can have it sent to them again.</source>
        <translation>यह सब तक नहीं पहुँचा: किस तक नहीं और क्यों, ऊपर की सूची में लिखा है। राज्य आईटी इसे उन्हें फिर भिजवा सकता है।</translation>
    </message>
    <message>
        <source>Re&amp;cipients</source>
        <translation>प्राप्तकर्ता (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;What it says</source>
        <translation>संदेश का पाठ (&amp;W)</translation>
    </message>
    <message>
        <source>The chosen message</source>
        <translation>चुना हुआ संदेश</translation>
    </message>
    <message>
        <source>Written by {login}</source>
        <translation>लिखने वाले: {login}</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>How this window looks</source>
        <translation>यह विंडो कैसी दिखे</translation>
    </message>
    <message>
        <source>Decided by State IT</source>
        <translation>राज्य आईटी का तय किया हुआ</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>भाषा (&amp;G)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>अक्षरों का आकार (&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>रंग (&amp;C)</translation>
    </message>
    <message>
        <source>The dashboard&apos;s lists &amp;move on by themselves</source>
        <translation>डैशबोर्ड की सूचियाँ अपने आप आगे बढ़ें (&amp;M)</translation>
    </message>
    <message>
        <source>“As the system” follows this PC: dark and high contrast too.</source>
        <translation>“पीसी जैसे” चुनने पर रंग इस पीसी के अनुसार रहते हैं, गहरे और तीखे भी।</translation>
    </message>
    <message>
        <source>They stand still under the pointer, with the focus, and by the pause button.</source>
        <translation>माउस ऊपर होने पर, चुनी होने पर और विराम बटन से वे रुक जाती हैं।</translation>
    </message>
    <message>
        <source>Fixed by State IT.</source>
        <translation>राज्य आईटी ने तय किया है।</translation>
    </message>
    <message>
        <source>{count} for each alert, {size} each</source>
        <translation>हर अलर्ट में {count}, हर एक {size} तक</translation>
    </message>
    <message>
        <source>password alone</source>
        <translation>केवल पासवर्ड</translation>
    </message>
    <message>
        <source>password and this PC&apos;s keychain</source>
        <translation>पासवर्ड और इस पीसी की कीचेन</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>केंद्रीय सर्वर</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>अभी कोई नहीं</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>सिंक</translation>
    </message>
    <message>
        <source>every {count} seconds</source>
        <translation>हर {count} सेकंड पर</translation>
    </message>
    <message>
        <source>Files travel</source>
        <translation>फ़ाइलें कब जाती-आती हैं</translation>
    </message>
    <message>
        <source>Files take of the line</source>
        <translation>फ़ाइलों के लिए लाइन</translation>
    </message>
    <message>
        <source>Locks itself</source>
        <translation>अपने आप लॉक</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>संलग्नक</translation>
    </message>
    <message>
        <source>What guards the data</source>
        <translation>डेटा की रक्षा</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>किसी भी समय</translation>
    </message>
    <message>
        <source>from {since} to {until} IST; text and High Alerts at any time</source>
        <translation>{since} से {until} IST तक; पाठ और हाई अलर्ट किसी भी समय</translation>
    </message>
    <message>
        <source>{size} each second at the most</source>
        <translation>अधिक से अधिक {size} प्रति सेकंड</translation>
    </message>
    <message>
        <source>all there is</source>
        <translation>जितनी हो</translation>
    </message>
    <message>
        <source>never</source>
        <translation>कभी नहीं</translation>
    </message>
    <message>
        <source>after {count} minutes</source>
        <translation>{count} मिनट बाद</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>छोटे</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>बड़े</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>बहुत बड़े</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>पीसी जैसे</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्के</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरे</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>तीखे (हाई कंट्रास्ट)</translation>
    </message>
</context>
<context>
    <name>ShownFile</name>
    <message>
        <source>Picture {file}</source>
        <translation>चित्र {file}</translation>
    </message>
    <message>
        <source>{file}, page {number} of {count}</source>
        <translation>{file}, पृष्ठ {number} / {count}</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>पिछला पृष्ठ (&amp;P)</translation>
    </message>
    <message>
        <source>Ne&amp;xt page</source>
        <translation>अगला पृष्ठ (&amp;X)</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>पृष्ठ {number} / {count}</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Sign in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>Alerts and FIRs of this police station, with and without the line</source>
        <translation>इस थाने के अलर्ट और एफआईआर, लाइन हो या न हो</translation>
    </message>
    <message>
        <source>This PC has no keychain: your password alone guards the data. Use a long one.</source>
        <translation>इस पीसी पर कीचेन नहीं है: डेटा की सुरक्षा केवल आपके पासवर्ड से है। लंबा पासवर्ड रखें।</translation>
    </message>
    <message>
        <source>&amp;Another officer…</source>
        <translation>दूसरे अधिकारी… (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Login name at the centre</source>
        <translation>केंद्र में लॉगिन नाम (&amp;L)</translation>
    </message>
    <message>
        <source>Login name at the centre</source>
        <translation>केंद्र में लॉगिन नाम</translation>
    </message>
    <message>
        <source>Officers of this PC</source>
        <translation>इस पीसी के अधिकारी</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>साइन इन करें (&amp;S)</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>साइन इन हो रहा है…</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>आप साइन आउट हो चुके हैं।</translation>
    </message>
    <message>
        <source>Type your login name first.</source>
        <translation>पहले अपना लॉगिन नाम डालें।</translation>
    </message>
    <message>
        <source>Training: the password of this made-up officer is the word {password}.</source>
        <translation>प्रशिक्षण: इस काल्पनिक अधिकारी का पासवर्ड {password} है।</translation>
    </message>
    <message>
        <source>First sign-in on this PC: the line to the centre is needed once. After that your password opens the program without the line too.</source>
        <translation>इस पीसी पर पहला साइन इन: एक बार केंद्र तक लाइन चाहिए। उसके बाद आपका पासवर्ड बिना लाइन के भी प्रोग्राम खोलेगा।</translation>
    </message>
    <message>
        <source>A new officer is added by one who is signed in: officer&apos;s menu, Add an officer.</source>
        <translation>नए अधिकारी को वही जोड़ें जो साइन इन हैं: अधिकारी मेनू, अधिकारी जोड़ें।</translation>
    </message>
    <message>
        <source>There is no line now. Officers of this PC can sign in and work all the same.</source>
        <translation>अभी लाइन नहीं है। इस पीसी के अधिकारी फिर भी साइन इन करके काम कर सकते हैं।</translation>
    </message>
</context>
<context>
    <name>SmsPage</name>
    <message>
        <source>Choose…</source>
        <translation>चुनें…</translation>
    </message>
    <message>
        <source>T&amp;emplate</source>
        <translation>टेम्पलेट (&amp;E)</translation>
    </message>
    <message>
        <source>Text as it arrives</source>
        <translation>पाठ, जैसा पहुँचेगा</translation>
    </message>
    <message>
        <source>No registered template has come from the centre yet; without one no SMS goes out.</source>
        <translation>केंद्र से अभी कोई पंजीकृत टेम्पलेट नहीं आया; उसके बिना एसएमएस नहीं जाता।</translation>
    </message>
    <message>
        <source>State IT changed the text “{name}”. Read it again before you queue it.</source>
        <translation>राज्य आईटी ने पाठ “{name}” बदल दिया है। कतार में डालने से पहले उसे फिर पढ़ें।</translation>
    </message>
    <message>
        <source>State IT took the text “{name}” back. Choose another one.</source>
        <translation>राज्य आईटी ने पाठ “{name}” वापस ले लिया है। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>Without a place now: {words}</source>
        <translation>अब इनकी कोई जगह नहीं: {words}</translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation>शब्द {number}</translation>
    </message>
    <message>
        <source>at most {count} characters</source>
        <translation>अधिक से अधिक {count} अक्षर</translation>
    </message>
    <message>
        <source>Characters: {signs} · parts: {parts} · left in the last: {left}</source>
        <translation>अक्षर: {signs} · भाग: {parts} · अंतिम में शेष: {left}</translation>
    </message>
    <message>
        <source>with Hindi letters or signs like ₹: 70 in one part, 67 in each of several</source>
        <translation>हिन्दी अक्षर या ₹ जैसे चिह्न हों तो: एक भाग में 70, कई हों तो हर भाग में 67</translation>
    </message>
    <message>
        <source>English letters alone: 160 in one part, 153 in each of several</source>
        <translation>केवल अंग्रेज़ी अक्षर: एक भाग में 160, कई हों तो हर भाग में 153</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>S&amp;ync now</source>
        <translation>अभी सिंक करें (&amp;Y)</translation>
    </message>
    <message>
        <source>Sync paused</source>
        <translation>सिंक रोका गया है</translation>
    </message>
    <message>
        <source>Line good</source>
        <translation>लाइन ठीक है</translation>
    </message>
    <message>
        <source>No line since {time}</source>
        <translation>{time} से लाइन नहीं</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>लाइन नहीं</translation>
    </message>
    <message>
        <source>Line not tried yet</source>
        <translation>लाइन अभी जाँची नहीं गई</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>अभी सिंक नहीं हुआ</translation>
    </message>
    <message>
        <source>last sync {time} IST</source>
        <translation>पिछला सिंक {time} IST</translation>
    </message>
    <message>
        <source>{count} removals held back</source>
        <translation>{count} रिकॉर्ड हटाना रोका गया</translation>
    </message>
    <message>
        <source>fetching: {done}</source>
        <translation>{done} आए</translation>
    </message>
    <message>
        <source>first copy: {done} of {total}</source>
        <translation>पहली प्रति: {total} में से {done}</translation>
    </message>
    <message>
        <source>copy is read anew: {done} of {total}</source>
        <translation>प्रति फिर से पढ़ी जा रही है: {total} में से {done}</translation>
    </message>
    <message>
        <source>fetching {done} of {total}</source>
        <translation>{total} में से {done} आए</translation>
    </message>
    <message>
        <source>{said}, less than a minute left</source>
        <translation>{said}, एक मिनट से कम शेष</translation>
    </message>
    <message>
        <source>{said}, about {minutes} min left</source>
        <translation>{said}, लगभग {minutes} मिनट शेष</translation>
    </message>
    <message>
        <source>sending {percent} %</source>
        <translation>{percent} % भेजा गया</translation>
    </message>
    <message>
        <source>{count} queued on this PC</source>
        <translation>{count} इस पीसी पर कतार में</translation>
    </message>
    <message>
        <source>nothing waits to be sent</source>
        <translation>भेजने को कुछ बाक़ी नहीं</translation>
    </message>
    <message>
        <source>{count} refused: see My work</source>
        <translation>{count} अस्वीकृत: मेरा काम देखें</translation>
    </message>
    <message>
        <source>nothing lost</source>
        <translation>कुछ खोया नहीं</translation>
    </message>
    <message>
        <source>Resume sync</source>
        <translation>सिंक फिर चालू करें</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>सिंक रोकें</translation>
    </message>
    <message>
        <source>files from {time}</source>
        <translation>फ़ाइलें {time} से</translation>
    </message>
    <message>
        <source>the centre answered last at {time}</source>
        <translation>केंद्र का पिछला उत्तर {time}</translation>
    </message>
    <message>
        <source>next try at {time}</source>
        <translation>अगला प्रयास {time}</translation>
    </message>
    <message>
        <source>{done} of {total} sent, {rate} a second</source>
        <translation>{total} में से {done} भेजे गए, {rate} प्रति सेकंड</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Officer&apos;s menu</source>
        <translation>अधिकारी मेनू</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>लॉक करें</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>लॉक करें (Ctrl+L)</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>साइन आउट (&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;witch officer</source>
        <translation>अधिकारी बदलें (&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>अक्षरों का आकार (&amp;T)</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>छोटे</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>बड़े</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>बहुत बड़े</translation>
    </message>
    <message>
        <source>O&amp;fficers of this PC…</source>
        <translation>इस पीसी के अधिकारी… (&amp;F)</translation>
    </message>
    <message>
        <source>Audit t&amp;rail…</source>
        <translation>ऑडिट लेखा… (&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>सेटिंग… (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>सहायता (&amp;H)</translation>
    </message>
</context>
<context>
    <name>TrailModel</name>
    <message>
        <source>№</source>
        <translation>क्रम</translation>
    </message>
    <message>
        <source>Time (IST)</source>
        <translation>समय (IST)</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>अधिकारी</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>कार्य</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>किस पर</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>घड़ी</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>केंद्र में</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} सेकंड</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>भेजा गया</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>अभी नहीं</translation>
    </message>
</context>
<context>
    <name>TrailScreen</name>
    <message>
        <source>Audit trail</source>
        <translation>ऑडिट लेखा</translation>
    </message>
    <message>
        <source>&amp;Officer</source>
        <translation>अधिकारी (&amp;O)</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>अधिकारी</translation>
    </message>
    <message>
        <source>A&amp;ct</source>
        <translation>कार्य (&amp;C)</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>कार्य</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>वापस (&amp;B)</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>सभी कार्य</translation>
    </message>
    <message>
        <source>All officers</source>
        <translation>सभी अधिकारी</translation>
    </message>
    <message>
        <source>The audit trail is whole: all {count} entries are as they were written, in their order.</source>
        <translation>ऑडिट लेखा पूरा है: सभी {count} प्रविष्टियाँ अपने क्रम में वैसी ही हैं जैसी लिखी गई थीं।</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
    <message>
        <source>&amp;Verify the trail</source>
        <translation>लेखे की जाँच करें (&amp;V)</translation>
    </message>
    <message>
        <source>The audit trail cannot be shown now.</source>
        <translation>ऑडिट लेखा अभी नहीं दिखाया जा सकता।</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Nothing like that stands in the audit trail.</source>
        <translation>ऑडिट लेखे में ऐसा कुछ नहीं है।</translation>
    </message>
    <message>
        <source>{count} entries; the centre has all of them</source>
        <translation>{count} प्रविष्टियाँ; सभी केंद्र के पास हैं</translation>
    </message>
    <message>
        <source>{count} entries; {waiting} not yet at the centre</source>
        <translation>{count} प्रविष्टियाँ; {waiting} अभी केंद्र नहीं पहुँचीं</translation>
    </message>
</context>
<context>
    <name>TrainingDoor</name>
    <message>
        <source>&amp;Training with made-up data…</source>
        <translation>काल्पनिक डेटा पर प्रशिक्षण… (&amp;T)</translation>
    </message>
</context>
<context>
    <name>TrainingMark</name>
    <message>
        <source>TRAINING · everything here is made up · nothing leaves this PC</source>
        <translation>प्रशिक्षण · यहाँ सब कुछ काल्पनिक है · इस पीसी से कुछ बाहर नहीं जाता</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>&amp;Close</source>
        <translation>बंद करें (&amp;C)</translation>
    </message>
</context>
<context>
    <name>WhatIsWrongScreen</name>
    <message>
        <source>What is wrong?</source>
        <translation>क्या गड़बड़ है?</translation>
    </message>
    <message>
        <source>Each thing between this PC and the centre is tried in turn. The first fault is the one to mend.</source>
        <translation>इस पीसी और केंद्र के बीच की हर चीज़ बारी-बारी से जाँची जाती है। जो पहली ख़राबी मिले, वही ठीक करनी है।</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>फिर कोशिश करें (&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy for State IT</source>
        <translation>राज्य आईटी के लिए कॉपी करें (&amp;C)</translation>
    </message>
    <message>
        <source>Codes, addresses and times; nothing of a case</source>
        <translation>कोड, पते और समय; किसी मामले का कुछ नहीं</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message to State IT.</source>
        <translation>कॉपी हो गया। इसे राज्य आईटी के संदेश में चिपकाएँ।</translation>
    </message>
    <message>
        <source>Trying… this takes up to twenty seconds.</source>
        <translation>जाँच हो रही है… बीस सेकंड तक लग सकते हैं।</translation>
    </message>
    <message>
        <source>Nothing is wrong between this PC and the centre.</source>
        <translation>इस पीसी और केंद्र के बीच कोई गड़बड़ नहीं है।</translation>
    </message>
    <message>
        <source>Network cable or Wi-Fi</source>
        <translation>नेटवर्क केबल या वाई-फ़ाई</translation>
    </message>
    <message>
        <source>VPN and the way to the centre</source>
        <translation>वीपीएन और केंद्र तक का रास्ता</translation>
    </message>
    <message>
        <source>The centre&apos;s name in the network</source>
        <translation>नेटवर्क में केंद्र का नाम</translation>
    </message>
    <message>
        <source>The State&apos;s proxy</source>
        <translation>राज्य का प्रॉक्सी</translation>
    </message>
    <message>
        <source>The centre&apos;s certificate</source>
        <translation>केंद्र का प्रमाणपत्र</translation>
    </message>
    <message>
        <source>This PC&apos;s date and time</source>
        <translation>इस पीसी का दिनांक और समय</translation>
    </message>
    <message>
        <source>The centre&apos;s answer</source>
        <translation>केंद्र का उत्तर</translation>
    </message>
    <message>
        <source>Your sign-in at the centre</source>
        <translation>केंद्र में आपका साइन इन</translation>
    </message>
    <message>
        <source>This PC&apos;s disk</source>
        <translation>इस पीसी की डिस्क</translation>
    </message>
    <message>
        <source>This PC&apos;s keychain</source>
        <translation>इस पीसी की कीचेन</translation>
    </message>
    <message>
        <source>Stopping after the step that is being tried.</source>
        <translation>जो जाँच चल रही है उसके बाद रुक जाएगी।</translation>
    </message>
    <message>
        <source>Stopped. Until then nothing wrong was found.</source>
        <translation>रोकी गई। तब तक कोई गड़बड़ नहीं मिली।</translation>
    </message>
</context>
<context>
    <name>WholeAlert</name>
    <message>
        <source>S&amp;how the victim&apos;s identity…</source>
        <translation>पीड़ित की पहचान देखें… (&amp;H)</translation>
    </message>
    <message>
        <source>S&amp;how it, if it is sensitive…</source>
        <translation>संवेदनशील हो तो देखें… (&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Why you need it</source>
        <translation>किस कारण चाहिए (&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Ask the centre</source>
        <translation>केंद्र से पूछें (&amp;A)</translation>
    </message>
    <message>
        <source>A sensitive alert is on no PC: its own office and the rank may ask for it</source>
        <translation>संवेदनशील अलर्ट किसी पीसी पर नहीं रहता: उसका अपना कार्यालय और सक्षम अधिकारी उसे माँग सकते हैं</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Shown with your reason; the centre wrote it down as № {number}. It is not kept on this PC, goes when you leave this page, and never stands on paper.</source>
        <translation>आपके कारण के साथ दिखाया गया; केंद्र ने इसे № {number} के रूप में दर्ज किया। यह इस पीसी पर नहीं रखा जाता, यह पृष्ठ छोड़ते ही हट जाता है और काग़ज़ पर कभी नहीं आता।</translation>
    </message>
    <message>
        <source>Its files stay at the centre.</source>
        <translation>इसकी फ़ाइलें केंद्र में ही रहती हैं।</translation>
    </message>
</context>
<context>
    <name>WhyLine</name>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>रद्द करें (&amp;N)</translation>
    </message>
</context>
<context>
    <name>WhyRow</name>
    <message>
        <source>There is no line to the centre now.</source>
        <translation>अभी केंद्र से लाइन नहीं है।</translation>
    </message>
    <message>
        <source>The centre keeps this reason with your name and the time</source>
        <translation>केंद्र यह कारण आपके नाम और समय के साथ दर्ज रखता है</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>English</source>
        <comment>this language, in its own words</comment>
        <translation>हिन्दी</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>अभी-अभी</translation>
    </message>
    <message>
        <source>{count} min old</source>
        <translation>{count} मिनट पुरानी</translation>
    </message>
    <message>
        <source>{count} h old</source>
        <translation>{count} घंटे पुरानी</translation>
    </message>
    <message>
        <source>{count} d old</source>
        <translation>{count} दिन पुरानी</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>अभी सिंक नहीं हुआ</translation>
    </message>
    <message>
        <source>as on {time}, {age}</source>
        <translation>{time} की स्थिति, {age}</translation>
    </message>
    <message>
        <source>+{count} more about this FIR</source>
        <translation>इस एफआईआर पर {count} और</translation>
    </message>
    <message>
        <source>{count} more about this FIR, folded</source>
        <translation>इस एफआईआर पर {count} और, समेटे हुए</translation>
    </message>
    <message>
        <source>{count} more about this FIR, unfolded</source>
        <translation>इस एफआईआर पर {count} और, खुले हुए</translation>
    </message>
    <message>
        <source>FIR {number}</source>
        <translation>एफआईआर {number}</translation>
    </message>
    <message>
        <source>GD {number}</source>
        <translation>जीडी {number}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>Nothing is lost.</source>
        <translation>कुछ खोया नहीं है।</translation>
    </message>
    <message>
        <source>Nothing is lost: everything waits on this PC.</source>
        <translation>कुछ खोया नहीं: सब कुछ इस पीसी पर प्रतीक्षा में है।</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>कुछ बदला नहीं गया।</translation>
    </message>
    <message>
        <source>The draft is saved on this PC.</source>
        <translation>मसौदा इस पीसी पर सहेजा हुआ है।</translation>
    </message>
    <message>
        <source>Tell State IT.</source>
        <translation>राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>प्रोग्राम अपने आप फिर कोशिश करेगा।</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>सुधारकर फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Check the cable or the VPN. The program tries again by itself.</source>
        <translation>केबल या वीपीएन देखें। प्रोग्राम अपने आप फिर कोशिश करेगा।</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>साइन इन करें।</translation>
    </message>
    <message>
        <source>The program met something it did not expect.</source>
        <translation>प्रोग्राम में कुछ अनपेक्षित हुआ।</translation>
    </message>
    <message>
        <source>Try again; if it happens again, tell State IT.</source>
        <translation>फिर कोशिश करें; दोबारा हो तो राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>The alert is not complete yet.</source>
        <translation>अलर्ट अभी पूरा नहीं है।</translation>
    </message>
    <message>
        <source>Fill in what is marked, then submit.</source>
        <translation>जहाँ निशान है वह भरें, फिर जमा करें।</translation>
    </message>
    <message>
        <source>{name} was not attached. {reason}</source>
        <translation>{name} संलग्न नहीं हुई। {reason}</translation>
    </message>
    <message>
        <source>{name} is not opened in another program. {reason}</source>
        <translation>{name} दूसरे प्रोग्राम में नहीं खोली गई। {reason}</translation>
    </message>
    <message>
        <source>Ask the office that sent it for a sound one; you can still save a copy.</source>
        <translation>भेजने वाले कार्यालय से ठीक फ़ाइल माँगें; इसकी प्रति सहेजी जा सकती है।</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>दूसरी फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>You could not be signed in.</source>
        <translation>साइन इन नहीं हो सका।</translation>
    </message>
    <message>
        <source>Name and password do not belong together.</source>
        <translation>लॉगिन नाम और पासवर्ड मेल नहीं खाते।</translation>
    </message>
    <message>
        <source>Type the password again; look at Caps Lock and the keyboard&apos;s language.</source>
        <translation>पासवर्ड फिर डालें; Caps Lock और कीबोर्ड की भाषा देख लें।</translation>
    </message>
    <message>
        <source>Too many wrong passwords: wait {seconds} s.</source>
        <translation>बहुत बार ग़लत पासवर्ड: {seconds} सेकंड रुकें।</translation>
    </message>
    <message>
        <source>Wait, then type the password again.</source>
        <translation>रुककर पासवर्ड फिर डालें।</translation>
    </message>
    <message>
        <source>Passwords were wrong before, so the centre asks for one thing more.</source>
        <translation>पहले ग़लत पासवर्ड डाले गए, इसलिए केंद्र एक और बात पूछता है।</translation>
    </message>
    <message>
        <source>Type what the picture shows, or answer the question, then sign in.</source>
        <translation>चित्र में जो दिखे वह डालें, या प्रश्न का उत्तर दें, फिर साइन इन करें।</translation>
    </message>
    <message>
        <source>That was not right, so here is another one.</source>
        <translation>उत्तर सही नहीं था, इसलिए दूसरा पूछा गया है।</translation>
    </message>
    <message>
        <source>Type what it asks for; a question in words may be easier.</source>
        <translation>जो पूछा गया है वह डालें; शब्दों में प्रश्न आसान हो सकता है।</translation>
    </message>
    <message>
        <source>The password is right; your one-time code is missing.</source>
        <translation>पासवर्ड सही है; आपका ओटीपी अभी नहीं मिला।</translation>
    </message>
    <message>
        <source>Type the code that your telephone shows now.</source>
        <translation>आपके फ़ोन पर अभी जो कोड दिख रहा है, वह डालें।</translation>
    </message>
    <message>
        <source>The one-time code does not count.</source>
        <translation>यह ओटीपी मान्य नहीं है।</translation>
    </message>
    <message>
        <source>Wait for the next code and type that one; if it goes on, tell State IT.</source>
        <translation>अगले कोड की प्रतीक्षा करें और वही डालें; यदि ऐसा ही चले, तो राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The first sign-in on this PC needs the line, and there is none now.</source>
        <translation>इस पीसी पर पहले साइन इन के लिए लाइन चाहिए, जो अभी नहीं है।</translation>
    </message>
    <message>
        <source>Try when the line is back. After that you can sign in without it.</source>
        <translation>लाइन आने पर कोशिश करें। उसके बाद बिना लाइन भी साइन इन होगा।</translation>
    </message>
    <message>
        <source>You have not signed in on this PC before.</source>
        <translation>आपने इस पीसी पर पहले साइन इन नहीं किया है।</translation>
    </message>
    <message>
        <source>Ask an officer who uses this PC to sign in and add you.</source>
        <translation>इस पीसी के किसी अधिकारी से कहें कि साइन इन करके आपको जोड़ें।</translation>
    </message>
    <message>
        <source>The program is locked.</source>
        <translation>प्रोग्राम लॉक है।</translation>
    </message>
    <message>
        <source>The centre was not reached.</source>
        <translation>केंद्र तक पहुँच नहीं हुई।</translation>
    </message>
    <message>
        <source>There is no line to the centre.</source>
        <translation>केंद्र तक लाइन नहीं है।</translation>
    </message>
    <message>
        <source>The line went quiet.</source>
        <translation>लाइन बीच में रुक गई।</translation>
    </message>
    <message>
        <source>Who answered could not prove to be the centre, so nothing was sent.</source>
        <translation>उत्तर देने वाला सिद्ध नहीं कर सका कि वह केंद्र ही है, इसलिए कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Check this PC&apos;s date and time, then tell State IT: certificate not trusted.</source>
        <translation>इस पीसी का दिनांक और समय देखें, फिर राज्य आईटी को बताएँ: प्रमाणपत्र भरोसेमंद नहीं।</translation>
    </message>
    <message>
        <source>Something answered that is not the centre, perhaps a log-in page of the network.</source>
        <translation>केंद्र की जगह किसी और ने उत्तर दिया, शायद नेटवर्क का लॉगिन पृष्ठ।</translation>
    </message>
    <message>
        <source>Check the VPN, then tell State IT.</source>
        <translation>वीपीएन देखें, फिर राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The centre was reached but could not do it now.</source>
        <translation>केंद्र तक पहुँच हुई पर वह अभी यह नहीं कर सका।</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is wrong by {minutes} min.</source>
        <translation>इस पीसी की घड़ी {minutes} मिनट ग़लत है।</translation>
    </message>
    <message>
        <source>Set the date and time of this PC, then try again.</source>
        <translation>इस पीसी का दिनांक और समय ठीक करें, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The centre did not take it.</source>
        <translation>केंद्र ने इसे नहीं लिया।</translation>
    </message>
    <message>
        <source>The centre asks for your password again.</source>
        <translation>केंद्र आपका पासवर्ड फिर माँग रहा है।</translation>
    </message>
    <message>
        <source>Work on this PC goes on.</source>
        <translation>इस पीसी पर काम चलता रहेगा।</translation>
    </message>
    <message>
        <source>Sign out and sign in again with the line.</source>
        <translation>साइन आउट करें और लाइन के साथ फिर साइन इन करें।</translation>
    </message>
    <message>
        <source>Your rights at the centre do not cover this.</source>
        <translation>केंद्र में आपके अधिकार इसके लिए नहीं हैं।</translation>
    </message>
    <message>
        <source>Ask your supervising officer.</source>
        <translation>अपने पर्यवेक्षण अधिकारी से कहें।</translation>
    </message>
    <message>
        <source>The centre has withdrawn this PC.</source>
        <translation>केंद्र ने इस पीसी का अधिकार वापस ले लिया है।</translation>
    </message>
    <message>
        <source>What was written here is kept on this PC.</source>
        <translation>यहाँ जो लिखा गया वह इस पीसी पर रखा है।</translation>
    </message>
    <message>
        <source>The centre has withdrawn your access on this PC.</source>
        <translation>केंद्र ने इस पीसी पर आपका अधिकार वापस ले लिया है।</translation>
    </message>
    <message>
        <source>Ask your supervising officer; your unsent work can be handed over.</source>
        <translation>अपने पर्यवेक्षण अधिकारी से पूछें; आपका बिना भेजा काम किसी और को सौंपा जा सकता है।</translation>
    </message>
    <message>
        <source>The audit trail of this PC is not the one that the centre has.</source>
        <translation>इस पीसी का ऑडिट लेखा केंद्र के पास वाले लेखे से मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>This version of the program is too old for the centre.</source>
        <translation>प्रोग्राम का यह संस्करण केंद्र के लिए बहुत पुराना है।</translation>
    </message>
    <message>
        <source>Ask State IT for the new version.</source>
        <translation>राज्य आईटी से नया संस्करण माँगें।</translation>
    </message>
    <message>
        <source>The centre&apos;s answer cannot be right, so nothing of it was kept.</source>
        <translation>केंद्र का उत्तर सही नहीं हो सकता, इसलिए उसमें से कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>The program tries again by itself; if it goes on, tell State IT.</source>
        <translation>प्रोग्राम अपने आप फिर कोशिश करेगा; होता रहे तो राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The centre&apos;s records are older than this PC&apos;s copy.</source>
        <translation>केंद्र के रिकॉर्ड इस पीसी की प्रति से पुराने हैं।</translation>
    </message>
    <message>
        <source>The centre withdraws a large part of this PC&apos;s copy at once; it is all still here.</source>
        <translation>केंद्र इस पीसी की प्रति का बड़ा भाग एक साथ वापस ले रहा है; वह सब अब भी यहीं है।</translation>
    </message>
    <message>
        <source>Ask State IT whether this is right, and only then agree: in the window, or by the command &apos;sync --accept-removals&apos;.</source>
        <translation>राज्य आईटी से पूछें कि यह सही है या नहीं, तभी सहमति दें: इस विंडो में, या &apos;station-client sync --accept-removals&apos; से।</translation>
    </message>
    <message>
        <source>This PC&apos;s copy was read anew and still differs from the centre&apos;s records.</source>
        <translation>इस पीसी की प्रति फिर से पढ़ी गई और अब भी केंद्र के रिकॉर्ड से अलग है।</translation>
    </message>
    <message>
        <source>A receipt came that does not fit what was sent, so it was not kept.</source>
        <translation>ऐसी पावती आई जो भेजे गए से मेल नहीं खाती, इसलिए नहीं रखी गई।</translation>
    </message>
    <message>
        <source>A receipt came without the centre&apos;s own signature, so it was not kept.</source>
        <translation>केंद्र के अपने हस्ताक्षर के बिना पावती आई, इसलिए नहीं रखी गई।</translation>
    </message>
    <message>
        <source>What was written here is kept on this PC and goes on waiting for a good receipt.</source>
        <translation>यहाँ जो लिखा गया वह इस पीसी पर सुरक्षित है और सही पावती की प्रतीक्षा करता है।</translation>
    </message>
    <message>
        <source>The bytes that came are not the file that was asked for, so they were not kept.</source>
        <translation>जो आया वह माँगी गई फ़ाइल नहीं है, इसलिए नहीं रखा गया।</translation>
    </message>
    <message>
        <source>The centre did not understand this PC.</source>
        <translation>केंद्र इस पीसी की बात नहीं समझ सका।</translation>
    </message>
    <message>
        <source>It is larger than the centre takes.</source>
        <translation>यह केंद्र की सीमा से बड़ा है।</translation>
    </message>
    <message>
        <source>The centre does not have it.</source>
        <translation>यह केंद्र के पास नहीं है।</translation>
    </message>
    <message>
        <source>The centre does not have that part of the file.</source>
        <translation>फ़ाइल का वह भाग केंद्र के पास नहीं है।</translation>
    </message>
    <message>
        <source>This PC&apos;s copy is too old to be brought up to date, so it is being made anew.</source>
        <translation>इस पीसी की प्रति इतनी पुरानी है कि उसे अद्यतन नहीं किया जा सकता, इसलिए वह नए सिरे से बनाई जा रही है।</translation>
    </message>
    <message>
        <source>A file reached the centre changed, so the centre did not keep it.</source>
        <translation>एक फ़ाइल केंद्र तक बदली हुई पहुँची, इसलिए केंद्र ने नहीं रखी।</translation>
    </message>
    <message>
        <source>The original is kept on this PC.</source>
        <translation>मूल फ़ाइल इस पीसी पर रखी है।</translation>
    </message>
    <message>
        <source>The centre is busy.</source>
        <translation>केंद्र व्यस्त है।</translation>
    </message>
    <message>
        <source>The centre has no room now.</source>
        <translation>केंद्र में अभी जगह नहीं है।</translation>
    </message>
    <message>
        <source>The centre failed.</source>
        <translation>केंद्र में ख़राबी आई।</translation>
    </message>
    <message>
        <source>The data on this PC could not be used.</source>
        <translation>इस पीसी का डेटा काम में नहीं आ सका।</translation>
    </message>
    <message>
        <source>This PC&apos;s disk is full.</source>
        <translation>इस पीसी की डिस्क भर गई है।</translation>
    </message>
    <message>
        <source>What was saved before is safe; the last change was not saved.</source>
        <translation>पहले सहेजा हुआ सुरक्षित है; आख़िरी बदलाव नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>डिस्क पर जगह बनाएँ, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>A file of the program&apos;s data is damaged.</source>
        <translation>प्रोग्राम के डेटा की एक फ़ाइल ख़राब है।</translation>
    </message>
    <message>
        <source>What the centre has received is safe there.</source>
        <translation>जो केंद्र को मिल चुका है वह वहाँ सुरक्षित है।</translation>
    </message>
    <message>
        <source>Do not delete anything; tell State IT.</source>
        <translation>कुछ न मिटाएँ; राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The audit trail of this PC was changed: entry {number} is not as it was written.</source>
        <translation>इस पीसी का ऑडिट लेखा बदला गया है: प्रविष्टि {number} वैसी नहीं है जैसी लिखी गई थी।</translation>
    </message>
    <message>
        <source>Do not delete anything; tell your supervising officer and State IT.</source>
        <translation>कुछ न मिटाएँ; अपने पर्यवेक्षण अधिकारी और राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The second copy of drafts and outbox could not be made.</source>
        <translation>मसौदों और भेजने की कतार की दूसरी प्रति नहीं बन सकी।</translation>
    </message>
    <message>
        <source>What was written is safe on this PC; only the copy is old.</source>
        <translation>जो लिखा गया है वह इस पीसी पर सुरक्षित है; केवल प्रति पुरानी है।</translation>
    </message>
    <message>
        <source>Make room on the disk; if this stays, tell State IT.</source>
        <translation>डिस्क पर जगह बनाएँ; यदि यही रहे तो राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The further place for the second copy cannot be written.</source>
        <translation>दूसरी प्रति की अतिरिक्त जगह पर लिखा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>What was written is safe on this PC, and so is its second copy there.</source>
        <translation>जो लिखा गया है वह इस पीसी पर सुरक्षित है, और उसकी दूसरी प्रति भी।</translation>
    </message>
    <message>
        <source>Look whether its disk is connected and has room; if this stays, tell State IT.</source>
        <translation>देखें कि उसकी डिस्क लगी है और उसमें जगह है; यदि यही रहे तो राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>Works, but a file of this PC was damaged or missing; its second copy or the centre replaced it.</source>
        <translation>ठीक चल रहा है, पर इस पीसी की कोई फ़ाइल ख़राब या ग़ायब मिली थी; उसकी जगह दूसरी प्रति या केंद्र से ली गई।</translation>
    </message>
    <message>
        <source>What was damaged is kept beside it.</source>
        <translation>ख़राब फ़ाइल उसके पास सुरक्षित रखी है।</translation>
    </message>
    <message>
        <source>Tell State IT: the disk may be failing, or somebody took the file away.</source>
        <translation>राज्य आईटी को बताएँ: हो सकता है डिस्क ख़राब हो रही हो, या किसी ने फ़ाइल हटाई हो।</translation>
    </message>
    <message>
        <source>A newer version of the program wrote the data on this PC.</source>
        <translation>इस पीसी का डेटा प्रोग्राम के नए संस्करण ने लिखा है।</translation>
    </message>
    <message>
        <source>Start the newer version, or ask State IT for it.</source>
        <translation>नया संस्करण चलाएँ, या राज्य आईटी से माँगें।</translation>
    </message>
    <message>
        <source>The program is already running on this PC.</source>
        <translation>प्रोग्राम इस पीसी पर पहले से चल रहा है।</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>जो विंडो खुली है उसी में काम करें, या पहले उसे बंद करें।</translation>
    </message>
    <message>
        <source>The program may not write to its data folder.</source>
        <translation>प्रोग्राम को अपने डेटा फ़ोल्डर में लिखने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>Tell State IT: the data folder is not writable.</source>
        <translation>राज्य आईटी को बताएँ: डेटा फ़ोल्डर में लिखा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>This PC does not have it yet.</source>
        <translation>यह अभी इस पीसी पर नहीं है।</translation>
    </message>
    <message>
        <source>It comes with a sync when there is a line.</source>
        <translation>लाइन होने पर सिंक के साथ आएगा।</translation>
    </message>
    <message>
        <source>This PC&apos;s keychain did not answer.</source>
        <translation>इस पीसी की कीचेन ने उत्तर नहीं दिया।</translation>
    </message>
    <message>
        <source>Sign out of the PC and in again, then start the program.</source>
        <translation>पीसी से साइन आउट करके फिर साइन इन करें, तब प्रोग्राम चलाएँ।</translation>
    </message>
    <message>
        <source>This PC has no keychain to guard the data.</source>
        <translation>डेटा की सुरक्षा के लिए इस पीसी पर कीचेन नहीं है।</translation>
    </message>
    <message>
        <source>Ask State IT to set one up, or to allow the password alone.</source>
        <translation>राज्य आईटी से कहें कि कीचेन लगाएँ, या केवल पासवर्ड की अनुमति दें।</translation>
    </message>
    <message>
        <source>The data is here, but this PC&apos;s key for it is gone from the keychain.</source>
        <translation>डेटा यहाँ है, पर उसकी इस पीसी वाली कुंजी कीचेन से ग़ायब है।</translation>
    </message>
    <message>
        <source>Do not delete anything; State IT can open it with the State&apos;s recovery key.</source>
        <translation>कुछ न मिटाएँ; राज्य आईटी इसे राज्य की रिकवरी कुंजी से खोल सकता है।</translation>
    </message>
    <message>
        <source>The data on this PC was not sealed to this recovery key.</source>
        <translation>इस पीसी का डेटा इस रिकवरी कुंजी से सील नहीं किया गया था।</translation>
    </message>
    <message>
        <source>Use the recovery key that the settings named when an officer last signed in.</source>
        <translation>वही रिकवरी कुंजी लें जो किसी अधिकारी के पिछले साइन इन के समय सेटिंग में लिखी थी।</translation>
    </message>
    <message>
        <source>The settings file cannot be used: {setting} ({why}).</source>
        <translation>सेटिंग फ़ाइल काम में नहीं आ सकती: {setting} ({why})।</translation>
    </message>
    <message>
        <source>Ask State IT to correct the settings file.</source>
        <translation>राज्य आईटी से सेटिंग फ़ाइल ठीक करवाएँ।</translation>
    </message>
    <message>
        <source>For a reason that this version does not know. Tell State IT.</source>
        <translation>कारण इस संस्करण को ज्ञात नहीं। राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>यह ज़रूरी है। भरें।</translation>
    </message>
    <message>
        <source>This is too short. Write a little more.</source>
        <translation>यह बहुत छोटा है। थोड़ा और लिखें।</translation>
    </message>
    <message>
        <source>This is too long. Shorten it.</source>
        <translation>यह बहुत लंबा है। छोटा करें।</translation>
    </message>
    <message>
        <source>This is not an FIR number. Write it like 0123/2026.</source>
        <translation>यह एफआईआर संख्या नहीं है। 0123/2026 जैसे लिखें।</translation>
    </message>
    <message>
        <source>Give the FIR number, or a GD number with the reason.</source>
        <translation>एफआईआर संख्या दें, या कारण के साथ जीडी संख्या।</translation>
    </message>
    <message>
        <source>A date cannot be read. Write it like 27/11/2026 or 27/11/2026 18:30.</source>
        <translation>दिनांक पढ़ा नहीं जा सका। ऐसे लिखें: 27/11/2026 या 27/11/2026 18:30।</translation>
    </message>
    <message>
        <source>The dates stand in an unusual order. Correct them, or say why it is so.</source>
        <translation>दिनांकों का क्रम असामान्य है। उन्हें ठीक करें, या बताएँ कि ऐसा क्यों है।</translation>
    </message>
    <message>
        <source>Your rights do not cover this. Ask your supervising officer.</source>
        <translation>आपके अधिकार इसके लिए नहीं हैं। अपने पर्यवेक्षण अधिकारी से कहें।</translation>
    </message>
    <message>
        <source>Another officer wrote this. Only that officer may change it.</source>
        <translation>इसे किसी दूसरे अधिकारी ने लिखा है। वही इसे बदल सकते हैं।</translation>
    </message>
    <message>
        <source>No other officer of this office signs in on this PC by that name.</source>
        <translation>इस कार्यालय का इस नाम का कोई दूसरा अधिकारी इस पीसी पर साइन इन नहीं करता।</translation>
    </message>
    <message>
        <source>The first date is after the last. Turn them round.</source>
        <translation>पहला दिनांक दूसरे के बाद का है। दोनों को अदल-बदल करें।</translation>
    </message>
    <message>
        <source>Several stations have an FIR with this number. Give the full number.</source>
        <translation>इस संख्या की एफआईआर कई थानों में है। पूरी संख्या दें।</translation>
    </message>
    <message>
        <source>The two are not the same. Type it twice alike.</source>
        <translation>दोनों एक जैसे नहीं हैं। दोनों बार एक ही लिखें।</translation>
    </message>
    <message>
        <source>This officer has no place on this PC. Check the log-in name.</source>
        <translation>इस अधिकारी को इस पीसी पर नहीं जोड़ा गया है। लॉगिन नाम जाँचें।</translation>
    </message>
    <message>
        <source>A file of this name is there already. Choose another name.</source>
        <translation>इस नाम की फ़ाइल पहले से है। दूसरा नाम चुनें।</translation>
    </message>
    <message>
        <source>This is not a recovery key. Choose the private key&apos;s file.</source>
        <translation>यह रिकवरी कुंजी नहीं है। निजी कुंजी की फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>These are not the lines of a receipt. Type or scan all of them.</source>
        <translation>ये पावती की पंक्तियाँ नहीं हैं। सभी पंक्तियाँ टाइप या स्कैन करें।</translation>
    </message>
    <message>
        <source>The centre did not sign this. Look for a mistyped sign; otherwise do not rely on it.</source>
        <translation>इस पर केंद्र के हस्ताक्षर नहीं हैं। टाइप की ग़लती देखें; न मिले तो इस पर भरोसा न करें।</translation>
    </message>
    <message>
        <source>None of these keys is the one that the receipt names. Ask State IT.</source>
        <translation>पावती में लिखी कुंजी इनमें से कोई नहीं है। राज्य आईटी से पूछें।</translation>
    </message>
    <message>
        <source>This is not what the centre received with this receipt.</source>
        <translation>इस पावती के साथ केंद्र को यह नहीं मिला था।</translation>
    </message>
    <message>
        <source>It has already gone to the centre and cannot be taken back.</source>
        <translation>यह केंद्र को जा चुका है और वापस नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Five files are the most. Remove one first.</source>
        <translation>पाँच से अधिक फ़ाइलें नहीं। पहले एक हटाएँ।</translation>
    </message>
    <message>
        <source>The file is too large. Scan it again with less detail, or split it.</source>
        <translation>फ़ाइल बहुत बड़ी है। कम बारीकी से फिर स्कैन करें, या हिस्सों में बाँटें।</translation>
    </message>
    <message>
        <source>The file is empty. Save or scan it again.</source>
        <translation>फ़ाइल ख़ाली है। फिर सहेजें या स्कैन करें।</translation>
    </message>
    <message>
        <source>This file is attached already.</source>
        <translation>यह फ़ाइल पहले से संलग्न है।</translation>
    </message>
    <message>
        <source>The centre takes JPG, PNG, TIFF, PDF, DOC, DOCX, XLS and XLSX only.</source>
        <translation>केंद्र केवल JPG, PNG, TIFF, PDF, DOC, DOCX, XLS और XLSX लेता है।</translation>
    </message>
    <message>
        <source>The name&apos;s ending does not fit what is inside. Save it again in its own program.</source>
        <translation>फ़ाइल का प्रकार (नाम का अंत) उसकी सामग्री से मेल नहीं खाता। उसके अपने प्रोग्राम में फिर सहेजें।</translation>
    </message>
    <message>
        <source>The file is damaged. Get a good copy or scan it again.</source>
        <translation>फ़ाइल ख़राब है। अच्छी प्रति लें या फिर स्कैन करें।</translation>
    </message>
    <message>
        <source>The file carries macros (small programs). Do not let them run.</source>
        <translation>फ़ाइल में मैक्रो (छोटे प्रोग्राम) हैं। उन्हें चलने न दें।</translation>
    </message>
    <message>
        <source>The file unpacks to far more than its size. Save it as PDF.</source>
        <translation>फ़ाइल खुलने पर अपने आकार से कहीं बड़ी हो जाती है। पीडीएफ़ में सहेजें।</translation>
    </message>
    <message>
        <source>This is not a file. Choose a file.</source>
        <translation>यह फ़ाइल नहीं है। कोई फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>The file could not be read. Copy it to this PC and try again.</source>
        <translation>फ़ाइल पढ़ी नहीं जा सकी। इस पीसी पर कॉपी करके फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The file changed while it was read. Close it elsewhere and try again.</source>
        <translation>पढ़ते समय फ़ाइल बदल गई। दूसरी जगह बंद करके फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The file has a password: others can open it only if they know it.</source>
        <translation>फ़ाइल पर पासवर्ड है: दूसरे तभी खोल सकेंगे जब वे उसे जानते हों।</translation>
    </message>
    <message>
        <source>The file has other files inside.</source>
        <translation>फ़ाइल के अंदर और फ़ाइलें हैं।</translation>
    </message>
    <message>
        <source>The file has active content (scripts or forms).</source>
        <translation>फ़ाइल में सक्रिय सामग्री है (स्क्रिप्ट या फ़ॉर्म)।</translation>
    </message>
    <message>
        <source>The file points to data outside itself that others will not see.</source>
        <translation>फ़ाइल में बाहर के डेटा का हवाला है जो दूसरों को नहीं दिखेगा।</translation>
    </message>
    <message>
        <source>The file has small faults but can be read.</source>
        <translation>फ़ाइल में छोटी ख़राबियाँ हैं पर पढ़ी जा सकती है।</translation>
    </message>
    <message>
        <source>The file&apos;s description of itself is faulty; its content can be read.</source>
        <translation>फ़ाइल का अपना ब्योरा ग़लत है; उसकी सामग्री पढ़ी जा सकती है।</translation>
    </message>
    <message>
        <source>The picture tells where it was taken.</source>
        <translation>चित्र में वह जगह दर्ज है जहाँ वह खींचा गया।</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>फ़ाइल ख़ाली है।</translation>
    </message>
    <message>
        <source>Its name has an ending that no attachment may have.</source>
        <translation>इसके नाम का अंत किसी संलग्न फ़ाइल के प्रकार का नहीं है।</translation>
    </message>
    <message>
        <source>What is inside is not what the name&apos;s ending says.</source>
        <translation>इसकी सामग्री वह नहीं है जो इसके नाम का अंत बताता है।</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>फ़ाइल ख़राब है।</translation>
    </message>
    <message>
        <source>The file is larger than an attachment may be.</source>
        <translation>फ़ाइल संलग्न फ़ाइल की सीमा से बड़ी है।</translation>
    </message>
    <message>
        <source>It unpacks to far more than its size, or takes too long to check.</source>
        <translation>यह खुलने पर अपने आकार से कहीं बड़ी हो जाती है, या इसकी जाँच में बहुत देर लगती है।</translation>
    </message>
    <message>
        <source>This PC could not check it just now. Open the alert again.</source>
        <translation>यह पीसी अभी इसकी जाँच नहीं कर सका। अलर्ट फिर खोलें।</translation>
    </message>
    <message>
        <source>What is inside could not be checked. Ask the office that sent it for the password.</source>
        <translation>इसके अंदर की जाँच नहीं हो सकी। पासवर्ड भेजने वाले कार्यालय से पूछें।</translation>
    </message>
    <message>
        <source>The file points to data outside itself. Let no program fetch it.</source>
        <translation>फ़ाइल में बाहर के डेटा का हवाला है। किसी प्रोग्राम को उसे लाने न दें।</translation>
    </message>
    <message>
        <source>The centre does not know the officer who wrote it.</source>
        <translation>लिखने वाले अधिकारी को केंद्र नहीं जानता।</translation>
    </message>
    <message>
        <source>The centre does not accept this FIR number. Check it and send again.</source>
        <translation>केंद्र यह एफआईआर संख्या नहीं मानता। जाँचकर फिर भेजें।</translation>
    </message>
    <message>
        <source>The centre wants an FIR number, or a GD number with the reason.</source>
        <translation>केंद्र को एफआईआर संख्या चाहिए, या कारण के साथ जीडी संख्या।</translation>
    </message>
    <message>
        <source>The centre does not take this category from your office.</source>
        <translation>केंद्र आपके कार्यालय से यह श्रेणी नहीं लेता।</translation>
    </message>
    <message>
        <source>The centre does not accept the description: too short or too long.</source>
        <translation>केंद्र यह विवरण नहीं मानता: बहुत छोटा या बहुत लंबा।</translation>
    </message>
    <message>
        <source>The description: it is not clear which hidden name belongs at which •••. Leave each ••• beside the words it stood beside, or write it without •••.</source>
        <translation>विवरण: यह साफ़ नहीं कि कौन-सा छिपा नाम किस ••• पर आना है। हर ••• को उन्हीं शब्दों के पास रहने दें जिनके पास वह था, या ••• के बिना लिखें।</translation>
    </message>
    <message>
        <source>The GD reason: it is not clear which hidden name belongs at which •••. Leave each ••• beside the words it stood beside, or write it without •••.</source>
        <translation>जीडी का कारण: यह साफ़ नहीं कि कौन-सा छिपा नाम किस ••• पर आना है। हर ••• को उन्हीं शब्दों के पास रहने दें जिनके पास वह था, या ••• के बिना लिखें।</translation>
    </message>
    <message>
        <source>It was not sent: what it speaks of was marked sensitive meanwhile, or names a protected victim. Write it anew without that.</source>
        <translation>यह नहीं भेजा गया: जिसकी बात इसमें है उसे इस बीच संवेदनशील चिह्नित किया गया, या इसमें संरक्षित पीड़ित का नाम है। उसके बिना फिर से लिखें।</translation>
    </message>
    <message>
        <source>It was not sent: its author may not send messages any more. An officer who may can write it anew.</source>
        <translation>यह नहीं भेजा गया: लिखने वाले को अब संदेश भेजने का अधिकार नहीं है। जिस अधिकारी को अधिकार है वह इसे फिर से लिखे।</translation>
    </message>
    <message>
        <source>You or your office wrote to as many recipients as the centre takes in an hour. Try again in an hour; for more, ask State IT.</source>
        <translation>आपने या आपके कार्यालय ने इतने पतों पर संदेश भेजे हैं जितने केंद्र एक घंटे में लेता है। एक घंटे बाद फिर कोशिश करें; अधिक के लिए राज्य आईटी से कहें।</translation>
    </message>
    <message>
        <source>The centre does not accept the attachments. Check them and send again.</source>
        <translation>केंद्र ये संलग्नक नहीं मानता। जाँचकर फिर भेजें।</translation>
    </message>
    <message>
        <source>The centre could not read this alert. Tell State IT.</source>
        <translation>केंद्र यह अलर्ट नहीं पढ़ सका। राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The centre has another alert under this number. Tell State IT.</source>
        <translation>इस संख्या पर केंद्र के पास दूसरा अलर्ट है। राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>A file reached the centre changed. It will be sent again.</source>
        <translation>एक फ़ाइल केंद्र तक बदली हुई पहुँची। वह फिर भेजी जाएगी।</translation>
    </message>
    <message>
        <source>Somebody changed this alert first. Read it as it stands now, then make your change again.</source>
        <translation>यह अलर्ट किसी और ने पहले बदल दिया है। अब यह जैसा है वैसा पढ़ें, फिर अपना बदलाव दोबारा करें।</translation>
    </message>
    <message>
        <source>Tell State IT these words.</source>
        <translation>ये शब्द राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The centre&apos;s name was not found in the network.</source>
        <translation>केंद्र का नाम नेटवर्क में नहीं मिला।</translation>
    </message>
    <message>
        <source>Start the VPN, or check the cable. The program tries again by itself.</source>
        <translation>वीपीएन चालू करें या केबल देखें। प्रोग्राम अपने आप फिर कोशिश करेगा।</translation>
    </message>
    <message>
        <source>This PC has no network now.</source>
        <translation>इस पीसी पर अभी कोई नेटवर्क नहीं है।</translation>
    </message>
    <message>
        <source>A training has no line to the centre.</source>
        <translation>प्रशिक्षण में केंद्र से कोई लाइन नहीं होती।</translation>
    </message>
    <message>
        <source>Nothing is wrong with this PC, and nothing leaves it.</source>
        <translation>इस पीसी में कोई ख़राबी नहीं है और इससे कुछ बाहर नहीं जाता।</translation>
    </message>
    <message>
        <source>What needs the centre is done in the program itself, not in a training.</source>
        <translation>जिस काम में केंद्र चाहिए, वह प्रशिक्षण में नहीं, असली प्रोग्राम में करें।</translation>
    </message>
    <message>
        <source>This PC is on a network, but nobody there knows the centre&apos;s name.</source>
        <translation>यह पीसी नेटवर्क पर है, पर वहाँ केंद्र का नाम कोई नहीं जानता।</translation>
    </message>
    <message>
        <source>Start the VPN if it is off. If it is on, tell State IT: the centre&apos;s name is not found.</source>
        <translation>वीपीएन बंद हो तो चालू करें। चालू हो तो राज्य आईटी को बताएँ: केंद्र का नाम नहीं मिल रहा।</translation>
    </message>
    <message>
        <source>No network cable is plugged into this PC, and no Wi-Fi is on.</source>
        <translation>इस पीसी में नेटवर्क केबल नहीं लगी है और वाई-फ़ाई भी चालू नहीं है।</translation>
    </message>
    <message>
        <source>Plug the cable in at both ends, or switch Wi-Fi on; then try again.</source>
        <translation>केबल को दोनों सिरों पर लगाएँ या वाई-फ़ाई चालू करें; फिर दोबारा जाँचें।</translation>
    </message>
    <message>
        <source>The cable or Wi-Fi is on, but the network gives this PC no address.</source>
        <translation>केबल या वाई-फ़ाई जुड़ा है, पर नेटवर्क इस पीसी को पता नहीं दे रहा।</translation>
    </message>
    <message>
        <source>Switch the modem off and on; if it goes on, tell whoever looks after the station&apos;s network.</source>
        <translation>मॉडेम बंद करके फिर चालू करें; फिर भी ऐसा हो तो थाने का नेटवर्क देखने वाले को बताएँ।</translation>
    </message>
    <message>
        <source>This PC is on a network, but no way leads from it to the centre.</source>
        <translation>यह पीसी नेटवर्क पर है, पर वहाँ से केंद्र तक कोई रास्ता नहीं है।</translation>
    </message>
    <message>
        <source>Start the VPN. If it does not start, check the cable and the modem.</source>
        <translation>वीपीएन चालू करें। चालू न हो तो केबल और मॉडेम देखें।</translation>
    </message>
    <message>
        <source>A way to the centre is there, but nothing comes back from it.</source>
        <translation>केंद्र तक रास्ता है, पर वहाँ से कोई उत्तर नहीं आता।</translation>
    </message>
    <message>
        <source>Start the VPN if it is off. If it is on, the State&apos;s network or the centre is down, which this PC cannot tell apart: tell State IT.</source>
        <translation>वीपीएन बंद हो तो चालू करें। चालू हो तो राज्य का नेटवर्क या केंद्र बंद है; इनमें से कौन, यह पीसी नहीं जान सकता: राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The centre&apos;s machine is there, but takes no connection.</source>
        <translation>केंद्र का सर्वर मिला, पर वह कनेक्शन नहीं ले रहा है।</translation>
    </message>
    <message>
        <source>The State&apos;s proxy did not let the connection through.</source>
        <translation>राज्य के प्रॉक्सी ने कनेक्शन आगे नहीं जाने दिया।</translation>
    </message>
    <message>
        <source>Tell State IT: the proxy refuses, or its address is wrong.</source>
        <translation>राज्य आईटी को बताएँ: प्रॉक्सी रोक रहा है, या उसका पता ग़लत है।</translation>
    </message>
    <message>
        <source>The line was cut in the middle.</source>
        <translation>लाइन बीच में कट गई।</translation>
    </message>
    <message>
        <source>Who answered has a certificate of another name, so nothing was sent.</source>
        <translation>जिसने उत्तर दिया उसका प्रमाणपत्र किसी और नाम का है, इसलिए कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Log in to this network or start the VPN; if it goes on, tell State IT.</source>
        <translation>इस नेटवर्क में लॉगिन करें या वीपीएन चालू करें; फिर भी ऐसा हो तो राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The centre&apos;s certificate has run out, so nothing was sent.</source>
        <translation>केंद्र के प्रमाणपत्र की अवधि समाप्त हो गई है, इसलिए कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The centre&apos;s certificate is not good yet, so nothing was sent.</source>
        <translation>केंद्र का प्रमाणपत्र अभी मान्य नहीं हुआ है, इसलिए कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is wrong by {minutes} min, so the centre&apos;s certificate cannot be checked.</source>
        <translation>इस पीसी की घड़ी {minutes} मिनट ग़लत है, इसलिए केंद्र का प्रमाणपत्र जाँचा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Who answered vouches only for itself, so nothing was sent.</source>
        <translation>जिसने उत्तर दिया उसका प्रमाणपत्र उसी का बनाया हुआ है, इसलिए कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Who answered has a certificate of another authority, so nothing was sent.</source>
        <translation>जिसने उत्तर दिया उसका प्रमाणपत्र किसी और प्राधिकरण का है, इसलिए कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The centre&apos;s key is not one of those that State IT named; nothing was sent.</source>
        <translation>केंद्र की कुंजी राज्य आईटी की बताई कुंजियों में से नहीं है; कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Who answered speaks without encryption, so nothing was sent.</source>
        <translation>जिसने उत्तर दिया वह बिना एन्क्रिप्शन के बात करता है, इसलिए कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Who answered offers only old encryption, so nothing was sent.</source>
        <translation>जिसने उत्तर दिया वह केवल पुराना एन्क्रिप्शन देता है, इसलिए कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>A log-in page of the network answered in the centre&apos;s place.</source>
        <translation>केंद्र की जगह नेटवर्क के लॉगिन पृष्ठ ने उत्तर दिया।</translation>
    </message>
    <message>
        <source>Log in to this network in a browser, or start the VPN.</source>
        <translation>ब्राउज़र में इस नेटवर्क में लॉगिन करें, या वीपीएन चालू करें।</translation>
    </message>
    <message>
        <source>The centre&apos;s address pointed elsewhere, so nobody followed it.</source>
        <translation>केंद्र का पता कहीं और ले जाता था, इसलिए वहाँ नहीं गए।</translation>
    </message>
    <message>
        <source>Tell State IT: the centre&apos;s address in the settings redirects.</source>
        <translation>राज्य आईटी को बताएँ: सेटिंग में लिखा केंद्र का पता कहीं और भेजता है।</translation>
    </message>
    <message>
        <source>An answer came that belongs to another question, so it was not used.</source>
        <translation>किसी दूसरे प्रश्न का उत्तर आया, इसलिए उसे काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>The centre does not know this PC&apos;s own certificate.</source>
        <translation>केंद्र इस पीसी का अपना प्रमाणपत्र नहीं पहचानता।</translation>
    </message>
    <message>
        <source>Sign in again with the line; if it goes on, tell State IT.</source>
        <translation>लाइन के साथ फिर साइन इन करें; फिर भी ऐसा हो तो राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>This is not an e-mail address. Write it like name@police.gov.in.</source>
        <translation>यह ई-मेल पता नहीं है। name@police.gov.in की तरह लिखें।</translation>
    </message>
    <message>
        <source>This is not a mobile number. Write ten digits that begin with 6 to 9.</source>
        <translation>यह मोबाइल नंबर नहीं है। 6 से 9 से शुरू होने वाले दस अंक लिखें।</translation>
    </message>
    <message>
        <source>This has signs that cannot be sent. Type it again.</source>
        <translation>इसमें ऐसे चिह्न हैं जो भेजे नहीं जा सकते। फिर से लिखें।</translation>
    </message>
    <message>
        <source>It names a victim whose identity the law protects. Take the name and the address out.</source>
        <translation>इसमें ऐसे पीड़ित का नाम है जिसकी पहचान क़ानून छिपाता है। नाम और पता निकाल दें।</translation>
    </message>
    <message>
        <source>The files are too large for one e-mail. Remove one.</source>
        <translation>फ़ाइलें एक ई-मेल के लिए बहुत बड़ी हैं। एक हटाएँ।</translation>
    </message>
    <message>
        <source>The scan folder cannot be opened. Is the scanner&apos;s share on? Else choose the file yourself.</source>
        <translation>स्कैन फ़ोल्डर नहीं खुला। क्या स्कैनर का साझा फ़ोल्डर चालू है? नहीं तो फ़ाइल ख़ुद चुनें।</translation>
    </message>
    <message>
        <source>The centre has no way out for such messages yet. Tell State IT.</source>
        <translation>केंद्र के पास ऐसे संदेश भेजने का माध्यम अभी नहीं है। राज्य आईटी को बताएँ।</translation>
    </message>
    <message>
        <source>The centre does not accept an address or a number. Check them.</source>
        <translation>केंद्र किसी पते या नंबर को नहीं मानता। जाँच लें।</translation>
    </message>
    <message>
        <source>The centre does not accept the subject. Shorten it to one line.</source>
        <translation>केंद्र यह विषय नहीं मानता। एक पंक्ति में छोटा करें।</translation>
    </message>
    <message>
        <source>The centre does not accept the content: empty or too long.</source>
        <translation>केंद्र यह पाठ नहीं मानता: ख़ाली है या बहुत लंबा।</translation>
    </message>
    <message>
        <source>The text is not a registered template as it stands. Choose it again.</source>
        <translation>पाठ जैसा है वैसा पंजीकृत टेम्पलेट नहीं है। फिर से चुनें।</translation>
    </message>
    <message>
        <source>There is no such address or number.</source>
        <translation>ऐसा कोई पता या नंबर नहीं है।</translation>
    </message>
    <message>
        <source>The network did not accept the text.</source>
        <translation>नेटवर्क ने पाठ स्वीकार नहीं किया।</translation>
    </message>
    <message>
        <source>The network could not be reached; it is tried again.</source>
        <translation>नेटवर्क तक नहीं पहुँचा जा सका; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The network is busy; it is tried again.</source>
        <translation>नेटवर्क व्यस्त है; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The network does not let the centre in; State IT mends it.</source>
        <translation>नेटवर्क केंद्र को अनुमति नहीं देता; राज्य आईटी इसे ठीक करेगा।</translation>
    </message>
    <message>
        <source>It was tried for a day without success.</source>
        <translation>एक दिन तक कोशिश हुई, सफल नहीं हुई।</translation>
    </message>
    <message>
        <source>The network did not answer: it may have gone out. Ask the recipient.</source>
        <translation>नेटवर्क ने उत्तर नहीं दिया: हो सकता है यह चला गया हो। प्राप्तकर्ता से पूछें।</translation>
    </message>
    <message>
        <source>The centre was interrupted: it may have gone out. Ask the recipient.</source>
        <translation>केंद्र का काम बीच में रुका: हो सकता है यह चला गया हो। प्राप्तकर्ता से पूछें।</translation>
    </message>
    <message>
        <source>The network could not deliver it.</source>
        <translation>नेटवर्क इसे पहुँचा नहीं सका।</translation>
    </message>
    <message>
        <source>An attachment is not at the centre any more. Send it again.</source>
        <translation>एक संलग्नक अब केंद्र में नहीं है। फिर से भेजें।</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>High Alerts</source>
        <translation>हाई अलर्ट</translation>
    </message>
    <message>
        <source>Major Heinous Crime</source>
        <translation>प्रमुख जघन्य अपराध</translation>
    </message>
    <message>
        <source>Major Human Trafficking</source>
        <translation>प्रमुख मानव तस्करी</translation>
    </message>
    <message>
        <source>Jail Breaks</source>
        <translation>जेल से फ़रारी</translation>
    </message>
    <message>
        <source>Jail Releases</source>
        <translation>जेल से रिहाई</translation>
    </message>
    <message>
        <source>Important Seizures &amp; Recoveries</source>
        <translation>महत्वपूर्ण ज़ब्ती एवं बरामदगी</translation>
    </message>
    <message>
        <source>Interstate Criminals (Arrested/Wanted)</source>
        <translation>अंतरराज्यीय अपराधी (गिरफ़्तार/वांछित)</translation>
    </message>
    <message>
        <source>Heinous Crime</source>
        <translation>जघन्य अपराध</translation>
    </message>
    <message>
        <source>Trafficking</source>
        <translation>मानव तस्करी</translation>
    </message>
    <message>
        <source>Seizures</source>
        <translation>ज़ब्ती, बरामदगी</translation>
    </message>
    <message>
        <source>Interstate</source>
        <translation>अंतरराज्यीय</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>सुधारा गया</translation>
    </message>
    <message>
        <source>Located</source>
        <translation>मिल गया</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>वापस लिया गया</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>अवधि समाप्त</translation>
    </message>
    <message>
        <source>New</source>
        <translation>नया</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>देखा गया</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>नोट किया गया</translation>
    </message>
    <message>
        <source>Queued on this PC</source>
        <translation>इस पीसी पर कतार में</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>भेजा जा रहा है</translation>
    </message>
    <message>
        <source>Received, files under way</source>
        <translation>केंद्र को मिला, फ़ाइलें रास्ते में</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>केंद्र को मिला</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>अलग रखा गया</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>मसौदा</translation>
    </message>
    <message>
        <source>Picture (JPEG)</source>
        <translation>चित्र (JPEG)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>चित्र (PNG)</translation>
    </message>
    <message>
        <source>Scan (TIFF)</source>
        <translation>स्कैन (TIFF)</translation>
    </message>
    <message>
        <source>Word document (DOC)</source>
        <translation>वर्ड दस्तावेज़ (DOC)</translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation>वर्ड दस्तावेज़ (DOCX)</translation>
    </message>
    <message>
        <source>Excel sheet (XLS)</source>
        <translation>एक्सेल शीट (XLS)</translation>
    </message>
    <message>
        <source>Excel sheet (XLSX)</source>
        <translation>एक्सेल शीट (XLSX)</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>पीडीएफ़ दस्तावेज़</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>जाँची गई</translation>
    </message>
    <message>
        <source>Taken with a warning</source>
        <translation>चेतावनी के साथ ली गई</translation>
    </message>
    <message>
        <source>Password-protected</source>
        <translation>पासवर्ड वाली</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>नहीं ली गई</translation>
    </message>
    <message>
        <source>Looks sound</source>
        <translation>ठीक लगती है</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>सावधान रहें</translation>
    </message>
    <message>
        <source>Not sound</source>
        <translation>ठीक नहीं है</translation>
    </message>
    <message>
        <source>Police station</source>
        <translation>थाना</translation>
    </message>
    <message>
        <source>Higher office</source>
        <translation>उच्च कार्यालय</translation>
    </message>
    <message>
        <source>Prison</source>
        <translation>कारागार</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>न्यायालय</translation>
    </message>
    <message>
        <source>Prosecution</source>
        <translation>अभियोजन</translation>
    </message>
    <message>
        <source>Forensic laboratory</source>
        <translation>विधि विज्ञान प्रयोगशाला</translation>
    </message>
    <message>
        <source>Central agency</source>
        <translation>केंद्रीय एजेंसी</translation>
    </message>
    <message>
        <source>A wrong password was typed</source>
        <translation>ग़लत पासवर्ड डाला गया</translation>
    </message>
    <message>
        <source>A wrong passphrase of the recovery key was typed</source>
        <translation>रिकवरी कुंजी का ग़लत पासफ़्रेज़ डाला गया</translation>
    </message>
    <message>
        <source>Began to change an alert</source>
        <translation>अलर्ट में बदलाव शुरू किया</translation>
    </message>
    <message>
        <source>Asked the centre for an FIR</source>
        <translation>केंद्र से एफआईआर माँगी</translation>
    </message>
    <message>
        <source>Queued a message</source>
        <translation>संदेश कतार में डाला</translation>
    </message>
    <message>
        <source>Took out a message</source>
        <translation>संदेश हटाया</translation>
    </message>
    <message>
        <source>Agreed to removals</source>
        <translation>हटाने पर सहमति दी</translation>
    </message>
    <message>
        <source>Asked who a protected victim is</source>
        <translation>संरक्षित पीड़ित की पहचान पूछी</translation>
    </message>
    <message>
        <source>Marked as sensitive</source>
        <translation>संवेदनशील चिह्नित किया</translation>
    </message>
    <message>
        <source>Took the sensitive mark off</source>
        <translation>संवेदनशील चिह्न हटाया</translation>
    </message>
    <message>
        <source>Printed or saved an alert</source>
        <translation>अलर्ट प्रिंट किया या सहेजा</translation>
    </message>
    <message>
        <source>Printed or saved a report</source>
        <translation>रिपोर्ट प्रिंट की या सहेजी</translation>
    </message>
    <message>
        <source>Saved search results as a table</source>
        <translation>खोज के नतीजे तालिका में सहेजे</translation>
    </message>
    <message>
        <source>FIR number</source>
        <translation>एफआईआर संख्या</translation>
    </message>
    <message>
        <source>GD entry</source>
        <translation>जीडी प्रविष्टि</translation>
    </message>
    <message>
        <source>Reason for no FIR yet</source>
        <translation>एफआईआर न होने का कारण</translation>
    </message>
    <message>
        <source>Why you need it</source>
        <translation>किस कारण चाहिए</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>पावती</translation>
    </message>
    <message>
        <source>Under investigation</source>
        <translation>विवेचनाधीन</translation>
    </message>
    <message>
        <source>Charge-sheeted</source>
        <translation>आरोप पत्र दाखिल</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>अनुमोदन लंबित</translation>
    </message>
    <message>
        <source>From an old register</source>
        <translation>पुराने रजिस्टर से</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>इस्तेमाल में नहीं</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>ब्योरा</translation>
    </message>
    <message>
        <source>Reason for the order of events</source>
        <translation>घटनाक्रम के असामान्य होने का कारण</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>संलग्नक</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>लॉगिन नाम</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>कुंजी की फ़ाइल</translation>
    </message>
    <message>
        <source>From date</source>
        <translation>दिनांक से</translation>
    </message>
    <message>
        <source>To date</source>
        <translation>दिनांक तक</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>दिनांक</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>अलर्ट</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>साइन इन किया</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>साइन आउट किया</translation>
    </message>
    <message>
        <source>Added an officer</source>
        <translation>अधिकारी जोड़ा</translation>
    </message>
    <message>
        <source>Removed an officer</source>
        <translation>अधिकारी हटाया</translation>
    </message>
    <message>
        <source>Centre withdrew an officer</source>
        <translation>केंद्र ने अधिकारी का अधिकार वापस लिया</translation>
    </message>
    <message>
        <source>Centre withdrew this PC</source>
        <translation>केंद्र ने इस पीसी का अधिकार वापस लिया</translation>
    </message>
    <message>
        <source>Changed the password</source>
        <translation>पासवर्ड बदला</translation>
    </message>
    <message>
        <source>Opened with the recovery key</source>
        <translation>रिकवरी कुंजी से खोला</translation>
    </message>
    <message>
        <source>Recovery key set</source>
        <translation>रिकवरी कुंजी लगाई</translation>
    </message>
    <message>
        <source>Recovery key replaced</source>
        <translation>रिकवरी कुंजी बदली</translation>
    </message>
    <message>
        <source>Trail sent anew</source>
        <translation>लेखा फिर से भेजा</translation>
    </message>
    <message>
        <source>Submitted an alert</source>
        <translation>अलर्ट जमा किया</translation>
    </message>
    <message>
        <source>Took an alert back</source>
        <translation>अलर्ट वापस लिया</translation>
    </message>
    <message>
        <source>Tried to send again</source>
        <translation>फिर भेजने की कोशिश की</translation>
    </message>
    <message>
        <source>Handed a draft over</source>
        <translation>मसौदा सौंपा</translation>
    </message>
    <message>
        <source>Discarded a draft</source>
        <translation>मसौदा हटाया</translation>
    </message>
    <message>
        <source>Acknowledged an alert</source>
        <translation>अलर्ट नोट किया</translation>
    </message>
    <message>
        <source>Opened an FIR</source>
        <translation>एफआईआर खोली</translation>
    </message>
    <message>
        <source>Printed or saved an FIR</source>
        <translation>एफआईआर प्रिंट की या सहेजी</translation>
    </message>
    <message>
        <source>Printed a receipt</source>
        <translation>पावती प्रिंट की</translation>
    </message>
    <message>
        <source>Printed a hash report</source>
        <translation>हैश रिपोर्ट प्रिंट की</translation>
    </message>
    <message>
        <source>Opened an attachment</source>
        <translation>संलग्नक खोला</translation>
    </message>
    <message>
        <source>Saved an attachment</source>
        <translation>संलग्नक सहेजा</translation>
    </message>
    <message>
        <source>Opened an attachment in another program</source>
        <translation>संलग्नक दूसरे प्रोग्राम में खोला</translation>
    </message>
    <message>
        <source>Key file came from its second copy</source>
        <translation>कुंजी की फ़ाइल दूसरी प्रति से आई</translation>
    </message>
    <message>
        <source>Drafts came from the second copy</source>
        <translation>मसौदे दूसरी प्रति से आए</translation>
    </message>
    <message>
        <source>Centre&apos;s copy begun anew</source>
        <translation>केंद्र की प्रति फिर से शुरू</translation>
    </message>
    <message>
        <source>On its way to the centre</source>
        <translation>केंद्र की ओर</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>केंद्र में</translation>
    </message>
    <message>
        <source>Waits at the centre</source>
        <translation>केंद्र में रुका है</translation>
    </message>
    <message>
        <source>Being handed over</source>
        <translation>सौंपा जा रहा है</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>सौंपा गया</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>पहुँच गया</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>पता नहीं</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>एसएमएस</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>प्राप्तकर्ता</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>विषय</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>टेम्पलेट</translation>
    </message>
    <message>
        <source>Words to fill in</source>
        <translation>भरने के शब्द</translation>
    </message>
    <message>
        <source>Form-24: usage by State/UT</source>
        <translation>फ़ॉर्म-24: राज्य/केंद्रशासित प्रदेश के अनुसार उपयोग</translation>
    </message>
    <message>
        <source>Alerts by category</source>
        <translation>श्रेणी के अनुसार अलर्ट</translation>
    </message>
    <message>
        <source>Alerts by State/UT</source>
        <translation>राज्य/केंद्रशासित प्रदेश के अनुसार अलर्ट</translation>
    </message>
    <message>
        <source>Alerts by month</source>
        <translation>माह के अनुसार अलर्ट</translation>
    </message>
    <message>
        <source>Data quality of this office</source>
        <translation>इस कार्यालय की डेटा गुणवत्ता</translation>
    </message>
    <message>
        <source>S.No</source>
        <translation>क्र.सं.</translation>
    </message>
    <message>
        <source>State/UT</source>
        <translation>राज्य/केंद्रशासित प्रदेश</translation>
    </message>
    <message>
        <source>District</source>
        <translation>ज़िला</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>कार्यालय</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Police stations</source>
        <translation>थाने</translation>
    </message>
    <message>
        <source>Log-ins since launch</source>
        <translation>आरंभ से लॉगिन</translation>
    </message>
    <message>
        <source>Log-ins in the month</source>
        <translation>माह के लॉगिन</translation>
    </message>
    <message>
        <source>Alerts in all</source>
        <translation>कुल अलर्ट</translation>
    </message>
    <message>
        <source>Alerts in the month</source>
        <translation>माह के अलर्ट</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>माह</translation>
    </message>
    <message>
        <source>Alerts without an FIR</source>
        <translation>बिना एफआईआर के अलर्ट</translation>
    </message>
    <message>
        <source>Alerts whose FIR is not here</source>
        <translation>अलर्ट जिनकी एफआईआर यहाँ नहीं है</translation>
    </message>
    <message>
        <source>Same FIR and category again</source>
        <translation>वही एफआईआर और श्रेणी दोबारा</translation>
    </message>
    <message>
        <source>Empty fields in FIRs</source>
        <translation>एफआईआर के ख़ाली ख़ाने</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>ठीक</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>ख़राबी</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>नहीं जाँचा गया</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
</context>
<context>
    <name>AbsentFir</name>
    <message>
        <source>FIR {number}</source>
        <translation>एफआईआर {number}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>खुल रही है…</translation>
    </message>
    <message>
        <source>FIR {number} · {station}</source>
        <translation>एफआईआर {number} · {station}</translation>
    </message>
    <message>
        <source>This FIR is not in this PC&apos;s copy.</source>
        <translation>यह एफआईआर इस पीसी की प्रति में नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Fetch this FIR</source>
        <translation>यह एफआईआर मँगाएँ (&amp;F)</translation>
    </message>
    <message>
        <source>This FIR is not in this PC&apos;s copy. The centre is asked for it with the next sync.</source>
        <translation>यह एफआईआर इस पीसी की प्रति में नहीं है। अगले सिंक के साथ केंद्र से माँगी जाएगी।</translation>
    </message>
    <message>
        <source>S&amp;ync now</source>
        <translation>अभी सिंक करें (&amp;Y)</translation>
    </message>
    <message>
        <source>The centre did not give this FIR: it has none of this number, or not for this office.</source>
        <translation>केंद्र ने यह एफआईआर नहीं दी: इस नंबर की वहाँ कोई नहीं है, या इस कार्यालय के लिए नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>फिर कोशिश करें (&amp;T)</translation>
    </message>
</context>
</TS>
