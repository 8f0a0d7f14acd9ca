import type { OpenedCase } from '../../shared/api/contract.ts'
import type { ErrorCode, Failure, Result } from '../../shared/errors/errors.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { fileName } from '../ui/format.ts'
import { ask, editsAnswered, request } from './bridge.ts'
import { closeBrief, flushBrief, forgetBrief } from './brief.ts'
import { receiveQuotes, useCase } from './case.ts'
import { showDialog, type Located, type Unlocking } from './dialogs.ts'
import { forgetCase } from './forget.ts'
import { findUnfinished } from './import.ts'
import { useLayout } from './layout.ts'
import { placeNow, showPlace, type Place } from './place.ts'
import { announce, showFailure } from './toasts.ts'

// Opening, closing, locking and changing all of a case: one after the other, whoever asks.
let last: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn
}

let changing = false

/** True while all of a case is being changed, as by encryption: the window isn't closed then. */
export function isChanging(): boolean {
  return changing
}

function adopt(view: OpenedCase, place: Place | null = null): void {
  forgetCase()
  useLayout.setState({ tab: place?.tab ?? 'sources', verifying: false, narrow: place?.narrow ?? 'reader' })
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
  const newest = view.sources.reduce<SourceRow | null>((a, b) => (a && a.importedAt >= b.importedAt ? a : b), null)
  void showPlace(place, { briefId: view.briefs[0]?.id ?? null, sourceId: newest?.id ?? null })
  announce(`Case ${view.case.title} is open.`)
  void loadQuotes()
  void findUnfinished()
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

async function putAway(): Promise<void> {
  forgetCase()
  useCase.setState({ phase: 'none' })
  await loadRecent()
}

/** Shows what main has open after a failure: another case that stayed open, the same one, or none. */
async function showCurrent(place: Place | null): Promise<void> {
  const current = await ask('case.current', {})
  if (current) adopt(current, place)
  else await putAway()
}

/** Saves what is open, asks main for a case and shows it. The failure, if it fails; `unsaved` when the open brief couldn't be saved. */
function entering(make: () => Promise<Result<OpenedCase>>): Promise<Failure | 'unsaved' | null> {
  return inTurn(async () => {
    const before = useCase.getState().phase
    const place = before === 'open' ? placeNow() : null
    await editsAnswered()
    if (before === 'open' && !(await closeBrief())) return 'unsaved'
    useCase.setState({ phase: 'opening' })
    const result = await make()
    if (result.ok) {
      adopt(result.value)
      return null
    }
    await showCurrent(place)
    return result.error
  })
}

/** Like `entering`; a failure is shown. */
async function entered(make: () => Promise<Result<OpenedCase>>): Promise<boolean> {
  const failure = await entering(make)
  if (failure !== null && failure !== 'unsaved' && failure.code !== 'cancelled') showFailure(failure)
  return failure === null
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
    const place = open ? placeNow() : null
    await editsAnswered()
    if (open && !(await flushBrief()))
      return { code: 'io', message: 'The brief could not be saved, so nothing was done. Its text is in this window.' }
    changing = keepWindow
    const result = await make()
    changing = false
    if (result.ok) {
      adopt(result.value, place)
      return null
    }
    const current = await ask('case.current', {})
    const { path, sealed, readOnly, phase } = useCase.getState()
    const same =
      phase === 'open' && current?.path === path && current.sealed === sealed && current.readOnly === readOnly
    if (current ? same && NOTHING_CHANGED.has(result.error.code) : !open) return result.error
    if (current) adopt(current, place)
    else await putAway()
    // The dialog that asked is gone with what it was about.
    showFailure(result.error)
    return result.error
  })
}

/** Finds out whether main has a case open already (after a reload) and which cases were open lately. */
export async function startCase(): Promise<void> {
  const current = await ask('case.current', {})
  if (current) adopt(current)
  else useCase.setState({ phase: 'none' })
  await loadRecent()
  const locked = current ? null : await ask('app.locked', {})
  if (!locked) return
  askToUnlock(locked, {
    title: 'The case is locked',
    intro: `“${fileName(locked.path)}” was closed when the screen was locked. What this window hadn’t saved by then is lost.`
  })
}

export async function loadRecent(): Promise<void> {
  const recent = await ask('app.recent', {})
  if (recent) useCase.setState({ recent })
}

export async function forgetRecent(place: Located['place']): Promise<void> {
  const recent = await ask('app.forget', { path: place })
  if (recent) useCase.setState({ recent })
}

export function createCase(place: Located['place'], title: string, tlp: Tlp): Promise<boolean> {
  return entered(() => request('case.create', { path: place, title, tlp }))
}

export function openSample(): Promise<boolean> {
  return entered(() => request('case.sample', {}))
}

/** Makes a case of a hand-over bundle and opens it. */
export function openBundle(bundle: Located['place'], place: Located['place']): Promise<boolean> {
  return entered(() => request('bundle.open', { bundle, path: place }))
}

/** Opens a case. One that is encrypted asks for its passphrase, one that is damaged offers its backups. */
export async function openCase({ place, path }: Located): Promise<void> {
  const failure = await entering(() => request('case.open', { path: place }))
  if (failure === null || failure === 'unsaved') return
  if (failure.code === 'locked') askToUnlock({ place, path })
  else if (failure.code === 'damaged') showDialog({ kind: 'damaged', folder: { place, path }, failure })
  else showFailure(failure)
}

/** Asks for the passphrase of an encrypted case and opens it. */
export function askToUnlock(folder: Located, words: Partial<Pick<Unlocking, 'title' | 'intro'>> = {}): void {
  showDialog({
    kind: 'unlock',
    asking: {
      title: 'Unlock the case',
      intro: 'This case is encrypted.',
      action: 'Open',
      folder,
      ...words,
      attempt: (passphrase) => changeCase(() => request('case.open', { path: folder.place, passphrase }))
    }
  })
}

/** Asks for a case folder and opens it. */
export async function chooseCase(): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose: 'open-case' })
  if (chosen) await openCase({ place: chosen.place, path: chosen.paths[0]! })
}

/** Opens the case again, now that nobody else writes it. One that is encrypted says that it can be opened so. */
export async function openForWriting(): Promise<void> {
  const { place, sealed, readOnly, phase } = useCase.getState()
  if (phase !== 'open' || !readOnly || place === null) return
  if (sealed) {
    useCase.setState({ holder: null, free: true })
    announce('Nobody else writes this case any more. It can be opened for writing.')
    return
  }
  const failure = await changeCase(() => request('case.open', { path: place }))
  if (failure) showFailure(failure)
  else if (!useCase.getState().readOnly) announce('Nobody else writes this case any more. You can change it now.')
}

export function closeCase(): Promise<void> {
  return inTurn(async () => {
    if (useCase.getState().phase !== 'open') return
    await editsAnswered()
    if (!(await closeBrief()) || (await ask('case.close', {})) === null) return
    await putAway()
  })
}

/**
 * Locks an encrypted case: saves, closes it, and leaves nothing of it in the window but the question for its passphrase. When the brief
 * can't be saved, it stays open and the user decides.
 */
export async function lockCase(): Promise<void> {
  // Fields outside the brief are saved when they lose the focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const saved = await inTurn(async () => {
    const { phase, sealed } = useCase.getState()
    if (phase !== 'open' || !sealed) return true
    await editsAnswered()
    if (!(await flushBrief())) return false
    await lockSaved()
    return true
  })
  if (saved) return
  showDialog({ kind: 'unsaved', act: 'Lock', proceed: () => void inTurn(lockSaved) })
}

async function lockSaved(): Promise<void> {
  const { path, place } = useCase.getState()
  forgetBrief()
  if ((await ask('case.close', {})) === null) return showCurrent(null)
  await putAway()
  if (place)
    askToUnlock({ place, path }, { title: 'The case is locked', intro: `“${fileName(path)}” was saved and closed.` })
}

export async function updateCase(title: string, tlp: Tlp): Promise<boolean> {
  const record = await ask('case.update', { title, tlp })
  if (!record) return false
  useCase.setState({ record })
  return true
}
