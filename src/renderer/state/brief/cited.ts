import { create } from 'zustand'
import { ask } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import type { BriefCheck } from '../../../shared/brief/check.ts'

/** The sources that each brief cites, as the briefs were when that was asked; by the briefs' ids. */
export const useCited = create<{ of: ReadonlyMap<string, readonly string[]> }>(() => ({ of: new Map() }))

forgetWithCase(() => useCited.setState({ of: new Map() }))

/** Asks which sources the briefs cite. */
export async function loadCited(): Promise<void> {
  const cited = await ask('brief.cited', {})
  if (cited) useCited.setState({ of: new Map(cited.map(({ id, sources }) => [id, sources])) })
}

/** The briefs that cite each source. Of the open brief its last check tells, which follows what is written. */
export function briefsBySource(
  of: ReadonlyMap<string, readonly string[]>,
  open: { id: string | null; check: Pick<BriefCheck, 'sourceNumbers'> | null }
): Map<string, string[]> {
  const briefs = new Map<string, string[]>()
  const all = new Map(of)
  if (open.id !== null && open.check) all.set(open.id, Object.keys(open.check.sourceNumbers))
  for (const [brief, sources] of all) {
    for (const source of sources) {
      const known = briefs.get(source)
      if (known) known.push(brief)
      else briefs.set(source, [brief])
    }
  }
  return briefs
}
