#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# facts.sh FACT: one fact about what is packed, see CMakeLists.txt. Any command that fails is a fact that does not hold.
set -euo pipefail
made=$UPLIFT_BINARY_DIR/packaging
program=$UPLIFT_BINARY_DIR/uplift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# same WHAT LEFT RIGHT
same() {
    [ "$2" = "$3" ] && return
    echo "$1 differ:" >&2
    diff <(echo "$2") <(echo "$3") >&2
}

# Under the names they have once installed; validators heed them.
installed_desktop_file() { cp "$made/uplift.desktop" "$work/$UPLIFT_APP_ID.desktop" && echo "$work/$UPLIFT_APP_ID.desktop"; }
installed_metainfo() { cp "$made/uplift.metainfo.xml" "$work/$UPLIFT_APP_ID.metainfo.xml" && echo "$work/$UPLIFT_APP_ID.metainfo.xml"; }

the_desktop_file_is_valid() {
    local said
    said=$(desktop-file-validate "$(installed_desktop_file)" 2>&1)
    same "What is said and nothing" "$said" ""
}

the_metainfo_is_valid() {
    appstreamcli validate --no-net --explain "$(installed_metainfo)"
}

one_name_and_one_version_everywhere() {
    local metainfo=$made/uplift.metainfo.xml
    same "Component and name" "$(sed -n 's:^ *<id>\(.*\)</id>:\1:p' "$metainfo")" "$UPLIFT_APP_ID"
    same "Launchable and desktop file" "$(sed -n 's:.*<launchable type="desktop-id">\(.*\)</launchable>:\1:p' "$metainfo")" "$UPLIFT_APP_ID.desktop"
    same "Icon and name" "$(sed -n 's/^Icon=//p' "$made/uplift.desktop")" "$UPLIFT_APP_ID"
    same "Manifest and name" "$(sed -n 's/^id: //p' "$UPLIFT_SOURCE_DIR/packaging/flatpak/$UPLIFT_APP_ID.yaml")" "$UPLIFT_APP_ID"
    same "The program's version" "$("$program" --version)" "uplift $UPLIFT_VERSION"
    same "The newest release" "$(sed -n 's/.*<release version="\([^"]*\)".*/\1/p' "$metainfo" | head -n 1)" "$UPLIFT_VERSION"
    same "The newest change" "$(sed -n '1s/^uplift (\(.*\)-1) .*/\1/p' "$made/changelog.Debian")" "$UPLIFT_VERSION"
    grep -q "\"Uplift $UPLIFT_VERSION\"" "$made/uplift.1"
}

every_picture_of_the_metainfo_is_there() {
    local line file count=0
    while read -r line; do
        file=$UPLIFT_SOURCE_DIR/packaging/pictures/$(sed 's:.*/\([^/<]*\)</image>:\1:' <<<"$line")
        # Width and height stand in a PNG's head, at the bytes 16 to 23.
        same "Sizes of $file" "$(od -An -tu1 -j16 -N8 "$file" | awk '{ print $3 * 256 + $4, $7 * 256 + $8 }')" \
            "$(sed 's/.*width="\([0-9]*\)" height="\([0-9]*\)".*/\1 \2/' <<<"$line")"
        count=$((count + 1))
    done < <(grep '<image ' "$made/uplift.metainfo.xml")
    [ "$count" -ge 3 ]
}

man_page_and_completion_know_the_options_of_help() {
    local help manual completion
    help=$("$program" --help | grep -o -- '--[a-z-]*' | sort -u)
    [ "$(wc -l <<<"$help")" -ge 5 ]
    manual=$(sed 's/\\-/-/g' "$made/uplift.1" | grep -o -- '--[a-z-]*' | sort -u)
    completion=$(grep -o "compgen -W '--[^']*'" "$UPLIFT_SOURCE_DIR/packaging/uplift.bash" | grep -o -- '--[a-z-]*' | sort -u)
    same "Help and man page" "$help" "$manual"
    same "Help and completion" "$help" "$completion"
}

# completed WORD...: what the completion offers for the last word.
completed() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    _uplift
    echo "${COMPREPLY[*]}"
}

the_completion_completes() {
    . "$UPLIFT_SOURCE_DIR/packaging/uplift.bash"
    mkdir "$work/folder"
    same "Options" "$(completed uplift --pr)" "--practice"
    same "Languages" "$(completed uplift --language '')" "en zh_CN"
    same "Languages behind =" "$(completed uplift --language = z)" "zh_CN"
    same "Folders" "$(completed uplift --data-dir "$work/fol")" "$work/folder"
}

# Whoever runs this has had the packages installed; a name that dpkg does not know would be installed at every run.
a_second_run_finds_no_package_missing() {
    . "$UPLIFT_SOURCE_DIR/packaging/packages.sh"
    local missing
    missing=$(missing_packages "${build_packages[@]}" "${run_packages[@]}" "${display_packages[@]}" "${test_packages[@]}")
    same "Packages called missing" "$missing" ""
}

installing_to_a_prefix_brings_these_files_and_no_others() {
    local expected size
    # The component of no name is all of it; nothing is built anew.
    DESTDIR='' cmake --install "$UPLIFT_BINARY_DIR" --prefix "$work/prefix" >/dev/null
    expected=$(
        echo bin/uplift
        echo "share/applications/$UPLIFT_APP_ID.desktop"
        echo share/bash-completion/completions/uplift
        for size in 16 22 24 32 48 64 128 256 512; do
            echo "share/icons/hicolor/${size}x$size/apps/$UPLIFT_APP_ID.png"
        done
        echo "share/icons/hicolor/scalable/apps/$UPLIFT_APP_ID.svg"
        echo share/man/man1/uplift.1
        echo "share/metainfo/$UPLIFT_APP_ID.metainfo.xml"
    )
    same "Files" "$(cd "$work/prefix" && find . -type f -printf '%P\n' | sort)" "$(sort <<<"$expected")"
    # A build for tests has the rooms as shared libraries, which stay where they were built.
    local rooms
    rooms=$(find "$UPLIFT_BINARY_DIR" -name 'libuplift_*.so' -printf '%h:')
    same "The installed program's version" \
        "$(LD_LIBRARY_PATH=$rooms "$work/prefix/bin/uplift" --version)" "uplift $UPLIFT_VERSION"
}

"$1"
