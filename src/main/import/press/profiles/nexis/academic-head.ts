import { countWords, endsSentence } from '../../../extracted/wording.ts'
import { isWriterName } from '../../names.ts'
import { field, type PressField } from '../../profile.ts'
import type { NexisBlock } from './blocks.ts'
import { isEdition, readDateLine, withoutCalendar } from './date-line.ts'
import { isWordCount, readLabel, type LabelLine, type NexisField } from './labels.ts'
import { RIGHTS } from './rights.ts'

/** What stands above the text of a document. */
export interface AcademicHead {
  fields: (PressField | null)[]
  labels: LabelLine[]
  standfirst: StandfirstLine[]
  /** The first block of the text. */
  body: number
}

export interface StandfirstLine {
  block: NexisBlock
  words: string
}

/** Labels of a head. Others stand behind the text. */
export const ABOVE = new Set<NexisField>([
  'title',
  'authors',
  'section',
  'edition',
  'page',
  'words',
  'standfirst',
  'body',
  'url'
])
const ALSO_ABOVE =
  /^(?:dateline|ortszeile|ortsmarke|datumszeile|lieu|lugar|plaats|series|type|anchors?|guests?|reporters?|name|distribution|document-type|dokumenttyp|correction-date)$/iu
/** Who passed a document on, and under which terms: no publication. */
const NO_NAME =
  /^(?:distributed|provided|delivered|prepared|published) by\b|^(?:vertrieben durch|distribué par|fourni par)\b|may be (?:re)?published\b|(?:re)?published without/iu
const SHOW = /^SHOW:\s/u
const ADDRESS = /^https?:\/\/\S+(?: \S+)?$/iu
/** Blocks above the first label, at most. */
const MOST_BLOCKS = 10
const LONGEST_HEADLINE = 600
const LONGEST_BYLINE = 80
/** A line that a longer name was broken behind. */
const FULL_LINE = 48

/** Reads the head of a document. Null when what stands there has neither a date nor a label. */
export function readAcademicHead(blocks: readonly NexisBlock[]): AcademicHead | null {
  const zone = blocks.slice(0, firstLabel(blocks, 0, MOST_BLOCKS) ?? MOST_BLOCKS)
  const isCentred = zone.some(({ centred }) => centred)
  const dated = zone.findIndex(
    ({ lines, centred }) => (centred || !isCentred) && lines.some((line) => readDateLine(line))
  )
  if (dated === -1 && (zone.length === MOST_BLOCKS || zone.length === blocks.length)) return null
  const names = namesIn(dated === -1 ? zone : [...zone.slice(0, dated), ...linesAboveDate(zone[dated]!)], isCentred)
  const day = dated === -1 ? null : readDay(blocks, dated)
  const at = day === null ? zone.length : day.end
  const below = headlineBelow(blocks, at, names.headline.length > 0 || dated === -1)
  const { labels, body, standfirst } = readLabels(blocks, below.end)
  // Above a headline with a label stands the edition.
  const isLabelled = labels.some((label) => label.field === 'title')
  const headline = isLabelled ? [] : below.headline.length > 0 ? below.headline : names.headline
  const edition = [...(day?.edition ?? []), ...(isLabelled ? below.headline.map(({ text }) => text) : [])]
  const byline = below.extra.find(({ text }) => isWriterName(text))?.text ?? null
  return {
    fields: [
      field('title', headline.map(({ text }) => text).join(' ')),
      field('publisher', names.publication ?? ''),
      day && field('published', day.published, day.written),
      field('edition', edition.map((words) => words.replace(/;$/, '')).join(', ')),
      field('authors', byline ?? ''),
      field('url', names.address ?? '')
    ],
    labels,
    body,
    standfirst
  }
}

/** Whether a line is a label of a head. */
export function isAbove(label: LabelLine | null): label is LabelLine {
  return label !== null && (ABOVE.has(label.field) || ALSO_ABOVE.test(label.label.replaceAll(' ', '-')))
}

function firstLabel(blocks: readonly NexisBlock[], from: number, most: number): number | null {
  const index = blocks.slice(from, from + most).findIndex(({ text }) => isAbove(readLabel(text)) || isWordCount(text))
  return index === -1 ? null : from + index
}

interface Names {
  publication: string | null
  headline: NexisBlock[]
  address: string | null
}

/** The publication among the blocks above the date, of which some may be a notice of rights or the headline. */
function namesIn(blocks: readonly NexisBlock[], isCentred: boolean): Names {
  const names: Names = { publication: null, headline: [], address: null }
  for (const block of blocks) {
    const own = block.lines.slice(block.lines.findLastIndex((line) => RIGHTS.test(line)) + 1)
    if (own.length === 0 || NO_NAME.test(own.join(' '))) continue
    if (ADDRESS.test(own.join(' '))) names.address = own.join('')
    else if (names.publication === null) names.publication = nameOf(own)
    else if (!isCentred || !block.centred) names.headline.push(block)
  }
  return names
}

/** Names and date may stand together, without an empty line between. */
function linesAboveDate(block: NexisBlock): NexisBlock[] {
  const lines = block.lines.slice(
    0,
    block.lines.findIndex((line) => readDateLine(line) !== null)
  )
  return lines.length === 0 ? [] : [{ ...block, lines, text: lines.join(' ') }]
}

function nameOf([first = '', ...rest]: readonly string[]): string {
  return rest.length > 0 && first.length >= FULL_LINE ? [first, ...rest].join(' ') : first
}

interface Day {
  published: string
  written: string
  edition: string[]
  /** The block behind the date and the edition. */
  end: number
}

function readDay(blocks: readonly NexisBlock[], dated: number): Day {
  const { lines } = blocks[dated]!
  const at = lines.findIndex((line) => readDateLine(line) !== null)
  const { published, edition: named } = readDateLine(lines[at]!)!
  const found = [named ?? '', ...lines.slice(at + 1)]
  let end = dated + 1
  while (end < blocks.length && isEditionBlock(blocks, end)) found.push(...blocks[end++]!.lines)
  const edition = found.filter(
    (words) =>
      words !== '' &&
      countWords(words) <= 12 &&
      !SHOW.test(words) &&
      !readDateLine(words) &&
      withoutCalendar(words) !== '' &&
      !/^corrections? appended$/iu.test(words)
  )
  return { published, written: lines[at]!, edition, end }
}

/** A line of its own below the date, before the headline. */
function isEditionBlock(blocks: readonly NexisBlock[], at: number): boolean {
  const { text, centred, bold } = blocks[at]!
  if (SHOW.test(text) || (centred && !isAbove(readLabel(text)))) return true
  if (bold || readLabel(text)) return false
  const next = blocks[at + 1]
  if (readDateLine(text) !== null) return true
  if (/^(?:\S+\s){0,4}editions?$/iu.test(text)) return true
  return isEdition(text) && next !== undefined && !readLabel(next.text) && (next.bold || countWords(text) <= 4)
}

/** The headline below the date, and the block behind it. What stands there below a headline above the date is none. */
function headlineBelow(
  blocks: readonly NexisBlock[],
  at: number,
  hasHeadline: boolean
): { headline: NexisBlock[]; extra: NexisBlock[]; end: number } {
  const label = firstLabel(blocks, at, 5)
  const above = blocks.slice(at, label ?? at)
  const longest = hasHeadline ? LONGEST_BYLINE : LONGEST_HEADLINE
  const isHead =
    label !== null &&
    above.every(
      ({ text }, index) => text.length <= longest && !RIGHTS.test(text) && (index === 0 || !endsSentence(text))
    )
  if (isHead) return { headline: hasHeadline ? [] : above, extra: hasHeadline ? above : [], end: label }
  const first = blocks[at]
  const isHeadline =
    !hasHeadline && first && blocks.length > at + 1 && first.text.length <= 200 && !endsSentence(first.text)
  return isHeadline && !readLabel(first.text)
    ? { headline: [first], extra: [], end: at + 1 }
    : { headline: [], extra: [], end: at }
}

/** The labels of the head and the block behind them. A block without a label belongs to the one above when another label of a head follows. */
function readLabels(blocks: readonly NexisBlock[], from: number): Pick<AcademicHead, 'labels' | 'body' | 'standfirst'> {
  const labels: LabelLine[] = []
  const standfirst: StandfirstLine[] = []
  let at = from
  for (; at < blocks.length; at++) {
    const block = blocks[at]!
    const label = isWordCount(block.text)
      ? { field: 'words' as const, label: 'LENGTH', value: block.text }
      : readLabel(block.text)
    if (label?.field === 'body' && label.value === '') return { labels, body: at + 1, standfirst }
    const last = labels.at(-1)
    if (isAbove(label) || (label !== null && isFollowedByLabel(blocks, at))) {
      labels.push(label)
      if (label.field === 'standfirst' && label.value !== '') standfirst.push({ block, words: label.value })
    } else if (label === null && last?.field === 'title' && last.value.endsWith(';')) {
      // The lines of a headline end so, but the last.
      last.value = `${last.value} ${block.text}`
    } else if (label === null && last && block.text.length <= 300 && isFollowedByLabel(blocks, at)) {
      if (last.field === 'standfirst') standfirst.push({ block, words: block.text })
      else last.value = `${last.value} ${block.text}`
    } else break
  }
  return { labels, body: at, standfirst }
}

/** A label that no text holds stands close below. */
function isFollowedByLabel(blocks: readonly NexisBlock[], at: number): boolean {
  return blocks.slice(at + 1, at + 3).some(({ text }) => {
    const label = readLabel(text)
    return label !== null && (label.field === 'words' || (label.field === 'body' && label.value === ''))
  })
}
