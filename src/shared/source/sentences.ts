import { ABBREVIATIONS } from './abbreviations.ts'

/** A range `[start, end)` of a text in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** The longest quotation that is kept in one sentence with what is said of it, in UTF-16 units. */
const LONGEST_QUOTATION = 400

/** Languages whose abbreviations hold where the language isn't known. */
const USUAL = ['en', 'de', 'fr', 'es']

const segmenters = new Map<string, Intl.Segmenter>()

/** A segmenter for a BCP 47 tag; what isn't one, and null, counts as no language. */
export function segmenterOf(language: string | null, granularity: 'sentence' | 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`
  let segmenter = segmenters.get(key)
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language ?? undefined, { granularity })
    } catch {
      // A tag is what a page said of itself.
      segmenter = new Intl.Segmenter(undefined, { granularity })
    }
    segmenters.set(key, segmenter)
  }
  return segmenter
}

/**
 * The sentences of a paragraph, in order and without the white space between them. By UAX #29, but that no sentence ends behind an
 * abbreviation (`Dr.`, `No. 5`) or an initial (`J. Venn`), before a small letter (`“Stop!” he said`), before a Japanese particle of
 * quoting, or within a quotation of a few lines.
 */
export function sentencesOf(text: string, language: string | null): Span[] {
  const abbreviations = abbreviationsOf(language)
  const sentences: Span[] = []
  const quotation = new Quotation(text)
  let start = 0
  for (const end of endsOf(text, language)) {
    quotation.readTo(end)
    const sentence = text.slice(start, end)
    if (end < text.length && (quotation.closesSoon() || goesOn(sentence, text.slice(end, end + 40), abbreviations)))
      continue
    const from = start + (sentence.length - sentence.trimStart().length)
    const to = start + sentence.trimEnd().length
    if (from < to) sentences.push({ start: from, end: to })
    start = end
  }
  return sentences
}

const ofBlocks = new WeakMap<readonly Span[], { text: string; language: string | null; sentences: readonly Span[][] }>()

/** The sentences of each block of a text, in its offsets; found once for all who ask with the same blocks. */
export function sentencesOfBlocks(text: string, blocks: readonly Span[], language: string | null): readonly Span[][] {
  const before = ofBlocks.get(blocks)
  if (before?.text === text && before.language === language) return before.sentences
  const sentences = blocks.map((block) =>
    sentencesOf(text.slice(block.start, block.end), language).map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end
    }))
  )
  ofBlocks.set(blocks, { text, language, sentences })
  return sentences
}

/** The end of a word of letters and what stands before a number. */
const BEFORE_NUMBER = /(?<=\p{L}{2}[\p{L}\p{M}]*)[.!?]["”’»)]*\s+(?=\p{N})/gu

/** Where sentences may end. */
function* endsOf(text: string, language: string | null): Generator<number> {
  for (const { index, segment } of segmenterOf(language, 'sentence').segment(text)) {
    // A mark that is set off by a space, as in French, closes what stands before it and begins nothing.
    const closed = /^»\s+/u.exec(segment)?.[0].length ?? 0
    if (closed > 0 && closed < segment.length) yield index + closed
    // UAX #29 ends no sentence before a number that a small letter follows: `… in Mill Street. 140 people …`.
    for (const { 0: end, index: at } of segment.matchAll(BEFORE_NUMBER)) yield index + at + end.length
    yield index + segment.length
  }
}

interface Abbreviations {
  names: ReadonlySet<string>
  numbers: ReadonlySet<string>
}

const read = new Map<string, Abbreviations>()

function abbreviationsOf(language: string | null): Abbreviations {
  const given = language?.toLowerCase().split(/[-_]/)[0] ?? ''
  const main = ABBREVIATIONS[given] ? given : ''
  let abbreviations = read.get(main)
  if (!abbreviations) {
    const known = (main === '' ? USUAL : [main]).map((name) => ABBREVIATIONS[name]!)
    abbreviations = {
      names: new Set(known.flatMap(({ names }) => names.split(' '))),
      numbers: new Set(known.flatMap(({ numbers }) => numbers.split(' ')))
    }
    read.set(main, abbreviations)
  }
  return abbreviations
}

/** The word before a full stop at the end, with stops within it (`e.g`). */
const LAST_WORD = /(?:^|[^\p{L}\p{M}\p{N}.’'])((?:\p{L}[\p{L}\p{M}]*[.’'-]*)*[\p{L}\p{M}°ºª])\.\s*$/u
const LAST_SPACE = /\s\S*$/u
/** Words that begin a sentence and no name. */
const BEGINS =
  /^["“«„]?(?:The|An?|It|He|She|They|We|But|And|In|On|At|This|That|These|Those|Then|There|If|When|After|For|Not?|Der|Die|Das|Es|Er|Sie|Und|Aber|Le|La|Les|Il|Elle|Mais|Et|El|Los|Las|Pero)\s/u

/** True when what follows still belongs to a sentence. */
function goesOn(sentence: string, next: string, { names, numbers }: Abbreviations): boolean {
  if (/[\n\u2029]\s*$/u.test(sentence)) return false
  if (/^[\s"'“”‘’«»(–—-]*\p{Ll}/u.test(next)) return true
  if (/[。！？][」』”’）]+$/u.test(sentence)) return /^(?:と|って|など)/u.test(next)
  const last = lastWord(sentence)
  if (last === undefined) return false
  const word = last.toLowerCase()
  if (names.has(word)) return true
  if (numbers.has(word) && /^[\p{N}(§]|^[IVXLC]+\b/u.test(next)) return true
  // An initial, or several: a name goes on in a capital.
  return /^\p{Lu}(?:\.-?\p{Lu})*$/u.test(last) && /^\p{Lu}/u.test(next) && !BEGINS.test(next)
}

/** The word that a full stop ends; undefined where another mark ends the sentence. */
function lastWord(sentence: string): string | undefined {
  const trimmed = sentence.trimEnd()
  if (!trimmed.endsWith('.')) return undefined
  // No word has a space in it: the rest needn't be looked through.
  return LAST_WORD.exec(trimmed.slice(Math.max(0, trimmed.search(LAST_SPACE))))?.[1]
}

/** What closes a quotation, by what opens it. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
  '「': '」',
  '『': '』'
}

/** Which quotation a place in a text lies in. */
class Quotation {
  readonly #text: string
  #at = 0
  #opened = 0
  #closing: string | null = null

  constructor(text: string) {
    this.#text = text
  }

  readTo(end: number): void {
    for (; this.#at < end; this.#at++) {
      const mark = this.#text.charAt(this.#at)
      if (this.#closing === null) {
        this.#closing = CLOSING[mark] ?? null
        this.#opened = this.#at
      } else if (this.#closing.includes(mark)) this.#closing = null
    }
  }

  /** True within a quotation that is short. */
  closesSoon(): boolean {
    const closing = this.#closing
    if (closing === null) return false
    const rest = this.#text.slice(this.#at, this.#opened + LONGEST_QUOTATION)
    return [...closing].some((mark) => rest.includes(mark))
  }
}
