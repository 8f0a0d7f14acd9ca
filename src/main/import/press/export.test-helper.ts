import { expect } from 'vitest'
import { zipOf } from '../documents/made-document.test-helper.ts'
import { documentOf, named } from '../reading/document.test-helper.ts'
import type { Extracted } from '../extracted/extracted.ts'
import { read } from '../reading/read.ts'
import { unpack } from '../reading/unpack.ts'
import { allOf } from '../container/container.test-helper.ts'

/** What a reader of the case sees of an article. */
export interface ShownArticle {
  title: string | null
  authors: string[]
  publisher: string | null
  published: string | null
  section: string | null
  edition: string | null
  page: string | null
  wordCount: string | null
  documentId: string | null
  language: string | null
  /** The blocks behind the headline. */
  text: string[]
  notice: string | null
  extractor: string
}

/** The articles of an export as the import takes them: out of the container one by one, each read from bytes of its own. */
export async function articlesIn(content: string | Uint8Array, name: string): Promise<ShownArticle[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const reading = await read(bytes, named(name))
  if (!reading.container) return [shownArticle(documentOf(reading))]
  const entries = await allOf(unpack({ bytes }, named(name)))
  expect(entries.map(({ error }) => error)).toEqual(entries.map(() => null))
  const documents: ShownArticle[] = []
  for (const entry of entries) documents.push(shownArticle(documentOf(await read(entry.bytes, entry.hint))))
  return documents
}

/** Whether the import takes articles out of a file one by one. */
export async function isContainer(content: string | Uint8Array, name: string): Promise<boolean> {
  return (await read(typeof content === 'string' ? Buffer.from(content) : content, named(name))).container
}

function shownArticle({ text, blocks, metadata, notice, extractor }: Extracted): ShownArticle {
  const lines = blocks.map(({ start, end }) => text.slice(start, end))
  return {
    title: metadata.title.value,
    authors: metadata.authors.value ?? [],
    publisher: metadata.publisher.value,
    published: metadata.published.value,
    section: metadata.section.value,
    edition: metadata.edition.value,
    page: metadata.page.value,
    wordCount: metadata.wordCount.value,
    documentId: metadata.documentId.value,
    language: metadata.language.value,
    text: metadata.title.value === null ? lines : lines.slice(1),
    notice,
    extractor
  }
}

/** A paragraph of a Word document: its runs, `**` around those that are bold, a tab for a line break; `link` is the place of its link. */
export interface WordParagraph {
  text: string
  style?: string
  link?: string
}

/** A Word document of paragraphs. */
export function wordDocument(paragraphs: readonly (string | WordParagraph)[]): Uint8Array {
  const links: string[] = []
  const body = paragraphs.map((paragraph) => {
    const { text, style, link } = typeof paragraph === 'string' ? { text: paragraph } : paragraph
    const runs = text
      .split(/(\*\*[^*]+\*\*)/)
      .filter(Boolean)
      .map(runOf)
      .join('')
    if (link !== undefined) links.push(link)
    const linked = link === undefined ? runs : `<w:hyperlink r:id="rId${links.length}">${runs}</w:hyperlink>`
    const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
    return `<w:p>${properties}${linked}</w:p>`
  })
  const target = (link: string, index: number): string =>
    `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escaped(link)}" TargetMode="External"/>`
  return zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.map(target).join('')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body.join('')}</w:body></w:document>`
  })
}

function runOf(text: string): string {
  const bold = /^\*\*(.+)\*\*$/.exec(text)?.[1]
  const parts = (bold ?? text)
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${escaped(part)}</w:t>`)
    .join('<w:br/>')
  return `<w:r>${bold === undefined ? '' : '<w:rPr><w:b/></w:rPr>'}${parts}</w:r>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** An RTF file of paragraphs, `**` around what is bold. */
export function rtfDocument(paragraphs: readonly string[]): string {
  const coded = (text: string): string =>
    [...text]
      .map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0)}?` : /[\\{}]/.test(sign) ? `\\${sign}` : sign))
      .join('')
  const body = paragraphs.map((text) =>
    text === '\f'
      ? '\\page'
      : `\\pard ${text
          .split(/(\*\*[^*]+\*\*)/)
          .map((run) => (run.startsWith('**') ? `{\\b ${coded(run.slice(2, -2))}}` : coded(run)))
          .join('')}\\par`
  )
  return `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}\n${body.join('\n')}}`
}
