import { create } from 'zustand'
import type { Output } from '../../../shared/api/contract.ts'
import { forgetWithCase } from '../window/forget.ts'
import { request } from '../window/bridge.ts'
import { useBrief } from './brief.ts'

type Origins = Output<'origins.get'>['statements']
type Findings = Output<'lint.get'>['findings']

interface AnalysisState {
  /** The brief of which the rest tells. */
  briefId: string | null
  /** By the statements' ids. */
  origins: ReadonlyMap<string, Origins[number]>
  findings: Findings
}

const NONE: AnalysisState = { briefId: null, origins: new Map(), findings: [] }

/** What the open brief rests on and what its statements get wrong, as it was saved last. */
export const useAnalysis = create<AnalysisState>(() => NONE)

forgetWithCase(() => useAnalysis.setState(NONE))

/** Takes over what was answered of a brief. */
export function takeOrigins(briefId: string, { statements }: Output<'origins.get'>): void {
  if (useBrief.getState().id !== briefId) return
  useAnalysis.setState({ briefId, origins: new Map(statements.map((each) => [each.statement, each])) })
}

export function takeFindings(briefId: string, { findings }: Output<'lint.get'>): void {
  if (useBrief.getState().id === briefId) useAnalysis.setState({ briefId, findings })
}

/** What is told beside each statement, by their ids. */
export function marksOf(
  { origins, findings }: Pick<AnalysisState, 'origins' | 'findings'>,
  comments: ReadonlyMap<string, number>
): Map<string, { reports: number; origins: number; findings: number; comments: number }> {
  const found = new Map<string, number>()
  // What nothing supports is told below the statement already.
  for (const { statement, code } of findings)
    if (code !== 'unsupported-statement') found.set(statement, (found.get(statement) ?? 0) + 1)
  return new Map(
    [...new Set([...origins.keys(), ...comments.keys()])].map((statement) => {
      const own = origins.get(statement)
      return [
        statement,
        {
          reports: own?.reports.length ?? 0,
          origins: own?.count ?? 0,
          findings: found.get(statement) ?? 0,
          comments: comments.get(statement) ?? 0
        }
      ]
    })
  )
}

let asking = false
let askAgain = false

async function analyse(): Promise<void> {
  const { id, phase } = useBrief.getState()
  if (id === null || phase !== 'shown') return useAnalysis.setState(NONE)
  if (asking) {
    askAgain = true
    return
  }
  asking = true
  askAgain = false
  // A failure is the check's to tell, which reads the same documents.
  const origins = await request('origins.get', { id })
  if (origins.ok) takeOrigins(id, origins.value)
  const findings = await request('lint.get', { id })
  if (findings.ok) takeFindings(id, findings.value)
  asking = false
  if (askAgain) void analyse()
}

/** Analyses the open brief whenever it was checked, until the returned function is called. */
export function followChecks(): () => void {
  return useBrief.subscribe((state, before) => {
    if (state.id !== before.id) useAnalysis.setState(NONE)
    if (state.check !== before.check && state.check) void analyse()
  })
}
