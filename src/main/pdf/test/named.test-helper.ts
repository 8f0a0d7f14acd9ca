import type { PdfReport } from '../../../shared/brief/check.ts'
import type { Tampered } from './tamper.test-helper.ts'

/** Whether a report fails the PDF and names what was tampered with. */
export function names(report: PdfReport | string, { page, words }: Tampered): boolean {
  // A file that is refused: the reason must say what is wrong.
  if (typeof report === 'string') return page === undefined && words !== undefined && report.includes(words)
  const pages = new Set(
    [...report.pages, ...report.statements, ...report.quotes.filter(({ reason }) => reason !== '')].map(
      (each) => each.page
    )
  )
  const said = [...report.problems, ...report.quotes.map(({ reason }) => reason)].join('\n')
  return !report.ok && (page === undefined || pages.has(page)) && (words === undefined || said.includes(words))
}
