#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""canary.py FOLDER LOG -- COMMAND...: runs the tests with one AccessKey, and looks whether it got out.

Draws a fake AccessKey into FOLDER/canary, where tests/support/canary.h takes it from, and runs COMMAND with a new
folder for temporary files. Meanwhile the arguments and the environment of every process that can be read are
looked at, twice a second; afterwards every file below both folders, and LOG, with all that the tests printed.
Secret, token and key id count in plain, hexadecimal, percent-encoded, Base64 and UTF-16 form. Ends as COMMAND
does, or with 1 and the place and form when the key was found.
"""
import base64
import os
import random
import shutil
import string
import subprocess
import sys
import tempfile
import threading

LETTERS = string.ascii_letters + string.digits


def forms_of(name, secret):
    """What the secret looks like once something has written it: a name for each form, and its bytes."""
    plain = secret.encode()
    yield f"{name}", plain
    yield f"{name} in hex", plain.hex().encode()
    yield f"{name} in upper-case hex", plain.hex().upper().encode()
    yield f"{name}, every byte percent-encoded", b"".join(b"%%%02X" % byte for byte in plain)
    yield f"{name} in UTF-16", secret.encode("utf-16-le")
    for shift in range(3):  # whatever stood before it, the middle is one of three
        yield f"{name} in Base64 {shift}", base64.b64encode(b"x" * shift + plain)[4:4 + len(plain)]


class Net:
    def __init__(self, key_id, secret, token):
        self.forms = [form for name, text in (("the key id", key_id), ("the secret", secret), ("the token", token))
                      for form in forms_of(name, text)]
        self.found = set()

    def look(self, place, content):
        for name, form in self.forms:
            if form in content:
                self.found.add(f"{place}: {name}")

    def look_at_file(self, path):
        try:
            with open(path, "rb") as file:
                self.look(path, file.read())
        except OSError:
            pass  # a socket, or gone since


def look_at_processes(net, stop):
    while not stop.wait(0.5):
        for pid in filter(str.isdigit, os.listdir("/proc")):
            for what in ("cmdline", "environ"):
                try:
                    with open(f"/proc/{pid}/{what}", "rb") as file:
                        content = file.read()
                    with open(f"/proc/{pid}/comm") as file:
                        name = file.read().strip()
                except OSError:
                    continue  # another user's, or it has ended
                net.look(f"{what} of {name}", content)


def main():
    split = sys.argv.index("--")
    folder, log = sys.argv[1:split]
    draw = random.SystemRandom()
    key = ["LTAI5t" + "".join(draw.choices(LETTERS, k=14)) + "X7Qd", "".join(draw.choices(LETTERS, k=30)),
           "CAIS" + "".join(draw.choices(LETTERS, k=20)) + "+/="]
    net = Net(*key)
    for name, form in net.forms:
        net.look("a trial", b"before " + form + b" after")
    assert len(net.found) == len({name for name, _ in net.forms}), "the net has a hole"
    net.found.clear()

    own = os.path.join(folder, "canary")
    with open(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write("\n".join(key) + "\n")
    temporary = tempfile.mkdtemp(prefix="uplift-tests-")
    os.chmod(temporary, 0o711)  # some tests become an ordinary user
    stop = threading.Event()
    watch = threading.Thread(target=look_at_processes, args=(net, stop))
    watch.start()
    ended = subprocess.run(sys.argv[split + 1:], env=dict(os.environ, UPLIFT_CANARY=own, TMPDIR=temporary))
    stop.set()
    watch.join()

    files = [os.path.join(place, name) for top in (folder, temporary)
             for place, _, names in os.walk(top) for name in names]
    files = [path for path in files if not path.startswith(own)] + [log]
    for path in files:
        net.look_at_file(path)
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        with open(own + ".users") as file:
            users = len(set(file.read().split()))
    except OSError:
        users = 0
    print(f"One AccessKey in {users} test programs; looked for it in {len(files)} files, and in arguments and "
          f"environments: {'not found' if not net.found else 'FOUND'}.")
    for place in sorted(net.found):
        print(f"  {place}")
    return ended.returncode or (1 if net.found else 0)


if __name__ == "__main__":
    sys.exit(main())
