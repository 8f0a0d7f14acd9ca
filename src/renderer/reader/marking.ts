import type { Mark, MarkColour } from '../../shared/case/records/mark.ts'
import { createMark, updateMark, useMarks } from '../state/sources/marks.ts'
import { useReader } from '../state/sources/readers.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'

const NOTHING = 'Select the words in the reader first, or go to a sentence with the arrow keys.'

/** The mark that is meant: the one at the focus, else the one that is chosen; none while words are selected. */
function meantMark(): Mark | undefined {
  const { marks, chosen } = useMarks.getState()
  if (useReader.getState().selection) return undefined
  const { activeElement } = document
  const ids = activeElement instanceof HTMLElement ? (activeElement.dataset['quotes']?.split(' ') ?? []) : []
  return marks.find(({ id }) => ids.includes(id)) ?? marks.find(({ id }) => id === chosen)
}

function meantRange(): { start: number; end: number } | null {
  const { selection, cursor } = useReader.getState()
  return selection ?? cursor
}

/** Marks what is selected in the reader, or stands at its cursor. */
export async function markSelection(colour?: MarkColour): Promise<void> {
  const range = meantRange()
  if (!range) return showMessage(NOTHING)
  if (await createMark(range, colour)) document.getSelection()?.removeAllRanges()
}

/** Gives the mark that is meant a colour; without one marks what is selected in it. */
export async function colourMark(colour: MarkColour): Promise<void> {
  const mark = meantMark()
  useMarks.setState({ colour })
  if (mark) await updateMark({ id: mark.id, colour })
  else await markSelection(colour)
}

/** Asks for the tags of what is selected in the reader, of the mark that is meant, or of the sentence at the cursor. */
export function tagSelection(): void {
  const { sourceId, selection } = useReader.getState()
  const mark = meantMark()
  if (mark && !selection) return showDialog({ kind: 'tags', subject: { of: 'mark', id: mark.id } })
  const range = meantRange()
  if (!range || sourceId === null) return showMessage(NOTHING)
  showDialog({ kind: 'tags', subject: { of: 'range', sourceId, ...range } })
}
