#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole upgrade as somebody does it who hears the program: through AT-SPI alone, from outside the process.

    screenreader.py --uplift FILE --cloud FILE --language en|zh_CN

Adds an account of a practice cloud that runs beside it, saves a profile, upgrades, reads the verified end. No pointer is
used anywhere: what is pressed is pressed by its action, what is typed is typed into the text it is, and keys are pressed
where a listener presses them. On the way everything that shows is read: a control without role or name, or with a state that
makes no sense, fails the test.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import warnings

import session

INSTANCE = "orders-cache"
PROFILE = "orders main"


class Story:
    def __init__(self, reader, words, cloud):
        self.reader = reader
        self.words = words
        self.cloud = cloud
        self.faults = []
        self.main = None

    def word(self, key, *names):
        return self.words[key].format(*names)

    def read_all(self, root, place):
        found = self.reader.faults(root)
        self.faults += [f"{place}: {fault}" for fault in found]
        print(f"  read {place}: {len(found)} faults", flush=True)

    def dialog(self, key, *names):
        return self.reader.window(self.word(key, *names))

    def press(self, root, role, key, *names):
        return self.reader.press(root, role, self.word(key, *names))

    def look_into(self, button, dialog, *names):
        """Opens a dialog, reads it and leaves it by Esc."""
        self.press(self.main, "push button", button)
        title = self.word(dialog, *names)
        opened = self.reader.window(title)
        self.reader.pump(0.5)
        self.read_all(opened, title)
        self.reader.key(ESCAPE)
        self.reader.wait_closed(title)

    def go_to(self, key):
        """A line of the list at the left, selected."""
        tree = self.reader.find(self.main, "tree", self.word("sidebar"))
        cell = self.reader.find(tree, "table cell", starts=self.word(key))
        self.reader.select(cell)

    def starts_without_account(self):
        self.main = self.reader.window(self.word("main"))
        self.reader.find(self.main, "push button", self.word("offer"))
        self.read_all(self.main, "first start")

    def adds_account(self):
        reader = self.reader
        self.press(self.main, "push button", "offer")
        dialog = self.dialog("add dialog")
        self.read_all(dialog, "account")
        self.press(dialog, "push button", "add")
        name = reader.find(dialog, "text", self.word("name"))
        reader.hears(self.word("name is empty"), seconds=20)
        reader.expect(self.word("name is empty") in name.get_description(), "the error is the field's description")
        reader.expect(reader.is_focused(name), "the field that was refused has the focus")
        reader.write(name, "Retail")
        reader.expect(self.word("name is empty") not in name.get_description(), "the error is gone once it is mended")
        reader.write(reader.find(dialog, "text", self.word("key id")), self.cloud["accessKeyId"])
        secret = reader.find(dialog, "password text", self.word("secret"))
        reader.write(secret, self.cloud["accessKeySecret"])
        reader.expect(self.cloud["accessKeySecret"] not in reader.content(secret), "the secret is not read out")
        endpoint = reader.find(dialog, "combo box", self.word("endpoint"))
        reader.reach(endpoint)
        reader.key(END)
        reader.wait("the choice of a custom address", lambda: endpoint.get_name() == self.word("custom"), 20)
        reader.write(reader.find(dialog, "text", self.word("address")), self.cloud["origin"])
        reader.act(reader.find(dialog, "check box", self.word("advanced")))
        reader.pump(0.5)
        self.read_all(dialog, "account, all settings")
        self.press(dialog, "push button", "test")
        reader.hears(self.word("key works"), seconds=60)
        self.read_all(dialog, "account, tested")
        self.press(dialog, "push button", "add")
        reader.wait_closed(self.word("add dialog"))

    def row(self, name):
        table = self.reader.find(self.main, "table", self.word("table"))
        return self.reader.find(table, "table cell", starts=name + ",", seconds=60)

    def select_rows(self, names, opens, what):
        """Until what they open is there: while the regions answer, rows move under whoever points at one."""
        def attempt():
            for name in names:
                row = self.row(name)
                if name == names[0]:
                    self.reader.select(row)
                elif State.SELECTED not in row.get_state_set().get_states():
                    self.reader.add(row)
            self.reader.pump(3)
            return opens()

        return self.reader.wait(what, attempt, 90)

    def chooses_instance(self):
        row = self.row(INSTANCE)
        self.reader.expect(self.word("production") in row.get_name(), "a row says its environment")
        self.select_rows([INSTANCE], lambda: self.reader.is_there(self.main, "label", INSTANCE), "the form of the instance")
        self.reader.find(self.main, "push button", self.word("save"))
        self.reader.find(self.main, "label", contains="%")  # the chart itself is folded at 768 px
        self.reader.pump(1)
        self.read_all(self.main, "main window and form")

    def saves_profile(self):
        reader = self.reader
        self.press(self.main, "push button", "save")
        dialog = self.dialog("save dialog")
        self.read_all(dialog, "profile")
        reader.write(reader.find(dialog, "text", self.word("name")), PROFILE)
        self.press(dialog, "push button", "save profile")
        reader.wait_closed(self.word("save dialog"))
        tree = reader.find(self.main, "tree", self.word("sidebar"))
        reader.find(tree, "table cell", contains=PROFILE)

    def reads_dialogs(self):
        self.look_into("request", "request dialog")
        self.look_into("details", "details dialog", INSTANCE)

    def starts_upgrade(self):
        reader = self.reader
        now = reader.find(self.main, "radio button", self.word("now"))
        reader.act(now)
        reader.wait("the choice of now", lambda: reader.is_checked(now), 20)
        primary = reader.find(self.main, "push button", self.word("primary", INSTANCE))
        since = len(reader.heard)
        reader.act(primary)
        reader.hears(self.word("say reconnect"), since, 20)
        agreed = reader.find(self.main, "check box", self.word("reconnect"))
        reader.expect(reader.is_focused(agreed), "what is missing has the focus")
        reader.act(agreed)
        reader.wait("the acknowledgement", lambda: reader.is_checked(agreed), 20)
        self.press(self.main, "push button", "primary", INSTANCE)
        self.confirms(self.dialog("confirm dialog"))

    def confirms(self, dialog):
        reader = self.reader
        reader.pump(0.5)
        self.read_all(dialog, "confirmation")
        for fact in ("Retail", "7.0.1.8", "7.0.1.14", self.word("production")):
            reader.reads(dialog, fact, 10)
        field = reader.find(dialog, "text", starts=self.word("type name"))
        asked = field.get_name()[len(self.word("type name")):]
        reader.expect(reader.is_focused(field), "the confirmation begins in the field of the name")
        since = len(reader.heard)
        self.press(dialog, "push button", "upgrade")
        reader.hears(self.word("name is missing"), since, 20)
        reader.expect(self.word("name is missing") in field.get_description(), "the field says what is missing")
        reader.expect(self.cloud.starts() == 0, "nothing was sent before the name was typed")
        reader.write(field, asked)
        reader.wait("the field to say that it is complete",
                    lambda: self.word("name complete") in field.get_description(), 20)
        since = len(reader.heard)
        self.press(dialog, "push button", "upgrade")
        reader.wait_closed(self.word("confirm dialog"))
        reader.hears(self.word("accepted"), since, 60)

    def reads_the_end(self):
        reader = self.reader
        running = reader.find(self.main, "list", self.word("running list"))
        item = reader.find(running, "list item", starts=INSTANCE + ",")
        self.read_all(self.main, "running")
        reader.hears(self.word("verified end", INSTANCE, "7.0.1.14"), seconds=180)
        reader.wait("the verified end in the list", lambda: self.word("verified") in item.get_name(), 30)
        reader.reads(self.main, self.word("verified end", INSTANCE, "7.0.1.14"), 30)
        self.read_all(self.main, "verified")
        reader.expect(self.cloud.starts() == 1, "it was sent once")
        self.look_into("ticket", "ticket dialog")

    def reads_history(self):
        reader = self.reader
        self.go_to("history")
        table = reader.find(self.main, "table", self.word("history table"))
        row = reader.find(table, "table cell", contains=INSTANCE)
        reader.expect(self.word("verified") in row.get_name(), "the history says that it is verified")
        reader.pump(0.5)
        self.read_all(self.main, "history")

    def reads_a_batch(self):
        reader = self.reader
        self.go_to("plans")
        reader.pump(0.5)
        self.read_all(self.main, "batch plans")
        self.go_to("all instances")
        self.select_rows(["checkout-locks", "dev-scratch"],
                         lambda: reader.is_there(self.main, "push button", self.word("dry run")), "the plan of two instances")
        dry_run = reader.find(self.main, "push button", self.word("dry run"))
        reader.pump(1)
        self.read_all(self.main, "batch")
        reader.act(dry_run)
        reader.find(self.main, "list", self.word("dry run list"))
        reader.pump(0.5)
        self.read_all(self.main, "dry run")

    def reads_the_menu(self):
        reader = self.reader
        menu = self.opens_menu()
        self.read_all(menu, "menu")
        for entry in list(reader.nodes(menu, "menu item")):
            reader.expect(entry.get_name().strip() != "", "an entry of the menu has a name")
        self.press(menu, "menu item", "about")
        dialog = self.dialog("about dialog")
        self.read_all(dialog, "about")
        reader.key(ESCAPE)
        reader.wait_closed(self.word("about dialog"))

    def opens_menu(self):
        reader = self.reader
        button = reader.find(self.main, "push button", self.word("menu"))
        return reader.opens_menu(button)

    def quits(self):
        self.press(self.opens_menu(), "menu item", "quit")

    def tell(self):
        for chapter in (self.starts_without_account, self.adds_account, self.chooses_instance, self.saves_profile,
                        self.reads_dialogs, self.starts_upgrade, self.reads_the_end, self.reads_history,
                        self.reads_a_batch, self.reads_the_menu, self.quits):
            print(chapter.__name__.replace("_", " "), flush=True)
            chapter()


class Cloud(dict):
    """The practice cloud as a process of its own; its log says what was carried out."""

    def __init__(self, program, folder):
        super().__init__()
        self.log = os.path.join(folder, "starts")
        self.process = subprocess.Popen([program, "--upgrade-ms", "8000", "--log", self.log], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.update(json.loads(self.process.stdout.readline()))

    def starts(self):
        with open(self.log, encoding="utf-8") as log:
            return len(log.readlines())

    def end(self):
        self.process.stdin.close()
        self.process.wait(30)


def run(arguments):
    session.unlock_keychain()
    reader = Reader("uplift")
    with tempfile.TemporaryDirectory() as folder:
        cloud = Cloud(arguments.cloud, folder)
        program = subprocess.Popen([arguments.uplift, "--data-dir", os.path.join(folder, "data"), "--language",
                                    arguments.language])
        story = Story(reader, WORDS[arguments.language], cloud)
        try:
            reader.find_application()
            story.tell()
            status = reader.wait_process(program, 60)
            reader.expect(status == 0, f"the program ends with 0, not {status}")
        except Unheard as missed:
            story.faults.append(str(missed))
            for window in reader.windows() if program.poll() is None else []:
                print("\n".join(tree(window)))
            print("Heard last:", *reader.heard[-25:], sep="\n  ")
        finally:
            if program.poll() is None:
                program.terminate()
                program.wait(30)
            cloud.end()
    print(*story.faults or ["Heard to its verified end."], sep="\n")
    return 1 if story.faults else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--uplift", required=True)
    parser.add_argument("--cloud", required=True)
    parser.add_argument("--language", required=True, choices=("en", "zh_CN"))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.inside:
        sys.exit(session.enter(sys.argv))
    warnings.filterwarnings("ignore", category=DeprecationWarning)  # AT-SPI 2.46 calls its own names so
    from reader import END, ESCAPE, Reader, State, Unheard, tree
    from words import WORDS
    sys.exit(run(options))
