import { readChronology, type DatedEvent } from '../../../shared/analysis/chronology/read-chronology.ts'
import { readFigures, type FigureDraft } from '../../../shared/analysis/figures/read-figures.ts'
import type { Report } from '../../../shared/analysis/reports/report.ts'
import type { CaseReports } from '../../../shared/analysis/reports/case-reports.ts'
import type { ReportsOfCase } from './case-reports.ts'

/** What was read of a source's text, with what is known of the source. */
export interface Reading {
  id: string
  key: string
  publisher: string | null
  published: string | null
  events: readonly DatedEvent[]
  figures: readonly FigureDraft[]
}

/** The dates and figures of the sources of an open case, each text read once. */
export class Readings {
  readonly #reports: ReportsOfCase
  readonly #known = new WeakMap<Report, Reading>()

  constructor(reports: ReportsOfCase) {
    this.#reports = reports
  }

  /** All of them as the case is now, in the order of the sources' numbers. @throws DossierError `io` */
  async get(): Promise<Reading[]> {
    return this.of(await this.#reports.get())
  }

  /** Those of reports that were put together before. */
  of({ reports }: CaseReports): Reading[] {
    return reports.map((report) => {
      const before = this.#known.get(report)
      if (before) return before
      const events = readChronology(report.text, report.blocks, report.language)
      const figures = readFigures(
        report,
        events.map(({ date }) => date)
      )
      const { id, key, publisher, published } = report
      const reading = { id, key, publisher, published, events, figures }
      this.#known.set(report, reading)
      return reading
    })
  }
}
