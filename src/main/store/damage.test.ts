import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { times } from '../../../scripts/long.mjs'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Workspace } from '../workspace.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import { Seeded } from './seeded.test-helper.ts'

/** Damaged cases in a run; more on demand. */
const DAMAGES = times(60, 150)

const ARTICLE = `date 2031-03-04 - Northern Courier
-
Harbour board kept memo from inquiry
The board held the memo back for nine days, two officials said.
A spokesperson said: “We gave the inquiry everything it asked for.”
`

let folder: string
/** A whole case and the user's data that belong to it. */
let first: Place
/** Its files by kind, such as `sources/meta.json`. */
let kinds: string[][]

interface Place {
  path: string
  userData: string
}

/** One damaged file. */
interface Damage {
  file: string
  what: string
  bytes: Buffer
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'damage-'))
  first = { path: join(folder, 'first'), userData: join(folder, 'first-data') }
  await makeCase()
  const entries = await readdir(first.path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  // A previous version is only looked at when the present one is damaged, and the next write replaces it.
  const present = files.map((file) => relative(first.path, file)).filter((file) => !file.endsWith('.previous'))
  kinds = Object.values(Object.groupBy(present.sort(), kindOf)).map((of) => of!)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The folder at the top and the file's name, or its ending where the name is an id. */
function kindOf(file: string): string {
  const parts = file.split(sep)
  const name = parts.at(-1)!
  return `${parts[0]!} ${/^(case|meta|text|original)\./.test(name) ? name : name.split('.').at(-1)!}`
}

function workspaceOn({ userData }: Place): Workspace {
  let ids = 0
  return testWorkspace(folder, {
    userData,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`
  })
}

/** A case with two sources, quotes, a brief that uses one, and some changes to each. */
async function makeCase(): Promise<void> {
  const workspace = workspaceOn(first)
  const { handlers } = workspace
  await handlers['case.create']({ path: first.path, title: 'Ferry', tlp: 'TLP:AMBER' })
  const files = ['nine', 'ten'].map((days) => ({ path: join(folder, `${days}.txt`), days }))
  for (const { path, days } of files) await writeFile(path, ARTICLE.replace('nine', days))
  const { items } = await handlers['import.start']({ paths: files.map(({ path }) => path) })
  for (const { id } of items) {
    const { text } = await handlers['source.get']({ id: id! })
    const start = text.text.indexOf('We gave')
    await handlers['quote.create']({ sourceId: id!, start, end: start + 'We gave the inquiry'.length })
    await handlers['source.update']({ id: id!, metadata: {}, note: 'Read twice.' })
  }
  const markdown = join(folder, 'brief.md')
  await writeFile(
    markdown,
    '# Memo\n\n## Facts\n\nThe board answered. [@S1]\n\n> We gave the inquiry everything\n> — [@S1]\n'
  )
  await handlers['brief.importMarkdown']({ path: markdown })
  await handlers['case.update']({ title: 'Ferry and memo', tlp: 'TLP:AMBER' })
  await workspace.close()
}

/** Flips a bit, or cuts the file off. */
function damaged(random: Seeded, file: string, before: Buffer): Damage {
  const at = random.below(before.length)
  const what = random.pick(['flip', 'flip', 'cut'] as const)
  if (what === 'cut') return { file, what: `cut at ${at}`, bytes: before.subarray(0, at) }
  const bytes = Buffer.from(before)
  bytes[at]! ^= 1 << random.below(8)
  return { file, what: `flip at ${at}`, bytes }
}

/** Opens and verifies a damaged case. Answers what was said of the damage, and where. */
async function told(place: Place): Promise<string[]> {
  const workspace = workspaceOn(place)
  try {
    const { notices } = await workspace.handlers['case.open']({ path: place.path })
    const { ok, log } = await workspace.handlers['case.verify']({})
    return [...notices, ...(ok ? [] : ['verification failed']), ...log.breaks.map(({ message }) => message)]
  } catch (error) {
    // Anything else is a defect and fails the test as what it is.
    if (!(error instanceof DossierError)) throw error
    return [error.message]
  } finally {
    await workspace.close()
  }
}

/** True when the damaged bytes still stand somewhere in the case: where they were, set aside, or with more after them. */
async function isKept({ bytes }: Damage, { path }: Place): Promise<boolean> {
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).includes(bytes)) return true
  }
  return false
}

/** A copy of the first case. What the program remembers of it may be lost, but for the device's name. */
async function copyOfCase(name: string, remembered: boolean): Promise<Place> {
  const place = { path: join(folder, `case-${name}`), userData: join(folder, `data-${name}`) }
  await cp(first.path, place.path, { recursive: true })
  const [from, to] = remembered
    ? [first.userData, place.userData]
    : [first, place].map(({ userData }) => join(userData, 'device.json'))
  await cp(from!, to!, { recursive: true })
  return place
}

/** Damages a fresh copy of the case and answers what is wrong with how that was met. */
async function run(seed: number): Promise<string[]> {
  const random = new Seeded(seed)
  const place = await copyOfCase(String(seed), random.chance(0.5))
  const file = random.pick(random.pick(kinds))
  const damage = damaged(random, file, await readFile(join(place.path, file)))
  await writeFile(join(place.path, file), damage.bytes)
  const complaint = (text: string): string => `seed ${seed}: ${file}, ${damage.what}: ${text}`
  try {
    const complaints: string[] = []
    if ((await told(place)).length === 0) complaints.push(complaint('untold'))
    if (!(await isKept(damage, place))) complaints.push(complaint('overwritten'))
    return complaints
  } catch (error) {
    return [complaint(`threw ${String(error)}`)]
  } finally {
    await rm(place.path, { recursive: true })
    await rm(place.userData, { recursive: true })
  }
}

describe('damage', () => {
  it.each([true, false])('is not told of a whole case; the catalogue known: %s', async (remembered) => {
    expect(await told(await copyOfCase(`whole-${remembered}`, remembered))).toEqual([])
  })

  it(`to any file is told and kept, ${DAMAGES} times over`, async () => {
    const complaints: string[] = []
    for (let seed = 0; seed < DAMAGES; seed++) complaints.push(...(await run(seed)))
    expect(complaints).toEqual([])
  })
})
