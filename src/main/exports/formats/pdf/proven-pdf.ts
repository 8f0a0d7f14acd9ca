import { DossierError } from '../../../../shared/errors/errors.ts'
import type { BriefCheck, PdfReport } from '../../../../shared/brief/check.ts'
import { readBack } from '../../../pdf/reader/read-back.ts'
import { renderComposition } from '../../../pdf/render.ts'
import type { Make } from '../../format.ts'

/** The PDF with its proof, read back by the verifier before anybody gets it. */
export const make: Make = async ({ input, proven }, { onProgress }) => {
  const { bytes, pages, draft } = renderComposition(input, proven, onProgress)
  onProgress({ stage: 'read-back', fraction: 0 })
  assertReadsBack(input.check, await readBack(bytes, draft))
  return { bytes, pages }
}

/** What the PDF proves, read back from its bytes, must be what was found in the case. */
function assertReadsBack(check: BriefCheck, report: PdfReport): void {
  const expected = check.quotes.map(({ verification }) => verification.state)
  const found = report.quotes.map(({ state }) => state)
  const shown = report.pages.length === 0 && report.statements.length === 0
  if (!shown || expected.length !== found.length || expected.some((state, i) => state !== found[i])) {
    throw new DossierError(
      'internal',
      'The finished PDF did not read back as what was exported, so it was not written. Your brief is unchanged.'
    )
  }
}
