import { create } from 'zustand'
import { LINT_CODES } from '../../../shared/analysis/lint/codes.ts'
import type { Output } from '../../../shared/api/contract.ts'
import type { Statement } from '../../../shared/brief/brief.ts'
import { forgetWithCase } from '../window/forget.ts'
import { request } from '../window/bridge.ts'
import { useBrief } from './brief.ts'
import { statementAt } from './document.ts'
import { useEditor } from './editor.ts'

type Origins = Output<'origins.get'>['statements']
type Findings = Output<'lint.get'>['findings']

interface AnalysisState {
  /** The brief of which the rest tells. */
  briefId: string | null
  /** By the statements' ids. */
  origins: ReadonlyMap<string, Origins[number]>
  findings: Findings
  /** What was told of the origins last, by its name. */
  at: number | null
}

const NONE: AnalysisState = { briefId: null, origins: new Map(), findings: [], at: null }

/** What the open brief rests on and what its statements get wrong, as it was saved last. */
export const useAnalysis = create<AnalysisState>(() => NONE)

forgetWithCase(() => useAnalysis.setState(NONE))

/** Takes over what was answered of a brief. */
export function takeOrigins(briefId: string, { statements }: Output<'origins.get'>): void {
  if (useBrief.getState().id !== briefId) return
  // By no name: what changes from here on is told of all of them.
  useAnalysis.setState({ briefId, origins: new Map(statements.map((each) => [each.statement, each])), at: null })
}

/** Takes over what of a brief's origins changed. */
function takeChange(briefId: string, { at, isWhole, statements, gone }: Output<'origins.since'>): void {
  if (useBrief.getState().id !== briefId) return
  const origins = new Map(isWhole ? [] : useAnalysis.getState().origins)
  for (const id of gone) origins.delete(id)
  for (const each of statements) origins.set(each.statement, each)
  useAnalysis.setState({ briefId, origins, at })
}

export function takeFindings(briefId: string, { findings }: Output<'lint.get'>): void {
  if (useBrief.getState().id === briefId) useAnalysis.setState({ briefId, findings })
}

/** What is told beside a statement. */
interface Mark {
  reports: number
  origins: number
  findings: number
  words: { start: number; end: number; exact: string }[]
  comments: number
}

/** What is told beside each statement, by their ids. */
export function marksOf(
  { origins, findings }: Pick<AnalysisState, 'origins' | 'findings'>,
  comments: ReadonlyMap<string, number>
): Map<string, Mark> {
  const found = new Map<string, Findings>()
  // What nothing supports is told below the statement already.
  for (const finding of findings)
    if (finding.code !== 'unsupported-statement')
      found.set(finding.statement, [...(found.get(finding.statement) ?? []), finding])
  return new Map(
    [...new Set([...origins.keys(), ...comments.keys()])].map((statement) => {
      const own = origins.get(statement)
      const told = found.get(statement) ?? []
      return [
        statement,
        {
          reports: own?.reports.length ?? 0,
          origins: own?.count ?? 0,
          findings: told.length,
          words: told.flatMap(({ start, end, exact }) => (exact === own?.text ? [] : [{ start, end, exact }])),
          comments: comments.get(statement) ?? 0
        }
      ]
    })
  )
}

/** How long after a key a statement is looked at again, in milliseconds. */
const PAUSE = 350
let soon: ReturnType<typeof setTimeout> | null = null

/** Looks at the statement at the caret again once nobody types for a moment, before it is saved. Called for every key. */
export function recheckSoon(): void {
  if (soon !== null) clearTimeout(soon)
  soon = setTimeout(() => void recheckStatement(), PAUSE)
}

async function recheckStatement(): Promise<void> {
  soon = null
  const { editor } = useEditor.getState()
  const { briefId } = useAnalysis.getState()
  const node = editor && statementAt(editor.state)?.node
  if (!node || briefId === null || briefId !== useBrief.getState().id) return
  const statement = node.toJSON() as Statement
  // A failure is told by the check that follows once it is saved.
  const answer = await request('lint.statement', { briefId, statement })
  if (!answer.ok || useAnalysis.getState().briefId !== briefId) return
  const { id } = statement.attrs
  const own = new Set<string>(LINT_CODES)
  const { findings } = useAnalysis.getState()
  const others = findings.filter((finding) => finding.statement !== id || !own.has(finding.code))
  const before = findings.filter((finding) => finding.statement === id && own.has(finding.code))
  if (JSON.stringify(before) === JSON.stringify(answer.value.findings)) return
  useAnalysis.setState({ findings: [...others, ...answer.value.findings] })
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
  const { briefId, at } = useAnalysis.getState()
  const origins = await request('origins.since', { id, since: briefId === id ? at : null })
  if (origins.ok) takeChange(id, origins.value)
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
