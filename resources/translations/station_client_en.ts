<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_IN" sourcelanguage="en">
<context>
    <name>DraftPreview</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertPrint</name>
    <message numerus="yes">
        <source>Saved as {name}, %n page(s).</source>
        <translation>
            <numerusform>Saved as {name}, %n page.</numerusform>
            <numerusform>Saved as {name}, %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirScreen</name>
    <message numerus="yes">
        <source>Saved as {name}, %n page(s).</source>
        <translation>
            <numerusform>Saved as {name}, %n page.</numerusform>
            <numerusform>Saved as {name}, %n pages.</numerusform>
        </translation>
    </message>
</context>
</TS>
