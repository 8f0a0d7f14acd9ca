import type { SourceRow } from '../../../shared/case/row.ts'
import { useCase } from '../case/case.ts'
import { forgetWithCase } from '../window/forget.ts'
import { useReader } from './readers.ts'

const KEPT = 20

/** The sources that were opened since the case was, the newest first. */
let opened: string[] = []

useReader.subscribe(({ phase, sourceId }, before) => {
  if (phase !== 'shown' || sourceId === null || (before.phase === 'shown' && before.sourceId === sourceId)) return
  opened = [sourceId, ...opened.filter((id) => id !== sourceId)].slice(0, KEPT)
})

forgetWithCase(() => {
  opened = []
})

/** Sources to go back to: those that were open, the last first, then the newest of the case; without the one that is open. */
export function recentSources(most: number): SourceRow[] {
  const { sources } = useCase.getState()
  const { sourceId } = useReader.getState()
  const seen = opened.flatMap((id) => sources.find((row) => row.id === id) ?? [])
  const rest = sources.filter(({ id }) => !opened.includes(id))
  // Only as many as are shown are sought out: a case may have 10,000.
  const newest = rest.length <= most ? rest : rest.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt))
  return [...seen, ...newest].filter(({ id }) => id !== sourceId).slice(0, most)
}
