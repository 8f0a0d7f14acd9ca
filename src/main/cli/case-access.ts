import { resolve } from 'node:path'
import type { CaseView } from '../../shared/api/contract.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import { toCodePoints } from '../../shared/quote/position.ts'
import type { Source } from '../../shared/source/source.ts'
import type { Workspace } from '../workspace.ts'

/** Opens a case without asking for the right to write it. */
export function openToRead(workspace: Workspace, path: string): Promise<CaseView> {
  return workspace.handlers['case.use']({ path: resolve(path), to: 'read' })
}

/** Opens a case for writing where that can be had, so that the chain of custody tells of what is done. */
export function openToNote(workspace: Workspace, path: string): Promise<CaseView> {
  return workspace.handlers['case.use']({ path: resolve(path), to: 'note' })
}

/** Opens a case for writing. @throws DossierError `case-held`, `case-newer`, `disk-full`, `read-only` */
export function openToWrite(workspace: Workspace, path: string): Promise<CaseView> {
  return workspace.handlers['case.use']({ path: resolve(path), to: 'edit' })
}

/** A source by its key. @throws DossierError `not-found` */
export function sourceOf(workspace: Workspace, key: string): Promise<Source> {
  return workspace.handlers['source.byKey']({ key })
}

/** A brief by its id, its number in the list, or its title. @throws DossierError `not-found` */
export function briefOf(workspace: Workspace, which: string): Promise<Brief> {
  return workspace.handlers['brief.find']({ which })
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
