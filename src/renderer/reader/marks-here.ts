import { useMemo } from 'react'
import type { Mark } from '../../shared/case/records/mark.ts'
import type { Subject } from '../registry/command.ts'
import type { SourceText } from '../../shared/source/source.ts'
import { marksIn, useMarks } from '../state/sources/marks.ts'
import { useReader, type ReaderStore } from '../state/sources/readers.ts'
import '../ui/mark-colours.css'

/** The marks of the text that is shown, and the one that is chosen. */
export function useMarksHere(sourceId: string, text: SourceText): { marks: Mark[]; chosen: string | null } {
  const all = useMarks((state) => state.marks)
  const chosen = useMarks((state) => state.chosen)
  const marks = useMemo(() => marksIn(all, sourceId, text), [all, sourceId, text])
  return { marks, chosen }
}

function isMark(id: string): boolean {
  return useMarks.getState().marks.some((mark) => mark.id === id)
}

/** Chooses a quote or a mark of the text; at most one is chosen. */
export function chooseAt(id: string, reader: ReaderStore = useReader): void {
  const mark = isMark(id)
  reader.setState({ selectedQuote: mark ? null : id })
  useMarks.setState({ chosen: mark ? id : null })
}

/** What the menu about a quote or mark of the text is about. */
export function subjectOf(id: string): { subject: Subject; label: string } {
  return isMark(id) ? { subject: 'mark', label: 'Mark' } : { subject: 'quote', label: 'Quote' }
}
