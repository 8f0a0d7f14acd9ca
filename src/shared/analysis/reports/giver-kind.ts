import { bodyOf, COLLEGE, INSTITUTION_STEMS, LEGAL_FORM, sameBody } from './body-names.ts'
import { isOneOfAKind, isPublishedAs, readDocument, sameDocument, type DocumentIdentity } from './documents.ts'
import { bare, clean, NAME, namesIn, NOT_A_NAME, wordsIn } from './noun-words.ts'
import { stemOf } from './terms.ts'

/** What gives an account. */
export const GIVER_KINDS = ['outlet', 'agency', 'person', 'institution', 'document'] as const

export type GiverKind = (typeof GIVER_KINDS)[number]

/** Nouns at the head of an outlet's name, or for one. */
const OUTLET =
  /^(?:herald|times|post|news|gazette|courier|daily|radio|evening|echo|mail|ledger|observer|review|sun|star|tribune|chronicle|journal|weekly|monthly|watch|press|tv|television|telegraph|guardian|standard|express|dispatch|mirror|globe|argus|record|messenger|bulletin|examiner|inquirer|reporter|broadcaster|channel|newspaper|newspapers|paper|papers|magazine|website|blog|station|media|outlet|outlets|newswire|wire|tabloid|portal|podcast|newsletter|monitor|voice)$/iu

const AGENCY =
  /(?:news|press|wire|information|telegraph(?:ic)?) (?:agency|service|association)\b|newswire\b|\bwire service\b/iu

const DOCUMENT =
  /^(?:survey|report|study|document|documents|letter|memo|memorandum|order|audit|register|log|minutes|emails?|e-mails?|memoirs|lawsuits?|suit|writ|post-mortem|autopsy|roster|pictures|communiqué|contract|ruling|judg(?:e)?ment|verdict|indictment|filing|filings|records?|data|figures|statistics|census|analysis|assessment|estimate|transcript|bulletin|dossier|file|files|inventory|manifest|map|list|lists|poll|accounts|invoice|invoices|diary|footage|recording|recordings|photographs|images|paper|protocol|certificate|permit|prospectus|review|evaluation|inspection|logbook|ledger|timetable|schedule|plan|plans|budget|agreement|resolution|decree|directive|affidavit|deposition|complaint|petition|book|website|database|registry|table|readings|measurements)$/iu

/** Nouns for people, in one or in number. */
const PERSON =
  /^(?:official|officials|spokes(?:man|woman|person|people|men)|mayor|minister|officer|officers|witness|witnesses|resident|residents|source|sources|person|people|man|woman|neighbour|neighbours|neighbor|neighbors|engineer|engineers|doctor|doctors|director|directors|chief|chair|chairman|chairwoman|head|captain|commander|colonel|general|president|governor|secretary|treasurer|analyst|analysts|expert|experts|observer|observers|critic|critics|diplomat|diplomats|lawyer|lawyers|prosecutor|judge|professor|researcher|researchers|scientist|scientists|employee|employees|worker|workers|driver|drivers|farmer|farmers|villager|villagers|survivor|survivors|relative|relatives|activist|activists|manager|managers|leader|leaders|member|members|councillor|councillors|deputy|adviser|aide|aides|insider|insiders|eyewitness|eyewitnesses|passenger|passengers|pilot|sailor|fisherman|fishermen|student|students|teacher|teachers|nurse|nurses|pensioner|guard|guards|inspector|inspectors|investigator|investigators|colleague|colleagues|master|owner|owners|informant|informants|whistleblower|reporter|reporters|correspondent|journalist|journalists|boss|commissioner|ombudsman|coroner|sheriff|sergeant|lieutenant|major|admiral|bishop|priest|locals|citizens|nobody|someone|one|some|others|many|both|geologist|geologists|hydrologist|seismologist|economist|historian|foreman|clerk|staff|rescuer|rescuers|firefighter|firefighters|divers|diver|crew)$/iu

const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Captain|Capt|Commander|Colonel|Col|General|Gen|Major|Sergeant|Sgt|Lieutenant|Lt|Admiral|Inspector|Judge|Mayor|Minister|President|Governor|Senator|Father|Sister|Rev|Reverend|Bishop|Councillor|Superintendent|Constable)\.?$/u

const INSTITUTION =
  /^(?:police|ministry|office|service|authority|agency|brigade|hospital|company|union|council|city|county|court|navy|army|coastguard|government|state|port|bank|board|commission|committee|department|institute|university|school|museum|operator|firm|group|party|parliament|senate|embassy|club|association|federation|society|church|district|municipality|directorate|bureau|inspectorate|observatory|centre|center|clinic|team|force|forces|military|station|fund|foundation|chamber|prosecutors?|prosecution|authorities|defence|works|railway|railways|airline|airport|utility|plant|mine|factory|lab|laboratory|organi[sz]ation|charity|corps|watchdog|regulator|auditors?|town|village|region|province|household|dockyard|shipyard|yard|line|lines|co|plc|ltd|inc|gmbh|ag|corp|llc|sa|bv|oy|ab|as)$/iu

/** Words that end the names of firms, which else may look like a person's. */
const TRADE =
  /^(?:oil|gas|energy|power|mining|mines|steel|motors|foods|chemicals|pharma|logistics|shipping|freight|systems|industries|holdings?|partners|insurance|telecom|airways|rail|media|foundry|dairy|textiles|timber|electric|water|waterworks|ferries|lines|trust|brothers|sons)$/iu

/** Nouns for those who speak for what stands before or behind them. */
const VOICE = /\b(?:spokes(?:man|woman|person)|press officer|press secretary)\b/iu

const LEADS =
  /\b(?:chief|head|director|directors|secretary|chair|chairman|chairwoman|president|commissioner|commander|boss|leader|manager|treasurer|captain|superintendent|chief executive|managing director|deputy chief|press officer|spokes(?:man|woman|person)|inspector|officer|official|master|mayor)\b/iu

const PARTICLE = /^(?:van|von|de|da|di|der|den|del|la|le|bin|al|el|ter|af|av|zu)$/u

/** Who or what gives an account, as far as the words for it tell. */
export interface GiverIdentity {
  kind: GiverKind
  /** False for those whom nothing identifies: `a security official`, `witnesses`. */
  isNamed: boolean
  /** A person's family name, small letters. */
  surname: string | null
  /** A person's other names, small letters. */
  given: readonly string[]
  /** The institution that gives it, or for which the person speaks: the stems of its words, the head first. Empty where none is named. */
  body: readonly string[]
  /** What a person is (`second engineer`, `captain`): stems, the head first; null where that may be anybody. */
  role?: readonly string[] | null
  /** For a document: its noun, and the stems of the words that tell it from others. */
  document: DocumentIdentity | null
}

const NONE = { surname: null, given: [], body: [], document: null } as const

/** Tells who or what a noun phrase names. `isOutlet` knows the outlets and agencies of the case. */
export function identityOf(phrase: string, isOutlet: (name: string) => GiverKind | null): GiverIdentity {
  const whole = phrase
    .trim()
    .replace(/^(?:both|also|even|only)\s+/iu, '')
    // `An Islands Authority notice` is the authority's word.
    .replace(/(?<=\p{L}{3,})\s+(?:notice|statement|announcement|press release|communiqué)$/u, '')
  const known = isOutlet(bare(whole))
  if (known !== null) return { ...NONE, kind: known, isNamed: true }
  // What follows a comma tells more of the same: `Mats Orveld, who heads the service`.
  const [first = '', ...more] = whole.split(/\s*,\s+/u)
  const apposed = more.join(', ')
  const before = headOf(first)
  const kind = headKind(before)
  // Who wrote or has it is no giver: `a study led by Ruth Anders`.
  if (kind === 'document' && before !== first) return { ...NONE, kind: 'document', ...readDocument(whole, before) }
  const person = personIn(first) ?? (headKind(before) === 'person' && apposed !== '' ? personIn(apposed) : null)
  const voice = VOICE.exec(whole)
  if (voice) {
    const body = bodyBehind(whole.slice(voice.index + voice[0].length)) ?? bodyBefore(whole.slice(0, voice.index))
    if (body) return { ...NONE, kind: 'institution', isNamed: true, ...(person ?? {}), body }
  }
  if (person) {
    const body =
      bodyBehind(first.slice(first.indexOf(person.name) + person.name.length)) ??
      bodyOfRole(first, person.name) ??
      bodyApposed(apposed)
    return {
      ...NONE,
      kind: 'person',
      isNamed: true,
      surname: person.surname,
      given: person.given,
      body: body ?? [],
      role: roleIn(whole.replace(person.name, ' , '))
    }
  }
  // `the mine's owner, Kolm Mining plc`
  if (kind === 'person' && apposed !== '' && namesIn(apposed).length > 0 && !/^(?:who|the|a|an|its)\b/iu.test(apposed))
    return { ...NONE, kind: 'institution', isNamed: true, body: bodyOf(apposed) }
  if (kind === 'document') return { ...NONE, kind: 'document', ...readDocument(whole, before) }
  if (kind === 'outlet') return { ...NONE, kind, isNamed: namesIn(whole).some((word) => !OUTLET.test(word)) }
  if (AGENCY.test(whole) && namesIn(whole).length > 0) return { ...NONE, kind: 'agency', isNamed: true }
  if (kind === 'person') {
    // `the mayor of Kell` is one; `an official`, `two officers of the police` may be anybody.
    const isOne = /^(?:the|its|his|her|their)\b/iu.test(whole) && !/s$/u.test(wordsIn(before).at(-1) ?? '')
    const body = bodyBehind(first.slice(before.length)) ?? bodyOfRole(`${before} X`, 'X')
    const role = stemOf(wordsIn(before).at(-1) ?? '')
    const isVague = /^(?:offici|person|man|woman|resident|wit|sourc|work|employ|driv|guard|off)$/u.test(role)
    return {
      ...NONE,
      kind,
      isNamed: isOne && !isVague,
      document: null,
      body: isOne && !isVague ? [...(body ?? []), `role ${role}`] : [],
      role: isOne && !isVague ? roleIn(first) : null
    }
  }
  const isIndefinite = /^(?:an?|some|several|many|two|three|four|five|other|another)\b/iu.test(whole)
  const body = bodyOf(whole)
  // `women who had lived there` may be anybody; `prosecutors` are an office.
  const isCrowd = /^(?:women|men|people|children|(?!(?:the|its|his|her|their)\s)\p{Ll}[\p{Ll}-]*s)(?=\s|$)/u.test(whole)
  const isOffice = body.some((stem) => INSTITUTION_STEMS.has(stem) || COLLEGE.has(stem))
  return {
    ...NONE,
    kind: 'institution',
    isNamed: body.length > 0 && ((!isIndefinite && (!isCrowd || isOffice)) || namesIn(whole).length > 0),
    body
  }
}

/** Roles that one has at a time: `the captain` is whoever was named as captain. */
const ROLE =
  /(?<![\p{L}-])(?<marks>(?:(?!(?:the|a|an|its|his|her|their|of|for)\s)[\p{Ll}-]+(?:[’']s)?\s+){0,2}?)(?<head>captain|skipper|master|mayor|chief|head|director|chair(?:man|woman)?|president|secretary|treasurer|minister|governor|commander|engineer|owner|coroner|judge|prosecutor|superintendent|manager|principal|headteacher|bishop|sheriff|pilot|foreman|editor|curator|mate|steward|rector|warden|commissioner|ombudsman|architect|auditor)(?![\p{L}-])/iu

function roleIn(phrase: string): string[] | null {
  const found = ROLE.exec(phrase)
  if (!found) return null
  const { head, marks } = found.groups!
  const more = wordsIn(marks!).map(stemOf)
  // There are many engineers and owners, but one second engineer.
  if (
    more.length === 0 &&
    /^(?:engineer|owner|manager|pilot|auditor|judge|prosecutor|architect)$/iu.test(head!) &&
    !/^(?:the|its|his|her|their)\s/iu.test(phrase.trim())
  )
    return null
  return [stemOf(head!), ...more]
}

/** One role's words hold the other's: `the engineer` and `her second engineer`, but not `her first engineer`. */
function sameRole(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  return small[0] === large[0] && small.every((stem) => large.includes(stem))
}

/** A phrase up to what tells more of its noun: `the former manager of the tower` is `the former manager`. */
function headOf(phrase: string): string {
  return (
    phrase.split(
      /\s+(?:of|for|by|from|in|at|on|between|who|which|that|with|to|about|led|filed|seen|obtained|written|published|dated|signed|compiled|leaked|commissioned|conducted|issued)\s+/u
    )[0] ?? phrase
  ).trim()
}

/** The kind that a phrase's last noun tells. */
function headKind(phrase: string): GiverKind | null {
  const words = wordsIn(phrase)
  const head = words.at(-1) ?? ''
  if (INSTITUTION.test(head)) return 'institution'
  if (PERSON.test(head)) return 'person'
  if (DOCUMENT.test(head) && /^\p{Ll}/u.test(head)) return 'document'
  if (OUTLET.test(head)) return 'outlet'
  if (DOCUMENT.test(head)) return 'document'
  return null
}

/** Nouns before the name of a body, and before nobody's. */
const BODIES_BEFORE_NAMES =
  /^(?:group|company|firm|charity|organi[sz]ation|union|association|foundation|institute|network|coalition|alliance|agency|operator|manufacturer|retailer|shipyard|consultancy|insurer|lender|start-?up|ngo|non-profit|think-tank|tank|watchdog|movement)$/iu

/** A person's name in a phrase: two or more names in a row that begin no institution, or one behind a title. */
function personIn(phrase: string): { name: string; surname: string; given: string[] } | null {
  const words = phrase.split(/\s+/u).filter((word) => word !== '')
  let at = 0
  while (at < words.length) {
    let end = at
    const isStart = NAME.test(clean(words[at]!)) && !NOT_A_NAME.test(words[at]!)
    if (!isStart) {
      at++
      continue
    }
    while (
      end < words.length &&
      (NAME.test(clean(words[end]!)) ||
        (PARTICLE.test(words[end]!) && NAME.test(clean(words[end + 1] ?? ''))) ||
        /^\p{Lu}\.$/u.test(words[end]!))
    ) {
      end++
      if (/,$/u.test(words[end - 1]!)) break
    }
    const run = words.slice(at, end).map(clean)
    const named = run.filter((word) => !TITLE.test(word))
    const titled = named.length < run.length
    const isBody =
      (run.length > 1 && TRADE.test(run.at(-1)!)) ||
      run.some((word) => INSTITUTION.test(word) || OUTLET.test(word) || DOCUMENT.test(word)) ||
      // `the aid group Open Road`, but not `the coastguard Pell Ostrand`.
      (!titled && at > 0 && BODIES_BEFORE_NAMES.test(words[at - 1]!)) ||
      words[end] === '&' ||
      LEGAL_FORM.test(words[end] ?? '')
    const isPlace = at > 0 && /^(?:of|in|at|from|near)$/u.test(words[at - 1]!)
    if (
      !isBody &&
      !isPlace &&
      named.length > 0 &&
      (named.length > 1 || titled || (at > 0 && PERSON.test(words[at - 1]!)))
    ) {
      const parts = named.length > 1 && PERSON.test(named[0]!) ? named.slice(1) : named
      return {
        name: words.slice(at, end).join(' '),
        surname: parts.at(-1)!.toLowerCase(),
        given: parts.slice(0, -1).map((part) => part.toLowerCase())
      }
    }
    at = Math.max(end, at + 1)
  }
  return null
}

/** The institution named behind `of`, `for`, `at`, `from` or `with`. */
function bodyBehind(rest: string): string[] | null {
  const found = /^[\s,]*(?:[\p{L}-]+\s+){0,3}?(?:of|for|at|from|with)\s+(.+)$/u.exec(rest)
  if (!found) return null
  const body = bodyOf(found[1]!.split(/\s+(?:who|which|that|said|told)\b/u)[0]!)
  return body.length === 0 ? null : body
}

/** The institution that stands before a word such as `spokesman`. */
function bodyBefore(words: string): string[] | null {
  const body = bodyOf(words)
  return body.length === 0 ? null : body
}

/** The institution in a role before a name: `union secretary Bo Wenning`, `police chief Ada Holm`. */
function bodyOfRole(phrase: string, name: string): string[] | null {
  const role = phrase.slice(0, Math.max(0, phrase.indexOf(name)))
  const leads = LEADS.exec(role)
  if (!leads) return null
  const words = role.slice(0, leads.index).trim().split(/\s+/u)
  // `coastguard duty officer`: the institution is what stands before its duties.
  const last = words.findLastIndex((word) => INSTITUTION_STEMS.has(stemOf(word)))
  return last < 0 ? null : bodyOf(words.slice(0, last + 1).join(' '))
}

/** The institution in what is said of a person: `who heads the service`, `head of the health office`. */
function bodyApposed(words: string): string[] | null {
  const found =
    /(?:\bheads|\bleads|\bruns|\bchairs|\bspeaks for|\bdirects|\bmanages|\b(?:head|chief|director|chair|president|secretary|spokes\w+|leader|member|manager|officer|engineer|mayor|captain|commander) (?:of|for|at))\s+(.+)$/iu.exec(
      words
    )
  if (!found) return null
  const body = bodyOf(found[1]!)
  return body.length === 0 ? null : body
}

/** Whether two givers are one, as far as their words tell. */
export function isSameGiver(a: GiverIdentity, b: GiverIdentity): boolean {
  // Two internal reports that say the same are one, though neither paper says more of it.
  if (a.document?.isInternal && b.document?.isInternal) return sameDocument(a.document, b.document)
  if (a.document && b.document && isOneOfAKind(a.document)) return sameDocument(a.document, b.document)
  if (!a.isNamed || !b.isNamed) return false
  // Who speaks for an institution is the institution, whoever it is.
  if (a.kind === 'institution' && b.kind === 'institution' && sameBody(a.body, b.body)) return true
  if (a.surname !== null && b.surname !== null)
    return (
      a.surname === b.surname && (a.given.length === 0 || b.given.length === 0 || a.given[0]![0] === b.given[0]![0])
    )
  for (const [named, other] of [
    [a, b],
    [b, a]
  ] as const) {
    if (named.surname === null || other.surname !== null) continue
    // A family name alone.
    if (other.body.length === 1 && other.body[0] === stemOf(named.surname)) return true
    if (named.role && other.role && sameRole(named.role, other.role)) return true
  }
  if (a.document && b.document) return sameDocument(a.document, b.document)
  if (a.document || b.document) return false
  if (a.kind === 'outlet' || a.kind === 'agency' || b.kind === 'outlet' || b.kind === 'agency') return false
  return sameBody(a.body, b.body)
}

/** Whether a document is what an institution published: `a survey by the institute Demos`. */
export function isPublishedBy({ document }: GiverIdentity, { body }: GiverIdentity): boolean {
  return document !== null && isPublishedAs(document, body)
}
