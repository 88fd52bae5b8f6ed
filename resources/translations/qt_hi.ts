<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Qt's own words; Qt ships none in Hindi. Kept apart: the extractor does not find them in our sources. -->
<TS version="2.1" language="hi_IN" sourcelanguage="en">
    <context>
        <name>QPlatformTheme</name>
        <message>
            <source>OK</source>
            <translation>ठीक है</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>सहेजें</translation>
        </message>
        <message>
            <source>Save All</source>
            <translation>सब सहेजें</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>खोलें</translation>
        </message>
        <message>
            <source>&amp;Yes</source>
            <translation>हाँ (&amp;Y)</translation>
        </message>
        <message>
            <source>Yes to &amp;All</source>
            <translation>सबके लिए हाँ (&amp;A)</translation>
        </message>
        <message>
            <source>&amp;No</source>
            <translation>नहीं (&amp;N)</translation>
        </message>
        <message>
            <source>N&amp;o to All</source>
            <translation>सबके लिए नहीं (&amp;O)</translation>
        </message>
        <message>
            <source>Abort</source>
            <translation>रोकें</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>फिर कोशिश करें</translation>
        </message>
        <message>
            <source>Ignore</source>
            <translation>अनदेखा करें</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>बंद करें</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>रद्द करें</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>हटाएँ</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>सहायता</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>लागू करें</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>पहले जैसा करें</translation>
        </message>
        <message>
            <source>Restore Defaults</source>
            <translation>मूल सेटिंग लाएँ</translation>
        </message>
    </context>
    <context>
        <name>QDialogButtonBox</name>
        <message>
            <source>OK</source>
            <translation>ठीक है</translation>
        </message>
    </context>
    <context>
        <name>QGnomeTheme</name>
        <message>
            <source>&amp;OK</source>
            <translation>ठीक है (&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>सहेजें (&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>रद्द करें (&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>बंद करें (&amp;C)</translation>
        </message>
        <message>
            <source>Close without Saving</source>
            <translation>बिना सहेजे बंद करें</translation>
        </message>
    </context>
    <context>
        <name>QMessageBox</name>
        <message>
            <source>Show Details...</source>
            <translation>ब्योरा दिखाएँ...</translation>
        </message>
        <message>
            <source>Hide Details...</source>
            <translation>ब्योरा छिपाएँ...</translation>
        </message>
    </context>
    <context>
        <name>QLineEdit</name>
        <message>
            <source>&amp;Undo</source>
            <translation>पूर्ववत करें (&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>दोबारा करें (&amp;R)</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>काटें (&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>कॉपी करें (&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>चिपकाएँ (&amp;P)</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>मिटाएँ</translation>
        </message>
        <message>
            <source>Select All</source>
            <translation>सब चुनें</translation>
        </message>
    </context>
    <context>
        <name>QWidgetTextControl</name>
        <message>
            <source>&amp;Undo</source>
            <translation>पूर्ववत करें (&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>दोबारा करें (&amp;R)</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>काटें (&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>कॉपी करें (&amp;C)</translation>
        </message>
        <message>
            <source>Copy &amp;Link Location</source>
            <translation>लिंक का पता कॉपी करें (&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>चिपकाएँ (&amp;P)</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>मिटाएँ</translation>
        </message>
        <message>
            <source>Select All</source>
            <translation>सब चुनें</translation>
        </message>
    </context>
    <context>
        <name>QAbstractSpinBox</name>
        <message>
            <source>&amp;Select All</source>
            <translation>सब चुनें (&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Step up</source>
            <translation>एक बढ़ाएँ (&amp;S)</translation>
        </message>
        <message>
            <source>Step &amp;down</source>
            <translation>एक घटाएँ (&amp;D)</translation>
        </message>
    </context>
    <context>
        <name>QComboBox</name>
        <message>
            <source>Open the combo box selection popup</source>
            <translation>सूची खोलें</translation>
        </message>
        <message>
            <source>True</source>
            <translation>हाँ</translation>
        </message>
        <message>
            <source>False</source>
            <translation>नहीं</translation>
        </message>
    </context>
    <context>
        <name>QFileSystemModel</name>
        <message>
            <source>Computer</source>
            <translation>कंप्यूटर</translation>
        </message>
        <message>
            <source>My Computer</source>
            <translation>मेरा कंप्यूटर</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>नाम</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>आकार</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>प्रकार</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>प्रकार</translation>
        </message>
        <message>
            <source>Date Modified</source>
            <translation>बदलने का दिनांक</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Open</source>
            <translation>खोलें (&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>सहेजें (&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Choose</source>
            <translation>चुनें (&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>मिटाएँ (&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>नाम बदलें (&amp;R)</translation>
        </message>
        <message>
            <source>&amp;New Folder</source>
            <translation>नया फ़ोल्डर (&amp;N)</translation>
        </message>
        <message>
            <source>New Folder</source>
            <translation>नया फ़ोल्डर</translation>
        </message>
        <message>
            <source>Create New Folder</source>
            <translation>नया फ़ोल्डर बनाएँ</translation>
        </message>
        <message>
            <source>Create a New Folder</source>
            <translation>नया फ़ोल्डर बनाएँ</translation>
        </message>
        <message>
            <source>&amp;Look in:</source>
            <translation>जगह (&amp;L):</translation>
        </message>
        <message>
            <source>File &amp;name:</source>
            <translation>फ़ाइल का नाम (&amp;N):</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>फ़ाइल का प्रकार (&amp;T):</translation>
        </message>
        <message>
            <source>Directory:</source>
            <translation>फ़ोल्डर:</translation>
        </message>
        <message>
            <source>Directories</source>
            <translation>फ़ोल्डर</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>फ़ाइलें</translation>
        </message>
        <message>
            <source>All Files (*)</source>
            <translation>सभी फ़ाइलें (*)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>सभी फ़ाइलें (*)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>खोलें</translation>
        </message>
        <message>
            <source>Save As</source>
            <translation>इस नाम से सहेजें</translation>
        </message>
        <message>
            <source>Find Directory</source>
            <translation>फ़ोल्डर ढूँढें</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>आगे</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>पीछे जाएँ</translation>
        </message>
        <message>
            <source>Go forward</source>
            <translation>आगे जाएँ</translation>
        </message>
        <message>
            <source>Parent Directory</source>
            <translation>ऊपर का फ़ोल्डर</translation>
        </message>
        <message>
            <source>Go to the parent directory</source>
            <translation>ऊपर के फ़ोल्डर में जाएँ</translation>
        </message>
        <message>
            <source>List View</source>
            <translation>सूची</translation>
        </message>
        <message>
            <source>Detail View</source>
            <translation>ब्योरे के साथ</translation>
        </message>
        <message>
            <source>Change to list view mode</source>
            <translation>सूची में दिखाएँ</translation>
        </message>
        <message>
            <source>Change to detail view mode</source>
            <translation>ब्योरे के साथ दिखाएँ</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>किनारे की सूची</translation>
        </message>
        <message>
            <source>List of places and bookmarks</source>
            <translation>जगहों की सूची</translation>
        </message>
        <message>
            <source>Recent Places</source>
            <translation>हाल की जगहें</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>हटाएँ</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>मिटाएँ</translation>
        </message>
        <message>
            <source>Show </source>
            <translation>दिखाएँ </translation>
        </message>
        <message>
            <source>Show &amp;hidden files</source>
            <translation>छिपी फ़ाइलें दिखाएँ (&amp;H)</translation>
        </message>
        <message>
            <source>%1 already exists.
Do you want to replace it?</source>
            <translation>%1 पहले से है।
उसकी जगह नई रखें?</translation>
        </message>
        <message>
            <source>%1
File not found.
Please verify the correct file name was given.</source>
            <translation>%1
फ़ाइल नहीं मिली।
फ़ाइल का नाम जाँच लें।</translation>
        </message>
        <message>
            <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
            <translation>%1
फ़ोल्डर नहीं मिला।
फ़ोल्डर का नाम जाँच लें।</translation>
        </message>
        <message>
            <source>'%1' is write protected.
Do you want to delete it anyway?</source>
            <translation>'%1' सुरक्षित है।
फिर भी मिटाएँ?</translation>
        </message>
        <message>
            <source>Are you sure you want to delete '%1'?</source>
            <translation>'%1' मिटाएँ?</translation>
        </message>
        <message>
            <source>Could not delete directory.</source>
            <translation>फ़ोल्डर नहीं मिटाया जा सका।</translation>
        </message>
    </context>
    <context>
        <name>QAccessibleActionInterface</name>
        <message>
            <source>Press</source>
            <translation>दबाएँ</translation>
        </message>
        <message>
            <source>Toggle</source>
            <translation>बदलें</translation>
        </message>
        <message>
            <source>Increase</source>
            <translation>बढ़ाएँ</translation>
        </message>
        <message>
            <source>Decrease</source>
            <translation>घटाएँ</translation>
        </message>
        <message>
            <source>ShowMenu</source>
            <translation>मेनू दिखाएँ</translation>
        </message>
        <message>
            <source>SetFocus</source>
            <translation>यहाँ आएँ</translation>
        </message>
        <message>
            <source>Triggers the action</source>
            <translation>काम करता है</translation>
        </message>
        <message>
            <source>Toggles the state</source>
            <translation>स्थिति बदलता है</translation>
        </message>
        <message>
            <source>Shows the menu</source>
            <translation>मेनू दिखाता है</translation>
        </message>
        <message>
            <source>Sets the focus</source>
            <translation>यहाँ लाता है</translation>
        </message>
        <message>
            <source>Increase the value</source>
            <translation>मान बढ़ाएँ</translation>
        </message>
        <message>
            <source>Decrease the value</source>
            <translation>मान घटाएँ</translation>
        </message>
    </context>
    <context>
        <name>QScrollBar</name>
        <message>
            <source>Scroll here</source>
            <translation>यहाँ तक सरकाएँ</translation>
        </message>
        <message>
            <source>Top</source>
            <translation>सबसे ऊपर</translation>
        </message>
        <message>
            <source>Bottom</source>
            <translation>सबसे नीचे</translation>
        </message>
        <message>
            <source>Page up</source>
            <translation>एक पृष्ठ ऊपर</translation>
        </message>
        <message>
            <source>Page down</source>
            <translation>एक पृष्ठ नीचे</translation>
        </message>
        <message>
            <source>Scroll up</source>
            <translation>ऊपर सरकाएँ</translation>
        </message>
        <message>
            <source>Scroll down</source>
            <translation>नीचे सरकाएँ</translation>
        </message>
        <message>
            <source>Left edge</source>
            <translation>बायाँ सिरा</translation>
        </message>
        <message>
            <source>Right edge</source>
            <translation>दायाँ सिरा</translation>
        </message>
        <message>
            <source>Page left</source>
            <translation>एक पृष्ठ बाएँ</translation>
        </message>
        <message>
            <source>Page right</source>
            <translation>एक पृष्ठ दाएँ</translation>
        </message>
        <message>
            <source>Scroll left</source>
            <translation>बाएँ सरकाएँ</translation>
        </message>
        <message>
            <source>Scroll right</source>
            <translation>दाएँ सरकाएँ</translation>
        </message>
    </context>
    <context>
        <name>QAbstractFileIconProvider</name>
        <message>
            <source>Folder</source>
            <translation>फ़ोल्डर</translation>
        </message>
        <message>
            <source>File</source>
            <translation>फ़ाइल</translation>
        </message>
        <message>
            <source>%1 File</source>
            <translation>%1 फ़ाइल</translation>
        </message>
        <message>
            <source>Drive</source>
            <translation>ड्राइव</translation>
        </message>
        <message>
            <source>Shortcut</source>
            <translation>शॉर्टकट</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>अज्ञात</translation>
        </message>
    </context>
    <context>
        <name>QPrintPreviewDialog</name>
        <message>
            <source>Print Preview</source>
            <translation>प्रिंट से पहले देखें</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>अगला पृष्ठ</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>पिछला पृष्ठ</translation>
        </message>
        <message>
            <source>First page</source>
            <translation>पहला पृष्ठ</translation>
        </message>
        <message>
            <source>Last page</source>
            <translation>अंतिम पृष्ठ</translation>
        </message>
        <message>
            <source>Fit width</source>
            <translation>पूरी चौड़ाई</translation>
        </message>
        <message>
            <source>Fit page</source>
            <translation>पूरा पृष्ठ</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>बड़ा करें</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>छोटा करें</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>खड़ा</translation>
        </message>
        <message>
            <source>Landscape</source>
            <translation>आड़ा</translation>
        </message>
        <message>
            <source>Show single page</source>
            <translation>एक पृष्ठ दिखाएँ</translation>
        </message>
        <message>
            <source>Show facing pages</source>
            <translation>आमने-सामने के पृष्ठ दिखाएँ</translation>
        </message>
        <message>
            <source>Show overview of all pages</source>
            <translation>सब पृष्ठ एक साथ दिखाएँ</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>प्रिंट करें</translation>
        </message>
        <message>
            <source>Page setup</source>
            <translation>पृष्ठ की सेटिंग</translation>
        </message>
        <message>
            <source>Page Setup</source>
            <translation>पृष्ठ की सेटिंग</translation>
        </message>
    </context>
    <context>
        <name>QPrintDialog</name>
        <message>
            <source>Print</source>
            <translation>प्रिंट करें</translation>
        </message>
        <message>
            <source>&amp;Print</source>
            <translation>प्रिंट करें (&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Options &gt;&gt;</source>
            <translation>विकल्प (&amp;O) &gt;&gt;</translation>
        </message>
        <message>
            <source>&amp;Options &lt;&lt;</source>
            <translation>विकल्प (&amp;O) &lt;&lt;</translation>
        </message>
        <message>
            <source>Print to File (PDF)</source>
            <translation>फ़ाइल में प्रिंट (PDF)</translation>
        </message>
        <message>
            <source>Local file</source>
            <translation>इस पीसी की फ़ाइल</translation>
        </message>
        <message>
            <source>Write PDF file</source>
            <translation>PDF फ़ाइल लिखें</translation>
        </message>
    </context>
    <context>
        <name>QPrintWidget</name>
        <message>
            <source>Printer</source>
            <translation>प्रिंटर</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>नाम (&amp;N):</translation>
        </message>
        <message>
            <source>P&amp;roperties</source>
            <translation>गुण (&amp;R)</translation>
        </message>
        <message>
            <source>Location:</source>
            <translation>जगह:</translation>
        </message>
        <message>
            <source>Type:</source>
            <translation>प्रकार:</translation>
        </message>
        <message>
            <source>Output &amp;file:</source>
            <translation>बनने वाली फ़ाइल (&amp;F):</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>पहले देखें</translation>
        </message>
    </context>
</TS>
