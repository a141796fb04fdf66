# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    dialogs/aboutdialog.cpp dialogs/aboutdialog.h
    dialogs/accountdialog.cpp dialogs/accountdialog.h
    dialogs/askdialog.cpp dialogs/askdialog.h
    dialogs/changedialog.cpp dialogs/changedialog.h
    dialogs/closingdialog.cpp dialogs/closingdialog.h
    dialogs/confirmdialog.cpp dialogs/confirmdialog.h
    dialogs/confirmfacts.cpp dialogs/confirmfacts.h
    dialogs/connectionform.cpp dialogs/connectionform.h
    dialogs/deliberatebutton.cpp dialogs/deliberatebutton.h
    dialogs/dialogframe.cpp dialogs/dialogframe.h
    dialogs/doctordialog.cpp dialogs/doctordialog.h
    dialogs/environmentchoice.cpp dialogs/environmentchoice.h
    dialogs/errorview.cpp dialogs/errorview.h
    dialogs/importdialog.cpp dialogs/importdialog.h
    dialogs/momentfields.cpp dialogs/momentfields.h
    dialogs/movetaskdialog.cpp dialogs/movetaskdialog.h
    dialogs/profiledialog.cpp dialogs/profiledialog.h
    dialogs/profileimportdialog.cpp dialogs/profileimportdialog.h
    dialogs/requestdialog.cpp dialogs/requestdialog.h
    dialogs/roomydialog.cpp dialogs/roomydialog.h
    dialogs/ticketdialog.cpp dialogs/ticketdialog.h
    dialogs/testnote.cpp dialogs/testnote.h
)
