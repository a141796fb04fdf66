#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the program's texts into the .ts files. All texts share one context, "uplift" (see ui/language.h): a text has one
# translation wherever it stands. English holds plurals alone. With --check nothing is written; it fails when a file is behind.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lupdate=/usr/lib/qt6/bin/lupdate
"$lupdate" -silent -no-obsolete -locations none ../../app ../../ui -source-language en -target-language zh_CN -ts "$work/all.ts" >/dev/null 2>&1
python3 merge.py "$work/all.ts" uplift_zh_CN.ts zh_CN "$@"
python3 merge.py "$work/all.ts" uplift_en.ts en "$@"
