import type { Section, SectionBlock, Statement, TableCell, TextNode } from '../../../shared/brief/brief.ts'
import { CITATION_STYLES, PAPERS, THEMES, type ExportOptions } from '../../../shared/composition/options.ts'
import type { ExportImage, ExportInput } from '../../../shared/composition/input.ts'
import { BriefBuilder, cite } from './brief.test-helper.ts'
import { CMYK_JPEG, exif, png, RED_BLUE_JPEG, withSegments } from './images.test-helper.ts'
import { sampleBrief } from './sample.test-helper.ts'

/** A brief as careless people, other programs and the clipboard make them. */
export interface OddBrief {
  name: string
  make: () => ExportInput
}

/** What a clipboard can hold, by what it is. */
export const ODD_TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['private use', 'a\ue000b\uf8ffc\u{f0000}d\u{10fffd}'],
  ['control characters', 'a\u0000b\u0001c\u0007d\u0008e\u000bf\u000cg\u001bh\u001fi\u007fj\u0080k\u0085l\u009fm'],
  ['unassigned code points', 'a\u0378b\u05ffc\u2e7ed\u{1ffff}e\u{e0fff}f\ufdd0g\uffffh\ufffei'],
  ['lone surrogates', 'a\ud800b\udc00c\udbff'],
  ['byte order marks and object replacements', '\ufeffa\ufffcb\ufffdc\ufff9d\ufffae\ufffb'],
  ['tabs and line ends', 'a\tb\t\tc\rd\r\ne\nf\u2028g\u2029h'],
  ['nothing that shows', '\u200b\u200d\u00ad\u2060\u034f\u180e'],
  ['white space alone', ' \u00a0\u2003\t\n'],
  ['marks without a base', '\u0301\u0300a\u0301\u0327\u0323 \u20dd \u0940\u064b\u05b7'],
  ['many marks', `z${'\u0301\u0316'.repeat(40)}algo`],
  ['directions', '\u202eabc\u202c \u2066def \u2067\u05d0\u05d1 \u061c\u200fx'],
  ['emoji', '😀 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇺🇳 1️⃣ ☹︎ ❤️‍🔥 👍🏿 🫠'],
  ['vertical scripts', 'ᠮᠣᠩᠭᠣᠯ ꡏꡡꡃ ︵縦書き︶ ﹁引用﹂ ᠁'],
  ['vertical quotes', '「縦」『書』︻き︼﹃引﹄﹁用﹂'],
  ['scripts that no font here has', 'ꆈꌠ ᏣᎳᎩ ᐃᓄᒃᑎᑐᑦ 𐎀𐎁 ஃ ကမြ ខ្មែរ 𓀀 ߒߞߏ'],
  ['old forms', 'ﬀﬁﬂﬃﬄﬅﬆ ﷺ ﷽ ㍿ ㎏ Ⅻ ½ ① ︙ Å K'],
  ['mathematics', '𝔘𝓃𝒾 ∀x∈ℝ ⟨a|b⟩ √2̅ ∰'],
  ['spaces of all widths', 'a\u2000b\u2001c\u2002d\u2004e\u2005f\u2006g\u2007h\u2008i\u200aj\u205fk\u3000l\u1680m'],
  ['parentheses and escapes', '\\( \\) ) ( \\\\ <<>> [ ] { } % / # \\r\\n \\101'],
  ['markup', '<b>&amp;</b> ]]> <!-- --> <?xpacket end="w"?> &#0;']
]

function text(value: string, ...marks: NonNullable<TextNode['marks']>): TextNode {
  return { type: 'text', text: value, marks }
}

/** A text in every field that the print, the structure or the metadata hold. */
function everywhere(value: string): ExportInput {
  const b = new BriefBuilder()
  const source = b.source([`Headline ${value}`, `They said ${value} then.`], {
    title: value,
    publisher: value,
    authors: [value, `${value} ${value}`],
    url: `https://a.example/${value}`,
    language: 'en'
  })
  const quote = b.quote(source, `They said ${value} then.`, value)
  const link = { type: 'link' as const, attrs: { href: `https://b.example/${value}?q=${value}` } }
  b.section(
    value,
    b.subheading(value, 6),
    b.statement([value, cite(quote), value, cite(source, 'context', value)]),
    {
      ...b.statement([], { kind: 'judgement', likelihood: 'likely', confidence: 'low' }),
      content: [
        text(value, { type: 'bold' }),
        text(value, { type: 'italic' }),
        text(value, { type: 'code' }),
        text(value, link),
        { type: 'hardBreak' },
        { type: 'note', content: [text(value)] },
        { type: 'note', content: [text(value, link)] }
      ]
    },
    b.block(quote),
    b.lost(value, value),
    b.list('bulletList', b.statement([value])),
    table([
      [value, ''],
      [value, value]
    ]),
    figure(source, value, value)
  )
  const input = b.build({ title: value, author: value })
  return { ...input, case: { ...input.case, title: value }, images: new Map([[source, picture(RED_BLUE_JPEG)]]) }
}

function picture(bytes: Uint8Array): ExportImage {
  const mediaType: ExportImage['mediaType'] = bytes[0] === 0xff ? 'image/jpeg' : 'image/png'
  return { mediaType, bytes, width: 0, height: 0 }
}

let tables = 0

function table(rows: string[][]): SectionBlock {
  const cells = (row: string[], type: TableCell['type']): TableCell[] =>
    row.map((each) => ({ type, ...(each === '' ? {} : { content: [text(each)] }) }))
  return {
    type: 'table',
    attrs: { id: `table-${++tables}`, align: [] },
    content: rows.map((row, i) => ({ type: 'tableRow', content: cells(row, i === 0 ? 'tableHeader' : 'tableCell') }))
  }
}

let figures = 0

function figure(sourceId: string | null, alt: string, caption: string, label: string | null = null): SectionBlock {
  return {
    type: 'figure',
    attrs: { id: `figure-${++figures}`, sourceId, label, alt },
    ...(caption === '' ? {} : { content: [text(caption)] })
  }
}

/** Neither title, author, language nor headings. */
function bare(): ExportInput {
  const b = new BriefBuilder()
  const source = b.source(['', 'A line.'], { title: '', language: '' })
  b.section('', b.statement(['So ', cite(source)]), b.block(b.quote(source, 'A line.')))
  const input = b.build({ title: '', author: '', language: '' })
  return { ...input, case: { ...input.case, title: '' } }
}

function nothing(): ExportInput {
  return new BriefBuilder().build({ title: ' ', author: '\t', language: ' ' }, { cover: true })
}

/** Language tags as people write them. */
function languages(language: string): ExportInput {
  const b = new BriefBuilder()
  for (const each of [
    language,
    'English',
    'en_US',
    'x',
    'de-',
    'zh-Hant-TW-x-private',
    'i-klingon',
    '\u0000',
    'nørsk'
  ]) {
    const source = b.source([`Of ${each}`, `It said so in ${each}.`], { language: each, publisher: each })
    const quote = b.quote(source, `It said so in ${each}.`)
    b.section(`On ${each}`, b.statement(['So ', cite(quote)]), b.block(quote))
  }
  return b.build({ language })
}

function headings(): ExportInput {
  const b = new BriefBuilder()
  const levels = (...all: number[]): SectionBlock[] =>
    all.flatMap((level) => [b.subheading(`Level ${level}`, level), b.statement([`Under level ${level}.`])])
  b.section('', ...levels(6, 3, 6, 4, 5, 6))
  b.section('First', ...levels(6, 5, 4, 3))
  b.section('Second', ...levels(3, 4, 5, 6, 3, 6), b.subheading(' ', 3))
  b.section('', b.subheading('Last', 6))
  return b.build({ title: 'Six levels' })
}

function lists(): ExportInput {
  const b = new BriefBuilder()
  const nested = (depth: number): ReturnType<BriefBuilder['list']> => ({
    type: depth % 2 === 0 ? 'orderedList' : 'bulletList',
    content: [
      { type: 'listItem', content: [b.statement([`Depth ${depth}. ${'More of it. '.repeat(9)}`])] },
      { type: 'listItem', content: [b.statement([]), ...(depth < 8 ? [nested(depth + 1)] : [])] },
      { type: 'listItem', content: depth < 8 ? [nested(depth + 1), b.statement(['Then words.'])] : [b.statement([])] }
    ]
  })
  b.section('Lists', b.list('bulletList', b.statement([])), nested(5), b.list('orderedList', ...many(b, 120)))
  return b.build({ title: 'Lists in lists' })
}

function many(b: BriefBuilder, count: number): Statement[] {
  return Array.from({ length: count }, (_, i) => b.statement([`Item ${i + 1}`]))
}

function tablesOfAllKinds(): ExportInput {
  const b = new BriefBuilder()
  const wide = Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 20 }, (_, column) => `${row}/${column} of it`)
  )
  const long = Array.from({ length: 90 }, (_, row) => [
    `Row ${row}`,
    'words '.repeat(row % 30),
    row % 3 ? '' : '\u200b'
  ])
  const [head, ...rows] = long
  b.section(
    'Tables',
    table(wide),
    table([head!, ...rows]),
    table([['Head alone']]),
    table([['Heads', '', 'alone']]),
    table([['', '']]),
    table([[''], ['']]),
    table([['', ''], ['x'], ['a', 'b', 'c', 'd']]),
    table([
      ['Tall', 'Taller'],
      ['a', 'A cell as high as pages. '.repeat(600)]
    ])
  )
  return b.build({ title: 'Tables' })
}

const ALPHA = png({ width: 2, height: 2, bits: 8, type: 6, raw: [0, ...bytes(8), 0, ...bytes(8)] })
const DEEP = png({ width: 2, height: 1, bits: 16, type: 2, raw: [0, ...bytes(12)] })
const PALETTE = png({
  width: 2,
  height: 1,
  bits: 1,
  type: 3,
  raw: [0, 0x40],
  chunks: [
    ['PLTE', Uint8Array.from(bytes(6))],
    ['tRNS', Uint8Array.of(0, 255)]
  ]
})
const GREY = png({ width: 2, height: 1, bits: 8, type: 4, raw: [0, ...bytes(4)], chunks: [['iCCP', 'x\0\0x']] })

function bytes(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i * 37 + 11) & 255)
}

/** Pictures of all kinds without an alternative, caption or source. */
function pictures(): ExportInput {
  const b = new BriefBuilder()
  const images = new Map<string, ExportImage>()
  const shown = [RED_BLUE_JPEG, CMYK_JPEG, withSegments(RED_BLUE_JPEG, exif(6, 'x')), ALPHA, DEEP, PALETTE, GREY]
  const blocks = shown.map((each, i) => {
    const source = b.source([''], { title: i === 0 ? '' : `Picture ${i}` })
    images.set(source, picture(each))
    return figure(source, '', i % 2 === 0 ? '' : 'A caption.')
  })
  const article = b.source(['An article', 'No image.'])
  const [first] = images.keys()
  b.section(
    'Pictures',
    ...blocks,
    figure(first!, ' \u200b', ''),
    figure(article, '', ''),
    figure(null, '', '', 'S9'),
    figure(null, '', '')
  )
  return { ...b.build({ title: 'Pictures' }), images }
}

/** Texts longer than a string of a PDF may be (ISO 19005-3, 6.1.13), or nearly so. */
function endless(): ExportInput {
  const b = new BriefBuilder()
  const long = 'Ж'.repeat(20_000)
  const source = b.source([long, `They said ${'so and '.repeat(6000)} on.`], {
    title: `A title ${'that goes on and on '.repeat(2000)}`,
    publisher: long,
    url: `https://a.example/${'x'.repeat(40_000)}`
  })
  b.section(
    `Heading ${'of many words '.repeat(3000)}`,
    b.statement(['So ', cite(source, 'supports', long)]),
    {
      ...b.statement([]),
      content: [text('there', { type: 'link', attrs: { href: `https://b.example/${'ж'.repeat(20_000)}` } })]
    },
    b.block(b.quote(source, 'so and '.repeat(5000).trim(), long)),
    figure(source, long, 'Caption')
  )
  const input = b.build({ title: `Title ${'Ж'.repeat(15_000)}`, author: 'Ж'.repeat(15_000) })
  return { ...input, images: new Map([[source, picture(RED_BLUE_JPEG)]]) }
}

function links(): ExportInput {
  const b = new BriefBuilder()
  const hrefs = [
    '',
    '#top',
    'javascript:alert(1)',
    'mailto:ä@b.example',
    'https://例え.example/パス?ж=ü#ﬁ',
    'https://a.example/a b(c)d\\e<f>',
    'HTTP://a.example/%zz%00',
    'http://',
    'https://a.example/\ud800\u0000\u{1f6a2}'
  ]
  const content = hrefs.flatMap((href): TextNode[] => [
    text(`A link ${'of many words '.repeat(20)}`, { type: 'link', attrs: { href } }),
    text(href === '' ? ' ' : href, { type: 'link', attrs: { href } })
  ])
  b.section('Links', { ...b.statement([]), content })
  b.sections.push(empty('lone'))
  return b.build({ title: 'Links' })
}

function empty(id: string): Section {
  return { type: 'section', attrs: { id }, content: [{ type: 'sectionTitle' }] }
}

/** A quote, a list and a note that go over pages, with a word as long as some of them. */
function long(): ExportInput {
  const b = new BriefBuilder()
  const word = 'Ufermauerverwaltungs'.repeat(150)
  const source = b.source(['Long', `${'It went on and on. '.repeat(500)}${word}`])
  const quote = b.quote(source, b.sources[0]!.text.text.slice(5))
  b.section('Long', b.statement([word, cite(quote)]), b.block(quote), {
    ...b.statement(['Here']),
    content: [text('Here'), { type: 'note', content: [text('A note without end. '.repeat(900))] }, text(word)]
  })
  return b.build({ title: word })
}

/** Right to left throughout. */
function rightToLeft(language: string, words: string): ExportInput {
  const b = new BriefBuilder()
  const source = b.source([words, `${words} (Port Vell Wire 25) ${words}`], { language, publisher: words })
  const quote = b.quote(source, `${words} (Port Vell Wire 25) ${words}`, words)
  b.section(
    words,
    b.subheading(words),
    b.statement([words, cite(quote)]),
    b.block(quote),
    b.list('orderedList', b.statement([words])),
    table([
      [words, '25'],
      ['x', words]
    ])
  )
  return b.build({ title: words, author: words, language }, { cover: true })
}

function optioned(options: Partial<ExportOptions>): OddBrief {
  return { name: `options ${JSON.stringify(options)}`, make: () => sampleBrief(options) }
}

/** Briefs that must print and conform, whatever is in them. */
export const ODD_BRIEFS: readonly OddBrief[] = [
  ...ODD_TEXTS.map(([name, value]): OddBrief => ({ name: `everywhere: ${name}`, make: () => everywhere(value) })),
  { name: 'no title, author, language or heading', make: bare },
  { name: 'nothing at all', make: nothing },
  ...['', 'english', 'de_AT', 'xx-\u0000', 'q'].map((tag): OddBrief => ({
    name: `language “${tag}”`,
    make: () => languages(tag)
  })),
  { name: 'headings of six levels', make: headings },
  { name: 'lists in lists', make: lists },
  { name: 'tables of all kinds', make: tablesOfAllKinds },
  { name: 'pictures of all kinds', make: pictures },
  { name: 'endless texts', make: endless },
  { name: 'links of all kinds', make: links },
  { name: 'a quote, a note and a word over pages', make: long },
  { name: 'Arabic throughout', make: () => rightToLeft('ar', 'قال المتحدث إن العقد وُقّع') },
  { name: 'Hebrew throughout', make: () => rightToLeft('he', 'אמר הדובר כי הַשְׁטָר') },
  ...CITATION_STYLES.map((citations) => optioned({ citations, custody: true })),
  ...PAPERS.flatMap((paper) => THEMES.map((theme) => optioned({ paper, theme, cover: true }))),
  optioned({ appendices: ['sources', 'quotes', 'chronology', 'verification'], custody: true }),
  optioned({ appendices: [], includeTexts: false })
]
