import type { SourceRow } from '../../shared/case/row.ts'
import { useBrief } from '../state/brief/brief.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { useEditor } from '../state/brief/editor.ts'
import { useLocators } from '../state/case/locators.ts'
import { showQuote } from '../state/sources/quotes.ts'
import { showPassage } from '../state/sources/reader.ts'
import { annotationsKey } from './annotations.ts'
import type { BriefContext } from './context.ts'
import { numberingKey, type Numbering } from './numbering.ts'
import { comingFigures } from './paste/coming.ts'

const listeners = new Set<() => void>()
let numbering: Numbering = new Map()

/** Has all views drawn again. */
export function redrawViews(): void {
  for (const listener of listeners) listener()
}

/** The source of a saved quote. */
export const sourceOf = (quoteId: string): string | null => useCase.getState().quotes.get(quoteId)?.sourceId ?? null

/** The open case, for the views in the editor. */
export const caseContext: BriefContext = {
  quote: (id) => (id === null ? undefined : useCase.getState().quotes.get(id)),
  source: (id) => sourceRow(useCase.getState().sources, id),
  sourceOf,
  check(id) {
    const { editor } = useEditor.getState()
    return id === null || !editor ? undefined : annotationsKey.getState(editor.state)?.quotes.get(id)
  },
  locator: (id) => (id === null ? undefined : useLocators.getState().of.get(id)),
  number: (id) => (id === null ? undefined : numbering.get(id)),
  show: ({ quoteId, sourceId, blockId }) => void showOrigin(quoteId, sourceId, blockId),
  isComing: (id) => id !== null && comingFigures.has(id),
  subscribe(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
}

/** Leads to where a citation or a quote block comes from. */
async function showOrigin(quoteId: string | null, sourceId: string | null, blockId: string | null): Promise<void> {
  if (quoteId !== null && useCase.getState().quotes.has(quoteId)) return showQuote(quoteId, 'brief')
  if (sourceId === null) return
  const found = useBrief.getState().check?.quotes.find((check) => check.blockId === blockId)?.verification
  await showPassage({ sourceId, start: found?.start ?? null, end: found?.end ?? null }, 'brief')
}

/** Lets go of views whose editor is gone. */
export function dropViews(): void {
  listeners.clear()
}

/** Numbers the cited sources anew. */
export function refreshNumbers(): void {
  const { editor } = useEditor.getState()
  numbering = (editor && numberingKey.getState(editor.state)) ?? numbering
  redrawViews()
}

/** True when a source that the brief cites has changed: an import brings thousands that it doesn't, and drawing has its price. */
export function citedChanged(rows: SourceRow[], before: SourceRow[]): boolean {
  return rows !== before && [...numbering.keys()].some((id) => sourceRow(rows, id) !== sourceRow(before, id))
}
