# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for one test: home, display, session bus, keychain. Nothing of the caller's is seen or touched."""
import os
import subprocess
import sys
import tempfile


def enter(arguments):
    """Runs this program again inside such a desktop, and returns how it ended."""
    with tempfile.TemporaryDirectory(prefix="uplift-reader-") as home:
        runtime = os.path.join(home, "run")
        os.mkdir(runtime, 0o700)
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS",
                                      "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LANGUAGE")}
        environment.update(HOME=home, XDG_RUNTIME_DIR=runtime, LC_ALL="C.UTF-8", TZ="Asia/Shanghai", QT_QPA_PLATFORM="xcb",
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_SCALE_FACTOR="1", GTK_A11Y="none", NO_AT_BRIDGE="1")
        # The display first, so that what the bus starts knows it: keys come from the registry of AT-SPI.
        return subprocess.call(["xvfb-run", "-a", "-s", "-screen 0 1366x768x24 -noreset", "dbus-run-session", "--", sys.executable,
                                *arguments, "--inside"], env=environment)


def unlock_keychain():
    """A real Secret Service, with a password of no consequence."""
    subprocess.run(["gnome-keyring-daemon", "--unlock", "--components=secrets", "--daemonize"], input=b"reader", check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
