"""What travels in the packaged program and what stays behind, each with its reason."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

# Imported by name at run time, so that PyInstaller cannot see them.
BY_NAME: Final = {
    "pypdfium2_raw": "cases/opening/pdf.py loads it inside the child only",
    "keyring.backends.SecretService": "library/ring.py: GNOME and others",
    "keyring.backends.kwallet": "library/ring.py: KDE",
    "keyring.backends.Windows": "library/ring.py: Windows",
    "keyring.backends.macOS": "library/ring.py: macOS",
}

# Modules of Python that the libraries would take if they were there, and do without.
MODULES_LEFT_OUT: Final = {
    "ssl": "no network, ever",
    "_ssl": "no network, ever",
    "http": "no network, ever",
    "ftplib": "no network, ever",
    "smtplib": "no network, ever",
    "xmlrpc": "no network, ever",
    "socketserver": "no network, ever",
    "urllib.request": "no network, ever",
    "webbrowser": "Qt opens links",
    "multiprocessing": "our one child process is started without it",
    "unittest": "for developers",
    "doctest": "for developers",
    "pdb": "for developers",
    "pydoc": "for developers",
    "tkinter": "another toolkit",
    "curses": "no terminal is drawn on",
    "readline": "nothing is typed into a terminal",
    "sqlite3": "the library is SQLCipher",
    "_bz2": "no document that is read is packed so; saves a system library",
    "_lzma": "no document that is read is packed so; saves a system library",
    "_uuid": "Python's own way is good enough; saves a system library",
    "PySide6.QtNetwork": "no network, ever",
    "lxml.html": "pages are read with lxml.etree",
    "lxml.objectify": "not used",
    "lxml.isoschematron": "not used",
    "setuptools": "for developers",
    "pip": "for developers",
}

# Files, by what their path in the package holds. Qt's plugins are loaded when they are there.
FILES_LEFT_OUT: Final = {
    r"Qt6?Network": "no network, ever",
    r"plugins/(tls|networkinformation)/": "no network, ever",
    r"platforms/\w*vnc": "a screen over the network",
    r"plugins/generic/": "input from bare devices, one of them over the network",
    r"platforms/\w*(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|direct2d)\b": "bare screens",
    r"plugins/egldeviceintegrations/|EglFS|EglFs": "bare screens",
    r"platforminputcontexts/\w*qtvirtualkeyboard": "needs Qt Quick",
    r"imageformats/(?!\w*svg)": "pictures are SVG of our own and PNG, which Qt Gui reads itself",
    r"(wl-shell-plugin|ivi-shell|fullscreen-shell|qt-shell)": "for cars and other appliances",
    r"WlShellIntegration": "for cars and other appliances",
    r"graphics-integration-client/(?!.*wayland-egl)": "3D drawing; a window of text has none",
    r"(opengl32sw|d3dcompiler)": "3D drawing; a window of text has none",
    r"translations/(?!qtbase_)": "words of Qt's tools",
    r"PIL/_(avif|webp|imagingft|imagingcms|imagingtk)": "signatures are PNG or JPEG",
    r"(^|/)lib(avif|webp|sharpyuv|freetype|harfbuzz|lcms2|brotli|png)\w*-\w+\.so": "the same",
    r"\.(pyi|pxd|pxi|pyx|h|c)$": "for developers",
    r"py\.typed$": "for developers",
    r"dist-info/(?!METADATA$|licenses/|LICENSE)": "how it was installed; its papers stay",
}
_LEFT_OUT: Final = re.compile("|".join(FILES_LEFT_OUT))
_PYTHONS_OWN: Final = re.compile(r"libpython\d|/lib-dynload/")


def travels(place: str, source: str) -> bool:
    """Tell whether a file goes into the package.

    place:  its path in the package, with / or the platform's own sign
    source: where it comes from. On Linux the libraries of the system stay in the system, which
            mends them; linux/apt-packages.txt names them. Other systems have no such supply.
    """
    if _LEFT_OUT.search(place.replace("\\", "/")):
        return False
    if sys.platform != "linux" or _PYTHONS_OWN.search(source):
        return True
    return not source or not Path(source).resolve().is_relative_to("/usr/lib")


def distributions(lock: str) -> list[str]:
    """Return the names of the packages that a lock file names."""
    return re.findall(r"^([a-z0-9][\w.-]*)==", lock, re.MULTILINE)
