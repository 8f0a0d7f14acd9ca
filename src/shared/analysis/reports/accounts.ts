import { mentionsIn, type Mention } from './attribution.ts'
import { bodyOf, INSTITUTION_STEMS } from './body-names.ts'
import { bare } from './noun-words.ts'
import { identityOf, type GiverIdentity } from './giver-kind.ts'
import { readNounPhrase } from './noun-phrase.ts'
import { idOf, pressKind, speaksForItself, type Press } from './press.ts'
import type { Report, Sentence } from './report.ts'

/** Who gives an account, with the words for it: in the text of the report, where they stand there. */
export interface Giver {
  /** As the text names them, with what it said of them before. */
  name: string
  identity: GiverIdentity
  mention: Mention
}

/** What a sentence says of where it comes from. */
export interface SentenceAccount {
  /** Who gives it: the outlets that passed it on aren't among them. */
  givers: readonly Giver[]
  /** Outlets and agencies that it says reported it, or whom it was told to; never the report's own. */
  outlets: readonly { id: string; name: string; mention: Mention }[]
  /** It says that the report's own people saw or were told it. */
  isOwn: boolean
}

const OWN =
  /\b(?:this (?:news)?paper|this (?:website|magazine|station|channel|publication|programme|broadcaster)|our (?:reporter|correspondent|own|newsroom)|told us|(?:a|the|its) (?:reporter|correspondent|journalist|photographer)s?(?: of| for| from| at)? (?:this|the)\b|the (?:newspaper|paper) saw)\b/iu
/** Who has a document hasn't seen what it tells. */
const HAS_COPY = /(?:which|that)?\s*this (?:news)?paper (?:has|had|could|was able to)\b[^.]*/giu
const PRONOUN = /^(?:he|she|they|it|we|i|one of them|both|two of them|some of them)$/iu
const DEFINITE = /^(?:the|this|that|these|those)\s/iu
const POSSESSIVE = /^(?:its|their|his|her)\s/iu

/** What each sentence of a report says of where it comes from. */
export function accountsOf(report: Report, press: Press): SentenceAccount[] {
  const kind = pressKind(press)
  const own = report.publisher === null ? null : idOf(report.publisher)
  const ownId = report.publisher === null ? null : (press.find(report.publisher)?.id ?? own)
  const told: Giver[] = []
  const introduced = introductions(report)
  let last: SentenceAccount | null = null
  let lastOutlet: { id: string; name: string } | null = null
  const accounts = report.sentences.map((sentence, at): SentenceAccount => {
    const previous = last
    if (sentence.isHeading) return { givers: [], outlets: [], isOwn: false }
    const givers: Giver[] = []
    const outlets: { id: string; name: string; mention: Mention }[] = []
    const addOutlet = (found: { id: string; name: string }, mention: Mention): void => {
      if (found.id !== ownId && !outlets.some(({ id }) => id === found.id))
        outlets.push({ id: found.id, name: found.name, mention })
    }
    let isOwn = OWN.test(sentence.text.replace(HAS_COPY, ''))
    for (const mention of mentionsIn(sentence)) {
      for (const words of mention.through) {
        const found = press.find(words)
        if (found && found.id === ownId) isOwn = true
        else if (found) addOutlet(found, mention)
        // `…, Lantern reported. A clerk told the magazine that`
        else if (lastOutlet && THE_OUTLET.test(words)) addOutlet(lastOutlet, mention)
      }
      const names = splitNames(mention.words)
      const known = names.flatMap((name) => press.find(bare(name)) ?? [])
      if (known.length > 0 && (known.length === names.length || kind(bare(mention.words)) !== null)) {
        for (const each of known) addOutlet(each, mention)
        lastOutlet = known[0]!
        continue
      }
      const behind = pressBehind(mention.words, press)
      if (behind) {
        if (behind.id === ownId) isOwn = true
        addOutlet(behind, mention)
        lastOutlet = behind
        continue
      }
      if (
        /^it$/iu.test(mention.words) &&
        lastOutlet &&
        /^(?:writes?|wrote|reports?|reported|adds?|added|says|said|quotes|cites)$/u.test(mention.verb) &&
        told.length === 0
      ) {
        addOutlet(lastOutlet, mention)
        continue
      }
      const giver = resolve(mention, sentence, { told, introduced, kind, report, at })
      if (giver) {
        givers.push(giver)
        told.push(giver)
      }
    }
    for (const found of bracketed(sentence, press)) {
      const mention: Mention = {
        words: found.words,
        start: found.start,
        end: found.end,
        attitude: 'says',
        verb: 'reported',
        scope: { start: 0, end: sentence.text.length },
        through: []
      }
      addOutlet(found.press, mention)
    }
    for (const found of reportedBy(sentence, press)) {
      const mention: Mention = {
        words: found.words,
        start: found.start,
        end: found.end,
        attitude: 'says',
        verb: 'reported',
        scope: { start: 0, end: sentence.text.length },
        through: []
      }
      addOutlet(found.press, mention)
    }
    // A sentence that only goes on quoting is its speaker's.
    const goesOn = givers.length === 0 && outlets.length === 0 && previous !== null && isQuotation(sentence)
    const account: SentenceAccount = goesOn
      ? { ...previous, isOwn: isOwn || previous.isOwn }
      : { givers, outlets, isOwn }
    last = account
    return account
  })
  return accounts.map((account, at) =>
    withNext(account, report.sentences[at]!, report.sentences[at + 1], accounts[at + 1])
  )
}

/** What the next sentence of a paragraph adds: which papers they were that reported it, or which document it's taken from. */
function withNext(
  account: SentenceAccount,
  sentence: Sentence,
  next: Sentence | undefined,
  added: SentenceAccount | undefined
): SentenceAccount {
  if (!next || !added || next.block !== sentence.block || account.outlets.length > 0) return account
  const [only] = account.givers
  if (
    account.givers.length === 1 &&
    only!.identity.kind === 'outlet' &&
    !only!.identity.isNamed &&
    added.outlets.length > 0
  )
    return added
  if (account.givers.length > 0) return account
  const isOfThis =
    /^(?:The (?:find|incident|matter|finding|figures?|details?|information|case|event|account|news|report|result|study|article|paper|research)|This|That|These|It|All this|They|So|Thus)\b/u.test(
      next.text
    )
  // `It appeared in the Annals`, `The Gazette reported it first`.
  if (added.outlets.length > 0 && (PUBLISHED_IN.test(next.text) || REPORTED_IT.test(next.text)))
    return { ...account, outlets: added.outlets }
  if (isOfThis && added.givers.some(({ mention }) => /^(?:told in|shown)$/u.test(mention.verb))) return added
  if (IS_WHAT.test(next.text) && added.givers.length + added.outlets.length > 0) return added
  if (isOfThis && PASSIVE.test(next.text) && added.givers.length === 1) return added
  // `The minister has admitted it.`
  const [told] = added.givers
  if (added.givers.length === 1 && told && SAID_SO.test(next.text.slice(told.mention.end))) return added
  return account
}

/** `That is what a foreman told the agency.` */
const IS_WHAT = /^(?:This|That|It)(?: is|[’']s| was) (?:at least )?what\s/u
const PUBLISHED_IN =
  /^(?:It|They|This|The \p{L}+|Both)\s+(?:was|were|has been|have been|first\s)?\s*(?:published|appeared|ran|broadcast|aired)\b/u
const REPORTED_IT =
  /\b(?:reported|broke|published|carried|wrote about|wrote of|had)\s+(?:on\s+)?(?:it|this|that|the (?:story|news|result|matter|case|figures?))\b/u
const PASSIVE =
  /^(?:This|That|It|All this|The \p{L}+)\s+(?:is|was|has been|had been)\s+(?:also\s+)?(?:shown|confirmed|reported|announced|disclosed|revealed|borne out|said)\b/u
const SAID_SO =
  /^(?:[’']s [\p{L} ]{2,30})?,?\s+(?:has\s+|have\s+|had\s+|also\s+|later\s+|since\s+)*(?:admitted|confirmed|said|announced|acknowledged|conceded|confirms|admits)\s+(?:it|this|that|so|as much)(?=\s*[.,;]|\s+(?:on|in|to|at|by|yesterday|today)\b)/u

const THE_OUTLET =
  /^the\s+(?:same\s+)?(?:news\s+)?(?:magazine|newspaper|paper|daily|weekly|station|broadcaster|agency|website|site|channel|network|outlet|portal)$/iu

interface Context {
  told: readonly Giver[]
  introduced: ReadonlyMap<string, string>
  kind: ReturnType<typeof pressKind>
  report: Report
  at: number
}

function resolve(mention: Mention, sentence: Sentence, context: Context): Giver | null {
  const { told, introduced, kind, report } = context
  const words = mention.words.trim()
  if (PRONOUN.test(words)) {
    if (/ of them$/iu.test(words)) {
      // `Engineers have seen wet spots, two of them told the paper.`
      const subject = readNounPhrase(sentence.text, 0)
      if (subject && subject.end <= mention.start) {
        const name = sentence.text.slice(subject.start, subject.end)
        return { name, identity: identityOf(name, kind), mention }
      }
    }
    const isIt = /^it$/iu.test(words)
    const isWe = /^(?:we|i)$/iu.test(words)
    const before =
      told.findLast(({ identity }) => (isIt ? identity.kind !== 'person' : isWe ? false : true)) ??
      (isWe ? undefined : told.at(-1))
    if (before) return { ...before, mention }
    const person = /^s?he$/iu.test(words)
      ? (lastPerson(report, sentence, introduced) ?? subjectPerson(sentence, mention))
      : null
    if (person !== null) return { name: person, identity: identityOf(person, kind), mention }
    // The sentence's first subject, such as `The port company doubts … It alleges`.
    const owner = report.publisher !== null && speaksForItself(report.publisher) ? report.publisher : null
    return owner === null ? null : { name: owner, identity: identityOf(owner, () => null), mention }
  }
  const identity = identityOf(words, kind)
  if (identity.surname === null && /^\p{Lu}[\p{L}\p{M}’'-]+$/u.test(bare(words))) {
    const full = introduced.get(bare(words).toLowerCase())
    if (full !== undefined) return { name: full, identity: identityOf(full, kind), mention }
    const before = told.findLast((giver) => giver.identity.surname === bare(words).toLowerCase())
    if (before) return { ...before, mention }
  }
  if (identity.surname !== null && identity.given.length === 0) {
    const full = introduced.get(identity.surname)
    if (full !== undefined && full.length > words.length)
      return { name: full, identity: identityOf(full, kind), mention }
  }
  if (POSSESSIVE.test(words)) return { name: words, identity: withOwner(identity, sentence, mention, context), mention }
  if (DEFINITE.test(words) && words.split(/\s+/u).length <= 3) {
    const head = identity.body[0] ?? identity.document?.noun
    const before = told.findLast(
      (giver) => giver.name.split(/\s+/u).length > words.split(/\s+/u).length && sharesHead(giver, words, head)
    )
    if (before) return { ...before, mention }
    const firm = FIRM_NOUN.test(words) ? firmBefore(report, sentence, mention, kind) : null
    if (firm) return { name: words, identity: { ...identity, kind: 'institution', isNamed: true, body: firm }, mention }
  }
  return { name: words, identity, mention }
}

/** `The carmaker` is the firm that the sentence, or the one before, has as its subject. */
const FIRM_NOUN =
  /(?:company|firm|group|bank|airline|operator|insurer|retailer|chain|manufacturer|carmaker|\p{L}{3,}maker|shipper|utility|supplier|publisher|brewer|builder|producer|lender|developer|contractor|charity|club|start-up|startup|corporation|conglomerate|miner)$/iu

function firmBefore(report: Report, sentence: Sentence, { start }: Mention, kind: Context['kind']): string[] | null {
  const at = report.sentences.indexOf(sentence)
  const before = report.sentences[at - 1]
  for (const text of [sentence.text.slice(0, start), before?.isHeading === false ? before.text : '']) {
    const name =
      /^(?:[^–—]{0,60}[–—-]\s+)?(?:The\s+)?(?<name>\p{Lu}[\p{L}\p{M}&’'.-]*(?:\s+(?:(?:of|and|&)\s+)?\p{Lu}[\p{L}\p{M}&’'.-]*){0,4})/u.exec(
        text
      )?.groups!['name']
    if (name === undefined || kind(name) === 'agency') continue
    const { kind: own, body } = identityOf(name, () => null)
    if (own === 'institution' && body.length > 0) return bodyOf(name)
  }
  return null
}

/** `A shepherd saw four men, he told the radio.` */
function subjectPerson({ text }: Sentence, { start }: Mention): string | null {
  const subject = readNounPhrase(text, 0)
  if (!subject || subject.end > start) return null
  const found =
    /^(?:An?|The|One)\s(?:(?!(?:saw|heard|noticed|watched|found|felt|had|was|is|has|could|did|ran|went|came)\s)[\p{L}’'-]+\s){0,3}?[\p{L}’'-]+(?=\s(?:saw|heard|noticed|watched|found|felt|had|was|is|has|could|did|ran|went|came)\s)/u.exec(
      text
    )
  return found?.[0] ?? null
}

/** Whom a paragraph named last before a sentence: `Keeper Sid Marlow was there. "She stood up," he said.` */
function lastPerson(report: Report, sentence: Sentence, introduced: ReadonlyMap<string, string>): string | null {
  const own = report.sentences.filter(({ block, start }) => block === sentence.block && start < sentence.start)
  const before = own.at(-1)
  if (!before) return null
  const named = [...introduced].flatMap(([family, name]) => {
    const at = before.text.toLowerCase().lastIndexOf(family)
    return at >= 0 ? [{ name, at }] : []
  })
  return named.sort((a, b) => b.at - a.at)[0]?.name ?? null
}

function sharesHead(giver: Giver, words: string, head: string | undefined): boolean {
  const last = words.split(/\s+/u).at(-1)!.toLowerCase()
  if (head !== undefined && (giver.identity.body[0] === head || giver.identity.document?.noun === head)) return true
  return new RegExp(`(?<![\\p{L}])${last.replace(/[^\p{L}]/gu, '')}(?![\\p{L}])`, 'iu').test(giver.name)
}

/** Whose director `its director` is: the institution last told of, else the first name of the sentence. */
function withOwner(
  identity: GiverIdentity,
  sentence: Sentence,
  mention: Mention,
  { told, kind }: Context
): GiverIdentity {
  if (identity.body.length > 0 && identity.kind !== 'person') return identity
  const before = told.findLast((giver) => giver.identity.body.length > 0)
  const subject =
    /^(?:The\s+)?(?:\p{Lu}[\p{L}\p{M}&’'-]*|of|the|&|\p{Ll}+(?=\s+(?:company|union|office|authority|council|service|agency|operator|ministry)))(?:\s+(?:\p{Lu}[\p{L}\p{M}&’'-]*|of|&|plc|company|union|office|authority|council|service|agency|operator|ministry))*/u.exec(
      sentence.text.slice(0, mention.start)
    )?.[0]
  const own = subject === undefined ? null : identityOf(subject, kind)
  if (own?.body.length) return { ...identity, isNamed: identity.isNamed || own.isNamed, body: own.body }
  return before
    ? { ...identity, isNamed: identity.isNamed || before.identity.isNamed, body: before.identity.body }
    : identity
}

const introduced = new WeakMap<Report, ReadonlyMap<string, string>>()

/** Full names by family names, as they're first written with what stands before them: `harbour master Tilda Rosen`. */
function introductions(report: Report): ReadonlyMap<string, string> {
  const before = introduced.get(report)
  if (before) return before
  const found = findIntroductions(report)
  introduced.set(report, found)
  return found
}

function findIntroductions(report: Report): Map<string, string> {
  const found = new Map<string, string>()
  const pattern =
    /(?<title>(?:Dr|Prof|Professor|Captain|Commander|Mayor|Minister|Judge|Inspector|Colonel|General|Major|Mr|Mrs|Ms)\.?\s+)?(?<name>\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:van|von|de|da|di|der|den|del)\s+|\s+)\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+(?!\p{L}))?)/gu
  for (const { text, isHeading } of report.sentences) {
    if (isHeading) continue
    for (const match of text.matchAll(pattern)) {
      const name = match.groups!['name']!
      const family = name.split(/\s+/u).at(-1)!.toLowerCase()
      if (found.has(family)) continue
      const role =
        /(?:(?:the|a|an|its|of|by|with|that|and|who|said|from|in|for|to|as|says)\s+)?([\p{Ll} -]*)$/u.exec(
          text.slice(0, match.index + match[0].length - name.length)
        )?.[1] ?? ''
      const kept = role.split(/\s+/u).filter((word) => word !== '')
      const from = kept.findLastIndex((word) =>
        /^(?:the|a|an|its|of|by|with|that|and|who|said|from|in|for|to|as|says|after|when|while|but|is|was|were|are|has|had)$/u.test(
          word
        )
      )
      const title = match.groups!['title'] ?? ''
      const behind =
        /^(?:,\s+(?:who\s+(?:heads|leads|runs|chairs)\s[^,.]{2,40}|(?:its|the)\s+[^,.]{2,40}|(?:head|director|chair)\s+of\s[^,.]{2,40})(?=[,.])|\s+of\s+the\s+[\p{L} ]{3,40}(?=\s+said|[,.]))/u.exec(
          text.slice(match.index + match[0].length)
        )?.[0] ?? ''
      found.set(family, [...kept.slice(from + 1), `${title}${name}${behind}`].join(' ').trim())
    }
  }
  return found
}

/** Outlets in brackets behind what they reported: `(Gazette, Courier)`. */
function bracketed(
  sentence: Sentence,
  press: Press
): { press: { id: string; name: string }; words: string; start: number; end: number }[] {
  if (!/\b(?:reports?|reported|media|papers|newspapers|writes?|says?)\b/iu.test(sentence.text)) return []
  const found = /\((?<names>\p{Lu}[^()]{1,80})\)\s*[.]?\s*$/u.exec(sentence.text)
  if (!found) return []
  const names = found.groups!['names']!.replace(/\s+(?:first\s+)?(?:reported|reports|wrote|writes|said|says)$/u, '')
  return splitNames(names).flatMap((name) => {
    const known = press.find(name)
    const start = sentence.text.indexOf(name, found.index)
    return known ? [{ press: known, words: name, start, end: start + name.length }] : []
  })
}

const REPORT_IN =
  /(?<!\p{L})(?:reports?|articles?|stor(?:y|ies)|coverage|investigation|interview|dispatch)\s+(?:published\s+)?(?:by|in|from|of|on)\s+(?:the\s+)?(?<name>\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}\p{M}’'-]*){0,4})/gu

/** Outlets whose report is told of: `declined to comment on a report by the Gazette that …`. */
function reportedBy(
  { text }: Sentence,
  press: Press
): { press: { id: string; name: string }; words: string; start: number; end: number }[] {
  return [...text.matchAll(REPORT_IN)].flatMap((match) => {
    const words = match.groups!['name']!
    const known = press.find(words)
    const start = match.index + match[0].length - words.length
    return known ? [{ press: known, words, start, end: start + words.length }] : []
  })
}

function splitNames(words: string): string[] {
  return words.split(/\s*,\s+(?:and\s+)?|\s+and\s+|\s*;\s*|\s*\/\s*/u).filter((name) => name !== '')
}

/** The outlet in words around its name: `a report in the Sollen Post`, `the news site Coast Today`, `a reporter of Northline`. */
function pressBehind(words: string, press: Press): { id: string; name: string } | null {
  const found =
    /(?:^|\s)(?:reports?|article|story|interview|investigation|study|paper|research|broadcast|newspaper|paper|daily|weekly|site|website|agency|channel|station|broadcaster|magazine|reporters?|correspondents?|journalists?|wire|blog|tabloid|outlets?|media)(?:\s+(?:in|by|of|from|on|for|with|like|such as|called))?(?:\s+the)?\s+(?<name>\p{Lu}.*)$/iu.exec(
      words
    )
  const name = found?.groups?.['name']
  if (name === undefined || !/^\p{Lu}/u.test(name)) return null
  const known = press.find(name)
  if (known) return known
  const isSite =
    /\b(?:newspaper|paper|daily|weekly|site|website|agency|channel|station|broadcaster|magazine|wire|blog|tabloid)\s+(?:called\s+)?\p{Lu}/u.test(
      words
    )
  return isSite ? { id: idOf(name), name: bare(name) } : null
}

function isQuotation({ text, quoted }: Sentence): boolean {
  const inside = quoted.reduce((sum, range) => sum + range.end - range.start, 0)
  return inside > 0.8 * text.length
}

/** The identity of a publisher that speaks for itself. */
export function identityOfPublisher(publisher: string): GiverIdentity {
  const identity = identityOf(publisher, () => null)
  return {
    ...identity,
    kind: 'institution',
    isNamed: true,
    surname: null,
    given: [],
    document: null,
    body: bodyOfPublisher(publisher)
  }
}

/** The noun for what it is comes first, wherever it stands: `Coastguard Region East`. */
function bodyOfPublisher(publisher: string): string[] {
  const body = bodyOf(publisher)
  const head = body.find((stem) => INSTITUTION_STEMS.has(stem))
  return head === undefined || INSTITUTION_STEMS.has(body[0]!) ? body : [head, ...body.filter((stem) => stem !== head)]
}
