import type { PdfReport, SignatureReport } from '../../shared/brief/check.ts'
import { STATE_NAMES } from '../../shared/quote/quote.ts'
import { count } from '../ui/format.ts'

/** What became of a signature, in a few words before its sentence. */
export const SIGNATURE_WORDS: Record<SignatureReport['state'], string> = {
  valid: '✓ Signed.',
  wrong: '✗ The signature doesn’t fit.',
  'unknown-key': '? Signed with an unknown key.',
  unreadable: '✗ The signature can’t be read.'
}

/** The verdict on a PDF, a sentence. */
export function verdict({ ok, quotes, statements, pages, problems, signature }: PdfReport): string {
  if (ok) {
    if (quotes.length === 0) return 'Verified. The PDF holds no quotes.'
    return `Verified: ${count(quotes.length, 'quote')} as the sources have ${quotes.length === 1 ? 'it' : 'them'}.`
  }
  const bad = quotes.filter((quote) => quote.state !== 'verbatim').length
  const parts = [
    bad > 0 && `${bad} of ${count(quotes.length, 'quote')} not verbatim`,
    statements.length > 0 && `${count(statements.length, 'statement')} changed`,
    pages.length > 0 && `${count(pages.length, 'page')} not as exported`,
    problems.length > 0 && count(problems.length, 'problem'),
    signature && ['wrong', 'unreadable'].includes(signature.state) && 'the signature doesn’t hold'
  ].filter(Boolean)
  return parts.length === 0 ? 'The proof doesn’t hold.' : `Not verified: ${parts.join(', ')}.`
}

/** The report on a PDF as plain text, to be passed on. */
export function reportText(report: PdfReport, file: string): string {
  const { title, quotes, statements, pages, problems, notes, signature } = report
  const part = (head: string, lines: string[]): string[] => (lines.length === 0 ? [] : ['', head, ...lines])
  return [
    `${file}: ${title}`,
    verdict(report),
    signature ? `${SIGNATURE_WORDS[signature.state]} ${signature.message}` : 'Not signed.',
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
      quotes.map(({ page, exact, state, source, reason }) =>
        [STATE_NAMES[state], page !== null && `page ${page}`, source, `“${exact}”`, reason].filter(Boolean).join(' · ')
      )
    ),
    ...part('What this check can’t show', notes),
    ''
  ].join('\n')
}
