import type { Brief } from '../../shared/brief/brief.ts'
import { builtInTemplate, documentOf } from '../../shared/brief/templates.ts'
import { CaseStore } from './case-store.ts'
import { caseRecord, newSource } from './made.test-helper.ts'
import type { Seeded } from './seeded.test-helper.ts'
import type { StoreContext } from './store-context.ts'

/** An edit of a case: the number `n`, higher than any before it, is written to the place that kind and id name. */
export interface Edit {
  kind: 'note' | 'source' | 'title' | 'brief' | 'case'
  id: string
  n: number
}

/** Kinds of edits, the more frequent ones more than once. */
export const KINDS: readonly Edit['kind'][] = ['note', 'source', 'title', 'note', 'brief', 'source', 'case']

const SOURCE = 'aa-first'
const BRIEF = 'brief-first'

/** Makes a case with a source and a brief, as every ledger begins, and closes it. */
export async function firstCase(path: string, context: StoreContext): Promise<void> {
  const store = await CaseStore.create(path, caseRecord, context)
  await perform(store, { kind: 'source', id: SOURCE, n: 0 })
  await perform(store, { kind: 'brief', id: BRIEF, n: 0 })
  await store.close()
}

/** Carries out an edit. Resolves when the store acknowledged it. */
export async function perform(store: CaseStore, { kind, id, n }: Edit): Promise<void> {
  const value = String(n)
  switch (kind) {
    case 'source':
      await store.addSource(newSource(id, `S${n + 1}`, textOf(id)))
      return
    case 'brief':
      await store.addBrief(newBrief(id))
      return
    case 'note':
      await store.updateSource(
        id,
        (record) => ({ ...record, source: { ...record.source, note: value } }),
        // Entries of many lengths, so that some cross a disk's page.
        { action: 'metadata-changed', subject: 'S1', detail: { why: 'x'.repeat((n * 97) % 900) } }
      )
      return
    case 'title':
      await store.updateBrief(id, (brief) => ({ ...brief, title: value }))
      return
    case 'case':
      await store.updateCase((record) => ({ ...record, title: value }))
  }
}

/**
 * What was tried on a case and what was acknowledged, to be compared with the case after every crash: no value may be older
 * than acknowledged or newer than tried, and a source is there whole or not at all.
 */
export class Ledger {
  #n = 0
  #sources = [SOURCE]
  #briefs = [BRIEF]
  readonly #tried = new Map<string, number>()
  readonly #acknowledged = new Map([
    [`source ${SOURCE}`, 0],
    [`brief ${BRIEF}`, 0]
  ])

  /** An edit to be tried next, of any kind unless one is given. */
  plan(random: Seeded, kind = random.pick(KINDS)): Edit {
    const n = ++this.#n
    const edit = { kind, id: this.#place(kind, n, random), n }
    this.#tried.set(nameOf(edit), n)
    return edit
  }

  acknowledge(edit: Edit): void {
    const name = nameOf(edit)
    this.#acknowledged.set(name, Math.max(edit.n, this.#acknowledged.get(name) ?? 0))
    if (edit.kind === 'source') this.#sources.push(edit.id)
    if (edit.kind === 'brief') this.#briefs.push(edit.id)
  }

  /** Compares with a case that was just opened for writing; what was found counts as acknowledged from then on. */
  async complaints(store: CaseStore): Promise<string[]> {
    const complaints = [...store.notices]
    if (store.readOnly) complaints.push('the case can’t be written')
    const found = await this.#found(store, complaints)
    for (const [name, least] of this.#acknowledged) {
      const n = found.get(name)
      if (n === undefined) complaints.push(`${name} is lost`)
      else if (n < least) complaints.push(`${name} has ${n}, acknowledged was ${least}`)
    }
    for (const [name, n] of found) {
      const most = this.#tried.get(name) ?? 0
      if (n > most) complaints.push(`${name} has ${n}, tried was ${most}`)
      this.#acknowledged.set(name, n)
    }
    for (const { breaks } of await store.custody()) complaints.push(...breaks.map(({ message }) => message))
    this.#sources = namesOf('source', found)
    this.#briefs = namesOf('brief', found)
    return complaints
  }

  async #found(store: CaseStore, complaints: string[]): Promise<Map<string, number>> {
    const found = new Map([['case', numberIn(store.record.title)]])
    for (const brief of await store.briefs()) {
      const n = this.#tried.get(`brief ${brief.id}`) ?? 0
      found.set(`brief ${brief.id}`, n).set(`title ${brief.id}`, numberIn(brief.title))
    }
    const tried = [...this.#tried].filter(([name]) => name.startsWith('source '))
    for (const [name, n] of [[`source ${SOURCE}`, 0] as const, ...tried]) {
      const id = name.slice('source '.length)
      if (!store.catalogue.row(id)) continue
      const record = await store.source(id)
      found.set(name, n).set(`note ${id}`, numberIn(record.source.note))
      if ((await store.text(id)).text !== textOf(id)) complaints.push(`the text of ${id} isn’t what it was`)
      const original = await store.originalState(id)
      if (original !== 'intact') complaints.push(`the original of ${id} is ${original}`)
    }
    return found
  }

  #place(kind: Edit['kind'], n: number, random: Seeded): string {
    if (kind === 'case') return ''
    if (kind === 'note') return random.pick(this.#sources)
    if (kind === 'title') return random.pick(this.#briefs)
    // Neighbours share a shelf, so that some sources are the first on theirs, and some are added at the same time.
    return kind === 'brief' ? `brief-${n}` : `${(0x10 + ((n >> 2) % 0xf0)).toString(16)}-${n}`
  }
}

function nameOf({ kind, id }: Edit): string {
  return `${kind} ${id}`.trim()
}

function namesOf(kind: 'source' | 'brief', found: Map<string, number>): string[] {
  return [...found.keys()].flatMap((name) => (name.startsWith(`${kind} `) ? name.slice(kind.length + 1) : []))
}

/** Titles of the beginning, such as `Ferry`, count as 0. */
function numberIn(value: string): number {
  return /^\d+$/.test(value) ? Number(value) : 0
}

/** A text that follows from the id, of some bytes or of several pages. */
function textOf(id: string): string {
  return `Text of ${id}. `.repeat(1 + ((id.length * 7 + id.charCodeAt(id.length - 1) * 31) % 500))
}

function newBrief(id: string): Brief {
  return {
    id,
    title: 'Memo',
    author: '',
    date: '2031-03-12',
    tlp: 'TLP:AMBER',
    language: 'en',
    template: 'blank',
    createdAt: '2031-03-12T09:00:00.000Z',
    doc: documentOf(builtInTemplate('blank')!, () => 'n1'),
    withheld: [],
    deletedAt: null
  }
}
