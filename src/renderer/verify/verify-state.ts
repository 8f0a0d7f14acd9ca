import { create } from 'zustand'
import type { Output } from '../../shared/api/contract.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { CaseReport } from '../../shared/brief/check.ts'
import { request } from '../state/window/bridge.ts'
import { flushBrief } from '../state/brief/brief.ts'
import { forgetWithCase } from '../state/window/forget.ts'
import { repairFromBackups } from '../state/session/repair.ts'
import { rememberVerified } from '../state/case/originals.ts'
import { reopenSource } from '../state/sources/reader.ts'
import { announce } from '../state/window/toasts.ts'
import { summary } from './case-report.ts'

type Repair = Output<'backup.repair'>

interface VerifyState {
  running: boolean
  report: CaseReport | null
  failure: Failure | null
  /** What was put back from the backups since. */
  repair: Repair | null
  repairing: boolean
}

const NOTHING = { running: false, report: null, failure: null, repair: null, repairing: false }

export const useVerify = create<VerifyState>(() => NOTHING)

forgetWithCase(() => useVerify.setState(NOTHING))

/** Verifies every quote and every original of the case. */
export async function verifyCase(): Promise<void> {
  if (useVerify.getState().running) return
  useVerify.setState({ ...NOTHING, running: true })
  await flushBrief()
  const result = await request('case.verify', {})
  if (result.ok) {
    useVerify.setState({ running: false, report: result.value })
    rememberVerified(result.value)
    announce(summary(result.value))
  } else if (result.error.code !== 'cancelled') useVerify.setState({ running: false, failure: result.error })
}

/** Puts back damaged and missing originals and texts from the backups, and verifies again. */
export async function putBack(): Promise<void> {
  useVerify.setState({ repairing: true })
  const repair = await repairFromBackups()
  if (repair === null) {
    useVerify.setState({ repairing: false })
    return
  }
  await verifyCase()
  reopenSource()
  useVerify.setState({ repair, repairing: false })
}
