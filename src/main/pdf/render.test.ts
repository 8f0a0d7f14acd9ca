import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { Proof } from '../../shared/proof/proof.ts'
import { BriefBuilder, cite, sha256 } from './test/brief.test-helper.ts'
import { structuralFaults } from './test/structure-check.test-helper.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { renderPdf } from './render.ts'
import { sampleBrief } from './test/sample.test-helper.ts'
import { PROOF_NAME } from '../../shared/composition/summary.ts'
import { PdfFile, tool } from './test/tools.test-helper.ts'

function onePage(): ExportInput {
  const b = new BriefBuilder()
  b.section('Note', b.statement(['Nothing has been learnt since yesterday.'], { kind: 'assumption' }))
  return b.build({ title: 'Short note', author: '', tlp: 'TLP:CLEAR' })
}

function empty(): ExportInput {
  return new BriefBuilder().build({ title: '', author: '', tlp: 'TLP:GREEN' })
}

function long(): ExportInput {
  const b = new BriefBuilder()
  const source = b.source([
    'Headline',
    ...Array.from({ length: 60 }, (_, i) => `Paragraph ${i} says that convoy ${i} crossed.`)
  ])
  for (let s = 1; s <= 12; s++) {
    const blocks = Array.from({ length: 5 }, (_, i) => {
      const quote = b.quote(source, `Paragraph ${(s - 1) * 5 + i} says that convoy ${(s - 1) * 5 + i} crossed.`)
      return [
        b.subheading(`Part ${i}`),
        b.statement([`Convoy ${i} crossed `, cite(quote), `. ${'It was seen from the shore. '.repeat(14)}`]),
        b.block(quote)
      ]
    })
    b.section(`Section number ${s}`, ...blocks.flat())
  }
  return b.build({ tlp: 'TLP:RED' })
}

function extremes(): ExportInput {
  const b = new BriefBuilder()
  const words =
    'The quick office affluent “quote” — 10\u00a0000\u202f€, non\u2011breaking, soft\u00adhyphen, µ and μ, Zażółć gęślą jaźń'
  const source = b.source(['Заголовок & <Κεφαλίδα>', words, 'а'.repeat(300), `${'long '.repeat(700)}end`], {
    title: 'Tom & “Jerry” <b>',
    publisher: 'Harbour "Post" & Sons',
    url: `https://harbour-post.example/${'a'.repeat(300)}?b=c&d=e`
  })
  const quotes = [words, 'а'.repeat(300), `${'long '.repeat(700)}end`].map((each) => b.quote(source, each))
  const linked = b.statement(['See '])
  linked.content!.push({
    type: 'text',
    text: 'the page',
    marks: [{ type: 'link', attrs: { href: 'https://x.example/page?a=1&b=2' } }]
  })
  linked.content!.push({ type: 'text', text: ' and run it', marks: [{ type: 'bold' }, { type: 'italic' }] })
  b.section(
    '',
    b.statement(['Marks: e\u0301 x\u0304 \u1dc4 and q\u0323\u0301 end']),
    b.statement(['x'.repeat(300)]),
    b.statement([`${'Sentence of a very long statement. '.repeat(570)}`])
  )
  b.section('שלום & <עולם>', linked, ...quotes.map((quote) => b.block(quote)), b.lost('\u{13000} 新聞', 'S77'))
  return b.build({ title: 'A & B <c> "d" العربية', author: 'X & Y', language: 'de' }, { paper: 'Letter' })
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const briefs: [string, () => ExportInput][] = [
  ['one page', onePage],
  ['nothing in it', empty],
  ['every finding', sampleBrief],
  ['long', long],
  ['extremes', extremes]
]

describe('renderPdf', () => {
  it.each(briefs)('makes a sound, tagged PDF of a brief: %s', async (_name, make) => {
    const input = make()
    const { bytes, pages } = await renderPdf(input)
    using file = new PdfFile(bytes)
    expect(file.run('qpdf', '--check')).toContain('No syntax or stream encoding errors found')
    const info = file.run('pdfinfo')
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^PDF version: +1\.7$/m)
    expect(info).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'))
    expect(info).toContain(`Title:           ${input.brief.title || 'Untitled brief'}`)
    expect(await structuralFaults(bytes)).toEqual([])
    const texts = file.pages()
    expect(texts).toHaveLength(pages)
    texts.forEach((text, i) => {
      expect(text.split(input.brief.tlp).length - 1).toBe(i === 0 ? 3 : 2)
      expect(text).toContain(`Page ${i + 1} of ${pages}`)
    })
  })

  it('says in the contents, the list of sources and the table on which page things stand', async () => {
    const { bytes } = await renderPdf(long())
    using file = new PdfFile(bytes)
    const pageOf = new Map<string, number>()
    file.pages().forEach((text, i) => {
      for (let s = 1; s <= 12; s++) {
        if (i >= 3 && text.includes(` ${s} Section number ${s} `)) pageOf.set(`Section number ${s}`, i + 1)
      }
    })
    const contents = file.pages('-layout').slice(0, 3).join(' ')
    expect(pageOf.size).toBeGreaterThan(8)
    for (const [title, page] of pageOf) expect(contents).toMatch(new RegExp(`${title} ${page} `))
    expect(file.run('pdfinfo', '-dests').match(/quote-\d+/g)).toHaveLength(60)
  })

  it('nests bookmarks and leads links to places that exist', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    using file = new PdfFile(bytes)
    const json = JSON.parse(file.run('qpdf', '--json', '--json-key=outlines')) as {
      outlines: { title: string; kids: { title: string }[] }[]
    }
    expect(json.outlines.map(({ title }) => title)).toEqual(
      [
        'Who paid for the Sollen breakwater',
        '1 Bottom line',
        '2 Key judgements',
        '3 Facts',
        '4 Chronology',
        '5 Gaps',
        'Sources',
        'Likelihood words',
        'Verification'
      ].slice(1)
    )
    expect(json.outlines[2]!.kids.map(({ title }) => title)).toEqual(['3.1 Money', '3.2 Who drew up the undertaking'])
    const named = new Set(
      file
        .run('pdfinfo', '-dests')
        .match(/"[^"]+"/g)
        ?.map((name) => name.slice(1, -1))
    )
    const plain = tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])
    const targets = [...plain.matchAll(/\/D \((\S+)\)/g)].map((match) => match[1])
    expect(targets.length).toBeGreaterThan(40)
    for (const target of targets) expect(named).toContain(target)
  })

  it('prints quotes so that they read back to the letter, ligatures and look-alikes too', async () => {
    const { bytes } = await renderPdf(extremes())
    using file = new PdfFile(bytes)
    const text = file.text()
    expect(text).toContain('The quick office affluent “quote” — 10 000 €, non‑breaking,')
    expect(text).toContain('µ and μ, Zażółć gęślą jaźń')
    expect(text.normalize('NFC')).toContain(' and q\u0323\u0301 end')
    expect(text.replaceAll(' ', '')).toContain('а'.repeat(300))
  })

  it('shows the code of a character that it can’t print', async () => {
    const { bytes } = await renderPdf(extremes())
    using file = new PdfFile(bytes)
    const plain = tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])
    expect(plain).toContain('/ActualText <feffd80cdc00>')
    expect(file.text()).toContain('\u{13000}')
  })

  it('carries a proof that other programs can take out and read', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    using file = new PdfFile(bytes)
    const proof = Proof.parse(JSON.parse(file.attachment(PROOF_NAME)))
    expect(proof.first.items.map((item) => item.quoteState).sort()).toEqual([
      'altered',
      'missing',
      'normalised',
      ...Array<string>(6).fill('verbatim')
    ])
    for (const source of proof.sources) expect(sha256(source.text!)).toBe(source.textSha256)
  })

  it('leaves the texts out when the author doesn’t pass them on', async () => {
    const { bytes } = await renderPdf(sampleBrief({ includeTexts: false }))
    using file = new PdfFile(bytes)
    expect(file.attachment(PROOF_NAME)).not.toContain('Four other firms handed in offers')
  })

  it('states structure in reading order with quotes as block quotes', async () => {
    const { bytes } = await renderPdf(onePage())
    using file = new PdfFile(bytes)
    const tree = file.run('pdfinfo', '-struct-text').replace(/^ */gm, (spaces) => '-'.repeat(spaces.length / 2))
    expect(tree.split('\n').filter((line) => /^-*(Document|Sect|H\d|P|BlockQuote)/.test(line))).toEqual([
      'Document',
      '-P (block)',
      '-H1 (block)',
      '-P (block)',
      '-P (block)',
      '-Sect',
      '--H2 (block)',
      '--P (block)',
      '--P (block)',
      '-Sect',
      '--H2 (block)',
      '--P (block)',
      '-Sect',
      '--H2 (block)',
      '--P (block)',
      '--P (block)',
      '--P (block)',
      '--P (block)',
      '--P (block)',
      '--P (block)',
      '--P (block)'
    ])
  })

  it('depends on its input alone', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    const folder = mkdtempSync(join(tmpdir(), 'dossier-elsewhere-'))
    try {
      const script = `
        import { createHash } from 'node:crypto'
        const { renderPdf } = await import(${JSON.stringify(new URL('./render.ts', import.meta.url).href)})
        const { sampleBrief } = await import(${JSON.stringify(new URL('./test/sample.test-helper.ts', import.meta.url).href)})
        const { bytes } = await renderPdf(sampleBrief())
        process.stdout.write(createHash('sha256').update(bytes).digest('hex'))`
      const hash = (cwd: string, environment: Record<string, string>): string =>
        execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
          cwd,
          env: { ...process.env, ...environment },
          encoding: 'utf8'
        })
      const there = { TZ: 'Pacific/Kiritimati', USER: 'ana', LOGNAME: 'ana', HOME: folder, LANG: 'tr_TR.UTF-8' }
      const elsewhere = { TZ: 'America/Anchorage', USER: 'bo', HOME: '/', LC_ALL: 'C', TMPDIR: folder }
      expect(hash(fileURLToPath(new URL('/', import.meta.url)), there)).toBe(sha256Of(bytes))
      expect(hash(folder, elsewhere)).toBe(sha256Of(bytes))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('holds no name of the machine, its user or a folder, compressed or not', async () => {
    const input = sampleBrief()
    const { bytes } = await renderPdf(input)
    using file = new PdfFile(bytes)
    const { username, homedir } = userInfo()
    const paths = [
      process.cwd(),
      fileURLToPath(new URL('.', import.meta.url)),
      `${homedir}/.`,
      `/home/${username}`,
      '.ttf'
    ]
    // A machine may have the name of a word in the brief.
    const names = [...paths, hostname()].filter((name) => name.length > 3 && !JSON.stringify(input).includes(name))
    const plain = tool('qpdf', ['--qdf', '--object-streams=disable', '--stream-data=uncompress', file.path, '-'])
    const held = `${Buffer.from(bytes).toString('latin1')}\n${plain}`
    // What was compressed is plain there.
    expect(plain).toContain('"@context"')
    for (const name of names) {
      expect(held).not.toContain(name)
      expect(held.toLowerCase()).not.toContain(Buffer.from(name, 'utf16le').swap16().toString('hex'))
    }
  })

  it('changes its file id with its content', async () => {
    const id = async (input: ExportInput): Promise<string> => {
      const { bytes } = await renderPdf(input)
      return /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(bytes).toString('latin1'))![1]!
    }
    const input = onePage()
    expect(await id(input)).toBe(await id(onePage()))
    expect(await id(input)).not.toBe(await id({ ...input, brief: { ...input.brief, author: 'Someone else' } }))
  })

  it('tells its progress in order, ending with the last page', async () => {
    const seen: ExportProgress[] = []
    await renderPdf(sampleBrief(), (progress) => seen.push(progress))
    expect(seen[0]).toEqual({ stage: 'layout', fraction: 0 })
    expect(seen.at(-1)).toEqual({ stage: 'paint', fraction: 1 })
  })
})
