<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>uplift</name>
    <message numerus="yes">
        <source>%n account(s) answer</source>
        <translation>
            <numerusform>%n account answers</numerusform>
            <numerusform>%n accounts answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n blocked</numerusform>
            <numerusform>%n blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n check passed</numerusform>
            <numerusform>%n checks passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read</source>
        <translation>
            <numerusform>%n to read</numerusform>
            <numerusform>%n to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) behind</source>
        <translation>
            <numerusform>%n version behind</numerusform>
            <numerusform>%n versions behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) behind, oldest from %1</source>
        <translation>
            <numerusform>%n version behind, oldest from %1</numerusform>
            <numerusform>%n versions behind, oldest from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Documented bounds, worst case. %n source(s)</source>
        <translation>
            <numerusform>Documented bounds, worst case. %n source</numerusform>
            <numerusform>Documented bounds, worst case. %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release notes of %n version(s)</source>
        <translation>
            <numerusform>Release notes of %n version</numerusform>
            <numerusform>Release notes of %n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searched: name, id, tag, region, account and version of %n instance(s).</source>
        <translation>
            <numerusform>Searched: name, id, tag, region, account and version of %n instance.</numerusform>
            <numerusform>Searched: name, id, tag, region, account and version of %n instances.</numerusform>
        </translation>
    </message>
</context>
</TS>
