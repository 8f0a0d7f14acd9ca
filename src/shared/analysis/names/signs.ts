import { cueOf } from '../running-text/cue-verbs.ts'
import type { Token } from '../running-text/tokens.ts'
import { wordClass } from '../running-text/word-class.ts'
import { isDemonym, isGivenName, placeOf } from './gazetteer.ts'
import type { Mention } from './mentions.ts'
import { OCCUPATIONS, ORGANISATION_WORDS, PLACE_FIRST, PLACE_WORDS, TITLES } from './words.ts'

/** What the rest of the article tells about a name. */
export interface Elsewhere {
  /** Words that the article also writes without a capital. */
  lower: ReadonlySet<string>
  /** How often each name stands where no sentence begins. */
  inside: ReadonlyMap<string, number>
  /** Names of several words by their last, first, and by their initials. */
  byLast: ReadonlyMap<string, readonly Mention[]>
  byFirst: ReadonlyMap<string, readonly Mention[]>
  byInitials: ReadonlyMap<string, readonly Mention[]>
  mentions: ReadonlyMap<string, readonly Mention[]>
}

/** The signs by which a mention is told, by itself and where it stands. */
export function localSigns(mention: Mention): string[] {
  const { words, line, from, to, text } = mention
  const { tokens } = line
  const signs: string[] = []
  const size = words.length
  const first = words[0]!
  const last = words.at(-1)!
  const shape = shapeOf(text, size)
  signs.push(`shape ${shape}`)
  if (mention.opensSentence) signs.push('opens a sentence', `opens a sentence ${shape}`)
  if (line.isShouted) signs.push('shouted', `shouted ${size}`)
  if (mention.title !== null) signs.push('behind a title', `behind a title ${Math.min(size, 3)}`)
  const place = placeOf(mention.key)
  if (place !== undefined) signs.push(`known place ${place}`, 'known place')
  if (size > 1) {
    if (isGivenName(first)) signs.push('given name first', `given name first ${Math.min(size, 3)}`)
    if (placeOf(first) !== undefined)
      signs.push('place first', `place first ${/s$/.test(last) ? 'plural' : 'singular'}`)
    if (placeOf(last) !== undefined) signs.push('place last')
    if (placeOf(words.slice(0, 2).join(' ')) !== undefined) signs.push('place first two')
    if (PLACE_FIRST.has(first)) signs.push('place word first')
    if (/^\p{L}\.$/u.test(words[1]!) || /^\p{L}\.$/u.test(first)) signs.push('initial')
    if (isDemonym(first)) signs.push('people first')
    if (words.some((word) => word === 'of' || word === 'for')) signs.push('of')
    if (words.some((word) => /^(?:de|van|von|der|bin|al|da|di|du)$/.test(word))) signs.push('particle')
    if (text.includes('&')) signs.push('ampersand')
    if (/^(?:jr|sr|jr\.|sr\.|iii|ii)$/.test(last)) signs.push('junior')
  } else {
    if (isGivenName(first)) signs.push('given name alone')
    if (/s$/.test(first)) signs.push('plural alone')
    if (/(?:ia|land|stan|burg|ville|ton|ham|grad|shire|polis|ford|abad|pur)$/.test(first))
      signs.push('sounds like a place')
    if (
      /(?:ov|ev|ova|eva|sky|ski|vic|vić|ez|son|sen|berg|mann|enko|yan|ini|elli|etti|czyk|ström|quist|opoulos|idis|wala|murthy)$/.test(
        first
      )
    )
      signs.push('sounds like a family')
    if (/(?:corp|soft|tech|com|bank|net|tel|gas|chem|air|oil|co|media|pharma)$/.test(first))
      signs.push('sounds like a company')
  }
  if (ORGANISATION_WORDS.has(last)) signs.push('body last', `body last ${size > 1 ? 'more' : 'alone'}`)
  else if (words.some((word) => ORGANISATION_WORDS.has(word))) signs.push('body within')
  if (PLACE_WORDS.has(last)) signs.push(size > 1 ? 'place word last' : 'place word alone')
  signs.push(...around(tokens, from, to, size))
  return signs
}

function shapeOf(text: string, size: number): string {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const isUpper = letters.length > 1 && letters === letters.toUpperCase()
  if (isUpper) return size === 1 ? (letters.length <= 5 ? 'acronym' : 'capitals') : 'capitals more'
  if (/\p{N}/u.test(text)) return 'number'
  if (/\p{Ll}\p{Lu}/u.test(text)) return `mixed ${Math.min(size, 3)}`
  return String(Math.min(size, 5))
}

const TELLING = new Set(
  'in at from to near of for by with against the and or a an on into between under after over around outside through via beat v vs that said says told as is was who whose his her their its if when while but where'.split(
    ' '
  )
)

function around(tokens: readonly Token[], from: number, to: number, size: number): string[] {
  const before = tokens[from - 1]
  const beforeThat = tokens[from - 2]
  const after = tokens[to]
  const afterThat = tokens[to + 1]
  const many = size > 1 ? 'more' : 'one'
  const left = sortOf(before)
  const right = sortOf(after)
  const signs = [
    `after ${left}`,
    `after ${left} ${many}`,
    `before ${right}`,
    `before ${right} ${many}`,
    `between ${left} ${right}`
  ]
  if (before?.text === ',' && beforeThat?.isCapital === true)
    signs.push(`after name and comma${placeOf(beforeThat.lower) !== undefined ? ' place' : ''}`)
  if (after?.text === ',' && afterThat !== undefined) {
    signs.push(`before comma ${sortOf(afterThat)}`)
    if (/^\d\d$/.test(afterThat.text)) signs.push('before age')
    if (afterThat.isCapital && placeOf(afterThat.lower) !== undefined) signs.push('before comma and place')
  }
  if (before?.lower === 'the') {
    signs.push(`after the, ${sortOf(beforeThat)}`)
    if (/s$/.test(tokens[to - 1]!.lower)) signs.push('the, plural')
  }
  if (after?.text === '(') {
    const inner = afterThat?.text ?? ''
    signs.push(
      `before bracket ${/^\p{Lu}+$/u.test(inner) ? 'capitals' : /^\p{Lu}/u.test(inner) ? 'capital' : /^\d/.test(inner) ? 'number' : 'other'}`
    )
  }
  if (before?.text === '(') signs.push(`in brackets ${after?.text === ')' ? 'alone' : 'begins'} ${many}`)
  if (after !== undefined && /^\d/.test(after.text))
    signs.push(`before number ${from === 0 ? 'line start' : 'within'} ${many}`)
  if (before !== undefined && /^\d/.test(before.text))
    signs.push(`behind number ${to === tokens.length ? 'line end' : 'within'} ${many}`)
  if (from === 0)
    signs.push(
      `line start ${to === tokens.length ? 'alone' : /^\d{1,4}(?:-|$)/.test(after?.text ?? '') ? 'number' : right}`
    )
  const sentenceLength = tokens.length
  if (sentenceLength <= 6) signs.push(`short line ${many}`)
  if (tokens.filter((token) => /^\d/.test(token.text)).length * 3 > sentenceLength && sentenceLength > 3)
    signs.push(`table ${many}`, `table ${many} after ${left}`)
  return signs
}

function sortOf(token: Token | undefined): string {
  if (token === undefined) return 'edge'
  if (!token.isWord) return token.text.length === 1 ? token.text : 'mark'
  const { lower } = token
  if (TELLING.has(lower)) return lower
  if (lower === 's' || lower === '’s') return "'s"
  if (/^\d/.test(lower)) return 'number'
  if (OCCUPATIONS.has(lower)) return 'occupation'
  if (ORGANISATION_WORDS.has(lower) && !token.isCapital) return 'body'
  if (PLACE_WORDS.has(lower) && !token.isCapital) return 'place word'
  if (isDemonym(lower)) return 'people'
  if (TITLES.has(lower)) return 'title'
  if (token.isCapital) return 'capital'
  const cue = cueOf(lower)
  if (cue !== undefined && !cue.mayBeNoun) return cue.class === 'say' ? 'cue' : 'verb'
  const kind = wordClass(lower)
  if (kind !== 'other') return kind
  if (/ed$/.test(lower)) return 'ed'
  if (/ing$/.test(lower)) return 'ing'
  if (/(?:man|men|er|ers|or|ist|ists|ian)$/.test(lower)) return 'doer'
  if (/s$/.test(lower)) return 's'
  return 'word'
}

/** The signs that come from the article's other mentions; `kinds` is what each was taken for by itself. */
export function elsewhereSigns(mention: Mention, elsewhere: Elsewhere, kinds: ReadonlyMap<Mention, string>): string[] {
  const signs: string[] = []
  const { key, words } = mention
  const size = words.length
  if (size === 1) {
    if (elsewhere.lower.has(key))
      signs.push(
        'written small elsewhere',
        ...(mention.opensSentence ? ['opens a sentence and written small elsewhere'] : [])
      )
    const inside = elsewhere.inside.get(key) ?? 0
    if (mention.opensSentence) signs.push(`stands inside elsewhere ${Math.min(inside, 2)}`)
    for (const [name, map] of [
      ['last', elsewhere.byLast],
      ['first', elsewhere.byFirst],
      ['initials', elsewhere.byInitials]
    ] as const) {
      const longer = map.get(key)
      if (longer === undefined) continue
      const taken = majority(longer, kinds, mention)
      if (taken !== null) signs.push(`${name} of a longer ${taken}`)
    }
  } else if (mention.line.isShouted && words.every((word) => elsewhere.lower.has(word)))
    signs.push('all written small elsewhere')
  const same = elsewhere.mentions.get(key)
  if (same !== undefined && same.length > 1) {
    const taken = majority(same, kinds, mention)
    if (taken !== null) signs.push(`elsewhere ${taken}`)
  }
  return signs
}

function majority(mentions: readonly Mention[], kinds: ReadonlyMap<Mention, string>, but: Mention): string | null {
  const counts = new Map<string, number>()
  let best: string | null = null
  for (const mention of mentions) {
    const kind = mention === but ? undefined : kinds.get(mention)
    if (kind === undefined) continue
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    if (best === null || count > (counts.get(best) ?? 0)) best = kind
  }
  return best
}
