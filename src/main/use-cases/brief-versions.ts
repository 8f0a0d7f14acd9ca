import type { Brief } from '../../shared/brief/brief.ts'
import { briefDifference, isSame, type BriefDifference } from '../../shared/brief/versions/difference.ts'
import { byAge, isDue, tooMany } from '../../shared/brief/versions/keeping.ts'
import { blockText, citationsOf, walkBlocks, type Reference } from '../../shared/brief/walk.ts'
import { same } from '../../shared/case/merge/canonical.ts'
import { BRIEF_VERSION, type BriefVersion, type VersionReason } from '../../shared/case/records/brief-version.ts'
import type { VersionRow } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { CaseStore } from '../store/case-store.ts'
import type { Edits } from './edits.ts'
import type { ClockAndIds } from './clock-and-ids.ts'

/** What has versions: the briefs of an open case. */
interface VersionedCase {
  readonly store: Pick<CaseStore, 'records' | 'catalogue' | 'readOnly'>
  readonly edits: Edits
  brief(id: string): Brief
}

type State = Pick<BriefVersion, 'fields' | 'doc'>

/** The versions of the briefs of an open case: kept when somebody wants it, and by themselves before a restoration, at an export, and before the first change after a pause. */
export class BriefVersions {
  readonly #open: VersionedCase
  /** When the newest version of a brief was kept, as far as that was looked up. */
  readonly #newest = new Map<string, string>()

  constructor(open: VersionedCase) {
    this.#open = open
  }

  /** The versions of a brief, the oldest first. */
  of(briefId: string): BriefVersion[] {
    return this.#records.list({ of: 'brief', id: briefId }).sort(byAge)
  }

  /** The same as rows of a list. @throws DossierError `not-found` */
  rows(briefId: string): VersionRow[] {
    const now = stateOf(this.#open.brief(briefId))
    return this.of(briefId).map(({ id, name, why, createdAt, fields, doc }) => ({
      id,
      name,
      why,
      createdAt,
      statements: [...walkBlocks(doc)].filter(({ node }) => node.type === 'statement' && blockText(node).trim() !== '')
        .length,
      isPresent: same(stateOf({ ...fields, doc }), now)
    }))
  }

  /** Keeps a brief as it is, under a name, as an edit that can be undone. @throws DossierError `not-found` or a storage failure */
  async keep(briefId: string, name: string, clockAndIds: ClockAndIds): Promise<void> {
    const version = made(this.#open.brief(briefId), { why: 'wanted', name }, clockAndIds)
    const { edits } = this.#open
    await edits.as({ action: 'version-kept', subjects: [`“${name}”`] }, () =>
      edits.addRecords(BRIEF_VERSION, [version])
    )
    this.#newest.set(briefId, version.createdAt)
  }

  /** Keeps a brief as it is by itself, unless its newest version says the same; then the oldest without a name go that are too many. */
  async keepBySelf(brief: Brief, why: VersionReason, clockAndIds: ClockAndIds): Promise<void> {
    if (this.#open.store.readOnly) return
    const kept = this.of(brief.id)
    const newest = kept.at(-1)
    if (!hasWords(brief) || (newest && same(stateOf(brief), { fields: newest.fields, doc: newest.doc }))) return
    const version = made(brief, { why, name: null }, clockAndIds)
    await this.#records.add(version)
    this.#newest.set(brief.id, version.createdAt)
    for (const id of tooMany([...kept, version])) await this.#records.remove(id)
  }

  /** Keeps what a brief says before it is changed, when that is the first change after a pause. */
  async keepAfterPause(brief: Brief, clockAndIds: ClockAndIds): Promise<void> {
    const since = this.#newest.get(brief.id) ?? this.of(brief.id).at(-1)?.createdAt ?? brief.createdAt
    const now = clockAndIds.now()
    this.#newest.set(brief.id, since)
    if (!isDue(since, now)) return
    // Once in a pause, whether or not there is something to keep.
    this.#newest.set(brief.id, now.toISOString())
    await this.keepBySelf(brief, 'pause', clockAndIds)
  }

  /** Names a version. @throws DossierError `not-found` or a storage failure */
  async rename(id: string, name: string | null): Promise<BriefVersion> {
    const { edits } = this.#open
    return edits.as({ action: 'version-renamed', subjects: [`“${titleOf(await this.#version(id))}”`] }, () =>
      edits.updateRecord(BRIEF_VERSION, id, (version) => ({ ...version, name }))
    )
  }

  /** Removes a version. @throws DossierError `not-found` or a storage failure */
  async remove(id: string): Promise<BriefVersion> {
    const { edits } = this.#open
    const version = await this.#version(id)
    await edits.as({ action: 'version-removed', subjects: [`“${titleOf(version)}”`] }, () =>
      edits.removeRecord(BRIEF_VERSION, id)
    )
    this.#newest.delete(version.briefId)
    return version
  }

  /** How a brief differs between two versions of it; null stands for the present. @throws DossierError `not-found`, `bad-request` */
  async difference(briefId: string, before: string | null, after: string | null): Promise<BriefDifference> {
    const state = async (id: string | null): Promise<State> => {
      if (id === null) return stateOf(this.#open.brief(briefId))
      const version = await this.#version(id)
      if (version.briefId !== briefId)
        throw new DossierError('bad-request', 'This version is one of another brief. Nothing was compared.')
      return version
    }
    return briefDifference(await state(before), await state(after), this.#nameOf())
  }

  /**
   * Makes a brief what a version says, after what it says now was kept. Its handling and what redacted exports leave out stay as they are, so that nothing is shown again
   * that was withheld since. @throws DossierError `not-found` or a storage failure
   */
  async restore(id: string, clockAndIds: ClockAndIds): Promise<Brief> {
    const { edits } = this.#open
    const { briefId, fields, doc, name, createdAt } = await this.#version(id)
    const before = this.#open.brief(briefId)
    const { title, author, date, language } = fields
    const after = { ...before, title, author, date, language, doc }
    if (isSame(briefDifference(stateOf(before), stateOf(after), () => '')) && same(before.doc, doc)) return before
    await this.keepBySelf(before, 'restore', clockAndIds)
    await edits.as({ action: 'version-restored', subjects: [`“${before.title}”`] }, () =>
      edits.updateBrief(briefId, (brief) => ({ ...brief, title, author, date, language, doc }), {
        action: 'version-restored',
        subject: briefId,
        detail: { version: id, title: name ?? createdAt }
      })
    )
    return this.#open.brief(briefId)
  }

  get #records() {
    return this.#open.store.records(BRIEF_VERSION)
  }

  /** A version, of a brief that is there. */
  async #version(id: string): Promise<BriefVersion> {
    const version = await this.#records.get(id)
    this.#open.brief(version.briefId)
    return version
  }

  #nameOf(): (reference: Reference) => string {
    const { catalogue } = this.#open.store
    const quotes = new Map(catalogue.quotes().map(({ id, key }) => [id, key]))
    const sources = new Map(catalogue.rows().map(({ id, key }) => [id, key]))
    return ({ quoteId, sourceId, label }) =>
      quotes.get(quoteId ?? '') ?? sources.get(sourceId ?? '') ?? label ?? 'a source that is gone'
  }
}

function stateOf({
  title,
  author,
  date,
  tlp,
  language,
  doc
}: Brief | (State['fields'] & { doc: State['doc'] })): State {
  return { fields: { title, author, date, tlp, language }, doc }
}

function made(brief: Brief, given: Pick<BriefVersion, 'why' | 'name'>, { now, newId }: ClockAndIds): BriefVersion {
  return { id: newId(), briefId: brief.id, ...given, ...stateOf(brief), createdAt: now().toISOString() }
}

function titleOf({ name, createdAt }: Pick<BriefVersion, 'name' | 'createdAt'>): string {
  return name ?? createdAt.slice(0, 16).replace('T', ' ')
}

/** Whether anything was written in a brief. */
function hasWords({ doc }: Brief): boolean {
  return [...walkBlocks(doc)].some(({ node }) => blockText(node).trim() !== '' || citationsOf(node).length > 0)
}
