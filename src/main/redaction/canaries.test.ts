import { beforeAll, describe, expect, it } from 'vitest'
import { renderPdf } from '../pdf/render.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { redact, type Secret } from '../../shared/redaction/redact.ts'
import { Canaries, NEVER_CARRIED, plantedBrief, wordsIn } from './canaries.test-helper.ts'
import { scanForLeaks } from './scan.ts'

const canaries = new Canaries('planted')
const whole = plantedBrief(canaries)
const fields = [...canaries.all]
const words = fields.map(([, word]) => word)

let redacted: ExportInput
let secrets: Secret[]

beforeAll(() => {
  ;({ input: redacted, secrets } = redact(whole))
})

/** The fields whose canary a PDF holds. */
function fieldsIn(bytes: Uint8Array, structure = false): string[] {
  const found = wordsIn(bytes, words, structure)
  return fields.filter(([, word]) => found.has(word)).map(([field]) => field)
}

describe('more than 200 words, one in every field', () => {
  it('are all in a PDF that isn’t redacted, but for those that none carries', async () => {
    expect(fields.length).toBeGreaterThan(200)
    const plain = { ...whole, options: { ...whole.options, redacted: false } }
    const { bytes } = await renderPdf(plain)
    const missing = fields.map(([field]) => field).filter((field) => !NEVER_CARRIED.test(field))
    const found = new Set(fieldsIn(bytes))
    expect(missing.filter((field) => !found.has(field))).toEqual([])
  })

  it('are gone from a redacted one, and the search passes it', async () => {
    const { bytes } = await renderPdf(redacted)
    expect(fieldsIn(bytes, true)).toEqual([])
    await expect(scanForLeaks(bytes, secrets, 'pdf', 'PDF')).resolves.toBeUndefined()
    expect(JSON.stringify({ ...redacted, options: null })).not.toMatch(/zq[a-z]{10}/)
  })

  it('are gone with their reasons alone left when every source is withheld', async () => {
    const withheld = whole.sources.map(({ source }, i) => {
      return { kind: 'source' as const, id: `s${i}`, sourceId: source.id, reason: 'S' as const }
    })
    const result = redact({ ...whole, brief: { ...whole.brief, withheld: [...withheld, ...whole.brief.withheld] } })
    const { bytes } = await renderPdf(result.input)
    expect(fieldsIn(bytes)).toEqual([])
    await expect(scanForLeaks(bytes, result.secrets, 'pdf', 'PDF')).resolves.toBeUndefined()
  })
})

describe('the search refuses a PDF when redaction forgets', () => {
  const source = (
    change: (from: ExportInput['sources'][number]) => Partial<ExportInput['sources'][number]['source']>
  ) => {
    return (input: ExportInput): ExportInput => ({
      ...input,
      sources: input.sources.map((each, i) => ({ ...each, source: { ...each.source, ...change(whole.sources[i]!) } }))
    })
  }
  const metadata = (key: 'title' | 'authors' | 'publisher' | 'url' | 'agencies') => {
    return (input: ExportInput): ExportInput => ({
      ...input,
      sources: input.sources.map((each, i) => {
        const from = whole.sources[i]!.source.metadata
        return { ...each, source: { ...each.source, metadata: { ...each.source.metadata, [key]: from[key] } } }
      })
    })
  }
  const forgetful: [string, (input: ExportInput) => ExportInput][] = [
    ['the title of the brief', (input) => ({ ...input, brief: { ...input.brief, title: whole.brief.title } })],
    ['its author', (input) => ({ ...input, brief: { ...input.brief, author: whole.brief.author } })],
    ['the title of the case', (input) => ({ ...input, case: whole.case })],
    ['the document', (input) => ({ ...input, brief: { ...input.brief, doc: whole.brief.doc } })],
    ['titles of sources', metadata('title')],
    ['authors', metadata('authors')],
    ['publishers', metadata('publisher')],
    ['addresses', metadata('url')],
    ['agencies', metadata('agencies')],
    ['names of files', source(({ source: { original } }) => ({ original: { ...original, sha256: '' } }))],
    ['hashes', source(({ source: { original } }) => ({ original: { ...original, name: 'x' } }))],
    [
      'speakers',
      (input) => ({
        ...input,
        quotes: input.quotes.map((quote, i) => ({ ...quote, speaker: whole.quotes[i]!.speaker }))
      })
    ],
    [
      'texts',
      (input) => ({
        ...input,
        sources: input.sources.map((each, i) => ({ ...each, text: whole.sources[i]!.text, withheld: 'no' as const }))
      })
    ],
    ['what differs', (input) => ({ ...input, check: whole.check })],
    ['what analyses say', (input) => ({ ...input, analysis: whole.analysis })]
  ]
  it.each(forgetful)('%s', async (_field, forget) => {
    const forgotten = forget(redacted)
    // Names and hashes of files are printed only of sources whose texts aren't withheld.
    const sources = forgotten.sources.map((each) => ({ ...each, withheld: 'no' as const }))
    const { bytes } = await renderPdf({ ...forgotten, sources })
    await expect(scanForLeaks(bytes, secrets, 'pdf', 'PDF')).rejects.toMatchObject({ code: 'leak' })
  })
})
