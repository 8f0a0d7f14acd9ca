import type { Amount } from '../numbers/amounts.ts'
import { measureOf } from '../numbers/units.ts'
import { stemOf, termsOf } from '../reports/terms.ts'
import { latin } from '../running-text/latin.ts'

/** What a figure counts or measures. */
export interface Counted {
  /** The words of the text that say it. */
  words: string
  /** What is counted or measured, by stem; of people `people`, whoever they are. Null where the words don't say. */
  noun: string | null
  /** What happened to it or is said of it, by concept: `dead`, `injured`, `cost`. */
  concept: string | null
  /** Words around that tell it from other such figures, by stem. */
  terms: readonly string[]
  /** Places that the clause names. */
  places: readonly string[]
  /** What another is a part of (the 52 of `14 of 52`), a part of another number (`of whom 11`), an addition (`another 15`) or a difference (`fell by 12`): no count of the whole. */
  role: 'whole' | 'base' | 'part' | 'more' | 'difference'
}

/** What is said of people who are counted, by the beginnings of words, the first word as name. */
const OF_PEOPLE = [
  'dead dead death die died dying kill fatal perish corpse victim toll drown lives bodies body lost|their|lives',
  'injured injur hurt wound casualt',
  'missing missing unaccount disappear vanish',
  'rescued rescu surviv saved alive pulled',
  'arrested arrest detain custody apprehend',
  'charged charged indict accused',
  'hospital hospital hospitalis hospitaliz ward intensive',
  'unvaccinated unvaccinat vaccin immunis immuniz',
  'sick sick ill infect measles cholera fever flu case cases diagnos outbreak ailing poisoned',
  'evacuated evacu displac homeless shelter fled flee moved rehoused relocat spent|the|night leave|their|homes left|their|homes',
  'protesters protest demonstrat march rall',
  'strikers striking strike walkout walked|out stayed|away downed|tools',
  'dismissed dismiss redundan sack laid|off',
  'trapped trapped stranded stuck cut|off'
]
const OF_MONEY = [
  'cost cost price estimate budget bill expens worth priced',
  'aid aid relief releas grant donat support subsid fund',
  'damage damag loss losses lost',
  'fine fine penalt compensat damages',
  'profit profit earnings surplus',
  'revenue revenu sales turnover income takings',
  'debt debt owe loan deficit',
  'pay wage salar pay',
  'investment invest'
]
const OF_THINGS = [
  'destroyed destroy buri flatten wreck burned|down collapsed gutted demolish lost lose cut axe',
  'burned burn consum scorch devour ravag blacken char',
  'damaged damag',
  'closed closed shut',
  'created creat',
  'without without lack no',
  'covered cover bear borne financ fund pay contribut shoulder',
  'collected collect gather sign',
  'sold sold sell',
  'built built build erect'
]
const PEOPLE =
  /^(?:people|persons?|men|man|women|woman|children|child|boys?|girls?|passengers?|crew|workers?|miners?|residents?|villagers?|inhabitants?|citizens?|pupils?|students?|patients?|soldiers?|officers?|sailors?|seamen|fishermen|employees?|staff|families|family|households?|victims?|bodies|body|survivors?|deaths?|dead|injured|wounded|missing|casualties|fatalities|suspects?|protesters?|demonstrators?|refugees?|migrants?|cases|infections?|tourists?|visitors?|members?|others|them|whom|firefighters|rescuers|climbers|skiers|guests|detainees|prisoners|inmates|drivers?|commuters|evacuees|homeless|teachers|nurses|doctors|farmers|lives|souls|adults|infants|babies|sick|ill|infected|arrested|evacuated|hospitalised|hospitalized|rescued|trapped|killed|hurt)$/iu

/** Beginnings of words with the concept of each, and what finds them in small letters. */
interface Forms {
  concepts: ReadonlyMap<string, string>
  expression: RegExp
}

function table(rows: readonly string[]): Forms {
  const concepts = new Map(
    rows.flatMap((row) => {
      const [concept = '', ...forms] = row.split(' ')
      return forms.map((form) => [form.replaceAll('|', ' '), concept] as const)
    })
  )
  const longestFirst = [...concepts.keys()].sort((a, b) => b.length - a.length)
  return { concepts, expression: latin(`(?<![\\p{L}-])(?:un)?(?<form>${longestFirst.join('|')})\\p{L}*`, 'gu') }
}
const PEOPLE_FORMS = table(OF_PEOPLE)
const MONEY_FORMS = table(OF_MONEY)
const THING_FORMS = table(OF_THINGS)

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

/** The counts that only grow. */
export const GROWING: ReadonlySet<string> = new Set([
  'dead',
  'injured',
  'sick',
  'arrested',
  'charged',
  'rescued',
  'collected'
])

const STOP =
  /^(?:is|are|was|were|has|have|had|will|would|be|been|being|can|could|may|might|must|should|do|does|did|in|on|at|by|to|from|for|with|without|within|after|before|during|since|until|near|under|over|and|or|but|who|which|that|whom|whose|when|where|while|as|than|if|because|so|into|onto|across|along|per|a|an|the|this|these|those|its|their|his|her|said|says|told|died|killed|found|lost|fell|rose|stood|stands|came|went|took|left|lived|live|remain|remained|spent|including|among|up|down|out|off|still|not|all|both|each|every|only|also|now|then|yesterday|today|last|next|speaks?|spoke|puts?|gives?|gave|counts?|counted|reports?|reported|names?|named|it|he|she|they|we|i)$/iu
const SKIP = /^(?:more|other|further|additional|extra|new|such|of|the|these|those|its|their|our|his|her)$/iu

/** Reads what an amount of a sentence counts. `start` and `end` are its place in the sentence, `previous` what the figure before it in the paragraph counts. */
export function readCounted(
  written: string,
  amount: Pick<Amount, 'start' | 'end' | 'unit'>,
  others: readonly { start: number; end: number }[],
  givers: readonly { start: number; end: number }[],
  previous: Counted | null
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
  const phrase = phraseBehind(behind.replace(OUT_OF, ''))
  const ownWords = /\p{L}/u.test(phrase) ? phrase : subjectOf(before)
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
  const nearest = nearestConcept(sentence, { start, end }, [from, to], others, forms)
  const concept =
    (phrase === '' && unit === null ? lastConcept(subjectOf(before), forms) : null) ?? nearest?.concept ?? null
  const isOut = OUT_OF.test(sentence.slice(end))
  // `of whom 11 in hospital` counts those in hospital, `of whom 11 were children` a part of what was counted; `three had been counted twice` counts no whole.
  const isElliptical =
    /(?:^|[,;–—]|(?:as|and|but|that|because|while))\s*$/u.test(before) &&
    /^\s+(?:had|have|has|were|was|are)\s/iu.test(behind)
  const role =
    aside === 'part' && concept !== null && (isOut || nearest?.isBehind === true)
      ? 'whole'
      : aside === 'whole' && phrase === '' && isElliptical && nearest?.isBehind !== true
        ? 'part'
        : aside
  if (phrase === '' && previous && COMPARED.test(sentence.slice(0, start))) return { ...previous, role: aside }
  if (noun === null && concept === null && unit === null && previous) return { ...previous, role }
  const terms = [
    // The longest is long.
    ...new Set(
      termsOf(clause)
        .filter(({ isNumber }) => !isNumber)
        .map(({ stem }) => stem.replace(/(?<=\p{L}{4})est$/u, ''))
    )
  ]
  const words = (
    unit === null ? wordsFor(phrase, behind, ownWords) : measuredWords(written.slice(from, start), behind)
  ).slice(0, 120)
  return {
    words: words === '' ? clause.trim().slice(0, 120) : words,
    noun: noun === null ? null : isPeople ? 'people' : (ALIKE_NOUNS[stemOf(noun)] ?? stemOf(noun)),
    concept,
    terms,
    places: placesIn(clause),
    role
  }
}

/** What is measured: `of earth` behind the amount, else the words before it. */
function measuredWords(before: string, behind: string): string {
  const of = /^\s+(?:of|in)\s+(?:the\s+)?([\p{L}’'-]+(?:\s+[\p{L}’'-]+){0,3})/u.exec(behind)?.[1]
  if (of !== undefined) return of
  const own = before.replace(/^[\s,]+|[\s,]+$/gu, '').replace(/\s+(?:to|from|at|of|by)$/iu, '')
  return own.split(/\s+/u).length < 2
    ? `${own} ${behind.trim().split(/\s+/u).slice(0, 4).join(' ')}`.trim()
    : own.split(/\s+/u).slice(-9).join(' ')
}

/** The noun phrase behind a number with the verb that follows it: `people died`, `passengers and crew`. */
function wordsFor(phrase: string, behind: string, subject: string): string {
  if (phrase === '') return subject.trim()
  const at = behind.indexOf(phrase) + phrase.length
  const verb =
    /^\s+(?:(?:are|were|was|is|have|has|had|been|still|in|without|any|of|with|being)\s+)*[\p{L}-]+/u.exec(
      behind.slice(at)
    )?.[0] ?? ''
  return `${phrase}${verb}`.trim()
}

const BREAK =
  /[;:!?–—]\s|\s-\s|[“”"]|,\s(?:and|but|while|whereas|of\s+whom|of\s+them|including|up|down|said|says)\s|\s(?:and|but|while|whereas)\s(?=(?:\p{L}+\s+){0,4}?(?:\d|at least|about|some|more than|is|are|was|were|has|have|had|will|the|we|it|he|she|they)\b)|\.\s/giu

function clauseAround(sentence: string, start: number, end: number): [number, number] {
  let [from, to] = [0, sentence.length]
  for (const { index, 0: mark } of sentence.matchAll(BREAK)) {
    if (index + mark.length <= start) from = index + mark.length
    else if (index >= end) {
      to = index
      break
    }
  }
  return [from, to]
}

/** The nouns right behind a number, with what stands before them: up to a verb, a preposition or a mark. */
function phraseBehind(behind: string): string {
  const words: string[] = []
  for (const word of behind.replace(/^-/u, ' ').trimStart().split(/\s+/u)) {
    const bare = word.replace(/[^\p{L}’'-]+$/u, '').replace(/^[^\p{L}]+/u, '')
    if (bare === '' || (STOP.test(bare) && !(words.length === 0 && SKIP.test(bare)))) break
    words.push(bare)
    if (/[^\p{L}’'-]$/u.test(word) || words.length >= 5) break
  }
  while (words.length > 0 && SKIP.test(words[0]!)) words.shift()
  if (words.length === 1 && STOP.test(words[0]!)) return ''
  return words.join(' ').replace(/\s+(?:of|and|or)$/iu, '')
}

/** What stands before the verb of a clause whose number ends it: `The number of people killed by the landslide`. */
function subjectOf(before: string): string {
  const counted =
    /(?:number|toll|count|tally|total|figure|estimate|amount|share|proportion|rate|list)\s+(?:of|for)\s+(?:the\s+)?(?<what>[\p{L}’' -]+?)(?=\s+(?:at|to|is|are|was|were|has|had|have|now|rose|fell|stands|stood|by|in|on|from|killed|who|that|will|would|climbed|reached)\s|\s*$)/iu.exec(
      before
    )
  const killed = /(?:number|toll)\s+of\s+[\p{L}’' -]{3,60}/iu.exec(before)
  if (counted)
    return killed && killed[0].length > counted[0].length
      ? killed[0]
          .replace(/^(?:number|toll)\s+of\s+/iu, '')
          .split(/\s+(?:rose|fell|now|stands|stood|to|at|was|is|has)\s/u)[0]!
      : counted.groups!.what!
  return before
    .replace(/^(?:and|but|that|which|who)\s+/iu, '')
    .split(/\s+(?:rose|fell|climbed|stands|stood|was|were|is|are|has|had|have|will|to)\s/u)[0]!
}

/** The word that a phrase is about: its last noun. */
function nounOf(phrase: string): string | null {
  const words = phrase
    .split(/\s+/u)
    .filter(
      (word) =>
        /\p{L}{2}/u.test(word) &&
        !STOP.test(word) &&
        !/^(?:number|toll|count|tally|total|figure|of|about|some)$/iu.test(word)
    )
  const people = words.find((word) => PEOPLE.test(word))
  return people ?? words.findLast((word) => !/(?:ed|ing|ly)$/iu.test(word)) ?? words.at(-1) ?? null
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

/** The nearest word that says what happened to what is counted: first in its own stretch, between the numbers around it. */
function nearestConcept(
  sentence: string,
  amount: { start: number; end: number },
  [from, to]: readonly [number, number],
  others: readonly { start: number; end: number }[],
  forms: Forms
): { concept: string; isBehind: boolean } | null {
  const next = others.find(({ start }) => start >= amount.end)?.start ?? sentence.length
  const last = others.findLast(({ end }) => end <= amount.start)?.end ?? 0
  const lower = sentence.toLowerCase()
  const found: { concept: string; distance: number; isBehind: boolean }[] = []
  const look = (begin: number, stop: number, weigh: (at: number) => number): void => {
    const part = lower.slice(begin, stop)
    for (const { index, 0: word, groups } of part.matchAll(forms.expression)) {
      const form = groups!.form!
      if (form.length <= 3 && word !== form && word !== `${form}s`) continue
      if (form === 'case' && !/^cases?$/u.test(word)) continue
      found.push({
        concept: forms.concepts.get(form)!,
        distance: weigh(begin + index) - form.length / 100,
        isBehind: begin + index >= amount.end
      })
    }
  }
  look(amount.end, Math.min(to, next), (at) => at - amount.end)
  look(Math.max(from, last), amount.start, (at) => (amount.start - at) * 1.3)
  if (found.length === 0) look(from, to, (at) => 200 + Math.abs(at - amount.start))
  return found.sort((a, b) => a.distance - b.distance)[0] ?? null
}

/** The last word of a phrase that says what happened: that of `the number of people killed by the landslide`. */
function lastConcept(phrase: string, forms: Forms): string | null {
  return (
    nearestConcept(`${phrase} `, { start: phrase.length + 1, end: phrase.length + 1 }, [0, phrase.length], [], forms)
      ?.concept ?? null
  )
}

function masked(sentence: string, ranges: readonly { start: number; end: number }[]): string {
  return ranges.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    sentence
  )
}

/** Words before a number that stands for the same as the one before it. */
export const COMPARED =
  /(?:^|[^\p{L}])(?:up\s+from|down\s+from|not|rather\s+than|instead\s+of|against|compared\s+(?:with|to))\s+(?:(?:the|about|some|around)\s+){0,2}$/iu

/** The 52 of `14 of 52`. */
const BASE = /\d\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|these\s+|all\s+)?$/iu

/** `14 of 52`, `six out of 40`. */
const OUT_OF =
  /^\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|these\s+|all\s+)?(?:\d[\d.,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b)/iu

function roleOf(before: string, behind: string, unit: string | null): Counted['role'] {
  if (OUT_OF.test(behind)) return 'part'
  if (BASE.test(before)) return 'base'
  if (
    unit === null &&
    (/(?:^|[^\p{L}])(?:another|a\s+further|an?\s+additional|further|additional|extra)\s+$/iu.test(before) ||
      /^\s+(?:more|others|further|additional)(?!\s+than)(?!\p{L})/iu.test(behind))
  )
    return 'more'
  if (
    /(?:^|[^\p{L}])(?:rose|fell|grew|increased?s?|decreased?s?|dropped|declined|risen|fallen|grown|up|down|climbed|jumped|cut|reduced|raised|rise|fall|drop|shrank|slipped)\s+(?:\p{L}+\s+)?by\s+$/iu.test(
      before
    )
  )
    return 'difference'
  if (
    /(?:including|among\s+them|of\s+whom|of\s+which|among\s+the\s+(?:dead|injured|victims|survivors))\s+(?:\p{L}+\s+)?$/iu.test(
      before
    )
  )
    return 'part'
  return 'whole'
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
