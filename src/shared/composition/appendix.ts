import type { OriginalState } from '../brief/check.ts'
import { sourceTitle } from '../source/source.ts'
import type { Block, Run, TextBlock } from './block.ts'
import { custodyRuns } from './custody.ts'
import { writtenDate } from './dates.ts'
import { gradingWords } from './grading.ts'
import type { ExportInput, ExportSource } from './input.ts'
import type { References, Use } from './references.ts'

const ORIGINALS: Record<OriginalState, Run> = {
  intact: { text: '✓ Intact: the stored file has this SHA-256' },
  altered: { text: '≠ Altered: the stored file no longer has this SHA-256', voice: 'alarm' },
  missing: { text: '× Missing: the stored file was not found', voice: 'alarm' }
}

/**
 * The appendix of sources: for each what it is, its hash, and links back to where it is used; with the appendix `sources` all that
 * is known of it.
 */
export function appendix(input: ExportInput, references: References): Block {
  const heading: TextBlock = {
    type: 'text',
    kind: 'heading',
    level: 2,
    runs: [{ text: 'Sources' }],
    bookmark: 'Sources',
    destination: 'sources'
  }
  if (input.sources.length === 0) {
    const none: TextBlock = { type: 'text', kind: 'body', runs: [{ text: 'This brief cites no source.' }] }
    return { type: 'section', children: [heading, none], language: 'en' }
  }
  return {
    type: 'section',
    startPage: true,
    language: 'en',
    children: [
      heading,
      {
        type: 'list',
        numbering: 'Decimal',
        hanging: true,
        items: input.sources.map((source) => ({
          label: `[${references.numberOf(source)}]`,
          destination: `source-${references.numberOf(source)}`,
          children: entry(source, references, input)
        }))
      }
    ]
  }
}

function entry(exported: ExportSource, references: References, { brief, options }: ExportInput): TextBlock[] {
  const { source } = exported
  const { language } = brief
  const full = options.appendices.includes('sources')
  const { metadata, original } = source
  const title: TextBlock = { type: 'text', kind: 'sourceTitle', runs: [{ text: sourceTitle(source) }], keepNext: true }
  if (metadata.language.value !== null && metadata.language.value !== 'en') title.language = metadata.language.value
  const uses = references.uses.get(source.id) ?? []
  const published = metadata.published.value === null ? 'date unknown' : writtenDate(metadata.published.value, language)
  const origin = [
    metadata.authors.value?.join(', '),
    metadata.publisher.value,
    published,
    languageName(metadata.language.value)
  ]
  const { container } = source
  const place = container === null ? '' : `, from ${container.name} › ${container.path}`
  const file = `${original.name} (${original.mediaType}, ${grouped(original.bytes)} bytes)${place}`
  const retrieved = metadata.retrieved.value
  const details: [string, Run[]][] = [
    ['From', text(origin.filter((part) => part != null && part.trim() !== '').join(' · '))],
    ['Agency', text(full ? (metadata.agencies.value?.join(', ') ?? '') : '')],
    ['Address', address(metadata.url.value)],
    ['Retrieved', text(full && retrieved !== null ? writtenDate(retrieved, language) : '')],
    ['Grading', text(full ? gradingWords(source.grading) : '')],
    ['Handling', text(full ? (source.tlp ?? '') : '')],
    ['File', text(full ? `${file}, imported ${writtenDate(source.importedAt, language)}` : '')],
    ['SHA-256', [{ text: original.sha256, voice: 'hash' }]],
    ['Original', full || exported.original !== 'intact' ? [ORIGINALS[exported.original]] : []],
    ['Custody', full && options.custody ? custodyRuns(exported, language) : []],
    ['Quoted', pages(uses, 'quote')],
    ['Cited', pages(uses, 'citation')]
  ]
  const shown = details.filter(([, runs]) => runs.some((run) => run.text !== ''))
  return [
    title,
    ...shown.map(([lead, runs], i): TextBlock => {
      return { type: 'text', kind: 'detail', lead, runs, keepNext: i < shown.length - 1 }
    })
  ]
}

function text(value: string): Run[] {
  return [{ text: value }]
}

/** A language by its English name; its tag where that has none. */
function languageName(tag: string | null): string | null {
  if (tag === null) return null
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}

function address(url: string | null): Run[] {
  if (url === null || url === '') return []
  const run: Run = { text: url, voice: 'address' }
  return [/^https?:/i.test(url) ? { ...run, target: { uri: url }, about: `Link: ${url}` } : run]
}

/** Links back to every use with its page. */
function pages(uses: readonly Use[], kind: Use['kind']): Run[] {
  return uses
    .filter((use) => use.kind === kind)
    .flatMap(({ destination }, i): Run[] => {
      const link: Run = {
        text: 'p.\u00a0',
        pageOf: destination,
        target: { destination },
        about: `Back to where it is ${kind === 'quote' ? 'quoted' : 'cited'}`,
        voice: 'cite'
      }
      return i === 0 ? [link] : [{ text: ', ' }, link]
    })
}

/** Digits in groups of three, apart by a no-break space as ISO 80000-1 writes them. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}
