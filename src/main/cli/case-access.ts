import { resolve } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import { toCodePoints } from '../../shared/quote/position.ts'
import type { Source } from '../../shared/source/source.ts'
import type { Workspace } from '../workspace.ts'

/** Opens a case for writing. @throws DossierError `case-held`, `case-newer`, `disk-full`, `read-only` */
export async function openToWrite(workspace: Workspace, path: string): Promise<void> {
  await workspace.open(resolve(path))
  workspace.opened().store.mustWrite()
}

/** A source by its key. @throws DossierError `not-found` */
export async function sourceOf(workspace: Workspace, key: string): Promise<Source> {
  const source = await workspace.opened().sourceByKey(key.toUpperCase())
  if (!source) throw new DossierError('not-found', `There is no source ${key} in this case.`)
  return source
}

/** A brief by its id, its number in the list, or its title. @throws DossierError `not-found` */
export function briefOf(workspace: Workspace, which: string): Brief {
  const open = workspace.opened()
  const rows = open.briefRows()
  const row =
    rows.find(({ id }) => id === which) ??
    rows.find(({ title }) => title === which) ??
    (/^\d+$/.test(which) ? rows[Number(which) - 1] : undefined)
  if (!row)
    throw new DossierError('not-found', `There is no brief “${which}” in this case. “dossier brief list” shows them.`)
  return open.brief(row.id)
}

/** Ranges with their offsets as Unicode code points, as W3C selectors count. */
export function inCodePoints<T extends { start: number; end: number }>(content: string, ranges: readonly T[]): T[] {
  const astral = /[\ud800-\udfff]/.test(content)
  if (!astral) return ranges.map((range) => ({ ...range }))
  return ranges.map((range) => ({
    ...range,
    start: toCodePoints(content, range.start),
    end: toCodePoints(content, range.end)
  }))
}
