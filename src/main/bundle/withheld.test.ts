import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SourceRecord } from '../../shared/case/case.ts'
import { WITHHELD_WORDS } from '../../shared/exchange/withhold.ts'
import { TLP_LABELS, type SourceMetadata, type Tlp } from '../../shared/source/source.ts'
import {
  addBrief,
  addSource,
  digest,
  filesIn,
  madeCase,
  OPTIONS,
  quoteBlock,
  statement,
  type MadeCase
} from './bundle.test-helper.ts'
import { readBundle } from './read-bundle.ts'
import { writeBundle, type BundleReport } from './write-bundle.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'withheld-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Words that stand nowhere else, handed out and remembered. */
class Canaries {
  readonly all: string[] = []
  readonly #seed: string

  constructor(seed: string) {
    this.#seed = seed
  }

  hash(): string {
    const canary = digest(`${this.#seed}:${this.all.length}`)
    this.all.push(canary)
    return canary
  }

  next(): string {
    const canary = `k${digest(`${this.#seed}:${this.all.length}`).slice(0, 16)}`
    this.all.push(canary)
    return canary
  }
}

/** A restricted source with a canary in every field that can hold one, and what refers to it in an open brief. */
function addRestricted(made: MadeCase, number: number, canaries: Canaries, tlp: Tlp | null): void {
  const quoted = canaries.next()
  const record = addSource(made, number, `Opening ${canaries.next()}. It was ${quoted} then. End ${canaries.next()}.`, {
    tlp,
    quotes: [`It was ${quoted} then`]
  })
  canaries.all.push(record.source.original.sha256, record.source.text.sha256)
  const found = (value: string): SourceMetadata['title'] => ({
    value,
    evidence: { from: canaries.next(), detail: canaries.next() },
    confidence: 1,
    alternatives: [{ value: canaries.next(), evidence: { from: 'meta', detail: canaries.next() } }]
  })
  const full: SourceRecord = {
    ...record,
    custody: { device: canaries.next(), n: 1, sha256: canaries.hash() },
    source: {
      ...record.source,
      key: `S${number}`,
      formerKeys: [canaries.next()],
      original: { ...record.source.original, name: `${canaries.next()}.html`, mediaType: `text/${canaries.next()}` },
      metadata: {
        title: found(canaries.next()),
        authors: { value: [canaries.next()], evidence: null, confidence: 1, alternatives: [] },
        publisher: found(canaries.next()),
        published: found(canaries.next()),
        modified: found(canaries.next()),
        url: found(`https://${canaries.next()}.example/`),
        retrieved: found(canaries.next()),
        canonicalUrl: found(`https://${canaries.next()}.example/`),
        language: found(canaries.next()),
        section: found(canaries.next()),
        edition: found(canaries.next()),
        page: found(canaries.next()),
        wordCount: found(canaries.next()),
        documentId: found(canaries.next()),
        agencies: { value: [canaries.next()], evidence: null, confidence: 1, alternatives: [] }
      },
      container: { name: canaries.next(), sha256: canaries.hash(), path: canaries.next() },
      text: { ...record.source.text, notice: canaries.next() },
      tags: [canaries.next()],
      note: canaries.next()
    },
    quotes: record.quotes.map((quote) => ({
      ...quote,
      id: canaries.next(),
      formerKeys: [canaries.next()],
      speaker: canaries.next(),
      attribution: [canaries.next()],
      note: canaries.next(),
      tags: [canaries.next()],
      target: { ...quote.target, prefix: canaries.next(), suffix: canaries.next() }
    }))
  }
  const [quote] = full.quotes
  full.quotes.push({
    ...quote!,
    id: canaries.next(),
    key: `Q${number}77`,
    deletedAt: '2031-03-12T12:00:00.000Z',
    note: canaries.next()
  })
  const id = canaries.next()
  made.records.delete(record.source.id)
  made.records.set(id, {
    ...full,
    source: { ...full.source, id },
    quotes: full.quotes.map((q) => ({ ...q, sourceId: id }))
  })
  made.texts.set(id, made.texts.get(record.source.id)!)
  made.originals.set(id, made.originals.get(record.source.id)!)
  addBrief(made, `Memo ${number}`, [
    statement(
      'The office knew.',
      { quoteId: quote!.id, locator: canaries.next() },
      { sourceId: id, locator: canaries.next() }
    ),
    statement('It was told.', { label: full.source.formerKeys[0]! }),
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [statement('Twice.', { quoteId: quote!.id })] }]
    },
    quoteBlock(quote!.target.exact, quote!.id, id),
    quoteBlock(`${quoted} by source alone`, null, id),
    quoteBlock(`${quoted} by quote alone`, full.quotes[1]!.id, null),
    quoteBlock(`${quoted} by former key`, null, null, quote!.formerKeys[0]!),
    {
      type: 'table',
      attrs: { id: 'n3', align: [null] },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: statement('Cell', { sourceId: id, locator: canaries.next() }).content! }
          ]
        }
      ]
    },
    {
      type: 'figure',
      attrs: { id: 'n4', sourceId: id, label: null, alt: canaries.next() },
      content: [{ type: 'text', text: canaries.next() }]
    },
    statement('This is open.', { quoteId: 'quote-100' })
  ])
}

function mixedCase(seed: string, restricted: Tlp | null, caseTlp: Tlp): { made: MadeCase; canaries: Canaries } {
  const canaries = new Canaries(seed)
  const made = madeCase()
  made.record = { ...made.record, tlp: caseTlp, custody: { device: 'device-1', n: 3, sha256: 'c'.repeat(64) } }
  const open = addSource(made, 1, 'This is open. Everybody knows.', { tlp: 'TLP:CLEAR', quotes: ['This is open'] })
  const [quote] = open.quotes
  const deleted = {
    ...quote!,
    id: 'quote-gone',
    key: 'Q900',
    deletedAt: '2031-03-12T12:00:00.000Z',
    note: canaries.next()
  }
  made.records.set('source-1', { ...open, quotes: [quote!, deleted] })
  addRestricted(made, 2, canaries, restricted)
  addRestricted(made, 3, canaries, restricted)
  addBrief(made, canaries.next(), [statement(canaries.next())], { tlp: 'TLP:RED' })
  addBrief(made, canaries.next(), [statement(canaries.next())], { deletedAt: '2031-03-12T12:00:00.000Z' })
  made.log = [{ name: 'device-1.jsonl', content: new TextEncoder().encode(`{"name":"${canaries.next()}"}\n`) }]
  return { made, canaries }
}

/** The canaries that a folder of files betrays, in bytes or names. */
async function found(place: string, canaries: Canaries): Promise<string[]> {
  const files = await filesIn(place)
  const bytes = Buffer.concat([...files].flatMap(([path, content]) => [Buffer.from(`${path}\n`), content]))
  return canaries.all.filter((canary) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')))
}

async function written(
  made: MadeCase,
  name: string,
  maxTlp: Tlp | null
): Promise<{ report: BundleReport; place: string }> {
  const path = join(folder, name)
  const report = await writeBundle(made, path, { ...OPTIONS, maxTlp })
  if (!name.endsWith('.zip')) return { report, place: path }
  const place = join(folder, `${name} unpacked`)
  await promisify(execFile)('unzip', ['-q', path, '-d', place])
  return { report, place }
}

describe.each(['reduced', 'reduced.zip'])('what is withheld from %s', (name) => {
  it.each<[string, Tlp | null, Tlp]>([
    ['its own label', 'TLP:AMBER', 'TLP:GREEN'],
    ['the label of the case', null, 'TLP:AMBER']
  ])('because of %s is nowhere in it', async (_, own, caseTlp) => {
    const { made, canaries } = mixedCase(name, own, caseTlp)
    const control = await written(made, `whole-${name}`, null)
    expect(await found(control.place, canaries)).toEqual(canaries.all)

    const { report, place } = await written(made, name, 'TLP:GREEN')
    expect(await found(place, canaries)).toEqual([])
    expect(JSON.stringify(report)).not.toMatch(new RegExp(canaries.all.join('|')))
    expect(report).toMatchObject({ sources: 1, quotes: 1, briefs: 2, withheld: { sources: 2, briefs: 1 } })
    expect(report.leftOut).toEqual([
      '2 sources above TLP:GREEN were withheld, with all quotes from them.',
      '1 brief above TLP:GREEN was withheld.',
      ...(caseTlp === 'TLP:AMBER' ? ['The title of the case was withheld: the case itself is above TLP:GREEN.'] : []),
      'The log and deleted quotes and briefs were left out, because they can name what was withheld.'
    ])
    const files = await filesIn(place)
    const named = (ending: string): string => [...files].find(([path]) => path.endsWith(ending))![1].toString()
    for (const sentence of report.leftOut) {
      expect(named('README.txt')).toContain(sentence)
      expect(named('bag-info.txt')).toContain(sentence)
    }
    expect([...files.keys()].filter((path) => path.includes('/log/'))).toEqual([])
    expect(named('memo-2-1.md')).toContain(`> ${WITHHELD_WORDS.replace('[', '\\[')}`)
    expect(named('memo-2-1.md')).toContain('The office knew.[@withheld][@withheld]')
    expect(named('memo-2-1.md')).toContain('This is open.[@Q100]')
  })

  it('can be imported, and says how much it lacks', async () => {
    const { made } = mixedCase('import', 'TLP:RED', 'TLP:GREEN')
    await written(made, name, 'TLP:GREEN')
    const bundle = await readBundle(join(folder, name))
    expect(bundle.withheld).toEqual({ sources: 2, briefs: 1 })
    expect(bundle.logs).toEqual([])
    expect(bundle.record.custody).toBeUndefined()
    expect(bundle.record.briefs).toEqual(bundle.briefs.map(({ brief }) => brief.id))
    const keys: string[] = []
    for await (const { record } of bundle.sources())
      keys.push(record.source.key, ...record.quotes.map((quote) => quote.key))
    expect(keys).toEqual(['S1', 'Q100'])
    await bundle.close()
  })
})

it('a control finds canaries that a bundle does hold', async () => {
  const { made, canaries } = mixedCase('control', 'TLP:AMBER', 'TLP:GREEN')
  const { place } = await written(made, 'amber', 'TLP:AMBER')
  expect((await found(place, canaries)).length).toBeGreaterThan(30)
})

it('whatever the labels are, just the sources up to the limit are handed over', async () => {
  const label = fc.constantFrom(...TLP_LABELS)
  await fc.assert(
    fc.asyncProperty(label, label, fc.array(fc.option(label), { maxLength: 4 }), async (max, caseTlp, labels) => {
      const made = madeCase()
      made.record = { ...made.record, tlp: caseTlp }
      for (const [i, tlp] of labels.entries()) addSource(made, i + 1, `Text ${i}`, { tlp })
      const path = join(folder, digest(JSON.stringify([max, caseTlp, labels])).slice(0, 20))
      if ((await readdir(folder)).includes(path.slice(folder.length + 1))) return
      const { sources, withheld } = await writeBundle(made, path, { ...OPTIONS, maxTlp: max })
      const rank = (tlp: Tlp): number => TLP_LABELS.indexOf(tlp)
      expect(sources).toBe(labels.filter((tlp) => rank(tlp ?? caseTlp) <= rank(max)).length)
      expect(withheld?.sources).toBe(labels.length - sources)
    }),
    { numRuns: 25 }
  )
})
