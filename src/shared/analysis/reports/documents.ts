import { INSTITUTION_STEMS } from './body-names.ts'
import { namesIn, wordsIn } from './noun-words.ts'
import { stemOf } from './terms.ts'

/** What a document is, as far as the words for it tell. */
export interface DocumentIdentity {
  noun: string
  /** The stems of the words that tell it from others: of whom it is, what it's about. */
  marks: readonly string[]
  /** Whose it is, as far as that's said: stems. */
  issuer: readonly string[]
  /** It isn't meant for everybody: `an internal report`, `leaked e-mails`. */
  isInternal: boolean
}

/** The document that a phrase names, of which `head` is its noun with what stands before it; `isNamed` where it's a certain one. */
export function readDocument(whole: string, head: string): { isNamed: boolean; document: DocumentIdentity } {
  const last = stemOf(wordsIn(head).at(-1) ?? '')
  const noun = SAME_NOUN.get(last) ?? last
  const marks = marksOf(whole.replace(SEEN_BY, '')).filter((mark) => mark !== last)
  const isNamed =
    /^(?:the|its|his|her|their|this)\b/iu.test(whole) ||
    namesIn(whole).length > 0 ||
    (marks.length > 0 && /\s(?:of|by|from)\s/u.test(whole))
  const issuer = marksOf(/\s(?:of|by|from)\s+(.*)$/u.exec(whole.replace(SEEN_BY, ''))?.[1] ?? '')
  return { isNamed, document: { noun, marks, issuer, isInternal: INTERNAL.test(whole) } }
}

const INTERNAL = /(?<!\p{L})(?:internal|leaked|confidential|secret|unpublished|draft)(?!\p{L})/iu

/** Nouns for one kind of document, by the first of them. */
const SAME_NOUN = new Map(
  [
    'complaint lawsuit suit writ filing filings',
    'survey poll',
    'e-mail email',
    'images pictures photographs footage',
    'study paper',
    'post-mortem autopsy',
    'verdict judgment judgement ruling'
  ].flatMap((row) => {
    const [first, ...others] = row.split(' ').map(stemOf)
    return [first!, ...others].map((noun) => [noun, first!] as const)
  })
)

/** What tells who has a document, and nothing of what it is. */
const SEEN_BY =
  /,?\s+(?:(?:seen|obtained|viewed|reviewed|received|published|leaked|shared|cited|quoted)\s+(?:by|to|with)|(?:available|known)\s+to|(?:which|that)\s+(?:were|was|is|are|has|have|had)\s+|of which|that\s+\p{Lu}|which\s+\p{Lu}).*$/u

function marksOf(phrase: string): string[] {
  const common =
    /^(?:internal|confidential|leaked|new|first|recent|secret|own|latest|initial|preliminary|draft|official|public|dated|published|seen|obtained|copy|estimate|report|survey|study|results?)$/u
  return wordsIn(phrase)
    .filter((word) => !common.test(word.toLowerCase()))
    .map(stemOf)
}

/** Whether two documents are one, as far as their words tell. */
export function sameDocument(a: DocumentIdentity, b: DocumentIdentity): boolean {
  const shared = a.marks.filter((mark) => b.marks.includes(mark)).length
  const least = Math.min(a.marks.length, b.marks.length)
  if (a.noun !== b.noun) return least >= 2 && shared >= 2 && shared >= least - 1
  if (ONE_OF_A_KIND.has(a.noun) && (a.issuer.length === 0 || b.issuer.length === 0)) return true
  if (least > 0) return shared >= Math.ceil(least / 2)
  return a.marks.length === b.marks.length || (a.isInternal && b.isInternal)
}

/** Documents of which there is hardly a second one that says the same. */
const ONE_OF_A_KIND = new Set(
  'complaint indictment verdict post-mortem roster manifest logbook contract lease deed minute ledger'
    .split(' ')
    .map(stemOf)
)

/** Documents that an institution publishes itself; what it writes for its own use, or for few, is another matter. */
const PUBLISHED = new Set(
  'survey images figures data statistics bulletin census readings measurements table map'.split(' ').map(stemOf)
)

/** A document of which there is hardly a second one that says the same: a contract, a verdict. */
export function isOneOfAKind({ noun }: DocumentIdentity): boolean {
  return ONE_OF_A_KIND.has(noun)
}

/** Whether a document is what a body of this name published: `a survey by the institute Demos`. */
export function isPublishedAs(document: DocumentIdentity, body: readonly string[]): boolean {
  if (document.isInternal || !PUBLISHED.has(document.noun) || body.length === 0) return false
  const names = body.filter((stem) => !INSTITUTION_STEMS.has(stem))
  return (names.length > 0 ? names : body).every((stem) => document.marks.includes(stem))
}
