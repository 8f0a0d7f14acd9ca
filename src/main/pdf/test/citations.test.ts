import { beforeAll, describe, expect, it } from 'vitest'
import { CITATION_STYLES, type CitationStyle } from '../../../shared/composition/options.ts'
import { withCitations } from '../../citations/format.ts'
import { compose } from '../../../shared/composition/compose.ts'
import { BriefBuilder, cite, citeNothing } from './brief.test-helper.ts'
import { structuralFaults } from './structure-check.test-helper.ts'
import { renderPdf } from '../render.ts'
import { PdfFile } from './tools.test-helper.ts'
import { verifyPdf } from '../reader/verify.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'

const QUOTED = 'The ferry had been stopped twice before.'

function brief(citations: CitationStyle): ExportInput {
  const b = new BriefBuilder()
  const post = b.source(['Ferry stopped', QUOTED, 'Nobody was hurt.'], {
    publisher: 'Harbour Post',
    published: '2031-03-01',
    url: 'https://harbour-post.example/ferry',
    authors: ['Mara Quill']
  })
  const courier = b.source(['Harbour closed', 'The harbour was closed.'], {
    publisher: 'Coast Daily',
    published: '2031-03-02'
  })
  const quote = b.quote(post, QUOTED, 'The harbour master')
  const linked = b.statement(['See '])
  linked.content!.push({
    type: 'text',
    text: 'the page',
    marks: [{ type: 'link', attrs: { href: 'https://x.example/' } }]
  })
  b.section(
    'Findings',
    b.statement(['It had been stopped before. ', cite(quote), ' ', cite(courier, 'contradicts')]),
    linked,
    b.block(quote),
    b.statement(['It was closed ', cite(courier), '. Nobody knew ', citeNothing('S9'), '.']),
    b.statement(['And again ', cite(quote), '.'])
  )
  return b.build({}, { citations })
}

describe.each(CITATION_STYLES)('a PDF in the style %s', (style) => {
  let input: ExportInput
  let bytes: Uint8Array
  let text: string

  beforeAll(async () => {
    input = brief(style)
    bytes = (await renderPdf(input)).bytes
    using file = new PdfFile(bytes)
    text = file.text().replace(/\s+/g, ' ')
  })

  it('is sound and proves its quotes', async () => {
    expect(await structuralFaults(bytes)).toEqual([])
    const report = await verifyPdf(bytes)
    expect(report.quotes.map(({ state }) => state)).toEqual(['verbatim'])
    for (const { source } of input.sources) expect(text).toContain(source.original.sha256)
    expect(text).toContain('The harbour master, Harbour Post, 1 March 2031')
    expect(text).toContain('[S9 not found]')
    expect(text).toContain(STYLES[style].list)
  })

  it('prints the citations of the style', () => {
    for (const words of STYLES[style].printed) expect(text).toContain(words)
  })

  it('leads from each use to its entry and back', async () => {
    const composed = await withCitations(input)
    const { blocks } = compose(composed)
    const runs = JSON.stringify(blocks)
    for (const n of [1, 2]) {
      expect(runs).toContain(`"destination":"source-${n}"`)
      expect(runs).toContain(`"target":{"destination":"source-${n}"}`)
    }
    const anchors = new Set([...runs.matchAll(/"anchor":"(citation-\d+)"/g)].map(([, name]) => name))
    const back = new Set([...runs.matchAll(/"pageOf":"(citation-\d+)"/g)].map(([, name]) => name))
    expect(anchors.size).toBeGreaterThanOrEqual(3)
    expect(back).toEqual(anchors)
    // A page number that isn't known is printed as 0.
    expect(text).not.toMatch(/p\. 0\b/)
  })
})

it('is refused without its citations', () => {
  expect(() => compose(brief('apa'))).toThrow('must be formatted')
})

/** What each style prints of the brief; the address in the second statement takes the second note. */
const STYLES: Record<CitationStyle, { list: string; printed: string[] }> = {
  numbered: { list: 'Sources', printed: ['before. [1, ¶ 2] [contra 2]', 'It was closed [2]. Nobody'] },
  'chicago-notes': {
    list: 'Bibliography',
    printed: [
      '1 Mara Quill, “Ferry Stopped,” Harbour Post, March 1, 2031, para. 2, https://harbour-post.example/ferry; contra “Harbour Closed,” Coast Daily, March 2, 2031.',
      '2 https://x.example/',
      '3 Mara Quill, “Ferry Stopped,” para. 2.',
      '4 Coast Daily, “Harbour Closed.”'
    ]
  },
  apa: {
    list: 'References',
    printed: [
      'stopped before (Mara Quill, 2031, para. 2; contra “Harbour Closed,” 2031).',
      '1 March 2031 (Mara Quill, 2031, para. 2)',
      'It was closed (“Harbour Closed,” 2031). Nobody',
      'Mara Quill. (2031, March 1). Ferry stopped. Harbour Post.'
    ]
  },
  oscola: {
    list: 'Bibliography',
    printed: [
      '1 Mara Quill, ‘Ferry Stopped’ Harbour Post (1 March 2031) para 2 <https://harbour-post.example/ferry> accessed 2 March 2031; contra ‘Harbour Closed’ Coast Daily (2 March 2031).',
      '3 Mara Quill (n 1) para 2.',
      '4 ‘Harbour Closed’ (n 1).',
      '5 Mara Quill (n 1) para 2.'
    ]
  },
  bluebook: {
    list: 'Table of sources',
    printed: ['3 Mara Quill, supra note 1, ¶ 2.', '5 Mara Quill, supra note 1, ¶ 2.']
  }
}
