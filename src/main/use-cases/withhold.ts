import { DossierError } from '../../shared/errors/errors.ts'
import type { Withheld } from '../../shared/brief/withheld.ts'
import { fold } from '../../shared/redaction/fold.ts'
import type { OpenCase } from './open-case.ts'

/**
 * Replaces what redacted exports of a brief leave out. The log tells that it was changed, not what it holds: logs are handed
 * over with cases.
 * @throws DossierError `bad-request` when words hold nothing that could be found, `not-found`, or a storage failure
 */
export async function withhold(open: OpenCase, briefId: string, withheld: Withheld[]): Promise<void> {
  const { title } = open.brief(briefId)
  for (const entry of withheld) {
    const words = entry.kind === 'words' ? entry.terms : entry.kind === 'passage' && entry.exact ? [entry.exact] : []
    if (words.some((each) => fold(each).letters === '')) {
      throw new DossierError(
        'bad-request',
        'Words to be withheld need at least one letter, digit or sign. Nothing was changed.'
      )
    }
  }
  const detail = { entries: withheld.length }
  const note = { action: 'brief-withheld', subject: briefId, detail } as const
  await open.edits.as({ action: 'brief-withheld', subjects: [`“${title}”`] }, () =>
    open.edits.updateBrief(briefId, (brief) => ({ ...brief, withheld }), note)
  )
}
