import { STATEMENT_KINDS } from '../../shared/brief/brief.ts'
import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { briefShown, briefWritable, caseWritable } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { runInEditor, useEditor } from '../state/brief/editor.ts'
import type { Keys } from '../ui/keys.ts'
import { announce } from '../state/window/toasts.ts'
import { exportMarkdown, importMarkdown } from './markdown.ts'
import { insertNote as noteAtCaret } from './notes.ts'
import { openFacts, toggleStatement } from './statement.ts'
import { insertTable as tableAtCaret } from './table-commands.ts'

export const newBrief: Command = {
  id: 'new-brief',
  title: 'New brief…',
  menu: { place: 'brief/briefs', label: 'New Brief…' },
  keys: 'Mod Shift N',
  area: 'window',
  when: caseWritable,
  run: () => showDialog({ kind: 'new-brief' })
}

export const briefFields: Command = {
  id: 'brief-fields',
  title: 'Title, author, date, handling of the brief…',
  menu: { place: 'brief/briefs', label: 'Title, Author, Date, Handling…' },
  when: briefWritable,
  run: () => showDialog({ kind: 'brief-fields' })
}

/** Makes a template of the open brief's sections. */
const saveTemplate: Command = {
  id: 'save-template',
  title: 'Save the brief as a template…',
  menu: { place: 'brief/briefs', label: 'Save as a Template…', order: 1 },
  when: briefShown,
  run: () => showDialog({ kind: 'save-template' })
}

/** Puts a table at the caret. In a table, it goes after that one. */
export const insertTable: Command = {
  id: 'insert-table',
  title: 'Insert a table',
  menu: { place: 'brief/insert', label: 'Insert Table' },
  when: briefWritable,
  run: () => runInEditor((state, dispatch) => (dispatch?.(tableAtCaret(state)), true))
}

export const insertFigure: Command = {
  id: 'insert-figure',
  title: 'Insert a figure…',
  menu: { place: 'brief/insert', label: 'Insert Figure…' },
  when: briefWritable,
  run: () => showDialog({ kind: 'figure', id: null })
}

export const insertNote: Command = {
  id: 'insert-note',
  title: 'Insert a note',
  menu: { place: 'brief/insert', label: 'Insert Note' },
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

const atStatement = all(
  briefWritable,
  when(useEditor, ({ caret }) => caret.statement !== null)
)

const KINDS: Record<(typeof STATEMENT_KINDS)[number], { words: string; label: string; keys: Keys }> = {
  fact: { words: 'a fact', label: 'Fact', keys: 'Mod Alt 1' },
  judgement: { words: 'a judgement', label: 'Judgement', keys: 'Mod Alt 2' },
  assumption: { words: 'an assumption', label: 'Assumption', keys: 'Mod Alt 3' }
}

/** Say what the statement at the caret is; the same again takes it back. */
export const kindCommands: Command[] = STATEMENT_KINDS.map((kind) => ({
  id: `statement-${kind}`,
  title: `Mark the statement as ${KINDS[kind].words}`,
  menu: { place: 'brief/statement', label: KINDS[kind].label },
  keys: KINDS[kind].keys,
  when: atStatement,
  run: () => toggleStatement('kind', kind)
}))

const statementFacts: Command = {
  id: 'statement-facts',
  title: 'Kind, likelihood and confidence of the statement',
  menu: { place: 'brief/statement', label: 'Kind, Likelihood, Confidence…', order: 1 },
  keys: 'Mod Alt 4',
  when: atStatement,
  run: () => openFacts()
}

export const commands = [
  newBrief,
  briefFields,
  saveTemplate,
  ...kindCommands,
  statementFacts,
  insertTable,
  insertFigure,
  insertNote,
  briefFromMarkdown,
  saveAsMarkdown
]
