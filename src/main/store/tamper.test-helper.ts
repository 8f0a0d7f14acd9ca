import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CaseStore } from './case-store.ts'
import { ifThere } from '../base/durable.ts'
import { encryptCase } from './encryption.ts'
import { walkFiles } from '../base/folders.ts'
import { brief, caseRecord, newSource } from './made.test-helper.ts'
import type { Seeded } from './seeded.test-helper.ts'
import type { StoreContext } from './store-context.ts'

/**
 * Makes a case in several sessions on two devices, with sources that were changed and one that was removed, and briefs that were typed in. Answers
 * it with copies of it as it was between the sessions.
 */
export async function caseWithHistory(folder: string, passphrase?: string): Promise<Target> {
  const path = join(folder, 'case')
  const earlier: string[] = []
  let now = Date.parse('2031-03-12T09:00:00Z')
  const context = (device: string): StoreContext => ({
    userData: join(folder, device),
    now: () => new Date((now += 30_000))
  })
  const session = async (device: string, work: (store: CaseStore) => Promise<void>): Promise<void> => {
    const store = await CaseStore.open(path, context(device), { passphrase })
    await work(store)
    await store.close()
    const copy = join(folder, `earlier-${earlier.length}`)
    await cp(path, copy, { recursive: true })
    earlier.push(copy)
  }
  const noted = (store: CaseStore, id: string, note: string): Promise<unknown> =>
    store.updateSource(id, (record) => ({ ...record, source: { ...record.source, note } }), {
      action: 'metadata-changed',
      subject: id,
      detail: { note }
    })
  const typed = async (store: CaseStore, id: string, words: string): Promise<void> => {
    for (let n = 1; n <= words.length; n++)
      await store.updateBrief(id, (before) => ({ ...before, title: words.slice(0, n) }))
  }
  await (await CaseStore.create(path, caseRecord, context('device-1'))).close()
  if (passphrase !== undefined) await encryptCase(path, passphrase, context('device-1'))
  await session('device-1', async (store) => {
    for (let n = 1; n <= 5; n++)
      await store.addSource(newSource(`${n}a-source`, `S${n}`, `Report ${n} of the ferry board.`))
    await store.addBrief(brief)
    await store.addBrief({ ...brief, id: 'brief-2', title: 'Second memo' })
    await typed(store, 'brief-1', 'Memo')
  })
  await session('device-1', async (store) => {
    await noted(store, '1a-source', 'Asked the board.')
    await noted(store, '2a-source', 'Doubtful.')
    await typed(store, 'brief-1', 'Memo on the ferry')
    await store.updateCase((record) => ({ ...record, title: 'Ferry, second week' }))
  })
  await session('device-2', async (store) => {
    await noted(store, '1a-source', 'The board answered.')
    await noted(store, '3a-source', 'Read again.')
    await store.addSource(newSource('6a-source', 'S6', 'Report 6 of the ferry board.'))
    await typed(store, 'brief-2', 'Second memo, by a colleague')
  })
  await session('device-1', async (store) => {
    await noted(store, '6a-source', 'Late.')
    await store.removeSource('5a-source', { action: 'source-merged', subject: 'S5', detail: { joined: true } })
    await typed(store, 'brief-1', 'Memo on the ferry, last words')
    await noted(store, '1a-source', 'The board answered at length.')
  })
  return { path, earlier: earlier.slice(0, -1) }
}

/** A case whose files are tampered with: its folder, and copies of it as it was at earlier times, oldest first. */
export interface Target {
  path: string
  earlier: string[]
}

/** What was done to a case, and a word of it that a report must hold. */
export interface Tampering {
  what: string
  names: RegExp
}

type Tamper = (target: Target, random: Seeded) => Promise<Tampering | null>

const isRecord = (name: string): boolean => /(^case|meta|^briefs\/[^/]+)\.json$/.test(name)
const isLog = (name: string): boolean => /^audit\/[^/]+\.jsonl$/.test(name)
const isHead = (name: string): boolean => name.startsWith('audit/heads/')

async function filesOf(path: string): Promise<string[]> {
  const { files } = await walkFiles(path, (name) => name !== 'quarantine' && name !== '.staging')
  return files.map((name) => name.replaceAll('\\', '/'))
}

async function sourceFolders(path: string): Promise<string[]> {
  const files = await filesOf(path)
  return [...new Set(files.filter((name) => name.startsWith('sources/')).map((name) => dirname(name)))]
}

/** Parts of a name that stand in whatever is told of a file. */
function naming(name: string): RegExp {
  if (isLog(name) || isHead(name)) return /[Ll]og|audit/
  const id = /^(?:briefs|sources\/..)\/([^/.]+)/.exec(name)?.[1]
  if (id !== undefined && /^\da-source$/.test(id)) return new RegExp(`${id}|\\bS${id[0]}\\b`)
  return new RegExp(id ?? (name.startsWith('case.json') ? 'case' : name.split('.')[0]!))
}

async function put(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to)
}

async function same(a: string, b: string): Promise<boolean> {
  const [x, y] = [await ifThere(readFile(a)), await ifThere(readFile(b))]
  return x !== undefined && y !== undefined && x.equals(y)
}

/** Puts files as they were in an earlier copy over the present ones, those that differ among the ones chosen. */
async function rollBack(
  { path, earlier }: Target,
  random: Seeded,
  choose: (name: string) => boolean,
  count: number
): Promise<string[]> {
  const from = random.pick(earlier)
  const differing: string[] = []
  for (const name of await filesOf(from)) {
    if (!choose(name) || name.endsWith('.previous')) continue
    if ((await ifThere(readFile(join(path, name)))) && !(await same(join(from, name), join(path, name))))
      differing.push(name)
  }
  const chosen: string[] = []
  while (chosen.length < count && differing.length > 0) {
    chosen.push(...differing.splice(random.below(differing.length), 1))
  }
  for (const name of chosen) await put(join(from, name), join(path, name))
  return chosen
}

async function cutLog(path: string, random: Seeded, lines: number): Promise<string | null> {
  const logs = (await filesOf(path)).filter(isLog)
  const name = random.pick(logs)
  const all = (await readFile(join(path, name), 'utf8')).split('\n')
  if (all.length - 1 <= lines) return null
  await writeFile(join(path, name), `${all.slice(0, -1 - lines).join('\n')}\n`)
  return name
}

/** Ways to tamper with a case by moving its files around, without knowing its format or its passphrase. */
export const TAMPERS: Record<string, Tamper> = {
  'a file deleted': async ({ path }, random) => {
    const files = (await filesOf(path)).filter((name) => !name.endsWith('.previous'))
    const name = random.pick(files)
    await rm(join(path, name))
    return { what: name, names: name.startsWith('keys') ? /keys/ : naming(name) }
  },
  'a source deleted': async ({ path }, random) => {
    const folder = random.pick(await sourceFolders(path))
    await rm(join(path, folder), { recursive: true })
    return { what: folder, names: naming(folder) }
  },
  'all logs deleted': async ({ path }) => {
    await rm(join(path, 'audit'), { recursive: true })
    return { what: 'audit', names: /[Ll]og|audit/ }
  },
  'previous over present': async ({ path }, random) => {
    const previous = (await filesOf(path)).filter((name) => name.endsWith('.previous'))
    if (previous.length === 0) return null
    const name = random.pick(previous)
    const present = name.slice(0, -'.previous'.length)
    if (await same(join(path, name), join(path, present))) return null
    await rename(join(path, name), join(path, present))
    return { what: present, names: naming(present) }
  },
  'a present file over its previous one': async ({ path }, random) => {
    const previous = (await filesOf(path)).filter((name) => name.endsWith('.previous'))
    if (previous.length < 2) return null
    const [a, b] = [random.pick(previous), random.pick(previous)]
    if (a === b) return null
    await cp(join(path, a), join(path, b))
    return { what: `${a} as ${b}`, names: naming(b) }
  },
  'one file rolled back': async (target, random) => {
    const [name] = await rollBack(target, random, (each) => isRecord(each) || isHead(each) || isLog(each), 1)
    return name === undefined ? null : { what: name, names: naming(name) }
  },
  'the end of the log rolled back': async (target, random) => {
    const [name] = await rollBack(target, random, isHead, 1)
    return name === undefined ? null : { what: name, names: naming(name) }
  },
  'several records rolled back': async (target, random) => {
    const names = await rollBack(target, random, isRecord, 3)
    return names.length === 0 ? null : { what: names.join(', '), names: naming(names[0]!) }
  },
  'logs rolled back': async (target, random) => {
    const names = await rollBack(target, random, isLog, 9)
    return names.length === 0 ? null : { what: names.join(', '), names: /[Ll]og/ }
  },
  'logs and their ends rolled back': async (target, random) => {
    const names = await rollBack(target, random, (name) => name.startsWith('audit/'), 99)
    return names.length === 0 ? null : { what: names.join(', '), names: /[Ll]og/ }
  },
  'everything but one record rolled back': async (target, random) => {
    const { path, earlier } = target
    const from = random.pick(earlier)
    const records: string[] = []
    for (const name of (await filesOf(from)).filter(isRecord))
      if ((await ifThere(readFile(join(path, name)))) && !(await same(join(from, name), join(path, name))))
        records.push(name)
    // What one session changed last stands on its own only if others changed too.
    if (records.length < 2) return null
    const kept = random.pick(records)
    const bytes = await readFile(join(path, kept))
    await rm(path, { recursive: true })
    await cp(from, path, { recursive: true })
    await writeFile(join(path, kept), bytes)
    return { what: kept, names: isHead(kept) ? /[Ll]og/ : new RegExp(`[Ll]og|${naming(kept).source}`) }
  },
  'a cut log': async ({ path }, random) => {
    const name = await cutLog(path, random, 1 + random.below(4))
    return name === null ? null : { what: name, names: /[Ll]og/ }
  },
  'a cut log and previous over present': async (target, random) => {
    const moved = await TAMPERS['previous over present']!(target, random)
    const cut = await cutLog(target.path, random, 1 + random.below(2))
    return moved === null || cut === null ? null : { what: `${moved.what}, ${cut}`, names: /[Ll]og/ }
  },
  'a source deleted and the log cut': async (target, random) => {
    const gone = await TAMPERS['a source deleted']!(target, random)
    const cut = await cutLog(target.path, random, 1 + random.below(6))
    return gone === null || cut === null ? null : { what: `${gone.what}, ${cut}`, names: /[Ll]og/ }
  },
  'a line of the log changed': async ({ path }, random) => {
    const name = random.pick((await filesOf(path)).filter(isLog))
    const lines = (await readFile(join(path, name), 'utf8')).split('\n').slice(0, -1)
    const [i, j] = [random.below(lines.length), random.below(lines.length)]
    if (i === j) return null
    ;[lines[i], lines[j]] = [lines[j]!, lines[i]!]
    await writeFile(join(path, name), `${lines.join('\n')}\n`)
    return { what: `${name}, ${i} and ${j}`, names: /[Ll]og/ }
  },
  'files of two sources swapped': async ({ path }, random) => {
    const [a, b] = [random.pick(await sourceFolders(path)), random.pick(await sourceFolders(path))]
    if (a === b) return null
    const kind = random.pick(['meta.json', 'text.json', 'original'])
    const fileIn = async (folder: string): Promise<string | undefined> =>
      (await readdir(join(path, folder))).find((name) => name.startsWith(kind) && !name.endsWith('.previous'))
    const [x, y] = [await fileIn(a), await fileIn(b)]
    if (x === undefined || y === undefined) return null
    const bytes = await readFile(join(path, a, x))
    if (await same(join(path, a, x), join(path, b, y))) return null
    await cp(join(path, b, y), join(path, a, x))
    await writeFile(join(path, b, y), bytes)
    return { what: `${kind} of ${a} and ${b}`, names: naming(a) }
  },
  'two sources swapped': async ({ path }, random) => {
    const [a, b] = [random.pick(await sourceFolders(path)), random.pick(await sourceFolders(path))]
    if (a === b) return null
    await rename(join(path, a), join(path, 'kept'))
    await rename(join(path, b), join(path, a))
    await rename(join(path, 'kept'), join(path, b))
    return { what: `${a} and ${b}`, names: naming(a) }
  },
  'a source that was there earlier put back': async ({ path, earlier }, random) => {
    const present = new Set(await sourceFolders(path))
    const from = random.pick(earlier)
    const gone = (await sourceFolders(from)).filter((folder) => !present.has(folder))
    if (gone.length === 0) return null
    const folder = random.pick(gone)
    await cp(join(from, folder), join(path, folder), { recursive: true })
    return { what: folder, names: naming(folder) }
  },
  'a source rolled back whole': async ({ path, earlier }, random) => {
    const from = random.pick(earlier)
    const changed: string[] = []
    for (const folder of await sourceFolders(from)) {
      if (!(await ifThere(readdir(join(path, folder))))) continue
      if (!(await same(join(from, folder, 'meta.json'), join(path, folder, 'meta.json')))) changed.push(folder)
    }
    if (changed.length === 0) return null
    const folder = random.pick(changed)
    await rm(join(path, folder), { recursive: true })
    await cp(join(from, folder), join(path, folder), { recursive: true })
    return { what: folder, names: naming(folder) }
  }
}
