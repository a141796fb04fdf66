<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>uplift</name>
    <message numerus="yes">
        <source>%1 Its %n instance(s) are shown as of %2.</source>
        <translation>
            <numerusform>%1 Its %n instance is shown as of %2.</numerusform>
            <numerusform>%1 Its %n instances are shown as of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Their %n instance(s) are shown as of %2.</source>
        <translation>
            <numerusform>%1 Their %n instance is shown as of %2.</numerusform>
            <numerusform>%1 Their %n instances are shown as of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) answer</source>
        <translation>
            <numerusform>%n account answers</numerusform>
            <numerusform>%n accounts answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) or region(s) did not answer fully</source>
        <translation>
            <numerusform>%n account or region did not answer fully</numerusform>
            <numerusform>%n accounts or regions did not answer fully</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) or region(s) did not answer fully.</source>
        <translation>
            <numerusform>%n account or region did not answer fully.</numerusform>
            <numerusform>%n accounts or regions did not answer fully.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are denied.</source>
        <translation>
            <numerusform>%n action is denied.</numerusform>
            <numerusform>%n actions are denied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) that change something were not tried: there is no dry run.</source>
        <translation>
            <numerusform>%n action that changes something was not tried: there is no dry run.</numerusform>
            <numerusform>%n actions that change something were not tried: there is no dry run.</numerusform>
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
        <source>%n could not be found out.</source>
        <translation>
            <numerusform>%n could not be found out.</numerusform>
            <numerusform>%n could not be found out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) of it are shown as they were known.</source>
        <translation>
            <numerusform>%n instance of it is shown as it was known.</numerusform>
            <numerusform>%n instances of it are shown as they were known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) were saved as profiles.</source>
        <translation>
            <numerusform>%n instance was saved as a profile.</numerusform>
            <numerusform>%n instances were saved as profiles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), times in UTC. The whole log lies in %1 and beside it.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>
            <numerusform>%n line, times in UTC. The whole log lies in %1 and beside it.</numerusform>
            <numerusform>%n lines, times in UTC. The whole log lies in %1 and beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in this topic; Enter shows the next one.</source>
        <translation>
            <numerusform>%n place in this topic; Enter shows the next one.</numerusform>
            <numerusform>%n places in this topic; Enter shows the next one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) were imported.</source>
        <translation>
            <numerusform>%n profile was imported.</numerusform>
            <numerusform>%n profiles were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) were written to %1; the file holds no secret.</source>
        <translation>
            <numerusform>%n profile was written to %1; the file holds no secret.</numerusform>
            <numerusform>%n profiles were written to %1; the file holds no secret.</numerusform>
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
        <source>&amp;Import %n account(s)</source>
        <translation>
            <numerusform>&amp;Import %n account</numerusform>
            <numerusform>&amp;Import %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n profile(s)</source>
        <translation>
            <numerusform>&amp;Import %n profile</numerusform>
            <numerusform>&amp;Import %n profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n instance(s) as profiles</source>
        <translation>
            <numerusform>&amp;Save %n instance as a profile</numerusform>
            <numerusform>&amp;Save %n instances as profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A window lasts one hour at least; this is %n min.</source>
        <translation>
            <numerusform>A window lasts one hour at least; this is %n min.</numerusform>
            <numerusform>A window lasts one hour at least; this is %n min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more; each account's menu in the sidebar leads there.</source>
        <translation>
            <numerusform>And %n more; its menu in the sidebar leads there.</numerusform>
            <numerusform>And %n more; each account's menu in the sidebar leads there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backups of the last %n day(s)</source>
        <translation>
            <numerusform>Backups of the last %n day</numerusform>
            <numerusform>Backups of the last %n days</numerusform>
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
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %n instance(s) are shown as of %1.</source>
        <translation>
            <numerusform>Its %n instance is shown as of %1.</numerusform>
            <numerusform>Its %n instances are shown as of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n instance(s)</source>
        <translation>
            <numerusform>Looking at %n instance</numerusform>
            <numerusform>Looking at %n instances</numerusform>
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
    <message numerus="yes">
        <source>Tasks of the last %n day(s)</source>
        <translation>
            <numerusform>Tasks of the last %n day</numerusform>
            <numerusform>Tasks of the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the documents say. %n source(s)</source>
        <translation>
            <numerusform>What the documents say. %n source</numerusform>
            <numerusform>What the documents say. %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
