import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Withheld } from '../../shared/brief/withheld.ts'
import { DOCUMENT_FORMATS } from '../../shared/composition/export-formats.ts'
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/composition/options.ts'
import { heldOriginals } from '../redaction/originals.ts'
import { PdfFile } from '../pdf/test/tools.test-helper.ts'
import { writeZip } from '../zip/zip-writer.ts'
import { stoppedError } from './export/gate.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'

const options = { ...DEFAULT_EXPORT_OPTIONS, redacted: true }
const FILES = [
  { format: 'pdf' as const, path: 'out.pdf' },
  ...DOCUMENT_FORMATS.map((format) => ({ format, path: `out.${format}` }))
]

let folder: string
const opened: Workspace[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redacted-'))
})
afterAll(async () => {
  await closeAll()
  await rm(folder, { recursive: true, force: true })
})

async function closeAll(): Promise<void> {
  for (const workspace of opened.splice(0)) await workspace.close()
}

type Format = (typeof FILES)[number]['format']

interface Made {
  /** The folder of the case and of what is exported. */
  place: string
  workspace: Workspace
  briefId: string
  /** Exports the brief to files of formats, all of them unless others are named; gives them by their format. */
  exportAll: (wanted?: readonly Format[], acceptNear?: boolean) => Promise<Map<string, Buffer>>
}

/** A case with sources and a brief, of which some words are withheld. The same names make the same case. */
async function made(articles: Record<string, string | Uint8Array>, brief: string, ...terms: string[]): Promise<Made> {
  const place = await mkdtemp(join(folder, 'case-'))
  let ids = 0
  const newId = (): string => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`
  const workspace = testWorkspace(place, { newId })
  opened.push(workspace)
  await workspace.handlers['case.create']({ path: join(place, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
  for (const [name, content] of Object.entries(articles)) {
    await writeFile(join(place, name), content)
    await workspace.handlers['import.start']({ paths: [join(place, name)] })
  }
  await writeFile(join(place, 'brief.md'), brief)
  const briefId = (await workspace.handlers['brief.importMarkdown']({ path: join(place, 'brief.md') })).brief.id
  const withheld: Withheld[] = [{ kind: 'words', id: 'w', terms, reason: 'P' }]
  await workspace.handlers['brief.withhold']({ briefId, withheld })
  const exportAll: Made['exportAll'] = async (wanted = FILES.map(({ format }) => format), acceptNear = false) => {
    const files = FILES.filter(({ format }) => wanted.includes(format)).map(({ format, path }) => ({
      format,
      path: join(place, path)
    }))
    const exported = await workspace.handlers['export.files']({
      briefId,
      files,
      options,
      acceptFindings: true,
      acceptNear
    })
    if (exported.stopped) throw stoppedError(exported)
    expect(exported.reports.map(({ redacted }) => redacted)).toEqual(files.map(() => true))
    return new Map(await Promise.all(files.map(async ({ format, path }) => [format, await readFile(path)] as const)))
  }
  return { place, workspace, briefId, exportAll }
}

const article = (name: string): string =>
  `date 2031-03-04 - Northern Courier\n-\nHarbour board kept memo\nThe board held it back, ${name} said.\nA spokesperson said: “We gave it all.”\n`
const brief = (name: string): string =>
  `---\ntitle: What ${name} saw\n---\n# On ${name}\n${name} stands alone [@S1].\n\n> We gave it all.\n> — [@S1]\n`

describe('redacted exports of two cases that differ in a withheld name alone', () => {
  afterAll(closeAll)

  it('are the same bytes in every format', async () => {
    const names = ['Ilva Quorvath', 'Olga Brindolm']
    const [first, second] = await Promise.all(
      names.map(async (name) => (await made({ 'article.txt': article(name) }, brief(name), name)).exportAll())
    )
    for (const [format, bytes] of first!) {
      const bare = [bytes, second!.get(format)!].map((each) =>
        each.toString('latin1').replace(/\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/, '')
      )
      expect(bare[0] === bare[1], format).toBe(true)
      expect(bare[0]!.length).toBeGreaterThan(50)
    }
  })
})

const page = (head: string): string =>
  `<!doctype html><html lang="en"><head><title>Ferry late again</title>${head}</head><body><article><h1>Ferry late again</h1>${'<p>The ferry to Sollen was late on nine days of March, as it had been all winter long.</p>'.repeat(4)}</article></body></html>`

describe('a source whose file holds a withheld name, and whose text doesn’t', () => {
  const HELD: Readonly<Record<string, string | Uint8Array>> = {
    'in a meta tag': page('<meta name="editor" content="Quorvath">'),
    'in a comment, with escapes': page('<!-- by Qu&#111;rvath -->'),
    'in a script': page('<script>var a = {"by":"Qu\\u006frvath"}</script>'),
    'in an address': page('<link rel="x" href="https://a.example/?by=qu%6Frvath">'),
    'in another encoding': Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(page('<meta name="editor" content="Quorvath">'), 'utf16le')
    ])
  }
  const FILES_HELD = Object.values(HELD).map((content, i) => [`page-${i + 1}.html`, content] as const)
  let told: ReadonlyMap<string, string>
  /** Of the sources in their order, that of one without the name last. */
  let hashes: readonly string[]

  beforeAll(async () => {
    const keys = [...FILES_HELD, null].map((_, i) => `S${i + 1}`)
    const { workspace, exportAll } = await made(
      { ...Object.fromEntries(FILES_HELD), 'other.html': page('').replaceAll('nine', 'ten') },
      `---\ntitle: Ferries\n---\n# Facts\nThey are late ${keys.map((key) => `[@${key}]`).join(' ')}.\n`,
      'Quorvath'
    )
    const view = await workspace.handlers['case.current']({})
    hashes = await Promise.all(
      keys.map(async (key) => {
        const row = view!.sources.find((each) => each.key === key)!
        return (await workspace.opened().store.source(row.id)).source.original!.sha256
      })
    )
    const texts = [...(await exportAll(['pdf', 'docx']))].map(([format, bytes]): [string, string] => {
      using file = format === 'pdf' ? new PdfFile(bytes) : null
      return [
        format,
        file ? file.text().replace(/\s/g, '') + file.attachment('dossier-proof.jsonld') : bytes.toString()
      ]
    })
    told = new Map(texts)
  })
  afterAll(closeAll)

  it.each(Object.keys(HELD).map((where, i) => [where, i] as const))(
    '%s: neither its hash nor its length is told',
    (_where, i) => {
      expect([...told.keys()]).toEqual(['pdf', 'docx'])
      for (const [format, text] of told) expect(text, format).not.toContain(hashes[i])
      expect(told.get('pdf')).toContain(hashes.at(-1))
    }
  )
})

describe('a redacted export that would leak', () => {
  afterAll(closeAll)

  it('is written in no format, and the refusal names the place in the brief', async () => {
    // The words stand in what every PDF prints, in no other format, and not in the brief.
    const { place, exportAll } = await made(
      { 'article.txt': article('Somebody') },
      brief('Somebody'),
      'What this check proves'
    )
    await expect(exportAll()).rejects.toMatchObject({
      code: 'leak',
      message: expect.stringContaining('Nothing was written') as string
    })
    const written = (await readdir(place, { recursive: true })).filter((name) => /out\./.test(name))
    expect(written).toEqual([])
  })
})

describe('the name of a file', () => {
  let shared: Made
  beforeAll(async () => {
    shared = await made({ 'article.txt': article('Somebody') }, '# Facts\n', 'Ilva Quorvath')
  })
  afterAll(closeAll)

  it.each(['Ilva Quorvath.pdf', 'ilva-quorvath (2).pdf', 'I. Quorvath.pdf'])(
    '%s is refused as an answer to the dialog, without its word',
    async (name) => {
      const { place, workspace, briefId } = shared
      const into = await mkdtemp(join(place, 'out-'))
      const request = { briefId, options, acceptFindings: true, path: join(into, name) }
      const refused: unknown = await workspace.handlers['export.pdf'](request).catch((error: unknown) => error)
      expect(refused).toMatchObject({
        code: 'leak',
        message: expect.stringMatching(/^The name of the file .* entry 1 /) as string
      })
      expect((refused as Error).message).not.toMatch(/quorvath/i)
      expect(await readdir(into)).toEqual([])
      await workspace.handlers['export.pdf']({ ...request, path: join(into, 'Redacted.pdf') })
    }
  )
})

describe('what is like withheld words', () => {
  const near = '---\ntitle: Ferries\n---\nThe Quorvathite papers came late, and the quorvathlike ones.\n'
  let shared: Made
  beforeAll(async () => {
    shared = await made({ 'article.txt': article('Somebody') }, near, 'Quorvath')
  })
  afterAll(closeAll)

  it('is shown this once when that is accepted', async () => {
    const { workspace, briefId, exportAll } = shared
    expect((await exportAll(['pdf', 'markdown'], true)).get('markdown')!.toString()).toContain('Quorvathite')
    expect(await workspace.handlers['export.nearForms']({ briefId })).toHaveLength(2)
  })

  it('stops a redacted export until it is decided', async () => {
    const { workspace, briefId, exportAll } = shared
    await expect(exportAll()).rejects.toMatchObject({ code: 'near-forms' })
    const forms = await workspace.handlers['export.nearForms']({ briefId })
    expect(forms.map(({ form, place }) => `${form}: ${place}`)).toEqual([
      'Quorvathite: statement 1',
      'quorvathlike: statement 1'
    ])
    const entry = { kind: 'words' as const, id: 'w', terms: ['Quorvath', 'Quorvathite'], reason: 'P' as const }
    await workspace.handlers['brief.withhold']({ briefId, withheld: [entry] })
    await expect(exportAll()).rejects.toMatchObject({ code: 'near-forms' })
    const decided = [{ ...entry, left: ['quorvathlike'] }]
    await workspace.handlers['brief.withhold']({ briefId, withheld: decided })
    const files = await exportAll(['pdf', 'markdown'])
    expect(files.get('markdown')!.toString()).toContain('quorvathlike')
    expect(files.get('markdown')!.toString()).not.toContain('Quorvathite')
    expect((await workspace.handlers['brief.get']({ id: briefId })).withheld).toEqual(decided)
  })
})

describe('originals that are zips', () => {
  it('are searched in their parts', async () => {
    const zip = writeZip([['docProps/core.xml', Buffer.from('<dc:creator>Quorvath</dc:creator>')]], 'stored')
    const secrets = [{ kind: 'words' as const, text: 'Quorvath', about: 'words' }]
    const given = [
      { sourceId: 'zip', bytes: zip },
      { sourceId: 'clean', bytes: Buffer.from('A clean text.') },
      { sourceId: 'broken', bytes: Buffer.from('%PDF-1.4 broken') }
    ]
    expect(await heldOriginals(given, secrets)).toEqual([
      { sourceId: 'zip', about: 'words' },
      { sourceId: 'broken', about: null }
    ])
  })
})

describe('the appendix of marked passages', () => {
  afterAll(closeAll)

  it('says notes and tags, and nothing in them of what is withheld', async () => {
    const name = 'Ilva Quorvath'
    const { workspace, briefId, place } = await made({ 'article.txt': article('the clerk') }, brief(name), name)
    const { handlers } = workspace
    const tag = await handlers['tag.create']({
      ...{ name: `Seen by ${name}`, colour: null, description: '', parent: null }
    })
    const [source] = workspace.opened().view().sources
    const { text } = (await workspace.opened().text(source!.id)).text
    const start = text.indexOf('The board')
    const range = { sourceId: source!.id, start, end: start + 'The board held it back'.length }
    const mark = await handlers['mark.create']({ ...range, colour: 'blue', tags: [tag.id] })
    await handlers['mark.update']({ id: mark.id, note: `Ask ${name} of it.` })
    const exported = async (redacted: boolean): Promise<string> => {
      const path = join(place, `${String(redacted)}.html`)
      const done = await handlers['export.files']({
        ...{ briefId, files: [{ format: 'html', path }], acceptFindings: true, acceptNear: false },
        options: { ...options, redacted, appendices: ['marks'] }
      })
      if (done.stopped) throw stoppedError(done)
      return readFile(path, 'utf8')
    }
    const whole = await exported(false)
    expect(whole).toContain('Marked passages')
    expect(whole).toContain(`Ask ${name} of it.`)
    const redacted = await exported(true)
    expect(redacted).toContain('The board held it back')
    expect(redacted).toMatch(/Ask .* of it\./)
    expect(redacted).not.toContain('Quorvath')
  })
})
