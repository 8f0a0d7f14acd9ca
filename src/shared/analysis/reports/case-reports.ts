import { accountsOf, type SentenceAccount } from './accounts.ts'
import { findCopied, type Copied } from './copied.ts'
import { rarityOf, type Rarity } from './passage.ts'
import { creditsOf, idOf, isOwnOfAgency, pressOf, speaksForItself, type Credit, type Press } from './press.ts'
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
}

/** Puts the reports of a case together; `reports` are in the order of their numbers. */
export function caseReports(reports: readonly Report[]): CaseReports {
  const press = pressOf(reports)
  const rarity = rarityOf(reports)
  const copied = findCopied(reports)
  const accounts = new Map<Report, SentenceAccount[]>()
  const credits = new Map<Report, Credit[]>()
  const remember = <T>(known: Map<Report, T>, report: Report, make: () => T): T => {
    const before = known.get(report)
    if (before !== undefined) return before
    const made = make()
    known.set(report, made)
    return made
  }
  return {
    reports,
    byId: new Map(reports.map((report) => [report.id, report])),
    press,
    copied,
    rarity,
    accounts: (report) => remember(accounts, report, () => accountsOf(report, press)),
    credits: (report) => remember(credits, report, () => creditsOf(report)),
    publisherId: (report) =>
      report.publisher === null ? null : (press.find(report.publisher)?.id ?? idOf(report.publisher)),
    isAgency: (report) => isOwnOfAgency(report),
    isOwnVoice: (report) => report.publisher !== null && speaksForItself(report.publisher)
  }
}
