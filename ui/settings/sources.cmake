# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    settings/settingrow.cpp settings/settingrow.h
    settings/settingsdialog.cpp settings/settingsdialog.h
    settings/settingsections.cpp
    settings/settingsfacts.cpp settings/settingsfacts.h
)
