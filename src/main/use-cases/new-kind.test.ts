import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mergeNote, mergeSet } from '../../shared/case/merge/fields.ts'
import { recordKind, type Step } from '../../shared/case/records/kind.ts'
import { KINDS, type Kinds } from '../../shared/case/records/kinds.ts'
import { createBackup } from '../store/backup-shelf.ts'
import { CaseStore } from '../store/case-store.ts'
import { changePassphrase, decryptCase, encryptCase } from '../store/encryption.ts'
import { caseRecord, newSource } from '../store/made.test-helper.ts'
import { restoreFolder } from '../store/restore.ts'
import type { StoreContext } from '../store/store-context.ts'
import { handOver, takeOver } from './hand-over.ts'
import { applyMerge, previewMerge } from './merge-case.ts'
import { OpenCase } from './open-case.ts'
import { verifyCase } from './verify-case.ts'
import { cheapPassphrases } from '../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

const First = z.object({ id: z.string(), sourceId: z.string(), words: z.string(), tags: z.array(z.string()) })
const Marker = First.extend({ note: z.string() })
type Marker = z.infer<typeof Marker>

const rules = {
  kind: 'marker',
  name: { one: 'marker', many: 'markers' },
  owner: ({ sourceId }: { sourceId: string }) => ({ of: 'source', id: sourceId }) as const,
  title: ({ words }: { words: string }) => words
}
const WITH_NOTE: Record<number, Step> = { 1: (record) => ({ ...record, note: 'from version 1' }) }
/** The kind as its first version was. */
const FIRST = recordKind<z.infer<typeof First>>({
  ...rules,
  record: First,
  version: 1,
  steps: {},
  merge: ({ a }) => a,
  repoint: (record, { sources }) => ({ ...record, sourceId: sources.get(record.sourceId) ?? record.sourceId }),
  reduce: (record) => record,
  texts: ({ words }) => [words]
})
const MARKER = recordKind<Marker>({
  ...rules,
  record: Marker,
  version: 2,
  steps: WITH_NOTE,
  merge: ({ base, a, b }, teller) => ({
    ...a,
    tags: mergeSet({ base: base?.tags, a: a.tags, b: b.tags }),
    note: mergeNote({ base: base?.note, a: a.note, b: b.note }, teller)
  }),
  repoint: (record, { sources }) => ({ ...record, sourceId: sources.get(record.sourceId) ?? record.sourceId }),
  reduce: (record) => ({ ...record, note: '' }),
  texts: ({ words, note }) => [words, note]
})

const PASSPHRASE = 'correct horse battery'
const marker = (id: string, note = ''): Marker => ({ id, sourceId: 'aa-1', words: `words ${id}`, tags: [], note })

let folder: string
let path: string
let minutes: number

function contextWith(kinds: Kinds, userData = 'user-data'): StoreContext & { kinds: Kinds } {
  return {
    userData: join(folder, userData),
    now: () => new Date(Date.UTC(2031, 2, 12, 9, minutes++)),
    kinds
  }
}
const known = (userData?: string) => contextWith([...KINDS, MARKER], userData)
const unknown = () => contextWith(KINDS)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-kind-'))
  path = join(folder, 'case')
  minutes = 0
  const store = await CaseStore.create(path, caseRecord, known())
  await store.addSource(newSource('aa-1', 'S1', 'The ferry left at noon.'))
  await store.records(MARKER).add(marker('m1', 'first'))
  await store.records(MARKER).add(marker('m2'))
  await store.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function withCase<T>(
  context: StoreContext,
  work: (store: CaseStore) => Promise<T>,
  at = path,
  passphrase?: string
) {
  const store = await CaseStore.open(at, context, { passphrase })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const problems = (context: StoreContext, at = path, passphrase?: string) =>
  withCase(context, async (store) => (await verifyCase(new OpenCase(store))).problems, at, passphrase)
const notes = (store: CaseStore) =>
  store
    .records(MARKER)
    .list()
    .map(({ id, note }) => `${id} ${note}`)
const fileOf = (id: string, at = path) => join(at, 'sources', 'aa', 'aa-1', 'records', 'marker', `${id}.json`)

describe('a kind of record that is only added to the list', () => {
  it('is saved, changed, removed and logged', async () => {
    await withCase(known(), async (store) => {
      const markers = store.records(MARKER)
      const both = await Promise.all([
        markers.update('m1', (record) => ({ ...record, note: `${record.note} a` })),
        markers.update('m1', (record) => ({ ...record, note: `${record.note} b` }))
      ])
      expect(both.at(-1)!.note).toBe('first a b')
      expect(await markers.get('m1')).toEqual(marker('m1', 'first a b'))
      await markers.remove('m2')
      await expect(markers.get('m2')).rejects.toMatchObject({ code: 'not-found' })
      await expect(markers.add(marker('m1'))).rejects.toThrow(RangeError)
      await expect(markers.add({ ...marker('m3'), sourceId: 'no-1' })).rejects.toMatchObject({ code: 'not-found' })
      expect(markers.list({ of: 'source', id: 'aa-1' })).toEqual([marker('m1', 'first a b')])
      const entries = (await store.custody()).flatMap((chain) => chain.entries)
      const told = entries.filter(({ action }) => action.startsWith('marker-'))
      expect(told.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
        'marker-added m1',
        'marker-added m2',
        'marker-changed m1',
        'marker-changed m1',
        'marker-removed m2'
      ])
    })
    await withCase(known(), (store) => Promise.resolve(expect(notes(store)).toEqual(['m1 first a b'])))
    expect(await problems(known())).toEqual([])
  })

  it('is brought from its version 1 to 2 as it is read, and stays what the log tells of it', async () => {
    await withCase(contextWith([...KINDS, FIRST]), async (store) => {
      // What version 2 wrote is kept by version 1, which says so.
      expect(store.notices.join()).toContain('2 × “marker”')
      await store.records(FIRST).add({ id: 'm9', sourceId: 'aa-1', words: 'old', tags: [] })
    })
    await withCase(known(), async (store) => {
      expect(notes(store)).toEqual(['m1 first', 'm2 ', 'm9 from version 1'])
      expect((await verifyCase(new OpenCase(store))).problems).toEqual([])
      await store.records(MARKER).update('m9', (record) => ({ ...record, tags: ['x'] }))
    })
    expect(JSON.parse(await readFile(fileOf('m9'), 'utf8'))).toMatchObject({ schema: 2 })
    expect(await problems(known())).toEqual([])
  })

  it('is told of when it was tampered with, put back or removed', async () => {
    const before = await readFile(fileOf('m1'))
    await withCase(known(), (store) => store.records(MARKER).update('m1', (record) => ({ ...record, note: 'second' })))
    await cp(fileOf('m2'), join(folder, 'kept'))
    await rm(fileOf('m2'))
    await rm(fileOf('m1'))
    await writeFile(fileOf('m1'), before)
    const found = (await problems(known())).join('\n')
    expect(found).toMatch(/The marker “words m1” .* is an older version/)
    expect(found).toMatch(/The marker “words m2” .* is missing/)
    await cp(join(folder, 'kept'), fileOf('m2'))
    const changed = (await readFile(fileOf('m2'), 'utf8')).replace('words m2', 'words mX')
    await writeFile(fileOf('m2'), changed)
    const again = (await problems(known())).join('\n')
    expect(again).toContain('marker/m2.json')
  })

  it('is merged three-way, and a conflict is listed', async () => {
    const copy = join(folder, 'copy')
    const context = known()
    await withCase(context, async (store) => {
      const deps = { ...context, backUp: () => Promise.resolve() }
      await createBackup(store.files, store.record, {
        ...context,
        now: context.now(),
        reason: 'asked',
        freeze: (work) => store.hold({ action: 'backup-made', subject: null, detail: {} }, work)
      })
      await cp(path, copy, { recursive: true })
      await withCase(
        known('elsewhere'),
        async (other) => {
          await other.records(MARKER).update('m1', (record) => ({ ...record, note: 'theirs', tags: ['b'] }))
          await other.records(MARKER).add(marker('m3', 'new'))
          await other.records(MARKER).remove('m2')
        },
        copy
      )
      await store.records(MARKER).update('m1', (record) => ({ ...record, note: 'ours', tags: ['a'] }))
      const other = await CaseStore.open(copy, known(), { write: false })
      const report = await previewMerge(store, other, deps)
      expect(report.conflicts).toMatchObject([{ kind: 'note', subject: 'words m1', base: 'first' }])
      expect(report.gains).toEqual(['one marker'])
      await applyMerge(store, other, {}, deps)
      await other.close()
      expect(notes(store)).toEqual(['m1 ours\n\ntheirs', 'm3 new'])
      expect((await store.records(MARKER).get('m1')).tags).toEqual(['a', 'b'])
    })
    expect(await problems(known())).toEqual([])
  })

  it.each([null, 'TLP:AMBER'] as const)('goes with its source into a bundle up to %s and back', async (maxTlp) => {
    const bundle = join(folder, 'bundle')
    const taken = join(folder, 'taken')
    const context = known()
    await withCase(context, (store) => handOver(store, bundle, { maxTlp, generator: 'Dossier', now: context.now() }))
    expect(await readdir(join(bundle, 'data', 'sources', 'S1', 'records', 'marker'))).toEqual(['m1.json', 'm2.json'])
    await takeOver(bundle, taken, context.now(), { kinds: context.kinds })
    await withCase(
      known('elsewhere'),
      (store) => Promise.resolve(expect(notes(store)).toEqual([maxTlp === null ? 'm1 first' : 'm1 ', 'm2 '])),
      taken
    )
    expect(await problems(known('elsewhere'), taken)).toEqual([])
  })

  it('stays behind with a source that is withheld', async () => {
    const bundle = join(folder, 'bundle')
    const context = known()
    const options = { maxTlp: 'TLP:GREEN', generator: 'Dossier', now: context.now() } as const
    await withCase(context, (store) => handOver(store, bundle, options))
    const names = await readdir(bundle, { recursive: true })
    expect(names.filter((name) => name.includes('marker'))).toEqual([])
  })

  it('is restored from a backup and removed with its source', async () => {
    const context = known()
    const backup = await withCase(context, async (store) => {
      const made = await createBackup(store.files, store.record, { ...context, now: context.now(), reason: 'asked' })
      await store.removeSource('aa-1', { action: 'source-merged', subject: 'S1', detail: {} })
      expect(store.records(MARKER).list()).toEqual([])
      expect((await verifyCase(new OpenCase(store))).problems).toEqual([])
      return made
    })
    expect(backup.problems).toBe(0)
    await restoreFolder(backup.path, path, context.now())
    await withCase(known(), (store) => Promise.resolve(expect(notes(store)).toEqual(['m1 first', 'm2 '])))
  })

  it('is encrypted, sealed with another key and decrypted', async () => {
    await encryptCase(path, PASSPHRASE, known())
    expect((await readFile(fileOf('m1'))).includes('words')).toBe(false)
    expect(await problems(known(), path, PASSPHRASE)).toEqual([])
    await changePassphrase(path, { old: PASSPHRASE, next: 'another one' }, known())
    await withCase(
      known(),
      (store) => Promise.resolve(expect(notes(store)).toEqual(['m1 first', 'm2 '])),
      path,
      'another one'
    )
    await decryptCase(path, 'another one', known())
    await withCase(known(), (store) => Promise.resolve(expect(notes(store)).toEqual(['m1 first', 'm2 '])))
  })
})

describe('a program that doesn’t know the kind', () => {
  it('keeps it, says so, and finds nothing wrong with it', async () => {
    const before = await readFile(fileOf('m1'))
    await withCase(unknown(), (store) =>
      Promise.resolve(
        expect(store.notices).toEqual([
          'A newer version of Dossier keeps something in this case that this one doesn’t know (2 × “marker”). It is kept as it is; update Dossier to see it.'
        ])
      )
    )
    expect(await problems(unknown())).toEqual([])
    expect(await readFile(fileOf('m1'))).toEqual(before)
    await rm(fileOf('m2'))
    expect((await problems(unknown())).join()).toContain('marker/m2.json is missing')
  })

  it('tells at a merge what only the other copy has of it', async () => {
    const other = join(folder, 'other')
    await cp(path, other, { recursive: true })
    await withCase(known('theirs'), (store) => store.records(MARKER).add(marker('m3')), other)
    await withCase(unknown(), async (store) => {
      const theirs = await CaseStore.open(other, contextWith(KINDS, 'theirs'), { write: false })
      const deps = { userData: join(folder, 'user-data'), now: () => new Date(), backUp: () => Promise.resolve() }
      const left = [expect.stringContaining('only a newer version of Dossier can merge (1 × “marker”)') as string]
      expect(await previewMerge(store, theirs, deps)).toMatchObject({ left, changes: false })
      expect(await applyMerge(store, theirs, {}, deps)).toMatchObject({ left })
      await theirs.close()
    })
  })

  it('keeps it over encryption, a backup and a whole bundle, and withholds it from a reduced one', async () => {
    const context = unknown()
    await encryptCase(path, PASSPHRASE, context)
    expect(await problems(unknown(), path, PASSPHRASE)).toEqual([])
    await decryptCase(path, PASSPHRASE, context)
    const taken = join(folder, 'taken')
    await withCase(context, async (store) => {
      const made = await createBackup(store.files, store.record, { ...context, now: context.now(), reason: 'asked' })
      expect(await readFile(fileOf('m1', made.path))).toEqual(await readFile(fileOf('m1')))
      const options = { generator: 'Dossier', now: context.now() }
      await handOver(store, join(folder, 'whole'), { ...options, maxTlp: null })
      const reduced = await handOver(store, join(folder, 'reduced'), { ...options, maxTlp: 'TLP:AMBER' })
      expect(reduced.leftOut).toContain('2 records of a kind that this version doesn’t know were withheld.')
      await takeOver(join(folder, 'whole'), taken, context.now())
    })
    expect(dirname(fileOf('m1', taken))).toContain('taken')
    await withCase(
      known('elsewhere'),
      (store) => Promise.resolve(expect(notes(store)).toEqual(['m1 first', 'm2 '])),
      taken
    )
    expect(await problems(known('elsewhere'), taken)).toEqual([])
  })
})
