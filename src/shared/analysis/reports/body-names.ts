import { wordsIn } from './noun-words.ts'
import { stemOf } from './terms.ts'

/** Behind the names of firms; `the company` may be any of them. */
export const LEGAL_FORM =
  /(?:^|\s)(?:plc|ltd|limited|inc|gmbh|ag|corp|corporation|llc|s\.?a|bv|oy|asa|& co|company)\.?$/iu

const FIRM = stemOf('company')

const ANY_FIRM = new Set(
  ['company', 'firm', 'operator', 'owner', 'manufacturer', 'maker', 'builder', 'group'].map(stemOf)
)

/** The stems of an institution's name: its head first. */
export function bodyOf(phrase: string): string[] {
  const cleanPhrase = phrase
    .replace(/,\s*(?:press|media|information|public relations)\s+(?:office|desk|department|service)\b.*$/iu, '')
    .replace(/[’']s?(?=\s|$)/gu, '')
    .replace(/^.*\b(?:statement|notice|release)\s+(?:of|by|from)\s+/iu, '')
  const before = cleanPhrase.split(/\s+(?:of|for|in|at|from)\s+|\s*,\s+/u)[0]!
  const head = wordsIn(before).at(-1)
  if (head === undefined) return []
  const isFirm = LEGAL_FORM.test(cleanPhrase)
  const words = wordsIn(cleanPhrase).filter((word) => !LEGAL_FORM.test(word))
  const last = wordsIn(before)
    .filter((word) => !LEGAL_FORM.test(word))
    .at(-1)
  const own = stemOf(last ?? head)
  const stems = [...new Set(words.map(stemOf))].filter((stem) => stem !== own)
  return [own, ...stems, ...(isFirm && own !== FIRM ? [FIRM] : [])]
}

/** The stems of nouns for institutions. */
export const INSTITUTION_STEMS: ReadonlySet<string> = new Set(
  'police ministry office service authority agency brigade hospital company union council city county court navy army coastguard government state port bank board commission committee department institute university school museum operator firm group party parliament club association federation society church district municipality directorate bureau force military station fund foundation chamber works railway airline airport team'
    .split(' ')
    .map(stemOf)
)

/** Who sit in a body and are called so: `the auditors` of the Court of Auditors. */
export const COLLEGE = new Set(
  ['auditors', 'inspectors', 'prosecutors', 'observers', 'examiners', 'statisticians'].map(stemOf)
)

/** One name's words hold the other's, and the head is the same: `the rescue service`, `the regional rescue service`. */
export function sameBody(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  if (small.length === 1 && ANY_FIRM.has(small[0]!) && large.includes(FIRM)) return true
  // `The auditors` of the Court of Auditors.
  if (small.length === 1 && COLLEGE.has(small[0]!) && large.includes(small[0]!)) return true
  return (
    small.every((stem) => large.includes(stem)) &&
    large.includes(small[0]!) &&
    (small[0] === large[0] || small.includes(large[0]!))
  )
}
