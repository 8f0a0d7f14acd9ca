import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { DEFAULT_EXPORT_OPTIONS } from '../../../shared/composition/options.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { redact } from '../../../shared/redaction/redact.ts'
import { Canaries, plantedBrief } from '../../redaction/canaries.test-helper.ts'
import { testWorkspace } from '../../workspace.test-helper.ts'
import { briefSet, chapters } from './brief-set.test-helper.ts'
import { ODD_BRIEFS } from './odd-briefs.test-helper.ts'
import { randomBrief } from './random-brief.test-helper.ts'
import { renderPdf } from '../render.ts'
import { sampleBrief } from './sample.test-helper.ts'
import { scriptsBrief } from './scripts.test-helper.ts'
import { PdfFile } from './tools.test-helper.ts'
import { brokenRules, findVeraPdf, type VeraPdf } from './verapdf.test-helper.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test is skipped. */
    reason?: string
  }
}

const planted = (): ExportInput => plantedBrief(new Canaries('planted'))

const BRIEFS: readonly { name: string; make: () => ExportInput }[] = [
  // veraPDF takes half a minute for 500 pages, and finds in them what it finds in 50.
  ...briefSet.filter(({ least }) => least < 500),
  { name: '50 pages of chapters', make: () => chapters(7) },
  ...ODD_BRIEFS,
  { name: 'specimens of all scripts', make: scriptsBrief },
  ...[1, 2, 3, 4, 5].map((seed) => ({ name: `random words, ${seed}`, make: () => randomBrief(seed) })),
  { name: 'words in every field', make: planted },
  { name: 'words in every field, redacted', make: () => redact(planted()).input },
  { name: 'every source withheld', make: () => redact(withoutSources(planted())).input }
]

function withoutSources(input: ExportInput): ExportInput {
  const withheld = input.sources.map(({ source }, i) => {
    return { kind: 'source' as const, id: `s${i}`, sourceId: source.id, reason: 'S' as const }
  })
  return { ...input, brief: { ...input.brief, withheld: [...withheld, ...input.brief.withheld] } }
}

const SIGNED = 'an export of a case, redacted and signed'

/** What breaks a rule, and which: as qpdf writes the file without compression. */
const TAMPERED: readonly (readonly [what: string, pattern: RegExp, replacement: string, rule: string])[] = [
  ['no declaration of PDF/UA', /<pdfuaid:part>1<\/pdfuaid:part>/, '', 'it isn’t judged by the PDF/UA-1'],
  ['no declaration of PDF/A', /<pdfaid:part>3</, '<pdfaid:part>9<', 'it isn’t judged by the PDF/A-3a'],
  ['a font that isn’t embedded', /\/FontFile2 \d+ 0 R/g, '', 'PDF/A-3a 6.2.11.4.1-1'],
  ['a glyph of another width', /(\/W \[\s+0\s+\[\s+\d+\s+\d+\s+)\d+/, '$13', 'PDF/A-3a 6.2.11.5-1'],
  ['a colour without an output intent', /\/OutputIntents \[[\s\S]*?\]/, '', 'PDF/A-3a 6.2.4.3'],
  ['a script', /\/Type \/Catalog/, '/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>', 'PDF/A-3a 6.5.1-1'],
  ['an attachment of no relation', /\/AFRelationship \/Data/, '', 'PDF/A-3a 6.8-'],
  ['text outside the structure', /\/P <<\/MCID \d+>> BDC/, '/Span <</X 0>> BDC', 'PDF/UA-1 7.1-3'],
  ['no language', /\/Lang \([^)]*\)/g, '', 'PDF/UA-1 7.2-'],
  ['a skipped heading', /\/S \/H2/g, '/S /H4', 'PDF/UA-1 7.4.2-1'],
  ['a link that says nothing', /\/Contents \((?:[^()\\]|\\.)*\)/g, '', 'PDF/UA-1 7.18.5-2'],
  ['a list of paragraphs', /\/S \/LI\b/g, '/S /P', 'PDF/UA-1 7.2-']
]

let vera: VeraPdf
let broken: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  vera = await findVeraPdf()
  if ('reason' in vera) return
  const files = new Map<string, Uint8Array>([[SIGNED, await exported()]])
  for (const { name, make } of BRIEFS) files.set(name, (await renderPdf(make())).bytes)
  const { bytes } = await renderPdf(sampleBrief())
  using file = new PdfFile(bytes)
  for (const [what, pattern, replacement] of TAMPERED) {
    files.set(
      what,
      file.withContent((content) => content.replace(pattern, replacement))
    )
  }
  broken = await brokenRules(vera.jar, files)
}, 900_000)

/** Skips a test where veraPDF can't be had, with the reason. */
function needVeraPdf({ task, skip }: TestContext): void {
  if (!('reason' in vera)) return
  task.meta.reason = vera.reason
  skip(vera.reason)
}

async function exported(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-conformance-'))
  const workspace = testWorkspace(folder)
  try {
    await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
    await writeFile(
      join(folder, 'article.txt'),
      'date 2031-03-04 - Northern Courier\n-\nMemo kept\nIlva Quorvath said so.\n'
    )
    await writeFile(join(folder, 'brief.md'), '---\ntitle: What was kept\n---\n# Facts\nIlva Quorvath said so [@S1].\n')
    await workspace.handlers['import.start']({ paths: [join(folder, 'article.txt')] })
    const { brief } = await workspace.handlers['brief.importMarkdown']({ path: join(folder, 'brief.md') })
    await workspace.handlers['brief.withhold']({
      briefId: brief.id,
      withheld: [{ kind: 'words', id: 'w', terms: ['Ilva Quorvath', 'Quorvath', 'Ilva'], reason: 'P' }]
    })
    const key = await workspace.handlers['signature.newKey']({ name: 'Desk', passphrase: 'a walk on the pier' })
    const path = join(folder, 'brief.pdf')
    const report = await workspace.handlers['export.pdf']({
      briefId: brief.id,
      path,
      options: { ...DEFAULT_EXPORT_OPTIONS, redacted: true },
      acceptFindings: true,
      sign: { keyId: key.id, passphrase: 'a walk on the pier' }
    })
    expect(report.signature).toBe(`${path}.minisig`)
    return await readFile(path)
  } finally {
    await workspace.close()
    await rm(folder, { recursive: true })
  }
}

describe('veraPDF finds no broken rule of PDF/A-3a and PDF/UA-1', () => {
  it.for([...BRIEFS.map(({ name }) => name), SIGNED])('in %s', (name, context) => {
    needVeraPdf(context)
    expect(broken.get(name)).toEqual([])
  })
})

describe('veraPDF finds', () => {
  it.for(TAMPERED)('%s', ([what, , , rule], context) => {
    needVeraPdf(context)
    expect(broken.get(what)!.join('\n')).toContain(rule)
  })
})
