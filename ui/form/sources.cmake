# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    form/checkssection.cpp form/checkssection.h
    form/formchecks.cpp
    form/formfacts.cpp form/formfacts.h
    form/identitysection.cpp form/identitysection.h
    form/impactsection.cpp form/impactsection.h
    form/momentsection.cpp form/momentsection.h
    form/notesdialog.cpp form/notesdialog.h
    form/quiethourchart.cpp form/quiethourchart.h
    form/quiethoursection.cpp form/quiethoursection.h
    form/upgradeform.cpp form/upgradeform.h
    form/upgradeformfoot.cpp
    form/upgradeparts.cpp form/upgradeparts.h
    form/versionsection.cpp form/versionsection.h
)
