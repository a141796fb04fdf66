# SPDX-License-Identifier: GPL-3.0-or-later
"""merge.py ALL.ts FILE.ts LANGUAGE [--check]: the texts of ALL.ts in one context, with the translations FILE.ts has."""
import os
import sys
import xml.etree.ElementTree as tree
from xml.sax.saxutils import escape

FORMS = {"en": 2, "zh_CN": 1}


def messages(path):
    """(source, comment) -> (numerus, translator's note, list of translated forms)"""
    found = {}
    if not os.path.exists(path):
        return found
    for message in tree.parse(path).getroot().iter("message"):
        key = (message.findtext("source"), message.findtext("comment") or "")
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        # lupdate does not see a count that goes through a function of ours.
        numerus = message.get("numerus") == "yes" or "%n" in (key[0] or "")
        if key not in found or numerus:
            found[key] = (numerus, message.findtext("extracomment") or "", forms)
    return found


def render(texts, known, language):
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}" sourcelanguage="en">',
             "<context>", "    <name>uplift</name>"]
    missing = 0
    for (source, comment), (numerus, note, _) in sorted(texts.items()):
        if language == "en" and not numerus:
            continue
        forms = known.get((source, comment), (numerus, "", []))[2]
        wanted = FORMS[language] if numerus else 1
        done = len(forms) == wanted and all(forms)
        missing += not done
        lines.append('    <message numerus="yes">' if numerus else "    <message>")
        lines.append(f"        <source>{escape(source)}</source>")
        if comment:
            lines.append(f"        <comment>{escape(comment)}</comment>")
        if note:
            lines.append(f"        <extracomment>{escape(note)}</extracomment>")
        mark = "" if done else ' type="unfinished"'
        if numerus:
            lines.append(f"        <translation{mark}>")
            lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in (forms + [""] * wanted)[:wanted]]
            lines.append("        </translation>")
        else:
            lines.append(f"        <translation{mark}>{escape(forms[0] if forms else '')}</translation>")
        lines.append("    </message>")
    lines += ["</context>", "</TS>", ""]
    return "\n".join(lines), missing


def main():
    everything, path, language = sys.argv[1:4]
    text, missing = render(messages(everything), messages(path), language)
    before = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
    if "--check" in sys.argv:
        if text != before or missing:
            print(f"{path}: run resources/i18n/update.sh; {missing} texts are not translated")
            sys.exit(1)
        return
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    print(f"{path}: {missing} texts are not translated")


main()
