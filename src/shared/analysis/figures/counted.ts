import type { Amount } from '../numbers/amounts.ts'
import { measureOf } from '../numbers/units.ts'
import { stemOf, termsOf } from '../reports/terms.ts'
import {
  clauseAround,
  coreOf,
  measuredWords,
  nounOf,
  phraseBehind,
  saidBehind,
  stretchAround,
  subjectOf,
  type Stretch
} from './clause.ts'
import { conceptsIn, MONEY_FORMS, nearestConcept, PEOPLE, PEOPLE_FORMS, THING_FORMS, type Forms } from './concepts.ts'
import { COMPARED, OUT_OF, roleOf, type FigureRole } from './role.ts'

/** What a figure counts or measures. */
export interface Counted {
  /** The words of the text that say it. */
  words: string
  /** What is counted or measured, by stem; of people `people`, whoever they are. Null where the words don't say. */
  noun: string | null
  /** What happened to it or is said of it, by concept: `dead`, `injured`, `cost`. */
  concept: string | null
  /** Words of its own stretch that say what is counted, by stem. */
  core: readonly string[]
  /** Words around that tell it from other such figures, by stem. */
  terms: readonly string[]
  /** Places that the clause names. */
  places: readonly string[]
  role: FigureRole
}

/** Nouns that papers use for one another, by their stems. */
const ALIKE_NOUNS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['houses', 'homes', 'dwellings', 'residences'],
    ['boats', 'vessels', 'ships'],
    ['jobs', 'posts', 'positions'],
    ['cars', 'vehicles'],
    ['planes', 'aircraft', 'aeroplanes']
  ].flatMap(([first = '', ...others]) => others.map((other) => [stemOf(other), stemOf(first)]))
)

/** What stands before a figure's sentence in its paragraph. */
interface Preceding {
  /** What the last figure counts. */
  counted: Counted | null
  /** The sentence before; empty where it's the first. */
  sentence: string
}

/** A word that says what happened, if it's no further from the number than so many characters, may say it of what is counted. */
const FAR = 60
/** What is counted is something of others (`41 families of dead and injured`): what happened to those didn't happen to it. */
const OF_BEHIND = /^\s*of\s/u

/** What of a clause may say what happened to what is counted. */
interface Saying {
  phrase: string
  said: string
  stretch: Stretch
  before: string
  unit: string | null
  nearest: ReturnType<typeof nearestConcept>
}

/** What happened to what is counted: by the words that name it, by those right beside the number, else by the nearest, unless that is said of something else. */
function conceptOf({ phrase, said, stretch, before, unit, nearest }: Saying, forms: Forms): string | null {
  const subject = phrase === '' && unit === null ? `${subjectOf(before)} ${stretch.before}` : ''
  const beside =
    conceptsIn(phrase.split(/\sof\s/iu)[0]!, forms)[0] ??
    conceptsIn(subject, forms).at(-1) ??
    conceptsIn(said, forms)[0] ??
    conceptsIn(stretch.before.split(/\s+/u).slice(-5).join(' '), forms).at(-1)
  if (beside !== undefined || nearest === null) return beside ?? null
  const isOfOthers = OF_BEHIND.test(` ${stretch.behind.trimStart().slice(phrase.length)}`) || /\sof\s/iu.test(phrase)
  return (nearest.distance < FAR || unit !== null) && !isOfOthers ? nearest.concept : null
}

/** Reads what an amount of a sentence counts. `start` and `end` are its place in the sentence, `others` are those of its other numbers, `givers` of words that can't say what is counted. */
export function readCounted(
  written: string,
  amount: Pick<Amount, 'start' | 'end' | 'unit'>,
  others: readonly { start: number; end: number }[],
  givers: readonly { start: number; end: number }[],
  { counted: previous, sentence: earlier }: Preceding
): Counted {
  // What a rescue service counts isn't rescued by its name.
  const sentence = masked(written, givers)
  const { start, end, unit } = amount
  const { dimension } = measureOf(unit)
  const [from, to] = clauseAround(sentence, start, end)
  const before = sentence.slice(from, start)
  const behind = sentence.slice(end, to)
  const clause = `${before} ${behind}`
  const aside = roleOf(sentence.slice(0, start), sentence.slice(end), unit)
  const stretch = stretchAround(
    sentence,
    { start, end: end + (OUT_OF.exec(behind)?.[0].length ?? 0) },
    [from, to],
    others
  )
  const phrase = phraseBehind(behind.replace(OUT_OF, ''))
  const ownWords = /\p{L}/u.test(phrase) ? phrase : subjectOf(/\p{L}/u.test(stretch.before) ? stretch.before : before)
  const noun = nounOf(phrase) ?? (unit === null ? nounOf(subjectOf(before)) : null)
  const isPeople =
    unit === null && noun !== null && (PEOPLE.test(noun) || happensToPeople(sentence, amount, [from, to], others))
  const forms =
    dimension === 'count'
      ? isPeople || noun === null
        ? PEOPLE_FORMS
        : THING_FORMS
      : unit !== null && /^[A-Z]{3}$/u.test(unit)
        ? MONEY_FORMS
        : THING_FORMS
  const said = saidBehind(stretch.behind, phrase)
  const nearest = nearestConcept(sentence, { start, end }, [from, to], others, forms)
  const concept = conceptOf({ phrase, said, stretch, before, unit, nearest }, forms)
  const isOut = OUT_OF.test(sentence.slice(end))
  // `of whom 11 in hospital` counts those in hospital, `of whom 11 were children` a part of what was counted; `three had been counted twice` counts no whole.
  const isElliptical =
    /(?:^|[,;–—]|(?:as|and|but|that|because|while))\s*$/u.test(before) &&
    /^\s+(?:had|have|has|were|was|are)\s/iu.test(behind)
  const role =
    aside === 'part' && (isOut ? concept !== null || said !== '' : concept !== null && nearest?.isBehind === true)
      ? 'whole'
      : aside === 'whole' && phrase === '' && isElliptical && nearest?.isBehind !== true
        ? 'part'
        : aside
  if ((phrase === '' || /^that$/iu.test(phrase)) && previous && COMPARED.test(sentence.slice(0, start)))
    return { ...previous, role: aside }
  const own = coreOf(stretch).filter((stem) => conceptsIn(stem, forms)[0] !== concept || concept === null)
  const isCompared =
    COMPARED.test(sentence.slice(0, start)) ||
    /(?:^|\s)from\s+(?:the\s+|an?\s+)?(?:(?:earlier|previous|first|initial)\s+)?$/iu.test(stretch.before)
  if (unit !== null && own.length === 0 && previous && isCompared) return { ...previous, role }
  const core = PRONOUN_FIRST.test(stretch.before) && earlier !== '' ? [...own, ...subjectTerms(earlier)] : own
  if (noun === null && concept === null && unit === null && previous && core.length < 2) return { ...previous, role }
  const terms = [
    // The longest is long.
    ...new Set(
      termsOf(clause)
        .filter(({ isNumber }) => !isNumber)
        .map(({ stem }) => stem.replace(/(?<=\p{L}{4})est$/u, ''))
    )
  ]
  const words = (
    unit === null
      ? wordsFor(phrase, behind, conceptsIn(said, forms).length > 0 ? said : ownWords)
      : measuredWords(stretch)
  ).slice(0, 120)
  return {
    words: words === '' ? clause.trim().slice(0, 120) : words,
    noun: noun === null ? null : isPeople ? 'people' : (ALIKE_NOUNS[stemOf(noun)] ?? stemOf(noun)),
    concept,
    core,
    terms,
    places: placesIn(clause),
    role
  }
}

const LOOSE_END =
  /(?:\s+(?:and|or|but|from|on|in|to|by|at|who|that|which|of|the|with|without|any|are|were|was|is|have|has|had|been|being|still|for|into|near))+$/iu

/** The noun phrase behind a number with the verb that follows it: `people died`, `passengers and crew`. */
function wordsFor(phrase: string, behind: string, subject: string): string {
  if (phrase === '')
    return subject
      .replace(/\s+/gu, ' ')
      .replace(/^(?:.*(?:^|\s)(?:and|but)\s+)?(?:of\s+|that\s+)?|\s+$/giu, '')
      .replace(LOOSE_END, '')
      .trim()
  const at = behind.indexOf(phrase) + phrase.length
  const verb =
    /^\s+(?:(?:are|were|was|is|have|has|had|been|still|in|without|any|of|with|being)\s+)*[\p{L}-]+/u.exec(
      behind.slice(at)
    )?.[0] ?? ''
  return `${phrase}${verb}`.trim().replace(LOOSE_END, '')
}

/** A clause about what the sentence before is about. */
const PRONOUN_FIRST = /^\s*(?:and\s+|but\s+)?(?:it|they|he|she)\s/iu

/** The terms of what a sentence may be about: its names, else the first of its words, up to a verb. */
function subjectTerms(sentence: string): string[] {
  const names = termsOf(sentence).filter(({ isName, isNumber, start }) => isName && !isNumber && start > 0)
  const found =
    names.length > 0
      ? names
      : termsOf(
          sentence.split(
            /\s(?:is|are|was|were|has|have|had|will|would|\p{L}{3,}ed|said|says|leads|put|puts)(?!\p{L})/u
          )[0]!
        ).filter(({ isNumber }) => !isNumber)
  return found.slice(0, 6).map(({ stem }) => stem)
}

const OF_PEOPLE_ONLY: ReadonlySet<string> = new Set([
  'dead',
  'injured',
  'arrested',
  'charged',
  'hospital',
  'evacuated',
  'sick',
  'strikers'
])

/** `Twelve pickets have been arrested`: who they are says what happens to them. */
function happensToPeople(
  sentence: string,
  amount: { start: number; end: number },
  clause: readonly [number, number],
  others: readonly { start: number; end: number }[]
): boolean {
  const nearest = nearestConcept(sentence, amount, clause, others, PEOPLE_FORMS)
  return (
    nearest !== null &&
    nearest.isBehind &&
    OF_PEOPLE_ONLY.has(nearest.concept) &&
    /^\s+[\p{L}’'-]+\s+(?:(?:was|were|have|has|had|been|are|is|be)\s+){1,2}\p{L}+/u.test(sentence.slice(amount.end))
  )
}

function masked(sentence: string, ranges: readonly { start: number; end: number }[]): string {
  return ranges.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    sentence
  )
}

const NO_PLACE =
  /^(?:The|A|An|It|He|She|They|We|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/u

function placesIn(clause: string): string[] {
  return [
    ...clause.matchAll(
      /(?<![\p{L}])(?:in|at|near|around|from|of|outside)\s+(?:the\s+\p{Ll}+\s+of\s+)?(?<name>\p{Lu}[\p{L}’'-]+)/gu
    )
  ]
    .map((match) => match.groups!.name!)
    .filter((name) => !NO_PLACE.test(name))
    .map((name) => name.toLowerCase().replace(/[’']s$/u, ''))
}
