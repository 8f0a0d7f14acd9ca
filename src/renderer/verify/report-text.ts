import type { EmbeddedSignature, PdfReport, SignatureReport } from '../../shared/brief/check.ts'
import { stateName } from '../../shared/quote/quote.ts'
import { shownBy, verdictOf } from '../../shared/verifier/verdict.ts'

/** What became of a signature, in a few words before its sentence. */
export const SIGNATURE_WORDS: Record<SignatureReport['state'], string> = {
  valid: '✓ Signed.',
  wrong: '✗ The signature doesn’t fit.',
  'unknown-key': '? Signed with an unknown key.',
  unreadable: '✗ The signature can’t be read.'
}

/** The same of a signature within the PDF. */
export const EMBEDDED_WORDS: Record<EmbeddedSignature['state'], string> = {
  valid: '✓ Signed within the PDF.',
  wrong: '✗ The signature within the PDF doesn’t hold.',
  unchecked: '? Signed within the PDF, not checked.'
}

/** The report on a PDF as plain text, to be passed on. */
export function reportText(report: PdfReport, file: string): string {
  const { title, quotes, statements, pages, problems, notes, signature, embedded, times } = report
  const part = (head: string, lines: string[]): string[] => (lines.length === 0 ? [] : ['', head, ...lines])
  return [
    `${file}: ${title}`,
    verdictOf(report),
    ...(embedded ? [`${EMBEDDED_WORDS[embedded.state]} ${embedded.message}`] : []),
    ...(signature ? [`${SIGNATURE_WORDS[signature.state]} ${signature.message}`] : embedded ? [] : ['Not signed.']),
    ...times.map(({ message }) => message),
    ...part('What was shown', shownBy(report)),
    ...part('Problems', problems),
    ...part(
      'Statements that differ',
      statements.map(
        ({ page, text, shown }) =>
          `${page === null ? 'On no page' : `Page ${page}`}: ${text}${shown === null ? '' : ` | Shown instead: ${shown}`}`
      )
    ),
    ...part(
      'Pages that differ',
      pages.map(({ message }) => message)
    ),
    ...part(
      'Quotes',
      quotes.map(({ page, exact, state, recognised, source, reason }) =>
        [stateName(state, recognised), page !== null && `page ${page}`, source, `“${exact}”`, reason]
          .filter(Boolean)
          .join(' · ')
      )
    ),
    ...part('What this check can’t show', notes),
    ''
  ].join('\n')
}
