import { ORGANISATION_WORDS } from '../names/words.ts'
import type { NameKind } from '../names/weigh.ts'

/** What a text shows a name to be; `other` is none of the kinds that are listed: a ship, or no name. */
export type ShownKind = NameKind | 'other'

/** A place in which a text has a name: UTF-16 offsets, half-open, with the kind that it was taken for there and the clause that says why. */
export interface SeenName {
  start: number
  end: number
  kind: NameKind
  rule: string
}

const BODY =
  'company|firm|operator|manufacturer|maker|agency|airline|newspaper|daily|weekly|broadcaster|charity|union|lender|retailer|bank|shipyard|insurer|contractor|supplier|publisher|carrier|think tank|watchdog|regulator|foundation|club|start-?up|consortium|conglomerate'
const VESSEL =
  'ferry|ship|vessel|tanker|trawler|freighter|yacht|boat|liner|submarine|frigate|destroyer|cutter|tug|barge|schooner|warship|lifeboat|catamaran|dredger'
const JOURNEY =
  'left|leave|leaves|leaving|crossings?|ferry|ferries|flights?|trains?|roads?|bus(?:es)?|travell?(?:ed|ing|s)?|flew|fly|sail(?:ed|ing|s)?|moved|went|drove|drive|returned|headed|bound|journey|route|trip|line|fled|deported|evacuated|shipped'

interface Sign {
  kind: ShownKind
  weight: number
  /** What stands before the name, up to it. */
  before?: RegExp
  /** What stands behind it, from it on. */
  after?: RegExp
}

/** What stands beside a name and tells its kind whatever the name is. */
const SIGNS: readonly Sign[] = [
  { kind: 'place', weight: 2, before: /(?<!\p{L})(?:in|near|outside|throughout|across|around)\s+$/iu },
  {
    kind: 'place',
    weight: 2,
    before: new RegExp(
      String.raw`(?<!\p{L})(?:${JOURNEY})\s(?:\p{L}+\s){0,2}(?:to|from|for|between)\s+(?:\p{Lu}\p{L}+\s(?:and|for|to|from)\s+)?$`,
      'u'
    )
  },
  {
    kind: 'place',
    weight: 2,
    before: /(?<!\p{L})(?:left|leaving|reached|reaching)\s+$/u,
    after: /^\s(?:for|at|on)\b/u
  },
  {
    kind: 'place',
    weight: 2,
    before: /(?<!\p{L})(?:town|city|village|port|island|region|province|district|capital|suburb)(?:\s+of)?\s+$/iu
  },
  {
    kind: 'place',
    weight: 1,
    after:
      /^\s(?:harbour|harbor|quay|port|airport|station|hospital|residents?|suburbs?|market|town hall|peninsula|coast)\b/u
  },
  {
    kind: 'place',
    weight: 2,
    before: /(?:^|\n)\s*$/u,
    after: /^(?:,\s\p{Lu}[\p{L}.]+\s\d{1,2})?\s\([^)\n]{2,60}\)\s[—–-]/u
  },
  {
    kind: 'organisation',
    weight: 3,
    before: new RegExp(String.raw`(?<!\p{L})(?:${BODY})(?:\s(?:called|named))?,?\s+$`, 'iu')
  },
  {
    kind: 'organisation',
    weight: 3,
    after: new RegExp(String.raw`^,?\s(?:a|an|the|which is an?)\s(?:\p{L}+\s){0,3}(?:${BODY})(?!\p{L})`, 'iu')
  },
  {
    kind: 'organisation',
    weight: 2,
    after: new RegExp(String.raw`^\ssaid\s(?:that\s)?(?:the|its)\s(?:${BODY})(?!\p{L})`, 'u')
  },
  { kind: 'other', weight: 3, before: new RegExp(String.raw`(?<!\p{L})(?:${VESSEL})(?:,\s+the)?\s+[*_“"'‘]?$`, 'iu') },
  {
    kind: 'other',
    weight: 3,
    before: /(?<!\p{L})the\s+[*_“"'‘]?$/iu,
    after: /^[*_”"'’]?\s(?:(?:has|had)\s)?(?:sank|sunk|capsized|foundered|ran aground|set sail|sailed|docked)(?!\p{L})/u
  },
  { kind: 'other', weight: 3, before: /(?<!\p{L})(?:aboard|on board)\s+(?:the\s+)?[*_“"'‘]?$/iu }
]

/** What a name was found by says little of its kind. */
const WEAK_RULES: ReadonlySet<string> = new Set([
  'of the words around it',
  'the article shows it elsewhere',
  '“the” stands before it'
])
/** What a person's name was found by says much. */
const PERSON_RULES: ReadonlySet<string> = new Set([
  'a title stands before it',
  'it begins with a given name',
  'what somebody does stands before it',
  '“who” follows',
  'an age follows',
  'the article gives a longer name that ends so'
])
const SURE = 2
/** So many characters before and behind a name are read. */
const READ = 60

/**
 * The kind that a text shows the name to have of which these are the places, by words beside it that leave no other: `in`, `crossings to`, `the company`,
 * `the ferry`. A word that begins sentences only, where the text also has it in small letters, is no name. Null when nothing is shown.
 */
export function shownKind(text: string, places: readonly SeenName[]): ShownKind | null {
  const [first] = places
  if (!first) return null
  const words = text.slice(first.start, first.end).split(/\s+/u)
  if (words.length === 1 && onlyBegins(text, places) && hasWord(text, words[0]!.toLowerCase())) return 'other'
  if (ORGANISATION_WORDS.has(words.at(-1)!.toLowerCase()) && words.length > 1) return null
  const counts = new Map<ShownKind, number>()
  const count = (kind: ShownKind, weight: number): void => void counts.set(kind, (counts.get(kind) ?? 0) + weight)
  for (const { start, end, kind, rule } of places) {
    if (kind === 'person' && PERSON_RULES.has(rule)) count('person', SURE)
    const before = text.slice(Math.max(0, start - READ), start)
    const after = text.slice(end, end + READ)
    const shown = new Map<ShownKind, number>()
    for (const sign of SIGNS)
      if ((sign.before?.test(before) ?? true) && (sign.after?.test(after) ?? true))
        shown.set(sign.kind, Math.max(shown.get(sign.kind) ?? 0, sign.weight))
    for (const [shownKind, weight] of shown) count(shownKind, weight)
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] >= SURE && best[1] > (second?.[1] ?? 0) ? best[0] : null
}

/** True where a single word, taken for a person, stands once, at the beginning of a sentence, and nothing beside it shows that it's a name: `Water entered at the bow.` */
export function isDoubtful(text: string, places: readonly SeenName[]): boolean {
  const [first, another] = places
  if (!first || another || first.kind !== 'person' || /\s/u.test(text.slice(first.start, first.end))) return false
  return onlyBegins(text, places)
}

/** At the beginnings of sentences and lines only, and found by nothing that is told of a name. */
function onlyBegins(text: string, places: readonly SeenName[]): boolean {
  return places.every(
    ({ start, rule }) =>
      WEAK_RULES.has(rule) && /(?:^|[.!?:\n|•*–—]["”’)]?)\s*["“‘]?$/u.test(text.slice(Math.max(0, start - 5), start))
  )
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(at + word.length, at + word.length + 2))
    )
      return true
  return false
}
