import { appendFile, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CASE_SCHEMA, type BriefRecord, type CaseRecord, type SourceRecord } from '../../shared/case/case.ts'
import type { SourceText } from '../../shared/source/source.ts'
import {
  addBrief,
  addSource,
  bagOf,
  bagUp,
  digest,
  filesIn,
  madeCase,
  OPTIONS,
  statement
} from './bundle.test-helper.ts'
import { checkBundle } from './check-bundle.ts'
import { rawZip } from '../zip/raw-zip.test-helper.ts'
import { readBundle, type BundleSource } from './read-bundle.ts'
import { writeBundle } from './write-bundle.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'))
  path = join(folder, 'bundle')
  const made = madeCase()
  addSource(made, 1, 'The ferry sank at dawn.', { quotes: ['sank at dawn'] })
  addSource(made, 2, 'Nobody was told.', { quotes: ['Nobody'] })
  addBrief(made, 'Memo', [statement('It sank.', { quoteId: 'quote-100' })])
  await writeBundle(made, path, OPTIONS)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Reads all of a bundle and answers the sentence with which it's refused. */
async function refusal(place = path): Promise<string> {
  try {
    const bundle = await readBundle(place)
    try {
      for await (const source of bundle.sources()) void source
    } finally {
      await bundle.close()
    }
  } catch (error) {
    expect(error).toMatchObject({ name: 'DossierError' })
    return (error as Error).message
  }
  return ''
}

type Files = Map<string, Uint8Array | string>

/** The bundle as somebody hands it on who edited it and wrote true manifests. */
async function edited(edit: (files: Files) => void): Promise<string> {
  const files: Files = await filesIn(path)
  edit(files)
  const place = join(folder, 'edited.zip')
  const entries = [...bagOf(files)].map(([name, content]) => ({ name: `bag/${name}`, content: Buffer.from(content) }))
  await writeFile(place, rawZip(entries))
  expect(await checkBundle(place)).toMatchObject({ ok: true })
  return place
}

function editJson<T>(files: Files, file: string, edit: (value: T) => void): void {
  const value = JSON.parse(files.get(file)!.toString()) as T
  edit(value)
  files.set(file, JSON.stringify(value))
}

const RECORD = 'data/sources/S1/record.json'
const TEXT = 'data/sources/S1/text.json'

describe('a bundle that was changed', () => {
  it('is found whatever file it was', async () => {
    const files = await filesIn(path)
    for (const [file, content] of files) {
      if (file === 'tagmanifest-sha256.txt') continue
      const changed = Buffer.from(content)
      changed[content.length >> 1]! ^= 1
      await writeFile(join(path, file), changed)
      const check = await checkBundle(path).catch((error: unknown) => error)
      if (!(check instanceof Error)) expect(check).toMatchObject({ ok: false })
      expect(await refusal()).toContain('Nothing was imported')
      await writeFile(join(path, file), content)
    }
    expect(await checkBundle(path)).toMatchObject({ ok: true, problems: [] })
    expect(await refusal()).toBe('')
  })

  it('has each problem named with its file', async () => {
    await appendFile(join(path, 'data/sources/S2/text.txt'), 'x')
    await unlink(join(path, 'data/sources/S1/original.txt'))
    await writeFile(join(path, 'data/added.txt'), 'x')
    await writeFile(join(path, 'fetch.txt'), 'https://harrow.example/x 1 data/x\n')
    const { ok, problems } = await checkBundle(path)
    expect(ok).toBe(false)
    expect(problems).toEqual([
      'fetch.txt names files that are to be fetched from elsewhere. Dossier fetches nothing.',
      '“data/added.txt” isn’t in manifest-sha256.txt: it was added.',
      '“data/sources/S1/original.txt” is missing.',
      '“data/sources/S2/text.txt” was changed: its hash isn’t the manifest’s.',
      expect.stringMatching(/^bag-info\.txt counts \d+ files/)
    ])
    expect(await refusal()).toBe(
      '“bundle” was refused: fetch.txt names files that are to be fetched from elsewhere. Dossier fetches nothing. More things are wrong with it. Nothing was imported. Ask its sender for a new one.'
    )
  })

  it('is found though it was whole when it was opened', async () => {
    const bundle = await readBundle(path)
    await writeFile(join(path, 'data/sources/S1/original.txt'), 'The ferry sank at dusk.')
    await expect(bundle.sources().next()).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('changed while it was read') as string
    })
    await bundle.close()
  })

  it('names a hundred problems and counts the rest', async () => {
    await bagUp(join(folder, 'many'), [['data/a', 'a']])
    const missing = Array.from({ length: 250 }, (_, i) => `${digest('x')}  data/f${i}\n`).join('')
    await writeFile(join(folder, 'many', 'manifest-sha256.txt'), missing)
    const { problems } = await checkBundle(join(folder, 'many'))
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toBe('There are 151 more problems.')
  })
})

describe('a bag from elsewhere', () => {
  it('may name its files as RFC 8493 lets it', async () => {
    const place = join(folder, 'foreign')
    await bagUp(place, [['data/100%.txt', 'a']])
    const manifest = `${digest('a').toUpperCase()} *data/100%25.txt\r\n`
    await writeFile(join(place, 'manifest-sha256.txt'), manifest)
    await writeFile(join(place, 'bagit.txt'), 'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: utf-8\r\n')
    await writeFile(join(place, 'bag-info.txt'), 'Contact-Name: H.\n  Harrow\nPayload-Oxum:\n\t1.1\n')
    expect(await checkBundle(place)).toMatchObject({ ok: true, problems: [], files: 1, bytes: 1, dossier: false })
    expect(await refusal(place)).toContain('“data/case.json” is missing in it')
  })

  it.each([
    ['BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n', 'names BagIt version 2.0'],
    ['BagIt-Version: 1.0\nTag-Encoding: UTF-8\n', 'names no character encoding'],
    ['hello', 'names no BagIt version']
  ])('that declares %j is refused', async (declaration, words) => {
    const place = join(folder, 'foreign')
    await bagUp(place, [['data/a', 'a']])
    await writeFile(join(place, 'bagit.txt'), declaration)
    expect((await checkBundle(place)).problems).toEqual([expect.stringContaining(words)])
  })

  it('with a kind of checksum alone that Dossier doesn’t know, or none, is told so', async () => {
    const place = join(folder, 'foreign')
    await bagUp(place, [['data/a', 'a']])
    await unlink(join(place, 'manifest-sha256.txt'))
    await writeFile(join(place, 'manifest-whirlpool.txt'), `${'a'.repeat(128)}  data/a\n`)
    expect((await checkBundle(place)).problems).toEqual([expect.stringContaining('(manifest-whirlpool.txt)')])
    await unlink(join(place, 'manifest-whirlpool.txt'))
    expect((await checkBundle(place)).problems).toEqual([expect.stringContaining('There is no manifest-sha256.txt')])
  })

  it('whose manifest reaches outside it has files missing, and reads nothing there', async () => {
    const place = join(folder, 'foreign')
    await bagUp(place, [['data/a', 'a']])
    await writeFile(join(folder, 'secret'), 'secret')
    await appendFile(join(place, 'manifest-sha256.txt'), `${digest('secret')}  data/../../secret\n`)
    expect((await checkBundle(place)).problems).toEqual(['“data/../../secret” is missing.'])
  })
})

describe('an edited bundle with true manifests', () => {
  it('is read, and what no bundle has is counted', async () => {
    const place = await edited((files) => {
      files.set('data/extra/photo.jpg', 'x')
      files.set('data/sources/list.txt', 'x')
    })
    const bundle = await readBundle(place)
    expect(bundle.ignoredFiles).toBe(2)
    await bundle.close()
    expect(await refusal(place)).toBe('')
  })

  it.each<[string, (files: Files) => void, string]>([
    [
      'an id that leads elsewhere',
      (f) => editJson<SourceRecord>(f, RECORD, (r) => (r.source.id = '../../x')),
      'The id of S1'
    ],
    ['an id that is a device', (f) => editJson<SourceRecord>(f, RECORD, (r) => (r.source.id = 'NUL')), 'The id of S1'],
    [
      'an id in use',
      (f) =>
        editJson<SourceRecord>(f, 'data/sources/S2/record.json', (r) => {
          r.source.id = 'SOURCE-1'
          for (const quote of r.quotes) quote.sourceId = 'SOURCE-1'
        }),
      'have the id or key SOURCE-1'
    ],
    [
      'a quote’s id in use',
      (f) => editJson<SourceRecord>(f, 'data/sources/S2/record.json', (r) => (r.quotes[0]!.id = 'quote-100')),
      'have the id or key quote-100'
    ],
    [
      'a quote’s key in use',
      (f) => editJson<SourceRecord>(f, 'data/sources/S2/record.json', (r) => (r.quotes[0]!.key = 'Q100')),
      'have the id or key Q100'
    ],
    [
      'a key that isn’t its folder’s',
      (f) => editJson<SourceRecord>(f, RECORD, (r) => (r.source.key = 'S7')),
      'that of S7'
    ],
    [
      'a log that leads elsewhere',
      (f) => editJson<SourceRecord>(f, RECORD, (r) => (r.custody!.device = '../../x')),
      'isn’t a record of Dossier’s (custody.device)'
    ],
    [
      'a file name with a folder',
      (f) => editJson<SourceRecord>(f, RECORD, (r) => (r.source.original.name = '../x')),
      'isn’t a file’s name'
    ],
    [
      'a quote beyond the text',
      (f) => editJson<SourceRecord>(f, RECORD, (r) => (r.quotes[0]!.target.end = 999)),
      'Q100 points outside the text of S1'
    ],
    [
      'a quote of another source',
      (f) => editJson<SourceRecord>(f, RECORD, (r) => (r.quotes[0]!.sourceId = 'source-2')),
      'names another source'
    ],
    ['another original', (f) => f.set('data/sources/S1/original.txt', 'another'), 'The original of S1'],
    ['another text', (f) => editJson<SourceText>(f, TEXT, (t) => (t.text += ' Not.')), 'The text of S1'],
    [
      'another text with its hash',
      (f) =>
        editJson<SourceText>(f, TEXT, (t) => {
          t.text += ' Not.'
          t.sha256 = digest(t.text)
        }),
      'text.txt” isn’t the text'
    ],
    ['another readable text', (f) => f.set('data/sources/S1/text.txt', 'Another.'), 'text.txt” isn’t the text'],
    [
      'blocks beyond the text',
      (f) => editJson<SourceText>(f, TEXT, (t) => (t.blocks[0]!.end = 999)),
      'blocks of the text of S1'
    ],
    ['a source without its text', (f) => f.delete(TEXT), 'text.json” is missing'],
    ['a source without its record', (f) => f.delete(RECORD), 'record.json” is missing'],
    ['two originals', (f) => f.set('data/sources/S1/original.html', 'x'), 'shouldn’t be there'],
    [
      'a record that isn’t one',
      (f) => f.set(RECORD, `{"schema":${CASE_SCHEMA}}`),
      'isn’t a record of Dossier’s (source)'
    ],
    ['a record that isn’t JSON', (f) => f.set(RECORD, '{'), 'isn’t JSON'],
    ['a record that isn’t UTF-8', (f) => f.set(RECORD, Buffer.from([0x22, 0xff, 0x22])), 'isn’t JSON in UTF-8'],
    ['a record from the future', (f) => f.set('data/case.json', '{"schema":99}'), 'newer version of Dossier'],
    ['no case', (f) => f.delete('data/case.json'), '“data/case.json” is missing in it'],
    [
      'a case’s id that leads elsewhere',
      (f) => editJson<CaseRecord>(f, 'data/case.json', (r) => (r.id = '../x')),
      'isn’t a record of Dossier’s (id)'
    ],
    ['a brief too few', (f) => f.delete('data/briefs/memo-1.json'), 'aren’t those that its case lists'],
    [
      'a brief twice',
      (f) => f.set('data/briefs/memo-2.json', f.get('data/briefs/memo-1.json')!),
      'briefs have the same id'
    ],
    [
      'a brief’s id that leads elsewhere',
      (f) => editJson<BriefRecord>(f, 'data/briefs/memo-1.json', (r) => (r.brief.id = '..')),
      'The id of the brief'
    ],
    ['lists without end', (f) => f.set('data/briefs/memo-1.json', deepBrief(f)), 'nested too deeply']
  ])('that has %s is refused', async (_, edit, words) => {
    const message = await refusal(await edited(edit))
    expect(message).toContain(words)
    expect(message).toContain('Nothing was imported')
  })

  it('of an older format is brought up to date', async () => {
    const place = await edited((files) => {
      for (const [name, content] of files) {
        if (!/^data\/(?:case|sources\/.*\/(?:record|text)|briefs\/.*)\.json$/.test(name)) continue
        const record = JSON.parse(content.toString()) as Record<string, unknown> & { source?: Record<string, unknown> }
        record['schema'] = 2
        if (record.source) {
          delete record.source['container']
          delete (record.source['text'] as Record<string, unknown>)['notice']
          const metadata = record.source['metadata'] as Record<string, unknown>
          for (const field of ['retrieved', 'canonicalUrl', 'section', 'agencies']) delete metadata[field]
        }
        files.set(name, JSON.stringify(record))
      }
    })
    const bundle = await readBundle(place)
    const { value: first } = await bundle.sources().next()
    expect((first as BundleSource).record.source).toMatchObject({
      container: null,
      metadata: { agencies: { value: null } }
    })
    await bundle.close()
  })
})

function deepBrief(files: Files): string {
  const brief = files.get('data/briefs/memo-1.json')!.toString()
  const list = '{"type":"bulletList","content":[{"type":"listItem","content":['.repeat(20_000) + ']}]}'.repeat(20_000)
  return brief.replace(/"content": \[\s*\{\s*"type": "sectionTitle"\s*\},/, (title) => `${title}${list},`)
}
