import type { Passage } from './passages.ts'

/** A passage with its locator, such as `p. 200, ¶ 3`; null where it has none. */
export type LocatedPassage = Passage & { locator: string | null }

const KINDS: Record<Passage['kind'], string> = { mark: 'Mark', quote: 'Quote', source: 'Whole source' }

const COLUMNS: Record<string, (passage: LocatedPassage) => string> = {
  Kind: ({ kind }) => KINDS[kind],
  Key: ({ key }) => key,
  Source: ({ sourceKey }) => sourceKey,
  Headline: ({ title }) => title,
  Publisher: ({ publisher }) => publisher ?? '',
  Published: ({ published }) => published ?? '',
  Locator: ({ locator }) => locator ?? '',
  Words: ({ words }) => words,
  Speaker: ({ speaker }) => speaker ?? '',
  Note: ({ note }) => note,
  Tags: ({ tags }) => tags.join('; ')
}

/** What a tag retrieves as a table: CSV (RFC 4180) in UTF-8 with a byte-order mark, which spreadsheets need to know it. */
export function passagesToCsv(passages: readonly LocatedPassage[]): string {
  const rows = [Object.keys(COLUMNS), ...passages.map((passage) => Object.values(COLUMNS).map((of) => of(passage)))]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Words of a source must not become a formula where the table is opened. */
function cell(value: string): string {
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** The same in Markdown (CommonMark): a heading for each source, below it its passages as block quotes with where they stand, and notes. */
export function passagesToMarkdown(tag: string, passages: readonly LocatedPassage[]): string {
  const parts = [`# ${inline(tag)}`]
  let source: string | null = null
  for (const passage of passages) {
    if (passage.sourceId !== source) {
      source = passage.sourceId
      const about = [passage.sourceKey, passage.publisher, passage.published].filter((fact) => fact !== null)
      parts.push(`## ${inline(passage.title === '' ? 'Without a title' : passage.title)}`, inline(about.join(', ')))
    }
    const { kind, key, words, speaker, locator, note, tags } = passage
    if (words !== '')
      parts.push(
        words
          .split(/\r?\n/)
          .map((line) => `> ${inline(line)}`.trimEnd())
          .join('\n>\n')
      )
    const facts = [kind === 'quote' ? key : KINDS[kind], speaker, locator, tags.join(', ')]
    parts.push(inline(facts.filter((fact) => fact !== null && fact !== '').join(' · ')))
    // A note is Markdown itself.
    if (note.trim() !== '') parts.push(note.trim())
  }
  return `${parts.join('\n\n')}\n`
}

/** Text in which nothing is markup. */
function inline(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>&#|~!]/g, '\\$&')
    .replace(/^(\s*)(\d+)([.)])/, '$1$2\\$3')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
}
