import { create } from 'zustand'
import type { Failure } from '../../shared/api/errors.ts'
import type { CaseReport } from '../../shared/brief/check.ts'
import { request } from '../state/bridge.ts'
import { flushBrief } from '../state/brief.ts'
import { revealPane, useLayout } from '../state/layout.ts'
import { announce } from '../state/toasts.ts'
import { count } from '../ui/format.ts'

interface VerifyState {
  running: boolean
  report: CaseReport | null
  failure: Failure | null
}

export const useVerify = create<VerifyState>(() => ({ running: false, report: null, failure: null }))

/** The quotes of a report that aren't verbatim, the worst first. */
export function troubled(report: CaseReport): CaseReport['quotes'] {
  const rank = { missing: 0, altered: 1, normalised: 2, verbatim: 3 }
  return report.quotes.filter((quote) => quote.state !== 'verbatim').sort((a, b) => rank[a.state] - rank[b.state])
}

/** Verifies every quote and every original of the case and shows what was found in the library's place. */
export async function verifyCase(): Promise<void> {
  revealPane('library')
  useLayout.setState({ verifying: true })
  if (useVerify.getState().running) return
  useVerify.setState({ running: true, report: null, failure: null })
  await flushBrief()
  const result = await request('case.verify', {})
  if (result.ok) {
    useVerify.setState({ running: false, report: result.value })
    const bad = troubled(result.value).length
    announce(bad === 0 ? 'Verified: all quotes are verbatim.' : `Verified: ${count(bad, 'quote')} not verbatim.`)
  } else useVerify.setState({ running: false, failure: result.error })
}
