import type { CaseView } from '../../shared/api/contract.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { ask } from './bridge.ts'
import { closeBrief, openBrief } from './brief.ts'
import { NO_CASE, receiveQuotes, useCase } from './case.ts'
import { useLayout } from './layout.ts'
import { closeReader, openSource } from './reader.ts'
import { announce } from './toasts.ts'
import { forgetUndo } from './undo.ts'

function adopt(view: CaseView): void {
  forgetUndo()
  closeReader()
  useLayout.setState({ tab: 'sources', verifying: false, narrow: 'reader' })
  useCase.setState({
    phase: 'open',
    path: view.path,
    record: view.case,
    sources: view.sources,
    quotes: new Map(),
    briefs: view.briefs,
    readOnly: view.readOnly,
    holder: view.holder,
    sealed: view.sealed,
    following: view.following,
    notices: view.notices
  })
  document.title = `${view.case.title} — Dossier`
  const first = view.briefs[0]
  if (first) void openBrief(first.id)
  const newest = view.sources.reduce<SourceRow | null>((a, b) => (a && a.importedAt >= b.importedAt ? a : b), null)
  if (newest) void openSource(newest.id)
  announce(`Case ${view.case.title} is open.`)
  void loadQuotes(view.path, view.quotes)
}

/** Quotes fetched at a time: a list of thousands must not hold up the window. */
const PAGE = 2_000

async function loadQuotes(path: string, count: number): Promise<void> {
  for (let offset = 0; offset < count; offset += PAGE) {
    const page = await ask('quote.list', { offset, limit: PAGE })
    if (page === null || useCase.getState().path !== path) return
    receiveQuotes(page)
  }
}

async function entering(make: () => Promise<CaseView | null>): Promise<boolean> {
  const before = useCase.getState().phase
  if (before === 'open' && !(await closeBrief())) return false
  useCase.setState({ phase: 'opening' })
  const view = await make()
  if (view) {
    adopt(view)
    return true
  }
  // A case that was open stays open in main when another one fails to open.
  const current = before === 'open' ? await ask('case.current', {}) : null
  if (current) adopt(current)
  else {
    useCase.setState({ phase: 'none' })
    await loadRecent()
  }
  return false
}

/** Finds out whether main has a case open already (after a reload) and which cases were open lately. */
export async function startCase(): Promise<void> {
  const current = await ask('case.current', {})
  if (current) adopt(current)
  else useCase.setState({ phase: 'none' })
  await loadRecent()
}

export async function loadRecent(): Promise<void> {
  const recent = await ask('app.recent', {})
  if (recent) useCase.setState({ recent })
}

export async function forgetRecent(path: string): Promise<void> {
  const recent = await ask('app.forget', { path })
  if (recent) useCase.setState({ recent })
}

export function createCase(path: string, title: string, tlp: Tlp): Promise<boolean> {
  return entering(() => ask('case.create', { path, title, tlp }))
}

export function openCase(path: string): Promise<boolean> {
  return entering(() => ask('case.open', { path }))
}

export function openSample(): Promise<boolean> {
  return entering(() => ask('case.sample', {}))
}

/** Asks for a case folder and opens it. */
export async function chooseCase(): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose: 'open-case' })
  if (chosen?.[0]) await openCase(chosen[0])
}

export async function closeCase(): Promise<void> {
  if (useCase.getState().phase !== 'open' || !(await closeBrief())) return
  if ((await ask('case.close', {})) === null) return
  closeReader()
  forgetUndo()
  document.title = 'Dossier'
  useCase.setState({ phase: 'none', ...NO_CASE })
  await loadRecent()
}

export async function updateCase(title: string, tlp: Tlp): Promise<boolean> {
  const record = await ask('case.update', { title, tlp })
  if (!record) return false
  useCase.setState({ record })
  document.title = `${record.title} — Dossier`
  return true
}
