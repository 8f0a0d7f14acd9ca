import { earlierOf } from '../copies/earlier.ts'
import { accountsOf, type SentenceAccount } from './accounts.ts'
import { findCopied, type Copied } from './copied.ts'
import { rarityOf, type Rarity } from './passage.ts'
import {
  agenciesAmong,
  creditsOf,
  idOf,
  isOwnOfAgency,
  pressOf,
  speaksForItself,
  type Credit,
  type Press
} from './press.ts'
import type { Report } from './report.ts'

/** The reports of a case, with what is known of them together. */
export interface CaseReports {
  reports: readonly Report[]
  byId: ReadonlyMap<string, Report>
  press: Press
  copied: Copied
  rarity: Rarity
  /** What each sentence of a report says of where it comes from. */
  accounts(report: Report): readonly SentenceAccount[]
  credits(report: Report): readonly Credit[]
  /** The name under which the report's publisher is compared; null when it has none. */
  publisherId(report: Report): string | null
  /** It's the agency's own. */
  isAgency(report: Report): boolean
  /** Its publisher gives its own account, as a ministry does. */
  isOwnVoice(report: Report): boolean
  /** By day, then by number. */
  order(a: Report, b: Report): number
  /** Whether a report that holds the same words may have had them before another; `named` are those that the other credits or cites. */
  isUpstream(other: Report, report: Report, named?: ReadonlySet<string>): boolean
  /** What is credited or cited comes first, then an agency's own and what an institution says of itself. */
  rank(report: Report, named?: ReadonlySet<string>): number
}

const NOBODY: ReadonlySet<string> = new Set()

/** Puts the reports of a case together; `reports` are in the order of their numbers. */
export function caseReports(reports: readonly Report[]): CaseReports {
  const press = pressOf(reports)
  const rarity = rarityOf(reports)
  const copied = findCopied(reports)
  const accounts = new Map<Report, SentenceAccount[]>()
  const publishers = new Map<Report, string | null>()
  const credits = new Map<Report, Credit[]>()
  const remember = <T>(known: Map<Report, T>, report: Report, make: () => T): T => {
    const before = known.get(report)
    if (before !== undefined) return before
    const made = make()
    known.set(report, made)
    return made
  }
  const publisherId = (report: Report): string | null =>
    remember(publishers, report, () =>
      report.publisher === null ? null : (press.find(report.publisher)?.id ?? idOf(report.publisher))
    )
  const isOwnVoice = (report: Report): boolean => report.publisher !== null && speaksForItself(report.publisher)
  const known = agenciesAmong(reports)
  const creditsBy = (report: Report): Credit[] => remember(credits, report, () => creditsOf(report, known))
  const accountsBy = (report: Report): SentenceAccount[] => remember(accounts, report, () => accountsOf(report, press))
  const cites = (report: Report, id: string): boolean =>
    accountsBy(report).some(({ outlets }) => outlets.some((outlet) => outlet.id === id))
  const numbers = new Map(reports.map((report, at) => [report, at]))
  const order = (a: Report, b: Report): number => {
    const earlier = earlierOf(a.published, b.published)
    if (earlier !== null) return earlier === 'a' ? -1 : 1
    return numbers.get(a)! - numbers.get(b)!
  }
  const rank = (report: Report, named = NOBODY): number => {
    const own = publisherId(report)
    if (own !== null && named.has(own)) return 0
    return isOwnOfAgency(report) || isOwnVoice(report) ? 1 : 2
  }
  return {
    reports,
    byId: new Map(reports.map((report) => [report.id, report])),
    press,
    copied,
    rarity,
    accounts: accountsBy,
    credits: creditsBy,
    publisherId,
    isAgency: isOwnOfAgency,
    isOwnVoice,
    order,
    rank,
    isUpstream(other, report, given) {
      const [own, theirs] = [publisherId(report), publisherId(other)]
      // Who says that the other has it has it from there.
      if (theirs !== null && given?.has(theirs)) return true
      if (own !== null && own !== theirs && cites(other, own)) return false
      if (isOwnOfAgency(report) && !isOwnOfAgency(other)) return false
      if (isOwnVoice(report) && !isOwnVoice(other)) return false
      const named = given ?? new Set(creditsBy(report).flatMap(({ agency }) => press.find(agency)?.id ?? []))
      const [a, b] = [rank(other, named), rank(report)]
      return a !== b ? a < b : order(other, report) < 0
    }
  }
}
