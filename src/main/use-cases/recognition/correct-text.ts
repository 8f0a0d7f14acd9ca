import { DossierError } from '../../../shared/errors/errors.ts'
import { afterChange } from '../../../shared/quote/reanchor.ts'
import { correctedText, type CorrectionProblem } from '../../../shared/source/correct-text.ts'
import type { SourceText } from '../../../shared/source/source.ts'
import { sha256 } from '../../base/hash.ts'
import type { OpenCase } from '../open-case.ts'

const PROBLEMS: Record<CorrectionProblem, string> = {
  range: 'A correction stays within one paragraph. Nothing was changed. Correct each paragraph for itself.',
  empty: 'Nothing would be left of the paragraph. Nothing was changed.',
  same: 'These are the words that stand there. Nothing was changed.'
}
/** Of the words before and after, in the log. */
const LONGEST_LOGGED = 200

/**
 * Puts other words in the place of a range of a recognised text: an edit that is logged with both, and can be undone. The original and the text as it was stay; quotes go along.
 * @throws DossierError `bad-request` for a text that wasn't recognised, that has changed meanwhile, or a range that can't be corrected so; or a storage failure
 */
export async function correctText(
  open: OpenCase,
  id: string,
  { start, end, words, textSha256 }: { start: number; end: number; words: string; textSha256: string }
): Promise<void> {
  const { source } = await open.source(id)
  const { recognition } = source.text
  if (!recognition) {
    throw new DossierError(
      'bad-request',
      `The text of ${source.key} stands in its original as text, so it isn’t corrected: a quote is what its source says.`
    )
  }
  const before = await open.store.text(id)
  if (before.sha256 !== textSha256)
    throw new DossierError(
      'bad-request',
      `The text of ${source.key} has changed meanwhile. Nothing was changed. Try again.`
    )
  const corrected = correctedText(before, { start, end, words })
  if (typeof corrected === 'string') throw new DossierError('bad-request', PROBLEMS[corrected])
  const { put, ...parts } = corrected
  const text: SourceText = { ...before, ...parts, sha256: sha256(parts.text) }
  const change = { start, end, length: put.length }
  await open.setText(source, text, {
    action: 'text-corrected',
    change: { recognition: { ...recognition, corrections: recognition.corrections + 1 } },
    quotes: (quotes) => afterChange(quotes, before.sha256, text, change),
    detail: {
      at: start,
      was: before.text.slice(start, end).slice(0, LONGEST_LOGGED),
      is: put.slice(0, LONGEST_LOGGED),
      sha256: text.sha256
    }
  })
}
