# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154,SC2034 # root, logs and window_ms are shared with the other files
# A desk for the program in the root, sourced by packaging/prove.sh: a display, a session bus, hands on the keyboard.
# Display and bus run on this machine and reach the root through their sockets. The X socket's folder is private to the
# script's mount namespace, so the display is nobody else's. What it shows is in the logs: Xvfb_screen0, in xwd's format.
window_ms=0

desk_up() {
    mkdir -p /tmp/.X11-unix
    mount -t tmpfs tmpfs /tmp/.X11-unix
    chmod 1777 /tmp/.X11-unix
    mkdir -p "$root/tmp/.X11-unix" "$root/run/user/1000"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    mount -t tmpfs -o mode=0700,uid=1000,gid=1000 tmpfs "$root/run/user/1000"
    export DISPLAY=:77
    rm -f "$logs/display"
    Xvfb $DISPLAY -screen 0 1366x768x24 -nolisten tcp -nolisten local -ac -fbdir "$logs" -displayfd 9 9>"$logs/display" 2>"$logs/xvfb.log" &
    display_pid=$!
    # No services: nothing of this machine can be started through the bus.
    cat >"$logs/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=$root/run/user/1000/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
END
    setpriv --reuid 1000 --regid 1000 --clear-groups dbus-daemon --nofork --config-file="$logs/bus.conf" 2>"$logs/bus.log" &
    bus_pid=$!
    within 100 test -s "$logs/display"
    within 100 test -S "$root/run/user/1000/bus"
}
desk_down() {
    kill "$display_pid" "$bus_pid"
    wait "$display_pid" "$bus_pid" 2>/dev/null || true
    umount "$root/run/user/1000" "$root/tmp/.X11-unix" /tmp/.X11-unix
}

# within TENTHS COMMAND...: until it succeeds, or never did within the time.
within() {
    local tries=$1
    shift
    until "$@"; do
        sleep 0.1
        [ $((tries -= 1)) -gt 0 ] || { echo "Waited in vain for: $*" >&2; return 1; }
    done
}

# as_user COMMAND...: as the root's user at the desk, without any network but the loopback. Replaces the shell.
as_user() {
    exec unshare --net bash -c 'ip link set lo up; exec "$@"' _ \
        env -i PATH=/usr/bin:/bin HOME=/home/dba LANG=C.UTF-8 TZ=Asia/Shanghai DISPLAY="$DISPLAY" \
        XDG_RUNTIME_DIR=/run/user/1000 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus \
        /usr/sbin/chroot --userspec=1000:1000 "$root" "$@"
}
as_root() {
    exec env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 DISPLAY="$DISPLAY" /usr/sbin/chroot "$root" "$@"
}

# start_program [as_user|as_root] COMMAND...: until its window is mapped. Sets program, window and window_ms.
start_program() {
    local who=as_user began
    [ "$1" = as_root ] && who=$1 && shift
    began=$(date +%s%N)
    ("$who" "$@") >"$logs/program.log" 2>&1 &
    program=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --name 'Uplift$' | head -n 1) || true
    window_ms=$((($(date +%s%N) - began) / 1000000))
    [ -n "$window" ] && kill -0 "$program" || { cat "$logs/program.log" >&2; echo "No window of $*" >&2; return 1; }
}
# start_on_wayland COMMAND...: until it draws in a window's frame on a compositor without a screen, then ends it.
start_on_wayland() {
    local runtime=$root/run/user/1000 compositor
    env -u DISPLAY XDG_RUNTIME_DIR="$runtime" setpriv --reuid 1000 --regid 1000 --clear-groups \
        weston --backend=headless-backend.so --socket=wayland-0 --no-config --idle-time=0 >"$logs/weston.log" 2>&1 &
    compositor=$!
    within 100 test -S "$runtime/wayland-0"
    (as_user env -u DISPLAY QT_QPA_PLATFORM=wayland WAYLAND_DISPLAY=wayland-0 "$@") >"$logs/program.log" 2>&1 &
    program=$!
    within 300 has_mapped wayland-decoration-client
    row "on Wayland (weston) it uses" "$(mapped | grep -o '[^/]*/[^/]*\.so$' | grep -E '^(wayland|platforms)' | tr '\n' ' ')"
    kill "$program" "$compositor"
    wait "$program" "$compositor" || true
}
has_mapped() { mapped | grep -q "$1"; }
stop_program() {
    xdotool windowfocus --sync "$window"
    keys ctrl+q
    within 200 gone "$program"
    wait "$program" || { cat "$logs/program.log" >&2; return 1; }
}
gone() { ! kill -0 "$1" 2>/dev/null || [ "$(ps -o stat= -p "$1")" = Z ]; }

# The files the program has mapped, as the root names them.
mapped() { sed -n 's:^[^/]*/:/:p' "/proc/$program/maps" | sed "s:^$root::" | sort -u; }

confirmation() { xdotool search --onlyvisible --name '^Confirm - Uplift$' 2>/dev/null | head -n 1; }
confirmed() { [ -z "$(confirmation)" ]; }

# keys KEY...: to whatever has the focus, as a keyboard does.
keys() {
    local key
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        sleep 0.2
    done
}

# The confirmation of an upgrade of NAME, now, by keys alone: the filter leaves one row; Enter goes to the form; Ctrl+Enter
# names the missing acknowledgement, Space gives it, Ctrl+Enter asks. While the service has not answered yet there is no
# confirmation, so it is tried again.
ask_for_upgrade() {
    local tries
    xdotool windowfocus --sync "$window"
    for tries in $(seq 20); do
        keys ctrl+f ctrl+a
        xdotool type --delay 50 "$1"
        sleep 1
        keys ctrl+2 Home Return alt+n ctrl+Return
        sleep 1
        [ -z "$(confirmation)" ] || return 0
        keys space ctrl+Return
        sleep 1
        [ -z "$(confirmation)" ] || return 0
        keys Escape Escape
    done
    return 1
}

# journal PATH QUERY
journal() {
    python3 -c 'import sqlite3, sys
for row in sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(sys.argv[2]): print(*row)' "$@"
}
last_state() { journal "$1" 'SELECT state FROM state_row ORDER BY seq DESC LIMIT 1'; }
ended() { [[ "$(last_state "$1")" =~ ^(Verified|Failed|Unchanged|Rejected|NotStarted|Gone|Undecided)$ ]]; }

# upgrade_to_verified JOURNAL NAME: the program itself does it; its journal is the witness.
upgrade_to_verified() {
    ask_for_upgrade "$2" || { echo "The confirmation did not come." >&2; return 1; }
    xdotool windowfocus --sync "$(confirmation)"
    xdotool type --delay 50 "$2"
    keys Return
    sleep 3 # the button is deaf for a moment, so that a held key sends nothing
    keys space
    within 100 confirmed
    within 3000 ended "$1"
    row "practice upgrade of $2, by keys" "$(journal "$1" 'SELECT state FROM state_row ORDER BY seq' | uniq | tr '\n' ' ')"
    [ "$(last_state "$1")" = Verified ]
    [ "$(journal "$1" "SELECT count(*) FROM state_row WHERE state = 'Requested'")" = 1 ]
}
