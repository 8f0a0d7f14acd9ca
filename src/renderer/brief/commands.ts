import type { Command } from '../registry/command.ts'
import { briefShown, briefWritable, caseWritable } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { runInEditor } from '../state/brief/editor.ts'
import { announce } from '../state/window/toasts.ts'
import { exportMarkdown, importMarkdown } from './markdown.ts'
import { insertNote as noteAtCaret } from './notes.ts'
import { insertTable as tableAtCaret } from './table-commands.ts'

export const newBrief: Command = {
  id: 'new-brief',
  title: 'New brief…',
  when: caseWritable,
  run: () => showDialog({ kind: 'new-brief' })
}

export const briefFields: Command = {
  id: 'brief-fields',
  title: 'Title, author, date, handling of the brief…',
  when: briefWritable,
  run: () => showDialog({ kind: 'brief-fields' })
}

/** Puts a table at the caret. In a table, it goes after that one. */
export const insertTable: Command = {
  id: 'insert-table',
  title: 'Insert a table',
  when: briefWritable,
  run: () => runInEditor((state, dispatch) => (dispatch?.(tableAtCaret(state)), true))
}

export const insertFigure: Command = {
  id: 'insert-figure',
  title: 'Insert a figure…',
  when: briefWritable,
  run: () => showDialog({ kind: 'figure', id: null })
}

export const insertNote: Command = {
  id: 'insert-note',
  title: 'Insert a note',
  keys: 'Mod Alt F',
  when: briefWritable,
  run: () => {
    if (!runInEditor(noteAtCaret)) announce('A note can stand in statements, tables and captions.')
  }
}

export const briefFromMarkdown: Command = {
  id: 'import-markdown',
  title: 'Brief from Markdown…',
  menu: { place: 'file/export', label: 'Import Brief from Markdown…' },
  when: caseWritable,
  run: importMarkdown
}

export const saveAsMarkdown: Command = {
  id: 'export-markdown',
  title: 'Save the brief as Markdown…',
  menu: { place: 'file/export', label: 'Export Brief as Markdown…' },
  when: briefShown,
  run: exportMarkdown
}

export const commands = [
  newBrief,
  briefFields,
  insertTable,
  insertFigure,
  insertNote,
  briefFromMarkdown,
  saveAsMarkdown
]
