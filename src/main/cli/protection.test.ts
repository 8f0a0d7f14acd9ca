import { execFile, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { watch } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'

const CLI = commandLine()
/** A word that stands nowhere but in what the case holds. */
const CANARY = 'Zwarnholt'
const ARTICLE = `date 2031-03-04 - Northern Courier
-
Harbour board kept memo from ${CANARY}
The board held the memo back for nine days, two officials said.
A spokesperson said: “We gave the inquiry everything it asked for.”
`

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-protection-'))
  for (const name of ['temp', 'in', 'out']) await mkdir(join(folder, name))
  file = join(folder, 'case')
  await writeFile(join(folder, 'in', 'article.txt'), ARTICLE)
  await writeFile(join(folder, 'in', 'first'), 'seven harbour lamps\n')
  await writeFile(join(folder, 'in', 'second'), 'eight harbour lamps\n')
  await dossier('init', file, '--title', `Ferry ${CANARY}`, '--tlp', 'amber')
  await dossier('import', file, join(folder, 'in', 'article.txt'))
  await dossier('quote', file, 'S1', '--exact', 'held the memo back')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Outcome {
  code: number
  value: Record<string, unknown>
}

/** Runs a command with `--json`; `input` goes to its standard input. */
function dossier(...args: string[]): Promise<Outcome> {
  return dossierWith('', ...args)
}

function dossierWith(input: string, ...args: string[]): Promise<Outcome> {
  const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'user-data'), TMPDIR: join(folder, 'temp') }
  return new Promise((done) => {
    const child = execFile(process.execPath, [CLI, ...args, '--json'], { env, cwd: folder }, (error, out) => {
      done({ code: error ? Number(error.code ?? NaN) : 0, value: JSON.parse(out) as Record<string, unknown> })
    })
    child.stdin!.end(input)
  })
}

const passphrase = (name: string) => ['--passphrase-file', join(folder, 'in', name)]

/** Files that hold the canary. */
async function inClear(...places: string[]): Promise<string[]> {
  const found: string[] = []
  for (const place of places) {
    for (const entry of await readdir(join(folder, place), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && (await readFile(path)).includes(CANARY)) found.push(path)
    }
  }
  return found
}

describe('dossier keeps a case', () => {
  it('backs up and restores, and keeps the case as it was beside it', async () => {
    expect(await dossier('backup', file)).toMatchObject({ code: 0, value: { sources: 1, quotes: 1, problems: 0 } })
    await dossier('quote', file, 'S1', '--exact', 'two officials said')
    expect((await dossier('restore', file)).code).toBe(0)
    const { value } = await dossier('quotes', file)
    expect(value).toMatchObject([{ key: 'Q1' }])
    expect((await readdir(folder)).some((name) => name.startsWith('case (before restoring'))).toBe(true)
    expect((await dossier('verify', file)).code).toBe(0)
  })

  it('repairs an original from a backup', async () => {
    await dossier('backup', file)
    const { id, shelf } = await theSource()
    const original = join(file, 'sources', shelf, id, 'original.txt')
    await writeFile(original, ARTICLE.replace('nine', 'nina'))
    expect((await dossier('verify', file)).code).toBe(1)
    expect(await dossier('repair', file)).toMatchObject({ code: 0, value: { left: [] } })
    expect(await readFile(original, 'utf8')).toBe(ARTICLE)
    expect((await dossier('verify', file)).code).toBe(0)
  })

  it('merges a copy, and says what conflicts', async () => {
    const copy = join(folder, 'copy')
    await cp(file, copy, { recursive: true })
    await dossier('quote', copy, 'S1', '--exact', 'two officials said')
    expect((await dossier('merge', file, copy, '--dry-run')).value).toMatchObject({
      gains: ['one quote'],
      changes: true
    })
    expect((await dossier('merge', file, copy)).code).toBe(0)
    expect((await dossier('quotes', file)).value).toMatchObject([{ key: 'Q1' }, { key: 'Q2' }])
    expect((await dossier('merge', file, copy)).value).toMatchObject({ gains: [], conflicts: [] })
    const decisions = join(folder, 'in', 'decisions.json')
    await writeFile(decisions, '{"nothing": "c"}')
    expect(await dossier('merge', file, copy, '--decide', decisions)).toMatchObject({
      code: 3,
      value: { error: { code: 'bad-request' } }
    })
  })

  it('hands over a bundle and takes one over', async () => {
    const zip = join(folder, 'out', 'case.zip')
    expect(await dossier('bundle', file, zip)).toMatchObject({ code: 0, value: { sources: 1, leftOut: [] } })
    expect(await dossier('check-bundle', zip)).toMatchObject({ code: 0, value: { ok: true } })
    expect(await dossier('open-bundle', zip, join(folder, 'theirs'))).toMatchObject({ code: 0, value: { sources: 1 } })
    expect((await dossier('verify', join(folder, 'theirs'))).code).toBe(0)
    expect(await dossier('bundle', file, zip)).toMatchObject({ code: 3, value: { error: { code: 'case-exists' } } })
    expect(await dossier('open-bundle', zip, file)).toMatchObject({
      code: 3,
      value: { error: { code: 'case-exists' } }
    })
  })

  it('checks bags of others to the letter, and says that they are no bundles', async () => {
    const bag = join(folder, 'bag')
    await mkdir(join(bag, 'data'), { recursive: true })
    const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
    await writeFile(join(bag, 'bagit.txt'), declaration)
    await writeFile(join(bag, 'data', 'a.txt'), 'Quay')
    await writeFile(join(bag, 'manifest-sha512.txt'), `${hash('sha512', 'Quay')}  data/a.txt\n`)
    expect(await dossier('check-bundle', bag)).toMatchObject({ code: 0, value: { ok: true, dossier: false } })
    expect(await dossier('open-bundle', bag, join(folder, 'none'))).toMatchObject({
      code: 3,
      value: { error: { code: 'unsupported' } }
    })
    await writeFile(join(bag, 'bagit.txt'), declaration.replaceAll(':', ' :'))
    expect(await dossier('check-bundle', bag)).toMatchObject({ code: 1, value: { ok: false } })
  })

  it('is whole, in clear or sealed, when the encryption of a copy is killed', async () => {
    const copy = join(folder, 'killed')
    await cp(file, copy, { recursive: true })
    const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'killed-data') }
    const args = [CLI, 'encrypt', copy, ...passphrase('first')]
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
    const ended = new Promise((done) => child.once('exit', done))
    const watcher = watch(copy)
    // What it makes anew, and the renames at its end, begin with a dot.
    watcher.on('change', (_, name) => void (name?.toString().startsWith('.convert') && child.kill('SIGKILL')))
    await ended
    watcher.close()
    const after = await dossier('verify', copy, ...passphrase('first'))
    expect(after).toMatchObject({ code: 0, value: { ok: true } })
    expect((await dossier('encrypt', copy, ...passphrase('first'))).code).toBe(child.signalCode === 'SIGKILL' ? 0 : 3)
    expect(await inClear('killed')).toEqual([])
    expect((await dossier('verify', copy, ...passphrase('first'))).code).toBe(0)
  })

  it('encrypts: nothing of it is in clear then in the case, the user’s data or the temporary files', async () => {
    for (const name of await readdir(folder)) {
      if (/^(case \(|copy|theirs|out|killed)/.test(name)) await rm(join(folder, name), { recursive: true })
    }
    expect((await inClear('case', 'user-data')).length).toBeGreaterThan(3)
    expect((await dossier('encrypt', file, ...passphrase('first'))).code).toBe(0)
    const places = ['case', 'user-data', 'temp'] as const
    expect(await inClear(...places)).toEqual([])

    expect(await dossier('sources', file, ...passphrase('second'))).toMatchObject({
      code: 3,
      value: { error: { code: 'wrong-passphrase' } }
    })
    expect((await dossierWith('seven harbour lamps\n', 'quotes', file)).value).toMatchObject([
      { key: 'Q1' },
      { key: 'Q2' }
    ])
    expect((await dossier('quote', file, 'S1', '--exact', 'for nine days', ...passphrase('first'))).code).toBe(0)
    expect((await dossier('backup', file, ...passphrase('first'))).code).toBe(0)
    expect((await dossier('verify', file, ...passphrase('first'))).code).toBe(0)
    expect((await dossier('restore', file, ...passphrase('first'))).code).toBe(0)
    expect((await dossier('log', file, ...passphrase('first'))).value).toMatchObject({ ok: true })
    expect(await inClear(...places)).toEqual([])

    // A file in clear in the place of a sealed one is no part of the case.
    const { id, shelf } = await theSource()
    const text = join(file, 'sources', shelf, id, 'text.json')
    const sealed = await readFile(text)
    await writeFile(text, '{"text":"Planted"}')
    expect(await dossier('verify', file, ...passphrase('first'))).toMatchObject({ code: 1, value: { ok: false } })
    await writeFile(text, sealed)
    const old = await readFile(join(file, 'keys.json'))

    const change = [...passphrase('first'), '--new-passphrase-file', join(folder, 'in', 'second')]
    expect((await dossier('passphrase', file, ...change)).code).toBe(0)
    expect((await dossier('sources', file, ...passphrase('first'))).code).toBe(3)
    // The old keys open nothing of it any more, and are put right.
    await writeFile(join(file, 'keys.json'), old)
    expect((await dossier('sources', file, ...passphrase('first'))).value).toMatchObject({ error: { code: 'damaged' } })
    expect((await dossier('decrypt', file, ...passphrase('second'))).code).toBe(0)
    // That they were put there stays told until the user accepts it.
    const differed = expect.stringMatching(/^Found on .*The two files of the case’s keys differed/) as string
    expect(await dossier('verify', file)).toMatchObject({ code: 1, value: { ok: false, problems: [differed] } })
    expect((await dossier('accept', file)).value).toMatchObject({ accepted: [differed] })
    expect((await dossier('verify', file)).code).toBe(0)
    expect((await inClear('case')).length).toBeGreaterThan(3)
  })
})

async function theSource(): Promise<{ id: string; shelf: string }> {
  const [shelf] = await readdir(join(file, 'sources'))
  const [id] = await readdir(join(file, 'sources', shelf!))
  return { id: id!, shelf: shelf! }
}
