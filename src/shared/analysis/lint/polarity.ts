import { mentionsIn, unquoted, type Attitude, type Mention } from '../reports/attribution.ts'
import type { Sentence } from '../reports/report.ts'
import { stemOf } from '../reports/terms.ts'

/** How a sentence holds what it tells: asserted, or with an attitude that keeps a distance. */
export interface Stance {
  attitude: Attitude
  /** The words that say so, in the sentence. */
  start: number
  end: number
}

const MARK = '(?<![\\p{L}\\p{M}])'
/** Words that keep a distance to what follows or surrounds them, by how. */
const HEDGES: readonly [RegExp, Attitude][] = [
  [
    new RegExp(
      `${MARK}(?:allegedly|alleged|allegations?|accusations?|accused|claims? that|purported(?:ly)?|supposed(?:ly)?)(?![\\p{L}])`,
      'giu'
    ),
    'alleges'
  ],
  [
    new RegExp(
      `${MARK}(?:(?:fears?|concerns?|worr(?:y|ies)|anxiet(?:y|ies)) (?:that|of|over|about)|(?:is|are|was|were) feared|it is feared|feared (?:dead|lost|to))(?![\\p{L}])`,
      'giu'
    ),
    'fears'
  ],
  [
    new RegExp(
      `${MARK}(?:[Rr]eportedly|[Aa]pparently|[Pp]resumably|[Pp]ossibly|[Pp]erhaps|[Cc]onceivably|rumou?red|[Rr]umou?rs?|[Ss]peculation|speculated|unconfirmed|(?:is|are|was|were) (?:believed|thought|said|presumed|suspected|assumed|understood) to|[Ii]t (?:is|was|has been) (?:widely |generally |now )?(?:believed|thought|said|assumed|suspected|understood|possible|conceivable|rumou?red)|[Ss]uspicions?|suspected|seems? to|seemed to|appears? to|appeared to|[Ii]t (?:seems|appears)|as if|(?:may|might)(?! (?:not )?(?:\\d|day|\\p{Lu}))|could(?! not| no longer| only| hardly| barely| be (?:seen|heard|reached))|theor(?:y|ies)|hypothes[ie]s|one possibility|cannot be ruled out|can’t be ruled out|can't be ruled out|not ruled out|whether)(?![\\p{L}])`,
      'gu'
    ),
    'supposes'
  ],
  [
    new RegExp(
      `${MARK}(?:denials?|(?:there (?:is|was) )?no (?:evidence|proof|sign|indication|trace|record|truth|basis) (?:that|of|for|in|to)|(?:is|was|are|were) (?:false|untrue|wrong|baseless|unfounded|invented|fabricated|groundless|not true|incorrect)|false(?:ly)? (?:claims?|reports?|rumou?rs?|allegations?|that)|without foundation|ruled out|a lie|nonsense|debunked|disproved|disproven|retracted|withdrew|contrary to (?:reports?|claims?|rumou?rs?))(?![\\p{L}])`,
      'giu'
    ),
    'denies'
  ],
  [
    new RegExp(
      `${MARK}(?:doubts? (?:that|whether|about|over|on)|doubtful|questionable|unclear|uncertain|unproven|unverified|not (?:clear|certain|known|confirmed|proven|verified|established)|yet to be (?:confirmed|proven|verified)|could not be (?:verified|confirmed|established|independently)|open question)(?![\\p{L}])`,
      'giu'
    ),
    'doubts'
  ]
]
const NEGATION = new RegExp(
  `${MARK}(?:no|not|never|none|nothing|nobody|no one|neither|nor|without|cannot|hardly|nowhere|\\p{L}+n[’']t)(?![\\p{L}])`,
  'giu'
)

/** The distance that a sentence keeps to some of its words, those with these stems; null where it asserts them. */
export function stanceOf(
  sentence: Pick<Sentence, 'text' | 'quoted' | 'terms'>,
  stems: ReadonlySet<string>
): Stance | null {
  const told = sentence.terms.filter(({ stem }) => stems.has(stem))
  const covers = (start: number, end: number): boolean => {
    const inside = told.filter((term) => term.start >= start && term.end <= end)
    return inside.length > 0 && inside.length * 2 >= told.length
  }
  const mention = mentionsIn(sentence).find(
    ({ attitude, scope, ...words }) =>
      attitude !== 'says' && covers(scope.start, scope.end) && !isWhatIsTold(sentence.text, words, attitude, stems)
  )
  if (mention) return { attitude: mention.attitude, ...verbPlace(sentence.text, mention) }
  for (const { words, within, ...stance } of hedgesIn(sentence))
    if (covers(within.start, within.end) && !isShared(words, stems)) return stance
  return null
}

/** Words that keep a distance, with the clause in which they do. */
interface Hedge extends Stance {
  words: string
  within: { start: number; end: number }
}

const hedges = new WeakMap<object, readonly Hedge[]>()

/** Where a sentence keeps a distance; many statements ask for that. */
function hedgesIn(sentence: Pick<Sentence, 'text' | 'quoted'>): readonly Hedge[] {
  const before = hedges.get(sentence)
  if (before) return before
  const masked = unquoted(sentence)
  const found = HEDGES.flatMap(([pattern, attitude]) =>
    Array.from(sentence.text.matchAll(pattern), ({ 0: words, index }) => ({
      ...{ attitude, start: index, end: index + words.length },
      words,
      within: withinOf(masked, words, index)
    }))
  )
  hedges.set(sentence, found)
  return found
}

/** What a hedge keeps a distance to. `An inquiry on suspicion of fraud`: what stands before is told as so. */
function withinOf(masked: string, words: string, index: number): { start: number; end: number } {
  const around = clauseAround(masked, index)
  return BEHIND.test(words) ? { start: index, end: endOfNoun(masked, index + words.length, around.end) } : around
}

/** The end of what a noun is of: `An inquiry on suspicion of fraud has been opened.` */
function endOfNoun(text: string, from: number, until: number): number {
  if (!/\b(?:of|over|about)$/u.test(text.slice(0, from)) && !/^ (?:of|over|about)\b/u.test(text.slice(from)))
    return until
  const verb = /\s(?:has|have|had|is|are|was|were|will|would)\s/u.exec(text.slice(from, until))
  return verb ? from + verb.index : until
}

/** Nouns that keep a distance to what follows them alone. */
const BEHIND =
  /^(?:suspicions?|allegations?|accusations?|rumou?rs?|speculation|whether|(?:fears?|concerns?|worr(?:y|ies)|anxiet(?:y|ies)|doubts?) )/iu

/** The statement tells of the attitude itself: `The company fears …` is what is told. */
function isWhatIsTold(
  _text: string,
  { verb }: Pick<Mention, 'verb'>,
  _attitude: Attitude,
  stems: ReadonlySet<string>
): boolean {
  return stems.has(stemOf(verb))
}

function isShared(words: string, stems: ReadonlySet<string>): boolean {
  return words.split(/\s+/u).some((word) => word.length > 3 && stems.has(stemOf(word)))
}

function verbPlace(text: string, { verb, start, end }: Mention): { start: number; end: number } {
  const behind = text.indexOf(verb, end)
  const at = behind >= 0 ? behind : text.lastIndexOf(verb, start)
  return at >= 0 ? { start: at, end: at + verb.length } : { start, end }
}

/** The clause in which a place of a sentence lies. */
function clauseAround(text: string, at: number): { start: number; end: number } {
  const before = Math.max(
    text.lastIndexOf(';', at),
    text.lastIndexOf(':', at),
    text.slice(0, at).search(/, (?:but|while|and|whereas)\b(?!.*, (?:but|while|and|whereas)\b)/u)
  )
  const rest = /;|, (?:but|while|whereas)\b|, and (?:the|an?|it|he|she|they)\b/u.exec(text.slice(at))
  return { start: before < 0 ? 0 : before + 1, end: rest ? at + rest.index : text.length }
}

/** Where a text says no to what it tells; those that only stand in a turn of phrase don't count. */
export function negationsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(NEGATION)]
    .filter(
      ({ index, 0: word }) =>
        !/^(?: (?:more|less|fewer|later|longer|only|doubt|matter|one else|reason|least))/iu.test(
          text.slice(index + word.length)
        ) || /^ longer/iu.test(text.slice(index + word.length))
    )
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}

const negations = new WeakMap<Sentence, readonly { start: number; end: number }[]>()

/** Where a sentence of a report says no; many statements ask for that. */
export function negationsOf(sentence: Sentence): readonly { start: number; end: number }[] {
  const before = negations.get(sentence)
  if (before) return before
  const found = negationsIn(sentence.text)
  negations.set(sentence, found)
  return found
}

/** True for a statement that keeps some distance itself: it says who fears, alleges or supposes, or how likely it is. */
export function keepsDistance(text: string, attitude: Attitude): boolean {
  const mentions = mentionsIn({ text, quoted: [] })
  if (attitude === 'denies' || attitude === 'doubts') return SAYS_NO.test(text) || negationsIn(text).length > 0
  return mentions.length > 0 || HEDGED.test(text)
}

const SAYS_NO =
  /\b(?:den(?:y|ies|ied|ial)|doubt\w*|reject\w*|dismiss\w*|disput\w*|refut\w*|contradict\w*|question\w*|contest\w*|challeng\w*|unclear|not (?:known|clear|confirmed)|false\w*|untrue|wrong\w*|whether|alleg\w*|claim\w*|unproven|unconfirmed)\b/iu
const HEDGED =
  /\b(?:may|might|could|would|possibl[ey]|perhaps|probabl[ey]|(?:un)?likely|chance|fear\w*|hop(?:e|es|ed)|worr\w+|concern\w*|suspect\w*|suspicion\w*|alleg\w*|accus\w*|claim\w*|believ\w*|suppos\w*|assum\w*|reported(?:ly)?|apparent(?:ly)?|presum\w+|seem\w*|appear\w*|unconfirmed|rumou?r\w*|speculat\w*|unclear|doubt\w*|risk\w*|threat\w*|danger|warn\w*|expect\w*|plan\w*|propos\w*|demand\w*|want\w*|if|whether|potential\w*|said to|according to)\b/iu
