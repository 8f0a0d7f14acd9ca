import { bare } from './noun-words.ts'
import { type GiverKind } from './giver-kind.ts'
import type { ReportInput } from './report.ts'

/** The outlets and agencies that a case knows: publishers of its sources, and agencies that these credit. */
export interface Press {
  /** The name under which an outlet or agency is known, if the words name one: `Gazette` for `Gazette of Orle`. */
  find(words: string): KnownPress | null
}

/** An outlet or agency. */
export interface KnownPress {
  /** Small letters, without article. */
  id: string
  name: string
  kind: 'outlet' | 'agency'
}

const OUTLET_WORD =
  /\b(?:herald|times|post|news|gazette|courier|daily|radio|evening|echo|mail|ledger|observer|review|sun|star|tribune|chronicle|journal|weekly|monthly|watch|tv|television|telegraph|guardian|standard|express|dispatch|mirror|globe|argus|bulletin|examiner|inquirer|broadcasting|magazine|voice|morning|today|online|press|monitor|messenger|newspaper|advertiser|zeitung|anzeiger|kurier|tagblatt|nachrichten|rundschau|dagblad)\b/iu
/** Names of publishers that speak for themselves: what they publish is their own account. */
const OWN_VOICE =
  /\b(?:police|ministry|office|authority|agency|brigade|hospital|company|union|council|city|county|court|navy|army|coastguard|government|state|port|bank|board|commission|committee|department|institute|university|school|museum|group|party|parliament|senate|embassy|club|association|federation|society|church|municipality|directorate|bureau|inspectorate|observatory|foundation|chamber|service|desk|plc|ltd|inc|gmbh|ag|airline|airport|railways?|works|waterworks|zoo|diocese|league|alliance|coalition|consortium|trust|laboratory|clinic|fund|campaign|initiative|prosecutors?|tribunal|secretariat|archives?|library|theatre|corps|guard|forces?|defence|regulator|watchdog|corporation|asa|llc|holdings?|motors|foods|chemicals|steel|shipping|logistics|industries|pharma|airways|ferries|insurance|telecom|mining)\b/iu
const NEWS_AGENCY = /\b(?:news|press|wire|information) (?:agency|service)\b|\bnewswire\b/iu
const DATELINE = /^[^.\n]{0,80}?\((?:by )?(?<name>\p{Lu}[\p{L}\p{M}&.',/ -]{1,60})\)\s*[-–—:]/u
const ENDING = /\((?:by |source: ?)?(?<names>\p{Lu}[\p{L}\p{M}&.'/, -]{1,60}?)\)\s*[.]?\s*$/u

/** A credit of an agency in a report, with the words that give it: a range of its text, or null when it stands in a line that import took. */
export interface Credit {
  agency: string
  start: number | null
  end: number | null
}

/** True for a publisher that gives its own account, such as a ministry or a company, and passes on no news. */
export function speaksForItself(publisher: string): boolean {
  return !NEWS_AGENCY.test(publisher) && OWN_VOICE.test(publisher) && !isPaper(publisher)
}

/** True for a name that says that it's a paper's, a station's or an agency's. */
export function isOutletsName(name: string): boolean {
  return NEWS_AGENCY.test(name) || isPaper(name)
}

function isPaper(name: string): boolean {
  const words = name.replace(/,.*$/u, '').trim()
  return (
    OUTLET_WORD.test(words) &&
    !/\b(?:press|news|media) (?:desk|office|department)\b/iu.test(name) &&
    !/\b(?:ministry|police|agency of|authority|council)\b/iu.test(words)
  )
}

const SEVERAL = /\s*[,/]\s*|\s+and\s+/u
const NOBODY: ReadonlySet<string> = new Set()

/** Where a report credits agencies: in its lead, at the end of a paragraph, in its metadata, in lines that import took out. `others` are the ids of publishers that are known to be agencies. */
export function creditsOf(report: ReportInput, others: ReadonlySet<string> = NOBODY): Credit[] {
  const credits: Credit[] = []
  const own = report.publisher === null ? '' : idOf(report.publisher)
  const add = (agency: string, start: number | null, end: number | null): void => {
    const name = agency.trim()
    if (name === '' || credits.some((credit) => idOf(credit.agency) === idOf(name))) return
    credits.push({ agency: name, start, end })
  }
  const bodies = report.blocks.filter(({ type }) => type !== 'heading')
  bodies.forEach((block, index) => {
    const text = report.text.slice(block.start, block.end)
    const lead = index < 2 ? DATELINE.exec(text)?.groups?.['name'] : undefined
    if (lead !== undefined) {
      const start = block.start + text.indexOf(`(${lead}`)
      for (const name of lead.split(SEVERAL)) add(name, start, start + lead.length + 2)
    }
    const named = /^(?:Source|Credit|Agency|Agencies|Copyright|©)\s*:?\s*(?<name>\p{Lu}[\p{L}\p{M}&.' -]{1,40})$/u.exec(
      text.trim()
    )?.groups?.['name']
    if (named !== undefined && index > 0) add(named, block.start, block.end)
    const alone = /^(?:[-–—]{1,2}|\()\s*(?<name>\p{Lu}[\p{L}\p{M}&.' ]{1,30})\)?$/u.exec(text.trim())?.groups?.['name']
    if (alone !== undefined && index === bodies.length - 1 && index > 0) add(alone, block.start, block.end)
    const ending = index === bodies.length - 1 ? ENDING.exec(text) : null
    if (ending && !/\breports?\b|\bmedia\b|\bpapers?\b/iu.test(lastSentence(text)))
      for (const name of ending.groups!['names']!.split(SEVERAL))
        if (isNameOfAgency(name) || others.has(idOf(name))) add(name, block.start + ending.index, block.end)
    const dashed =
      index === bodies.length - 1
        ? /[.!?”"]\s+[-–—]{1,2}\s*(?<names>\p{Lu}[\p{L}\p{M}&.'/ -]{1,40})$/u.exec(text.trim())?.groups?.['names']
        : undefined
    if (dashed !== undefined)
      for (const name of dashed.split(SEVERAL))
        if (isNameOfAgency(name) || others.has(idOf(name))) add(name, block.end - dashed.length, block.end)
    const compiled =
      /^(?:With|Additional|Includes?|Contains?)\b.{0,60}?\b(?:reporting|material|agencies|information|files?|copy)\b.{0,20}?\b(?:from|by|of)\s+(?<name>(?:the\s+)?\p{Lu}[\p{L}\p{M}&' -]{1,40})\.?$/u.exec(
        text.trim()
      )?.groups?.['name']
    if (compiled !== undefined) add(bare(compiled), block.start, block.end)
  })
  for (const agency of report.agencies) add(agency, null, null)
  for (const line of report.lines) {
    const source =
      /^\W*(?:source|credit|agency|via|from|courtesy of|by)\s*:?\s+(?<name>\p{Lu}[\p{L}\p{M}&.' -]{1,40})$/iu.exec(
        line.trim()
      )?.groups?.['name']
    const isBy = /^\W*by\b/iu.test(line.trim())
    if (source !== undefined && (!isBy || isNameOfAgency(source))) add(source.replace(/^(?:the\s+)/iu, ''), null, null)
    const beside =
      /\b(?:and|with|for|,|\||\/|[–—-])\s*(?:agencies|(?<name>\p{Lu}[\p{L}\p{M}&.' -]{1,40}))\s*\)?$/u.exec(line.trim())
        ?.groups?.['name']
    if (beside !== undefined && isBy && isSingleName(beside)) add(beside, null, null)
    const bracketed = /\((?<name>\p{Lu}[\p{L}\p{M}&.' -]{1,40})\)/u.exec(line)?.groups?.['name']
    if (bracketed !== undefined) add(bracketed, null, null)
  }
  return credits.filter(({ agency }) => own === '' || !isNameOf(idOf(agency), report.publisher!))
}

const ofAgencies = new WeakMap<ReportInput, boolean>()

/** Whether the report credits the agency that publishes it: it's the agency's own. Found once for a report. */
export function isOwnOfAgency(report: ReportInput): boolean {
  const before = ofAgencies.get(report)
  if (before !== undefined) return before
  const found = creditsItsAgency(report)
  ofAgencies.set(report, found)
  return found
}

function creditsItsAgency(report: ReportInput): boolean {
  if (report.publisher === null) return false
  if (NEWS_AGENCY.test(report.publisher)) return true
  return creditsOf({ ...report, publisher: null }).some(({ agency }) => isNameOf(idOf(agency), report.publisher!))
}

/** Whether an id is a name's, whole, without what it is, or by its initials: `delphin` of `Delphin Agency`, `bns`. */
function isNameOf(id: string, name: string): boolean {
  return id === idOf(name) || id === withoutKind(idOf(name)) || (id !== '' && id === initials(name))
}

/** An agency's name without what it is. */
function withoutKind(id: string): string {
  return id.replace(/\s+(?:news|press|wire|information)?\s*(?:agency|service|wire)$/u, '')
}

/** The ids of the publishers that are agencies: what is credited to them in brackets comes from them. */
export function agenciesAmong(reports: readonly ReportInput[]): ReadonlySet<string> {
  return new Set(reports.flatMap((report) => (isOwnOfAgency(report) ? [idOf(report.publisher!)] : [])))
}

function lastSentence(text: string): string {
  return text.slice(Math.max(0, text.slice(0, -2).lastIndexOf('. ')))
}

/** A name in brackets at the end that may be an agency's: one or two words, or one that says so; a paper's, too, as the credit of what it passed on. */
function isNameOfAgency(name: string): boolean {
  return NEWS_AGENCY.test(name) || isSingleName(name) || OUTLET_WORD.test(name)
}

function isSingleName(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}&.'-]*$/u.test(name.trim()) || NEWS_AGENCY.test(name) || OUTLET_WORD.test(name)
}

/** A name as it's compared: small letters, without article and marks. */
export function idOf(name: string): string {
  return bare(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const AN_AGENCY = /^an?\s+(?:news|press|wire)\s+agency$/iu

/** The press that the sources of a case are and credit. */
export function pressOf(reports: readonly ReportInput[]): Press {
  const known = new Map<string, KnownPress>()
  const add = (name: string, kind: KnownPress['kind']): void => {
    const id = idOf(name)
    const before = known.get(id)
    if (before?.kind === 'agency' || id === '') return
    known.set(id, { id, name: bare(name), kind })
  }
  for (const report of reports)
    if (report.publisher !== null && (isOwnOfAgency(report) || !speaksForItself(report.publisher)))
      add(report.publisher, isOwnOfAgency(report) ? 'agency' : 'outlet')
  const publishers = shortForms([...known.values()])
  for (const report of reports)
    for (const { agency } of creditsOf(report))
      if (!publishers.has(idOf(agency))) add(agency, isPaper(agency) && !NEWS_AGENCY.test(agency) ? 'outlet' : 'agency')
  const short = shortForms([...known.values()])
  const agencies = [...known.values()].filter(({ kind }) => kind === 'agency')
  const asked = new Map<string, KnownPress | null>()
  return {
    find(words) {
      const before = asked.get(words)
      if (before !== undefined) return before
      const id = idOf(words)
      // `A news agency` is the one that the case has.
      const only = AN_AGENCY.test(words) && agencies.length === 1 ? agencies[0]! : null
      const found = known.get(id) ?? short.get(id) ?? only ?? unknownOutlet(words, id)
      asked.set(words, found)
      return found
    }
  }
}

/** One word of a name that is in no other name: `Gazette` of `Gazette of Orle`; all that stands before a comma or `of`. */
function shortForms(all: readonly KnownPress[]): Map<string, KnownPress> {
  const found = new Map<string, KnownPress | null>()
  for (const press of all) {
    const words = press.id.split(' ')
    const parts = new Set([
      ...words.filter((word) => OUTLET_WORD.test(word) || words.length === 1),
      press.id.split(' of ')[0]!,
      ...(press.kind === 'agency' ? [withoutKind(press.id)] : []),
      initials(press.name)
    ])
    for (const part of parts) if (part !== '' && part !== press.id) found.set(part, found.has(part) ? null : press)
  }
  return new Map([...found].flatMap(([part, press]) => (press ? [[part, press] as const] : [])))
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word))
  return words.length >= 3 ? words.map((word) => word[0]!.toLowerCase()).join('') : ''
}

/** An outlet that no source of the case is, by the form of its name: `the Sollen Post`. */
function unknownOutlet(words: string, id: string): KnownPress | null {
  const name = bare(words)
  if (name.split(/\s+/u).length > 5 || !/^\p{Lu}/u.test(name)) return null
  // `Reporters of the Gazette` are the Gazette's.
  if (/^(?:reporters?|correspondents?|journalists?|editors?|photographers?)\s/iu.test(name)) return null
  if (NEWS_AGENCY.test(name)) return { id, name, kind: 'agency' }
  const parts = name.split(/\s+/u)
  const isPart = parts.every((word) => /^(?:\p{Lu}[\p{L}\p{M}'’-]*|of|the|and|&)$/u.test(word))
  if (!isPart || parts.length < 2 || !OUTLET_WORD.test(name) || speaksForItself(name)) return null
  return { id, name, kind: 'outlet' }
}

/** The kind of what the words name, if they name an outlet or agency. */
export function pressKind(press: Press): (words: string) => GiverKind | null {
  return (words) => press.find(words)?.kind ?? null
}
