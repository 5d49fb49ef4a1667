"""Giving a new file the owner, the permissions and the extended attributes of an old one."""

from __future__ import annotations

import errno
import os
import stat
import sys

from argmap.workspace.disk import Unfit

_ACL = "system.posix_acl_access"
# A container answers EINVAL for an owner that it does not know.
_REFUSED = {errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def keep(fd: int, path: str, old: os.stat_result) -> None:
    """Make the open file `fd` like the one at `path`. Raises Unfit if that is refused."""
    if sys.platform == "win32":
        return
    try:
        new = os.fstat(fd)
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            os.fchown(fd, old.st_uid, old.st_gid)
        # Some file systems refuse any chmod, so only when it is needed.
        if stat.S_IMODE(new.st_mode) != stat.S_IMODE(old.st_mode):
            os.fchmod(fd, stat.S_IMODE(old.st_mode))
        if sys.platform == "linux":
            _copy_xattrs(fd, path)
    except OSError as error:
        if error.errno in _REFUSED:
            raise Unfit from error
        raise


if sys.platform == "linux":

    def _copy_xattrs(fd: int, path: str) -> None:
        try:
            names = os.listxattr(path)
            inherited = os.listxattr(fd)
        except OSError as error:
            if error.errno == errno.ENOTSUP:
                return  # The file system has none, so none can get lost.
            raise
        # A folder gives its default access list to new files; the old one may have had none.
        if _ACL in inherited and _ACL not in names:
            os.removexattr(fd, _ACL)
        for name in names:
            value = os.getxattr(path, name)
            if name not in inherited or os.getxattr(fd, name) != value:
                os.setxattr(fd, name, value)
