import { create } from 'zustand'
import type { Input } from '../../../shared/api/contract.ts'
import type { TagRow } from '../../../shared/case/codebook/passages.ts'
import { MARK_COLOURS, markTitle, type Mark, type MarkColour } from '../../../shared/case/records/mark.ts'
import type { SourceText } from '../../../shared/source/source.ts'
import { ask, listen } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { announce } from '../window/toasts.ts'
import { offerUndo } from '../window/undo.ts'
import { followReaders, shownSources, useReader } from './readers.ts'

interface Marks {
  /** The sources whose marks these are: those that show. */
  of: ReadonlySet<string>
  marks: readonly Mark[]
  /** The mark that is chosen, by the keyboard or the mouse. */
  chosen: string | null
  /** The colour that a new mark gets: the one that was given last. */
  colour: MarkColour
  /** The codebook; null until it was asked for. */
  tags: readonly TagRow[] | null
  /** Counts the changes of what is tagged, for what shows it. */
  changes: number
}

const EMPTY: Marks = { of: new Set(), marks: [], chosen: null, colour: MARK_COLOURS[0], tags: null, changes: 0 }

/** The marks of the sources that show, and the tags of the case. */
export const useMarks = create<Marks>(() => EMPTY)

forgetWithCase(() => useMarks.setState(EMPTY))

/** Follows which sources show, and what is done to marks and tags, until the returned function is called. */
export function startMarks(): () => void {
  const stopReader = followReaders(() => {
    const { of, tags } = useMarks.getState()
    const shown = new Set(shownSources())
    const fresh = [...shown].filter((id) => !of.has(id))
    if (fresh.length === 0 && shown.size === of.size) return
    useMarks.setState(({ marks }) => ({ of: shown, marks: marks.filter(({ sourceId }) => shown.has(sourceId)) }))
    for (const id of fresh) void loadMarks(id)
    if (shown.size > 0 && tags === null) void loadTags()
  })
  const stopEvents = listen('marks.changed', ({ sourceIds, tags }) => {
    for (const id of useMarks.getState().of) if (tags || sourceIds.includes(id)) void loadMarks(id)
    if (tags) void loadTags()
  })
  return () => {
    stopReader()
    stopEvents()
  }
}

async function loadMarks(sourceId: string): Promise<void> {
  const found = await ask('mark.list', { sourceId })
  if (found) takeMarks(sourceId, found)
}

/** Takes over the marks of a source, if it still shows. */
function takeMarks(sourceId: string, found: readonly Mark[]): void {
  useMarks.setState(({ of, marks }) =>
    of.has(sourceId) ? { marks: [...marks.filter((mark) => mark.sourceId !== sourceId), ...found] } : {}
  )
}

/** Asks for the codebook. */
export async function loadTags(): Promise<void> {
  const tags = await ask('tag.list', {})
  if (tags) useMarks.setState(({ changes }) => ({ tags, changes: changes + 1 }))
}

/** The marks of a source whose words stand in this text. */
export function marksIn(marks: readonly Mark[], of: string, text: SourceText): Mark[] {
  return marks.filter(({ sourceId, target }) => sourceId === of && target.textSha256 === text.sha256)
}

/** The tags of these ids, former ones passed over, in the order of the codebook. */
export function tagsOf(tags: readonly TagRow[] | null, ids: readonly string[]): TagRow[] {
  return (tags ?? []).filter(({ id }) => ids.includes(id))
}

/** Marks a range of the open source; null when that failed (and was shown). */
export async function createMark(
  range: { start: number; end: number },
  colour: MarkColour = useMarks.getState().colour,
  tags: string[] = []
): Promise<Mark | null> {
  const { sourceId } = useReader.getState()
  if (sourceId === null) return null
  const mark = await ask('mark.create', { sourceId, ...range, colour, tags })
  if (!mark) return null
  useMarks.setState(({ of, marks }) => ({
    chosen: mark.id,
    ...(of.has(sourceId) ? { marks: [...marks.filter(({ id }) => id !== mark.id), mark] } : {})
  }))
  announce(`Marked: ${markTitle(mark)}`)
  return mark
}

/** Changes a mark. Answers whether that was saved; a failure was shown. */
export async function updateMark(change: Input<'mark.update'>): Promise<boolean> {
  if (change.colour) useMarks.setState({ colour: change.colour })
  const mark = await ask('mark.update', change)
  if (!mark) return false
  useMarks.setState(({ marks }) => ({ marks: marks.map((each) => (each.id === mark.id ? mark : each)) }))
  return true
}

/** Deletes a mark and offers to take that back. */
export async function deleteMark(id: string): Promise<void> {
  const mark = useMarks.getState().marks.find((each) => each.id === id)
  if (!mark || !(await ask('mark.delete', { ids: [id] }))) return
  useMarks.setState(({ marks, chosen }) => ({
    marks: marks.filter((each) => each.id !== id),
    chosen: chosen === id ? null : chosen
  }))
  offerUndo('The mark was deleted.', async () => {
    const { sourceId, target, colour, tags, note } = mark
    const made = await ask('mark.create', { sourceId, start: target.start, end: target.end, colour, tags })
    if (made && note !== '') await ask('mark.update', { id: made.id, note })
  })
}
