import type { BriefRow } from '../../shared/api/contract.ts'
import type { Brief, BriefFields } from '../../shared/brief/brief.ts'
import { checkBrief } from '../../shared/brief/check-brief.ts'
import type { BriefCheck } from '../../shared/brief/check.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { documentOf, type Template } from '../../shared/brief/templates.ts'
import type { OpenCase } from './open-case.ts'
import type { ClockAndIds } from './quotes.ts'

/** Makes an empty brief of a template. */
export async function createBrief(
  open: OpenCase,
  { title, author, template }: { title: string; author: string; template: Template },
  clockAndIds: ClockAndIds
): Promise<Brief> {
  const brief: Brief = {
    id: clockAndIds.newId(),
    title,
    author,
    date: localDay(clockAndIds.now()),
    tlp: open.store.record.tlp,
    language: 'en',
    template: template.id,
    createdAt: clockAndIds.now().toISOString(),
    doc: documentOf(template, () => nodeId(clockAndIds)),
    withheld: [],
    deletedAt: null
  }
  await open.store.addBrief(brief)
  return brief
}

/** Saves a brief's fields and document; resolves when they are on the disk. */
export async function saveBrief(
  open: OpenCase,
  id: string,
  { fields, doc }: { fields: BriefFields; doc: Brief['doc'] },
  clockAndIds: ClockAndIds
): Promise<void> {
  await open.versions.keepAfterPause(open.brief(id), clockAndIds)
  await open.store.updateBrief(id, (brief) => ({ ...brief, ...fields, doc }))
}

/** Deletes a brief, or brings it back. Answers the briefs that there are. @throws DossierError `not-found` or a storage failure */
export async function setBriefDeleted(open: OpenCase, id: string, deletedAt: string | null): Promise<BriefRow[]> {
  const brief = open.store.briefs().find((each) => each.id === id)
  if (!brief) throw new DossierError('not-found', 'This brief is no longer in the case.')
  const action = deletedAt === null ? 'brief-restored' : 'brief-deleted'
  await open.edits.as({ action, subjects: [`“${brief.title}”`] }, () =>
    open.edits.updateBrief(id, (before) => ({ ...before, deletedAt }), { action, subject: id, detail: {} })
  )
  return open.briefRows()
}

/** Verifies and checks a brief as it is saved. */
export async function checkSavedBrief(open: OpenCase, id: string): Promise<BriefCheck> {
  const brief = open.brief(id)
  return checkBrief(brief.doc, await open.lookupFor(brief))
}

/** A short id for a node of a brief: it need only be unique within it. */
export function nodeId(clockAndIds: ClockAndIds): string {
  return clockAndIds.newId().replaceAll('-', '').slice(0, 10)
}

/** The day that the user's calendar shows, as an ISO date. */
export function localDay(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
