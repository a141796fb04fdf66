# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack between staging and packing: what Debian's policy asks of a package beyond `cmake --install`.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
set(documents ${root}/usr/share/doc/uplift)
list(GET CPACK_UPLIFT_EXTRAS 0 debian_changes)
list(GET CPACK_UPLIFT_EXTRAS 1 copyright)
list(GET CPACK_UPLIFT_EXTRAS 2 changes)
list(GET CPACK_UPLIFT_EXTRAS 3 overrides)
file(MAKE_DIRECTORY ${documents})
configure_file(${debian_changes} ${documents}/changelog.Debian COPYONLY)
configure_file(${copyright} ${documents}/copyright COPYONLY)
configure_file(${changes} ${documents}/changelog COPYONLY)
configure_file(${overrides} ${root}/usr/share/lintian/overrides/uplift COPYONLY)
# -n: neither name nor time inside, so that two builds agree.
execute_process(COMMAND gzip -9nf ${documents}/changelog.Debian ${documents}/changelog ${root}/usr/share/man/man1/uplift.1
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND strip --remove-section=.comment --remove-section=.note ${root}/usr/bin/uplift
    COMMAND_ERROR_IS_FATAL ANY)
# The caller's umask must not show either.
execute_process(COMMAND chmod -R u=rwX,go=rX ${root} COMMAND_ERROR_IS_FATAL ANY)
