import { describe, expect, it } from 'vitest'
import type { PdfReport } from '../../shared/brief/check.ts'
import { verdictOf } from '../../shared/verifier/verdict.ts'
import { reportText } from './report-text.ts'

const quote = (state: PdfReport['quotes'][number]['state'], reason = '') => ({
  page: 2,
  exact: 'the quay is shut',
  state,
  checked: true,
  source: 'Harbour Post',
  reason
})
const GOOD: PdfReport = {
  ok: true,
  title: 'Old quay',
  proofVersion: 3,
  fingerprint: 'a'.repeat(64),
  quotes: [quote('verbatim')],
  statements: [],
  pages: [],
  problems: [],
  notes: [],
  signature: null,
  embedded: null,
  times: []
}
const BAD: PdfReport = {
  ...GOOD,
  ok: false,
  quotes: [quote('verbatim'), quote('altered', '“open” became “shut”.')],
  statements: [{ number: 1, page: null, text: 'It was open.', shown: 'It was shut.' }],
  pages: [{ page: 2, words: 'differ', message: 'Page 2 shows other words.' }],
  problems: ['The fingerprint differs.'],
  notes: ['No signature was asked for.']
}

describe('the report as text', () => {
  it('holds what the window shows', () => {
    expect(reportText(BAD, 'brief.pdf').split('\n')).toEqual([
      'brief.pdf: Old quay',
      verdictOf(BAD),
      'Not signed.',
      '',
      'Problems',
      'The fingerprint differs.',
      '',
      'Statements that differ',
      'On no page: It was open. | Shown instead: It was shut.',
      '',
      'Pages that differ',
      'Page 2 shows other words.',
      '',
      'Quotes',
      'Verbatim · page 2 · Harbour Post · “the quay is shut”',
      'Altered · page 2 · Harbour Post · “the quay is shut” · “open” became “shut”.',
      '',
      'What this check can’t show',
      'No signature was asked for.',
      ''
    ])
  })
})
