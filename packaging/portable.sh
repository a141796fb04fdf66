#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds build/packages/uplift-VERSION-linux-ARCH.tar.xz: runs from any folder of a Debian 12 desktop (or newer) without Qt,
# without installing and without environment variables. The same program as in the .deb, from the same build.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

# Libraries the desktop must have, and why they stay outside. Everything else that is needed is inside.
#   the C and C++ runtime                            the kernel and the loader belong to them
#   X11, xcb and their two helpers                   speak to this machine's X server; part of every desktop
#   fontconfig, freetype, expat, zlib                read this machine's fonts in this machine's cache format
#   D-Bus                                            speaks to this machine's bus; brings libsystemd
#   wayland-client                                   shared with this machine's Mesa, which may be newer than ours
external='^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|gcc_s|stdc\+\+)\.so.*)$'
external+='|^lib(X11|X11-xcb|xcb|Xau|Xdmcp)\.so.*$'
external+='|^lib(fontconfig|freetype|expat|z|dbus-1|wayland-client)\.so.*$'

# Plugins, named because Qt opens them at run time. All drawing is raster; but on Wayland Qt draws no title bar without the
# EGL integration, and GNOME leaves that to the program.
plugins=(
    platforms/libqxcb.so platforms/libqwayland-generic.so platforms/libqoffscreen.so
    wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so
    wayland-graphics-integration-client/libqt-plugin-wayland-egl.so
    platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so
    platforminputcontexts/libfcitx5platforminputcontextplugin.so
    platformthemes/libqxdgdesktopportal.so
    sqldrivers/libqsqlite.so tls/libqopensslbackend.so
    imageformats/libqsvg.so iconengines/libqsvgicon.so
)

install_missing "${build_packages[@]}" "${run_packages[@]}" "${portable_packages[@]}"
build_package

version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' build/package/CMakeCache.txt)
name=uplift-$version-linux-$(uname -m)
tree=build/package/portable/$name
libraries=/usr/lib/$(gcc -print-multiarch)
rm -rf build/package/portable
mkdir -p "$tree"/{bin,lib,plugins,translations,licences,share/uplift/fonts}
cmake --install build/package --prefix "$tree" --strip >/dev/null

# needed FILE: the libraries it names.
needed() { objdump -p "$1" | awk '$1 == "NEEDED" { print $2 }'; }

origins=() # the packages' files that went in, for their licences
# bring FILE FOLDER: copies it, then whatever it needs into lib/.
bring() {
    local file=$1 folder=$2 library
    [ ! -e "$tree/$folder/$(basename "$file")" ] || return 0
    mkdir -p "$tree/$folder"
    cp -L "$file" "$tree/$folder/"
    origins+=("$file")
    bring_needs "$file"
}
bring_needs() {
    local library
    for library in $(needed "$1"); do
        [[ $library =~ $external ]] && continue
        [ -e "$libraries/$library" ] || { echo "There is no $library in $libraries." >&2; return 1; }
        bring "$libraries/$library" lib
    done
}

bring_needs "$tree/bin/uplift"
for plugin in "${plugins[@]}"; do
    bring "$libraries/qt6/plugins/$plugin" "plugins/$(dirname "$plugin")"
done
bring "$libraries/libsecret-1.so.0" lib # QtKeychain opens it by name
cp /usr/share/qt6/translations/qtbase_zh_CN.qm "$tree/translations/"
origins+=(/usr/share/qt6/translations/qtbase_zh_CN.qm)

# Nothing is looked for in the system first, and no variable is needed to find what is inside.
patchelf --set-rpath '$ORIGIN/../lib' "$tree/bin/uplift"
find "$tree/lib" -type f -exec patchelf --set-rpath '$ORIGIN' {} +
find "$tree/plugins" -name '*.so' -exec patchelf --set-rpath '$ORIGIN/../../lib' {} +
printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$tree/bin/qt.conf"
ln -s bin/uplift "$tree/uplift"

# Fonts, each in a folder of its family's name; the program takes those the system lacks. The licence of each allows a
# subset under its own name. Of the Chinese face: the characters of GB 18030's everyday planes, without other regions' forms.
font() {
    local family=$1 source=$2 target=$3 made=build/package/fonts/$3
    shift 3
    mkdir -p "$tree/share/uplift/fonts/$family" build/package/fonts
    origins+=("$source")
    if [ $# -eq 0 ]; then
        made=$source
    elif [ ! "$made" -nt "$source" ] || [ ! "$made" -nt packaging/portable.sh ]; then # a minute for a large face
        /usr/bin/python3 -m fontTools.subset "$source" --output-file="$made.part" "$@" 2>/dev/null
        mv "$made.part" "$made"
    fi
    cp "$made" "$tree/share/uplift/fonts/$family/$target"
}
for weight in Regular Medium SemiBold Bold; do
    font Inter "/usr/share/fonts/opentype/inter/Inter-$weight.otf" "Inter-$weight.otf"
done
for weight in '' -Bold; do
    font 'DejaVu Sans Mono' "/usr/share/fonts/truetype/dejavu/DejaVuSansMono$weight.ttf" "DejaVuSansMono$weight.ttf"
done
chinese='U+0020-024F,U+0391-03C9,U+0401-0451,U+2000-206F,U+20A0-20BF,U+2100-218F,U+2190-21FF,U+2200-22FF'
chinese+=',U+2460-24FF,U+2500-25FF,U+2600-26FF,U+3000-30FF,U+3100-312F,U+3200-33FF,U+4E00-9FFF,U+F900-FAFF,U+FE30-FE4F,U+FF00-FFEF'
for weight in Regular Bold; do
    font 'Noto Sans CJK SC' "/usr/share/fonts/opentype/noto/NotoSansCJK-$weight.ttc" "NotoSansCJKsc-$weight.otf" \
        --font-number=2 --unicodes="$chinese" --layout-features='kern,palt,vert,locl' --no-hinting --desubroutinize \
        --name-IDs='*' --notdef-outline --no-recalc-timestamp
done

# Licences: Debian's record of each package that gave a file, with its version and source.
for origin in "${origins[@]}"; do
    dpkg-query -S "$(realpath "$origin")" "${origin/#\/usr/}" 2>/dev/null | sed 's/:.*//' || true
done | sort -u >build/package/portable/packages
[ -s build/package/portable/packages ]
while read -r package; do
    cp -L "/usr/share/doc/$package/copyright" "$tree/licences/$package"
    dpkg-query -W -f='${Package} ${Version} (source ${source:Package} ${source:Version})\n' "$package" | sort -u | head -n 1
done <build/package/portable/packages >"$tree/licences/PACKAGES"
cp LICENSE "$tree/licences/uplift"
cp -r /usr/share/common-licenses "$tree/licences/common-licenses" 2>/dev/null
cat >"$tree/README" <<END
Uplift $version, portable. Start ./uplift; nothing is installed, your data lies in ~/.local/share/uplift.

Inside: Qt and the libraries listed in licences/PACKAGES, as Debian 12 builds them, each under its own licence (licences/);
their sources are Debian's source packages of the versions named there. Fonts: Inter, DejaVu Sans Mono, Noto Sans CJK SC,
used where the system lacks them. From the system: the C and C++ runtime, X11, fontconfig, freetype, D-Bus,
and on Wayland its client library and Mesa.
Security updates of what is inside come with a new archive, not with the system's updates: prefer the .deb on Debian.
END

mkdir -p build/packages
archive=build/packages/$name.tar.xz
chmod -R u=rwX,go=rX "$tree"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --format=gnu \
    -C build/package/portable -c "$name" | xz -9e -T1 >"$archive"
sha256sum "$archive"
echo "packed $(stat -c %s "$archive") bytes, unpacked $(du -sb --apparent-size "$tree" | cut -f1) bytes"
