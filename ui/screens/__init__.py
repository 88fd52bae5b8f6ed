"""The places of the window, one file each, and what each of them owes the window.

A screen is a ``ui.screens.screen.Screen`` (a QWidget) made as ``XScreen(verbs, bridge, parent)``:

==================  =====================================================================
``activate()``      called when it is shown about no one thing, and after an unlock: ask the services
``leave()``         called before it is hidden, locked away or closed: queue what is unsaved
``show_one(key)``   instead of it, and asks for as much; editor: a draft id, ``""`` for a new one; alert: a uid;
                    fir: a key; receipt: an item id; search: words to begin with; messages: the alert replied to
``title()``         what the window's title says (never case text: a title shows when locked)
``retranslate()``   set every word again; called once after the making and at each change of
                    language (texts set here and nowhere else)
``sleep()``         called at the lock: drop what is shown of a case; ``activate()`` follows
==================  =====================================================================

Signals, wired by ``ui.main_window``: ``open_alert(uid)``, ``open_fir(key)``,
``open_receipt(item_id)``, ``edit_draft(draft_id)``, ``go(place)`` (``dashboard``, ``new-alert``,
``my-work``, ``search``, ``back``: the place of the rail shown last), ``notice(kind, sentence)`` (kind ``good``,
``warning`` or ``danger``; the sentence already translated) and ``title_changed()``.

The window makes a screen when it is first asked for, from these modules and classes:
``sign_in.SignInScreen`` · ``lock.LockScreen`` · ``dashboard.DashboardScreen`` · ``alert.AlertScreen`` ·
``editor.EditorScreen`` · ``my_work.MyWorkScreen`` · ``search.SearchScreen`` · ``fir.FirScreen`` and
``receipt.ReceiptScreen`` (these two in windows of their own).

Below a screen:

- ``Screen._ask_to_show(work, show, failed, lane=…)``: for what fills the page. An answer that comes when the page is
  out of sight is lost, so that nothing of a case is put on it behind the lock; ``activate()`` asks again.
- ``ui.bridge.Bridge.run(work, done, failed, lane="", latest=False)``: ``work`` on the pool, ``done(result)``
  or ``failed(error)`` on the GUI thread. Works of one ``lane`` run one after another in their order
  (writes use ``lane="desk"``, so that the lock comes after them); ``latest`` skips and drops older
  works of the lane (as-you-type). Signals ``store_changed(frozenset[Part])``, ``sync_moved()``,
  ``session_changed()``, ``high_alert(uid)``, already gathered over a few milliseconds.
- ``ui.language``: ``say(phrase or word)``, ``phrase_of(error)``, ``clock_time``, ``day_time``, ``date_chip``, ``size``.
- ``ui.words``: ``category``, ``life``, ``attention``, ``item_state``, ``kind``, ``field`` → ``Word(text, icon, tone)``;
  ``text`` is English, ``language.say(word)`` translates it.
- ``ui.phrases``: error codes and reasons → ``Phrase(happened, safe, next)``; English; ``language.say``.
- ``ui.theme``: ``GRID INSIDE BETWEEN AROUND ROW TARGET`` (pixels), ``colours(widget)``, ``icon(name, colour)``,
  ``mark(widget, **names)`` (dynamic properties that the style sheet reads: ``role="title"``, ``"quiet"``,
  ``"warning"``, ``"heading"``; buttons ``kind="primary"``, ``"plain"``, ``"link"``). ``danger`` is for people
  in danger.
- every list model gives its frozen snapshot under ``Qt.ItemDataRole.UserRole`` and a spoken line
  under ``AccessibleTextRole``; models ask for windows of rows and never hold a database row.
- ``ui.widgets``: ``chip.StateChip``, ``field_error.FieldError``, ``empty_state.EmptyState``, ``banner.Banner``,
  ``alert_list.AlertList`` (view of ``DrawnLine``, with ``opened(uid)``, ``acknowledged(uid)``, ``fir_opened(key)``),
  ``rail.Rail``, ``status_line.StatusLine``, ``picture.PictureView``, ``button.button`` (icon, mnemonic, name).
"""
