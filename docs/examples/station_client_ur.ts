<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ur_IN" sourcelanguage="en">
<context>
    <name>language</name>
    <message>
        <source>English</source>
        <comment>this language, in its own words</comment>
        <translation>اردو</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ابھی</translation>
    </message>
    <message>
        <source>{count} min old</source>
        <translation>{count} منٹ پرانا</translation>
    </message>
    <message>
        <source>FIR {number}</source>
        <translation>ایف آئی آر {number}</translation>
    </message>
    <message>
        <source>GD {number}</source>
        <translation>جی ڈی {number}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Dashboard</source>
        <translation>ڈیش بورڈ</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>نیا الرٹ</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>میرا کام</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>پیغامات</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>تلاش</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>رپورٹیں</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>کیا خرابی ہے؟</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>جگہیں</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>High Alerts</source>
        <translation>ہائی الرٹ</translation>
    </message>
    <message>
        <source>Major Heinous Crime</source>
        <translation>سنگین جرائم</translation>
    </message>
    <message>
        <source>Major Human Trafficking</source>
        <translation>انسانی اسمگلنگ</translation>
    </message>
    <message>
        <source>Jail Breaks</source>
        <translation>جیل سے فرار</translation>
    </message>
    <message>
        <source>Jail Releases</source>
        <translation>جیل سے رہائی</translation>
    </message>
    <message>
        <source>Important Seizures &amp; Recoveries</source>
        <translation>اہم ضبطی اور برآمدگی</translation>
    </message>
    <message>
        <source>Interstate Criminals (Arrested/Wanted)</source>
        <translation>بین ریاستی مجرم (گرفتار/مطلوب)</translation>
    </message>
    <message>
        <source>Located</source>
        <translation>مل گیا</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>تصحیح شدہ</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>میعاد ختم</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>واپس لیا گیا</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>&amp;Lock</source>
        <translation>لاک (&amp;L)</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>لاک</translation>
    </message>
</context>
<context>
    <name>DashboardScreen</name>
    <message>
        <source>Dashboard</source>
        <translation>ڈیش بورڈ</translation>
    </message>
    <message>
        <source>as on {time}, {age}</source>
        <translation>{time} تک، {age}</translation>
    </message>
    <message>
        <source>Enter opens · Space acknowledges · Ctrl+Enter opens the FIR</source>
        <translation>Enter سے کھولیں · Space سے نوٹ کریں · Ctrl+Enter سے ایف آئی آر</translation>
    </message>
</context>
<context>
    <name>CategoryWindow</name>
    <message>
        <source>{new} new of {total}</source>
        <translation>{total} میں سے {new} نئے</translation>
    </message>
    <message>
        <source>Nothing in the last 30 days</source>
        <translation>پچھلے 30 دن میں کچھ نہیں</translation>
    </message>
    <message>
        <source>{count} acknowledged</source>
        <translation>{count} نوٹ شدہ</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Search</source>
        <translation>تلاش</translation>
    </message>
    <message>
        <source>{number} found, newest first</source>
        <translation>{number} ملے، نئے سب سے اوپر</translation>
    </message>
    <message>
        <source>Ask the &amp;centre</source>
        <translation>مرکز سے پوچھیں (&amp;C)</translation>
    </message>
    <message>
        <source>Save as ta&amp;ble…</source>
        <translation>جدول محفوظ کریں… (&amp;B)</translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>By &amp;FIR number</source>
        <translation>ایف آئی آر نمبر سے (&amp;F)</translation>
    </message>
    <message>
        <source>By category, &amp;words and dates</source>
        <translation>زمرہ، الفاظ اور تاریخ سے (&amp;W)</translation>
    </message>
    <message>
        <source>W&amp;ords</source>
        <translation>الفاظ (&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>زمرہ (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>تاریخ (&amp;D)</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>کسی بھی وقت</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>تمام زمرے</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>P&amp;lace</source>
        <translation>جگہ (&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>حالت (&amp;T)</translation>
    </message>
    <message>
        <source>Case &amp;state</source>
        <translation>مقدمے کی حالت (&amp;S)</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>کوئی بھی</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>کوئی بھی</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>زمرہ</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>الرٹ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>FIR</source>
        <translation>ایف آئی آر</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>منسلکات</translation>
    </message>
</context>
<context>
    <name>SavedMenu</name>
    <message>
        <source>Sa&amp;ved searches</source>
        <translation>محفوظ تلاشیں (&amp;V)</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>ترتیبات</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>زبان (&amp;G)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>متن کا سائز (&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>رنگ (&amp;C)</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Sync now</source>
        <translation>ابھی سنک کریں</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>سنک روکیں</translation>
    </message>
</context>
</TS>
