import { create } from 'zustand'
import type { Input, Output } from '../../../shared/api/contract.ts'
import type { Failure } from '../../../shared/errors/errors.ts'
import { ask, request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { announce, showMessage } from '../window/toasts.ts'
import { flushBrief, useBrief } from './brief.ts'

type Hypotheses = Output<'hypotheses.get'>

interface HypothesesState {
  /** The brief of which the rest tells. */
  briefId: string | null
  answer: Hypotheses | null
  failure: Failure | null
}

const NONE: HypothesesState = { briefId: null, answer: null, failure: null }

/** The competing hypotheses of the open brief, once its table was opened. */
export const useHypotheses = create<HypothesesState>(() => NONE)

forgetWithCase(() => useHypotheses.setState(NONE))

/** Asks for the hypotheses of the open brief. */
export async function loadHypotheses(): Promise<void> {
  const { id } = useBrief.getState()
  if (id === null) return useHypotheses.setState(NONE)
  if (useHypotheses.getState().briefId !== id) useHypotheses.setState({ ...NONE, briefId: id })
  const result = await request('hypotheses.get', { id })
  if (useBrief.getState().id !== id) return
  useHypotheses.setState(result.ok ? { answer: result.value, failure: null } : { failure: result.error })
}

type Edit = 'add' | 'change' | 'remove' | 'addEvidence' | 'changeEvidence' | 'removeEvidence' | 'rate'

/** Changes the hypotheses of the open brief. False when that failed (and was shown). */
export async function editHypotheses<E extends Edit>(
  edit: E,
  input: Omit<Input<`hypotheses.${E}`>, 'briefId'>
): Promise<boolean> {
  const briefId = useBrief.getState().id
  if (briefId === null) return false
  const answer = await ask(`hypotheses.${edit}`, { ...input, briefId } as Input<`hypotheses.${E}`>)
  if (!answer) return false
  if (useBrief.getState().id === briefId)
    useHypotheses.setState({ briefId, answer: answer as Hypotheses, failure: null })
  return true
}

/** Takes something as evidence for the open brief's hypotheses. False when that failed (and was shown), or no brief is open. */
export async function takeAsEvidence(evidence: Omit<Input<'hypotheses.addEvidence'>, 'briefId'>): Promise<boolean> {
  if (useBrief.getState().id === null) {
    showMessage('Evidence belongs to a brief, and none is open.')
    return false
  }
  if (evidence.statements.length > 0 && !(await flushBrief())) return false
  if (!(await editHypotheses('addEvidence', evidence))) return false
  const row = useHypotheses.getState().answer?.evidence.at(-1)
  announce(`Taken as evidence ${row?.number ?? ''}.`)
  return true
}
