import type { Editor } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { htmlToText } from '../../ui/html-text.ts'
import { showMessage } from '../../state/window/toasts.ts'
import { readForeign, type Foreign } from './foreign.ts'
import { insertBlocks, insertLine } from './insert.ts'
import { leftOutWords } from './left-out.ts'
import { importFigures } from './figures.ts'
import { readPlain, withFiles } from './ready.ts'

/** True for what was copied from a brief, whose structure may be kept. */
export function isOwnMarkup(html: string): boolean {
  return html.includes('data-pm-slice=')
}

/** True where blocks can be pasted: not in titles, quotes, captions, notes and cells. */
function takesBlocks({ selection }: EditorState): boolean {
  const { parent } = selection.$from
  return !parent.inlineContent || parent.type.name === 'statement' || parent.type.name === 'subheading'
}

/** What is on the clipboard, or was dropped. */
export interface Pasted {
  html: string
  text: string
  /** Pictures that the clipboard holds by themselves. */
  pictures: File[]
}

/** The pictures that a brief can show among what the clipboard or a drag holds as files. */
export function picturesOf(data: DataTransfer): File[] {
  return [...data.files].filter(({ type }) => type === 'image/png' || type === 'image/jpeg')
}

/**
 * Pastes what comes from elsewhere at the selection, as one step that undo takes back. Pictures become figures, whose bytes become sources.
 * What a brief doesn't take is told.
 */
export function pasteForeign(editor: Editor, view: EditorView, { html, text, pictures: files }: Pasted): void {
  const { state } = view
  if (!takesBlocks(state)) {
    const tr = insertLine(state, text || htmlToText(html))
    if (tr) view.dispatch(tr)
    return
  }
  const read = withFiles(html === '' ? readPlain(text, state.schema) : foreign(html, state.schema), files, state.schema)
  if (read.blocks.length > 0) view.dispatch(insertBlocks(state, read.blocks))
  const told = leftOutWords(read.leftOut)
  if (told) showMessage(told)
  if (read.pictures.length > 0) void importFigures(editor, read.pictures)
}

function foreign(html: string, schema: Schema): Foreign {
  return readForeign(new DOMParser().parseFromString(html, 'text/html'), schema, () => crypto.randomUUID())
}
