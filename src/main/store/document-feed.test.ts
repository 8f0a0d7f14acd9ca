import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordKind } from '../../shared/case/records/kind.ts'
import { KINDS } from '../../shared/case/records/kinds.ts'
import { walkFiles } from '../base/folders.ts'
import { CaseStore } from './case-store.ts'
import { encryptCase } from './encryption.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import type { OpenOptions, StoreContext } from './store-context.ts'
import { cheapPassphrases } from './cheap-passphrases.test-helper.ts'

cheapPassphrases()

const NOTE = { action: 'metadata-changed', subject: 'S1', detail: {} } as const
const PASSPHRASE = 'correct horse battery'
const Marker = z.object({ id: z.string(), sourceId: z.string(), words: z.string() })
const MARKER = recordKind<z.infer<typeof Marker>>({
  kind: 'marker',
  name: { one: 'marker', many: 'markers' },
  record: Marker,
  version: 1,
  steps: {},
  owner: ({ sourceId }) => ({ of: 'source', id: sourceId }),
  title: ({ words }) => words,
  merge: ({ a }) => a,
  repoint: (record) => record,
  reduce: (record) => record,
  texts: ({ words }) => [words]
})

const META = 'sources/aa/aa-1/meta.json'
const OTHER = 'sources/bb/bb-2/meta.json'
const BRIEF_FILE = 'briefs/brief-1.json'
const MARKER_FILE = 'sources/aa/aa-1/records/marker/m1.json'

let folder: string
let path: string
let context: StoreContext & { kinds: typeof KINDS }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feed-'))
  path = join(folder, 'case')
  context = {
    userData: join(folder, 'user-data'),
    now: () => new Date('2031-03-12T09:00:00Z'),
    kinds: [...KINDS, MARKER]
  }
  const store = await CaseStore.create(path, caseRecord, context)
  await store.addSource(newSource('aa-1', 'S1', 'The ferry left at noon.'))
  await store.addSource(newSource('bb-2', 'S2', 'The harbour was closed.'))
  await store.addBrief(brief)
  await store.records(MARKER).add({ id: 'm1', sourceId: 'aa-1', words: 'at noon' })
  await store.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What follows a case: what it made of each document, and what it read for that. */
class Follower {
  readonly made = new Map<string, { revision: string; words: string }>()
  readonly read: string[] = []

  /** Works on an open case while it's followed. */
  async during(work: (store: CaseStore) => Promise<void>, options: OpenOptions = {}): Promise<string[]> {
    const store = await CaseStore.open(path, context, { ...options, wait: false })
    const told: string[] = []
    this.read.length = 0
    try {
      const stop = store.documents.follow((names) => told.push(...names))
      await store.settled()
      const listed = new Map(store.documents.list().map((document) => [document.name, document]))
      for (const name of new Set([...listed.keys(), ...this.made.keys()])) await this.#take(store, name)
      told.length = 0
      await work(store)
      for (const name of new Set(told)) await this.#take(store, name)
      stop()
      return told
    } finally {
      await store.close()
    }
  }

  async #take(store: CaseStore, name: string): Promise<void> {
    const found = store.documents.get(name)
    if (!found) return void this.made.delete(name)
    if (found.revision !== '' && this.made.get(name)?.revision === found.revision) return
    const content = await store.documents.read(name)
    this.read.push(name)
    if (content) this.made.set(name, { revision: content.revision, words: await wordsOf(store, content) })
  }

  get words(): Record<string, string> {
    return Object.fromEntries([...this.made].map(([name, { words }]) => [name, words]))
  }
}

async function wordsOf(
  store: CaseStore,
  content: NonNullable<Awaited<ReturnType<CaseStore['documents']['read']>>>
): Promise<string> {
  if (content.of === 'brief') return content.record.brief.title
  if (content.of === 'record') return content.kind.texts(content.record).join()
  return `${content.record.source.note}${(await store.text(content.record.source.id)).text}`
}

const nothing = () => Promise.resolve()
const noted = (store: CaseStore, note: string) =>
  store.updateSource('aa-1', (record) => ({ ...record, source: { ...record.source, note } }), NOTE)
const ALL = {
  [META]: 'The ferry left at noon.',
  [OTHER]: 'The harbour was closed.',
  [BRIEF_FILE]: 'Memo',
  [MARKER_FILE]: 'at noon'
}

describe('what follows a case’s documents', () => {
  it('has every one of them, and reads none twice', async () => {
    const follower = new Follower()
    await follower.during(nothing)
    expect(follower.words).toEqual(ALL)
    await follower.during(nothing)
    expect(follower.read).toEqual([])
  })

  it('is told of every change before the edit resolves', async () => {
    const follower = new Follower()
    const told = await follower.during(async (store) => {
      const names: string[] = []
      const stop = store.documents.follow((changed) => names.push(...changed))
      const expectTold = (...expected: string[]) => expect(names.splice(0)).toEqual(expected)
      await noted(store, 'x')
      expectTold(META)
      await store.addSource(newSource('cc-3', 'S3', 'The crew was safe.'))
      expectTold('sources/cc/cc-3/meta.json')
      await store.updateBrief('brief-1', (before) => ({ ...before, title: 'Typed' }))
      expectTold(BRIEF_FILE)
      await store.addBrief({ ...brief, id: 'brief-2', title: 'Second' })
      expectTold('briefs/brief-2.json')
      await store.updateCase((record) => ({ ...record, briefs: ['brief-1'] }))
      expectTold('briefs/brief-2.json')
      await store.updateCase((record) => ({ ...record, title: 'Another title' }))
      expectTold()
      await store.records(MARKER).update('m1', (marker) => ({ ...marker, words: 'left' }))
      expectTold(MARKER_FILE)
      await store.records(MARKER).add({ id: 'm2', sourceId: 'bb-2', words: 'closed' })
      expectTold('sources/bb/bb-2/records/marker/m2.json')
      await store.records(MARKER).remove('m2')
      expectTold('sources/bb/bb-2/records/marker/m2.json')
      await store.removeSource('aa-1', { action: 'source-removed', subject: 'S1', detail: {} })
      expectTold(META, MARKER_FILE)
      stop()
      await store.updateCase((record) => ({ ...record, briefs: [...record.briefs, 'brief-2'] }))
      expectTold()
    })
    expect(told.length).toBeGreaterThan(8)
    expect(follower.words).toEqual({
      [OTHER]: 'The harbour was closed.',
      'sources/cc/cc-3/meta.json': 'The crew was safe.',
      [BRIEF_FILE]: 'Typed',
      'briefs/brief-2.json': 'Second'
    })
  })

  it('finds at the next opening what it missed, and nothing else', async () => {
    const follower = new Follower()
    await follower.during(nothing)
    const store = await CaseStore.open(path, context)
    await noted(store, 'missed ')
    await store.updateBrief('brief-1', (before) => ({ ...before, title: 'Missed' }))
    await store.records(MARKER).remove('m1')
    await store.close()
    await follower.during(nothing)
    expect(follower.read.sort()).toEqual([BRIEF_FILE, META])
    expect(follower.words).toEqual({
      [META]: 'missed The ferry left at noon.',
      [OTHER]: ALL[OTHER],
      [BRIEF_FILE]: 'Missed'
    })
  })

  it.each(['missing', 'damaged'])('reads nothing anew when the list’s own cache is %s', async (state) => {
    const follower = new Follower()
    await follower.during(nothing)
    const { files } = await walkFiles(join(context.userData, 'cases'))
    const name = files.find((file) => file.endsWith('.sqlite'))!
    const file = join(context.userData, 'cases', name)
    if (state === 'missing') await rm(file)
    else {
      const bytes = await readFile(file)
      bytes.fill(7, 200, 4000)
      await writeFile(file, bytes)
    }
    await follower.during(nothing)
    expect(follower.read).toEqual([])
    expect(follower.words).toEqual(ALL)
  })

  it('reads a document that was replaced outside Dossier, and forgets one that is gone', async () => {
    const follower = new Follower()
    await follower.during(async (store) => void (await noted(store, 'x ')))
    const meta = join(path, ...META.split('/'))
    await writeFile(meta, await readFile(`${meta}.previous`))
    await rm(join(path, 'sources', 'bb', 'bb-2'), { recursive: true })
    await follower.during(nothing)
    expect(follower.read).toEqual([META])
    expect(follower.words).toEqual({ [META]: ALL[META], [BRIEF_FILE]: 'Memo', [MARKER_FILE]: 'at noon' })
  })

  it('follows a case that is open for reading only, and may write nothing beside it', async () => {
    const follower = new Follower()
    await follower.during(
      (store) => {
        expect(store.cache('search').write).toBe(false)
        return Promise.resolve()
      },
      { write: false }
    )
    expect(follower.words).toEqual(ALL)
  })

  it('leaves records of unknown kinds alone', async () => {
    context = { ...context, kinds: KINDS }
    const follower = new Follower()
    await follower.during(async (store) => expect(await store.documents.read(MARKER_FILE)).toBeNull())
    expect(Object.keys(follower.words)).not.toContain(MARKER_FILE)
  })
})

describe('the place of a cache', () => {
  it('is another for each name and each copy of a case', async () => {
    await new Follower().during((store) => {
      const cache = store.cache('search')
      expect(cache.write).toBe(true)
      expect(cache.sealed).toBe(false)
      expect(cache.path).not.toBe(store.cache('other').path)
      expect(cache.path.startsWith(join(context.userData, 'cases', caseRecord.id))).toBe(true)
      expect(() => store.cache('index')).toThrow(RangeError)
      return Promise.resolve()
    })
  })

  it('goes with the case into encryption, and holds nothing in clear then', async () => {
    let clear = ''
    await new Follower().during(async (store) => {
      clear = store.cache('search').path
      await writeFile(clear, 'The ferry left at noon.')
      await expect(store.cache('search').writeSealed(Buffer.from('x'))).rejects.toThrow(RangeError)
    })
    await encryptCase(path, PASSPHRASE, context)
    await expect(readFile(clear)).rejects.toThrow('ENOENT')
    const follower = new Follower()
    await follower.during(
      async (store) => {
        const cache = store.cache('search')
        expect(cache.sealed).toBe(true)
        expect(await cache.readSealed()).toBeNull()
        await cache.writeSealed(Buffer.from('The ferry left at noon.'))
        expect((await readFile(cache.path)).includes('ferry')).toBe(false)
        expect(Buffer.from((await cache.readSealed())!).toString()).toBe('The ferry left at noon.')
        const bytes = await readFile(cache.path)
        bytes[bytes.length - 1]! ^= 1
        await writeFile(cache.path, bytes)
        expect(await cache.readSealed()).toBeNull()
      },
      { passphrase: PASSPHRASE }
    )
    expect(follower.words).toEqual(ALL)
  })
})
