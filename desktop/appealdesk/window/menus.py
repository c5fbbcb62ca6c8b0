"""The menu bar, from the actions."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar

from appealdesk.translation import _
from appealdesk.window.actions import Actions


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Put every action into its menu; "" is a line between groups."""
    bar.setObjectName("menu_bar")
    bar.setAccessibleName(_("Menus"))
    file = _menu(bar, "file_menu", _("&File"))
    _fill(file, actions, "open_document paste_document new_letter try_sample - save_letters")
    _fill(file, actions, "save_this save_together save_word save_odt save_text -")
    _fill(file, actions, "beside_letters preview print_letters send_mail")
    _fill(file, actions, "- remove_case - quit")
    edit = _menu(bar, "edit_menu", _("&Edit"))
    _fill(
        edit, actions, "undo redo - cut copy paste - find - case_details sender_details passphrase"
    )
    letter = _menu(bar, "letter_menu", _("&Letter"))
    _fill(
        letter,
        actions,
        "check next_field insert - bold italic as_list as_quotation - next_letter previous_letter -",
    )
    _fill(letter, actions, "add_recipient add_embassy correct_recipient remove_recipient -")
    _fill(letter, actions, "write_specially share_again - around hold_window - copy_text")
    view = _menu(bar, "view_menu", _("&View"))
    _fill(view, actions, "show_write show_page show_both - show_cases next_room previous_room -")
    _fill(view, actions, "zoom_in zoom_out zoom_fit -")
    look = view.addMenu(_("&Colours"))
    look.setObjectName("look_menu")
    look.setAccessibleName(_("Colours"))
    _fill(look, actions, "look_desktop look_light look_dark")
    help_menu = _menu(bar, "help_menu", _("&Help"))
    _fill(help_menu, actions, "keys about")


def save_menu(parent: QMenuBar, actions: Actions) -> QMenu:
    """Return the menu of the main button: the other ways to save."""
    menu = QMenu(parent)
    menu.setObjectName("save_menu")
    menu.setAccessibleName(_("Other ways to save"))
    _fill(menu, actions, "save_this save_together save_word save_odt save_text - beside_letters")
    return menu


def _menu(bar: QMenuBar, name: str, text: str) -> QMenu:
    menu = bar.addMenu(text)
    menu.setObjectName(name)
    menu.setAccessibleName(text.replace("&", ""))
    return menu


def _fill(menu: QMenu, actions: Actions, names: str) -> None:
    for name in names.split():
        if name == "-":
            menu.addSeparator()
        else:
            menu.addAction(getattr(actions, name))
