import type { KeptView, OpenedCase } from '../../../shared/api/contract.ts'
import type { ErrorCode, Failure, Result } from '../../../shared/errors/errors.ts'
import type { SourceRow } from '../../../shared/case/row.ts'
import { ask, editsAnswered } from '../window/bridge.ts'
import { closeBrief, flushBrief } from '../brief/brief.ts'
import { receiveQuotes, useCase } from '../case/case.ts'
import { forgetCase } from '../window/forget.ts'
import { findUnfinished } from '../import/import.ts'
import { useLayout } from '../window/layout.ts'
import { loadRecent } from './recent.ts'
import { announce, showFailure } from '../window/toasts.ts'
import { beginLibrary } from '../sources/library.ts'
import { currentView, keepView, lastView, restoreView } from './view-state.ts'

// Opening, closing, locking and changing all of a case: one after the other, whoever asks.
let last: Promise<unknown> = Promise.resolve()

/** Does something to the case as a whole after what is being done to it. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn
}

let changing = false

/** True while all of a case is being changed, as by encryption: the window isn't closed then. */
export function isChanging(): boolean {
  return changing
}

/** Shows a case, as it is looked at now or was when it was open last, where that is known. */
export function adopt(view: OpenedCase, seen: KeptView | null = null): void {
  forgetCase()
  useLayout.setState(({ hidden }) => ({
    tab: 'sources',
    panel: null,
    narrow: 'reader',
    hidden: { ...hidden, evidence: true },
    isRestored: false
  }))
  beginLibrary(view.sources.length)
  useCase.setState({
    phase: 'open',
    path: view.path,
    place: view.place,
    record: view.case,
    sources: view.sources,
    quotes: new Map(),
    briefs: view.briefs,
    readOnly: view.readOnly,
    holder: view.holder,
    others: view.others,
    sealed: view.sealed,
    following: view.following,
    conflictCopies: view.conflictCopies,
    notices: [...new Set(view.notices)]
  })
  // After the case is shown: rows that come meanwhile belong to it.
  if (seen) restore(view, seen)
  else void lastView().then((last) => useCase.getState().place === view.place && restore(view, last))
  announce(`Case ${view.case.title} is open.`)
  void loadQuotes()
  void findUnfinished()
}

function restore(view: OpenedCase, seen: KeptView | null): void {
  if (seen) {
    const { tab, narrow, evidence } = seen
    useLayout.setState(({ hidden }) => ({ tab, narrow, hidden: { ...hidden, evidence: !evidence } }))
    beginLibrary(view.sources.length, seen.sort, seen.list)
  }
  const newest = view.sources.reduce<SourceRow | null>((a, b) => (a && a.importedAt >= b.importedAt ? a : b), null)
  void restoreView(seen, { briefId: view.briefs[0]?.id ?? null, sourceId: newest?.id ?? null })
}

/** Quotes fetched at a time: a list of thousands must not hold up the window. */
const PAGE = 2_000

async function loadQuotes(): Promise<void> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await ask('quote.list', { offset, limit: PAGE })
    if (page === null) return
    if (page.length > 0) receiveQuotes(page)
    if (page.length < PAGE) return
  }
}

/** All documents were looked at: the quotes of those that the list didn't know yet are fetched. */
export function caseFollowed(conflictCopies: number): void {
  useCase.setState({ following: false, conflictCopies })
  void loadQuotes()
}

/** Shows that no case is open. */
export async function putAway(): Promise<void> {
  forgetCase()
  useCase.setState({ phase: 'none' })
  await loadRecent()
}

/** Shows what main has open after a failure: another case that stayed open, the same one, or none. */
export async function showCurrent(seen: KeptView | null): Promise<void> {
  const current = await ask('case.current', {})
  if (current) adopt(current, seen)
  else await putAway()
}

/** Saves what is open, asks main for a case and shows it. The failure, if it fails; `unsaved` when the open brief couldn't be saved. */
export function entering(make: () => Promise<Result<OpenedCase>>): Promise<Failure | 'unsaved' | null> {
  return inTurn(async () => {
    const before = useCase.getState().phase
    const seen = before === 'open' ? currentView() : null
    await keepView()
    await editsAnswered()
    if (before === 'open' && !(await closeBrief())) return 'unsaved'
    useCase.setState({ phase: 'opening' })
    const result = await make()
    if (result.ok) {
      adopt(result.value)
      return null
    }
    await showCurrent(seen)
    return result.error
  })
}

/** Failures that come before anything is changed. */
const NOTHING_CHANGED: ReadonlySet<ErrorCode> = new Set(['bad-request', 'case-held', 'locked', 'wrong-passphrase'])

/**
 * Changes the open case as a whole (encrypt, restore, merge, ...) while a dialog keeps the window: what is open is saved first and shown
 * again afterwards. With `keepWindow` the window can't be closed meanwhile. The failure, if it fails: then what main has is shown.
 */
export function changeCase(
  make: () => Promise<Result<OpenedCase>>,
  { keepWindow = false }: { keepWindow?: boolean } = {}
): Promise<Failure | null> {
  return inTurn(async () => {
    const open = useCase.getState().phase === 'open'
    const seen = open ? currentView() : null
    await editsAnswered()
    if (open && !(await flushBrief()))
      return { code: 'io', message: 'The brief could not be saved, so nothing was done. Its text is in this window.' }
    changing = keepWindow
    const result = await make()
    changing = false
    if (result.ok) {
      adopt(result.value, seen)
      return null
    }
    const current = await ask('case.current', {})
    const { path, sealed, readOnly, phase } = useCase.getState()
    const same =
      phase === 'open' && current?.path === path && current.sealed === sealed && current.readOnly === readOnly
    if (current ? same && NOTHING_CHANGED.has(result.error.code) : !open) return result.error
    if (current) adopt(current, seen)
    else await putAway()
    // The dialog that asked is gone with what it was about.
    showFailure(result.error)
    return result.error
  })
}
