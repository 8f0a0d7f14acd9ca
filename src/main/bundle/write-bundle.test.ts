import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readBriefMarkdown } from '../../shared/brief/markdown/read.ts'
import { checkBundle } from './check-bundle.ts'
import {
  addBrief,
  addSource,
  filesIn,
  madeCase,
  OPTIONS,
  quoteBlock,
  statement,
  type MadeCase
} from './bundle.test-helper.ts'
import { readBundle, type BundleSource, type OpenBundle } from './read-bundle.ts'
import { writeBundle } from './write-bundle.ts'

const run = promisify(execFile)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A case with everything that a bundle knows. */
function fullCase(): MadeCase {
  const made = madeCase()
  addSource(made, 10, 'The ferry 🚢 sank at dawn.\nNobody was told.', { quotes: ['sank at dawn', 'Nobody was told'] })
  const second = addSource(made, 2, '“We knew”, the harbour office of Harrow said.', {
    quotes: ['We knew'],
    tlp: 'TLP:AMBER'
  })
  made.records.set('source-2', {
    ...second,
    quotes: second.quotes.map((quote) => ({
      ...quote,
      speaker: 'Harbour office',
      note: 'First admission.',
      tags: ['knew']
    }))
  })
  const tenth = made.records.get('source-10')!
  made.records.set('source-10', {
    ...tenth,
    quotes: tenth.quotes.map((quote, i) => (i === 0 ? quote : { ...quote, deletedAt: '2031-03-12T12:00:00.000Z' }))
  })
  addBrief(made, 'Überfahrt: what was known?', [
    statement('The office knew.', { quoteId: 'quote-200' }),
    quoteBlock('sank at dawn', 'quote-1000', 'source-10')
  ])
  addBrief(made, '船', [statement('An old draft.')], { deletedAt: '2031-03-12T12:00:00.000Z' })
  return made
}

async function gather(bundle: OpenBundle): Promise<BundleSource[]> {
  const sources: BundleSource[] = []
  for await (const source of bundle.sources()) sources.push(source)
  await bundle.close()
  return sources
}

describe.each(['handover', 'handover.zip'])('a bundle written as %s', (name) => {
  it('reads back as the case that it was made of', async () => {
    const made = fullCase()
    const path = join(folder, name)
    const report = await writeBundle(made, path, OPTIONS)
    expect(report).toMatchObject({ path, sources: 2, quotes: 2, briefs: 2, withheld: null, leftOut: [] })
    expect(await readdir(folder)).toEqual([name])

    const bundle = await readBundle(path)
    expect(bundle).toMatchObject({
      record: made.record,
      briefs: made.briefs,
      ignoredFiles: 0,
      withheld: null,
      sourceCount: 2
    })
    expect(bundle.logs.map(({ name, content }) => [name, new TextDecoder().decode(content)])).toEqual([
      ['device-1.jsonl', '{"n":1}\n']
    ])
    const sources = await gather(bundle)
    expect(sources.map(({ record }) => record)).toEqual([made.records.get('source-2'), made.records.get('source-10')])
    expect(sources.map(({ text }) => text)).toEqual([made.texts.get('source-2'), made.texts.get('source-10')])
    expect(sources.map(({ original }) => Buffer.from(original))).toEqual(
      ['source-2', 'source-10'].map((id) => Buffer.from(made.originals.get(id)!))
    )
  })

  it('gives the same bytes for the same case', async () => {
    await mkdir(join(folder, 'a'))
    await mkdir(join(folder, 'b'))
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const [place, time] of Object.entries({ a: '2031-03-12T09:00:00Z', b: '2035-11-30T21:14:50Z' })) {
      vi.setSystemTime(new Date(time))
      await writeBundle(fullCase(), join(folder, place, name), OPTIONS)
    }
    vi.useRealTimers()
    expect(await filesIn(join(folder, 'a'))).toEqual(await filesIn(join(folder, 'b')))
  })

  it('is checked by sha256sum alone', async () => {
    const path = join(folder, name)
    await writeBundle(fullCase(), path, OPTIONS)
    const bag = name.endsWith('.zip') ? await unzip(path) : path
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      await run('sha256sum', ['--strict', '--quiet', '-c', manifest], { cwd: bag })
    const listed = (await readFile(join(bag, 'manifest-sha256.txt'), 'utf8')).match(/data\/.*/g)
    expect(listed?.sort()).toEqual([...(await filesIn(bag)).keys()].filter((file) => file.startsWith('data/')))
  })

  it('is refused where something is already, which stays', async () => {
    await writeFile(join(folder, name), 'mine')
    await expect(writeBundle(fullCase(), join(folder, name), OPTIONS)).rejects.toMatchObject({ code: 'case-exists' })
    expect(await filesIn(folder)).toEqual(new Map([[name, Buffer.from('mine')]]))
  })

  it('is refused where something appears while it is written', async () => {
    const path = join(folder, name)
    const onProgress = (): void => writeFileSync(path, 'theirs')
    const writing = writeBundle(fullCase(), path, { ...OPTIONS, onProgress })
    await expect(writing).rejects.toMatchObject({ code: 'case-exists' })
    expect(await filesIn(folder)).toEqual(new Map([[name, Buffer.from('theirs')]]))
  })

  it('leaves nothing behind when it is cancelled, at whatever point', async () => {
    let points = 0
    const path = join(folder, name)
    await writeBundle(fullCase(), path, { ...OPTIONS, onProgress: () => points++ })
    await rm(path, { recursive: true })
    for (let point = 1; point <= points; point++) {
      const controller = new AbortController()
      let left = point
      const onProgress = (): void => (--left === 0 ? controller.abort() : undefined)
      const options = { ...OPTIONS, signal: controller.signal, onProgress }
      await expect(writeBundle(fullCase(), path, options)).rejects.toMatchObject({ code: 'cancelled' })
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('refuses a source whose files are not what its record says, and leaves nothing behind', async () => {
    const made = fullCase()
    made.originals.set('source-10', new TextEncoder().encode('another'))
    const writing = writeBundle(made, join(folder, name), OPTIONS)
    await expect(writing).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('S10') as string })
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses keys given twice, and a log whose name leads elsewhere', async () => {
    const twice = fullCase()
    const record = addSource(twice, 3, 'Another.')
    twice.records.set('source-3', { ...record, source: { ...record.source, key: 'S10' } })
    await expect(writeBundle(twice, join(folder, name), OPTIONS)).rejects.toThrow(/the id or key S10/)
    const astray = fullCase()
    astray.log.push({ name: '../../x.jsonl', content: new Uint8Array() })
    await expect(writeBundle(astray, join(folder, name), OPTIONS)).rejects.toThrow(/isn’t the name of a log/)
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses a source that changes while it is written', async () => {
    const made = fullCase()
    const before = made.records.get('source-10')!
    const onProgress = (): void => {
      made.records.set('source-10', { ...before, source: { ...before.source, tlp: 'TLP:RED' } })
    }
    const writing = writeBundle(made, join(folder, name), { ...OPTIONS, maxTlp: 'TLP:GREEN', onProgress })
    await expect(writing).rejects.toThrow(/S10 was changed/)
    expect(await readdir(folder)).toEqual([])
  })

  it('holds a case without sources', async () => {
    const path = join(folder, name)
    await writeBundle(madeCase(), path, OPTIONS)
    expect(await checkBundle(path)).toMatchObject({ ok: true, files: 5 })
    expect(await gather(await readBundle(path))).toEqual([])
  })

  it('says in words when the folder can’t be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const writing = writeBundle(fullCase(), join(folder, 'file', name), OPTIONS)
    await expect(writing).rejects.toMatchObject({
      code: 'io',
      message: expect.stringMatching(/Nothing of it was kept/) as string
    })
  })
})

describe('a bundle’s files', () => {
  it('are readable by hand and by other programs', async () => {
    const path = join(folder, 'handover')
    await writeBundle(fullCase(), path, OPTIONS)
    const files = await filesIn(path)
    expect([...files.keys()]).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/README.txt',
      'data/briefs/brief-2.json',
      'data/briefs/uberfahrt-what-was-known-1.json',
      'data/briefs/uberfahrt-what-was-known-1.md',
      'data/case.json',
      'data/log/device-1.jsonl',
      'data/quotes.jsonld',
      'data/sources.csl.json',
      'data/sources/S10/original.txt',
      'data/sources/S10/record.json',
      'data/sources/S10/text.json',
      'data/sources/S10/text.txt',
      'data/sources/S2/original.txt',
      'data/sources/S2/record.json',
      'data/sources/S2/text.json',
      'data/sources/S2/text.txt',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt'
    ])
    expect(files.get('bag-info.txt')!.toString()).toMatch(
      /^Bag-Software-Agent: Dossier 0\.0\.0\nBagging-Date: 2031-03-12\nExternal-Identifier: case-1\nExternal-Description: The Harrow ferry\nDossier-Bundle-Version: 1\nPayload-Oxum: \d+\.16\n$/
    )
    expect(files.get('data/README.txt')!.toString()).toContain('TLP:AMBER\n')
    const quotes = JSON.parse(files.get('data/quotes.jsonld')!.toString()) as {
      total: number
      first: {
        items: { quoteKey: string; quoteState: string; target: { selector: { start: number; end: number }[] } }[]
      }
    }
    expect(quotes.total).toBe(2)
    expect(quotes.first.items.map((item) => [item.quoteKey, item.quoteState])).toEqual([
      ['Q200', 'verbatim'],
      ['Q1000', 'verbatim']
    ])
    const { start, end } = quotes.first.items[1]!.target.selector[1]!
    const text = files.get('data/sources/S10/text.txt')!.toString()
    expect([...text].slice(start, end).join('')).toBe('sank at dawn')
    expect(
      (JSON.parse(files.get('data/sources.csl.json')!.toString()) as { id: string }[]).map(({ id }) => id)
    ).toEqual(['S2', 'S10'])
    const markdown = files.get('data/briefs/uberfahrt-what-was-known-1.md')!.toString()
    expect(markdown).toContain('The office knew.[@Q200]')
    expect(readBriefMarkdown(markdown, () => 'n').fields.title).toBe('Überfahrt: what was known?')
  })
})

/** Unpacks with Info-ZIP, which knows nothing of ours. */
async function unzip(path: string): Promise<string> {
  const target = join(folder, 'unzipped')
  await run('unzip', ['-q', path, '-d', target])
  return join(target, (await readdir(target))[0]!)
}
