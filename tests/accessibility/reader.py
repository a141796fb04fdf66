# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader does with a program: finds by role and name, acts, reads, listens. AT-SPI alone.

Nothing here knows of widgets, of coordinates or of a pointer; keys are pressed only where a listener would press them.
"""
import re
import time

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("GLib", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

State = Atspi.StateType

TAB, RETURN, ESCAPE, HOME, DOWN, END = 0xFF09, 0xFF0D, 0xFF1B, 0xFF50, 0xFF54, 0xFF57

# Roles by the names that AT-SPI gives them in English, whatever the language of the program.
INTERACTIVE = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "password text", "spin button",
    "slider", "table", "tree", "tree table", "list", "menu item", "check menu item", "radio menu item", "menu", "page tab",
    "link", "date editor", "entry", "chart",
}
ACTED_ON = {"push button", "toggle button", "check box", "radio button", "menu item", "check menu item", "radio menu item"}
UNFOCUSED = {"menu", "menu item", "check menu item", "radio menu item", "chart"}
CELLS = {"table cell", "list item", "tree item", "table row"}


class Unheard(Exception):
    """What a listener waited for did not come, or was not there to be read."""


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def has(node, state):
    return node.get_state_set().contains(state)


def label_of(node):
    """The name, or what a label beside it says: for a combo box Qt gives its choice as the name on this platform."""
    for relation in node.get_relation_set() or []:
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            said = " ".join(relation.get_target(i).get_name() for i in range(relation.get_n_targets()))
            if said.strip():
                return said
    return "" if node.get_role_name() == "combo box" else node.get_name()


def bare(text):
    """Without the letter that Chinese texts give in brackets."""
    return re.sub(r"\([A-Z]\)(?=…?$)", "", text)


def said(node):
    """All that is read out when one comes to the node."""
    parts = [node.get_name(), node.get_description()]
    if "Text" in node.get_interfaces() and node.get_role_name() != "password text":
        parts.append(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))
    return " ".join(part for part in parts if part)


def tree(node, depth=0):
    """The node and what shows below it, as lines: for whoever reads the log of a failed run."""
    try:
        if depth > 1 and not has(node, State.SHOWING):
            return
        yield "  " * depth + f"{node.get_role_name()} {node.get_name()!r} {node.get_description()!r}"
        for child in children(node):
            yield from tree(child, depth + 1)
    except GLib.Error as gone:
        yield "  " * depth + f"(gone: {gone.message})"


class Reader:
    """Listens to one program."""

    def __init__(self, program):
        self.program = program
        self.heard = []
        self.application = None
        self.focused = None
        self._listener = Atspi.EventListener.new(self._on_event)
        for kind in ("object:property-change:accessible-name", "object:property-change:accessible-description",
                     "object:property-change:accessible-value", "object:state-changed:showing", "object:state-changed:focused"):
            self._listener.register(kind)

    def _on_event(self, event):
        try:
            application = event.source.get_application()
            if application is None or application.get_name() != self.program:
                return
            if event.type.endswith("focused") and event.detail1:
                self.focused = event.source
            self.heard.append((event.type, event.source.get_role_name(), event.source.get_name(),
                               event.detail1))
        except GLib.Error:
            pass  # gone before it could be asked

    def pump(self, seconds=0.05):
        """Lets events in."""
        context = GLib.MainContext.default()
        end = time.monotonic() + seconds
        while True:
            while context.iteration(False):
                pass
            if time.monotonic() >= end:
                return
            time.sleep(0.01)

    def wait(self, what, comes_true, seconds=60):
        """The first true thing that `comes_true` returns."""
        end = time.monotonic() + seconds
        while True:
            self.pump()
            try:
                result = comes_true()
                if result:
                    return result
            except (GLib.Error, Unheard):
                pass  # the tree changed while it was read
            if time.monotonic() > end:
                raise Unheard(f"waited {seconds} s in vain for {what}")
            self.pump(0.15)

    def find_application(self):
        def look():
            desktop = Atspi.get_desktop(0)
            return next((child for child in children(desktop) if child.get_name() == self.program), None)

        self.application = self.wait(f"{self.program} on the accessibility bus", look, 90)

    def windows(self):
        return [child for child in children(self.application) if has(child, State.SHOWING)]

    def window(self, name, seconds=60):
        return self.wait(f"the window {name!r}",
                         lambda: next((w for w in self.windows() if w.get_name() == name), None), seconds)

    def wait_closed(self, name, seconds=60):
        self.wait(f"the end of the window {name!r}", lambda: all(w.get_name() != name for w in self.windows()), seconds)

    def showing(self, root):
        """What a reader can come to, in order."""
        if not has(root, State.SHOWING):
            return
        yield root
        for child in children(root):
            yield from self.showing(child)

    def opens_menu(self, button):
        """Menus stand beside the windows: one hears of them by their first entry, which gets the focus."""
        self.act(button, "press")
        self.pump(0.5)
        self.key(DOWN)
        entry = self.wait("the focus in the menu", lambda: self.focused is not None and "menu item" in
                          self.focused.get_role_name() and self.focused, 20)
        return entry.get_parent()

    def nodes(self, root, role, name=None, starts=None, contains=None):
        for node in self.showing(root):
            if node.get_role_name() != role:
                continue
            text = bare(label_of(node) if role == "combo box" else node.get_name())
            if name is not None and text != name:
                continue
            if starts is not None and not text.startswith(starts):
                continue
            if contains is not None and contains not in text:
                continue
            yield node

    def find(self, root, role, name=None, seconds=30, **how):
        return self.wait(f"{role} {name or how!r}", lambda: next(self.nodes(root, role, name, **how), None), seconds)

    def is_there(self, root, role, name=None, **how):
        return next(self.nodes(root, role, name, **how), None) is not None

    def reads(self, root, words, seconds=60):
        """The first node that says these words."""
        return self.wait(f"the words {words!r}",
                         lambda: next((node for node in self.showing(root) if words in said(node)), None), seconds)

    def act(self, node, *names):
        """The first of the named actions that the node offers."""
        offered = [Atspi.Action.get_action_name(node, i).lower() for i in range(Atspi.Action.get_n_actions(node))]
        for name in names or ("press", "toggle"):
            if name in offered:
                if not Atspi.Action.do_action(node, offered.index(name)):
                    raise Unheard(f"{node.get_role_name()} {node.get_name()!r} refused to {name}")
                return self.pump()
        raise Unheard(f"{node.get_role_name()} {node.get_name()!r} cannot {names}, it offers {offered}")

    def select(self, cell):
        """This row and no other."""
        if has(cell, State.SELECTED):
            return
        self.act(cell, "toggle")
        self.wait(f"the selection of {cell.get_name()!r}", lambda: has(cell, State.SELECTED), 20)

    def add(self, cell):
        """This row to those that are selected."""
        table = cell.get_parent()
        row = Atspi.Table.get_row_at_index(table, cell.get_index_in_parent())
        if not Atspi.Table.add_row_selection(table, row):
            raise Unheard(f"{cell.get_name()!r} could not be selected")
        self.wait(f"the selection of {cell.get_name()!r}", lambda: has(cell, State.SELECTED), 20)

    def is_focused(self, node):
        self.pump(0.3)
        return has(node, State.FOCUSED)

    def is_checked(self, node):
        return has(node, State.CHECKED)

    def content(self, node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def expect(self, holds, what):
        if not holds:
            raise Unheard(f"not so: {what}")

    def wait_process(self, process, seconds):
        self.wait("the end of the program", lambda: process.poll() is not None, seconds)
        return process.returncode

    def press(self, root, role, name=None, **how):
        node = self.find(root, role, name, **how)
        self.act(node, "press", "toggle")
        return node

    def focus(self, node):
        node.get_component_iface().grab_focus()
        self.wait(f"the focus on {node.get_name()!r}", lambda: has(node, State.FOCUSED), 20)

    def reach(self, node, steps=60):
        """By Tab, as one goes to what takes no focus on request: lists and choices."""
        for _ in range(steps):
            if has(node, State.FOCUSED):
                return
            self.key(TAB)
        raise Unheard(f"{steps} presses of Tab did not lead to {node.get_role_name()} {label_of(node)!r}")

    def write(self, node, text):
        self.focus(node)
        if not Atspi.EditableText.set_text_contents(node, text):
            raise Unheard(f"{node.get_name()!r} took no text")
        self.pump(0.2)

    def key(self, keysym):
        Atspi.generate_keyboard_event(keysym, None, Atspi.KeySynthType.SYM)
        self.pump(0.1)

    def announced(self, words, since=0):
        """Was it said by itself: a notification that shows, or a changed name?"""
        return any(words in name and (kind.endswith("accessible-name")
                                      or (kind.endswith("showing") and role == "notification" and on))
                   for kind, role, name, on in self.heard[since:])

    def hears(self, words, since=0, seconds=90):
        self.wait(f"the announcement {words!r}", lambda: self.announced(words, since), seconds)

    def faults(self, root):
        """What a reader would stumble over among all that shows below `root`: one sentence each."""
        found = []
        walked = 0
        for node in self.showing(root):
            role = node.get_role_name()
            walked += 1
            if role in ("invalid", "unknown"):
                found.append(f"a control without a role: {node.get_name()!r}")
            focusable = has(node, State.FOCUSABLE)
            if role in INTERACTIVE or (role in CELLS and focusable) or (focusable and role not in ("frame", "dialog")):
                where = " / ".join(reversed([n for n in self._names_above(node)]))
                if not label_of(node).strip():
                    found.append(f"{role} without a name in {where} ({node.get_description()!r})")
                if role in INTERACTIVE - UNFOCUSED and not focusable and has(node, State.ENABLED) and not self._inside_text(node):
                    found.append(f"{role} {label_of(node)!r} cannot have the focus")
                if role in ACTED_ON and not has(node, State.ENABLED) and has(node, State.FOCUSED):
                    found.append(f"{role} {label_of(node)!r} has the focus and is disabled")
                if role in ACTED_ON and Atspi.Action.get_n_actions(node) == 0:
                    found.append(f"{role} {label_of(node)!r} cannot be acted on")
            if "&" in node.get_name().replace("&&", ""):
                found.append(f"{role} {node.get_name()!r} reads a mnemonic's mark out")
        if walked < 5:
            found.append(f"only {walked} things to read")
        return found

    def _inside_text(self, node):
        """The lens in a field that searches leads into that field: Tab goes to the field itself."""
        return node.get_parent().get_role_name() == "text"

    def _names_above(self, node):
        above = node.get_parent()
        while above is not None and above.get_role_name() not in ("application", "desktop frame"):
            if above.get_name():
                yield above.get_name()
            above = above.get_parent()
