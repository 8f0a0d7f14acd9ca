import { create } from 'zustand'
import type { Failure } from '../../../shared/errors/errors.ts'
import type { Brief, BriefDocument, BriefFields } from '../../../shared/brief/brief.ts'
import type { BriefCheck } from '../../../shared/brief/check.ts'
import type { Withheld } from '../../../shared/brief/withheld.ts'
import { ask, request } from '../window/bridge.ts'
import { useCase } from '../case/case.ts'
import { forgetWithCase } from '../window/forget.ts'
import { rememberChecked } from '../case/originals.ts'
import { rememberChecks } from '../case/locators.ts'
import { usePreferences } from '../window/preferences.ts'
import { SaveQueue, type SaveState } from './save-queue.ts'
import { announce, showFailure } from '../window/toasts.ts'
import { offerUndo } from '../window/undo.ts'

interface BriefState {
  phase: 'none' | 'loading' | 'shown' | 'failed'
  id: string | null
  fields: BriefFields | null
  /** The document as it was read. What is being written lives in the editor. */
  doc: BriefDocument | null
  /** What redacted exports leave out, as it is on the disk. */
  withheld: Withheld[]
  failure: Failure | null
  save: SaveState
  /** What the last check found; null until the first one. */
  check: BriefCheck | null
}

const NONE: BriefState = {
  phase: 'none',
  id: null,
  fields: null,
  doc: null,
  withheld: [],
  failure: null,
  save: { phase: 'saved', at: null },
  check: null
}

export const useBrief = create<BriefState>(() => NONE)

let queue: SaveQueue<{ id: string; fields: BriefFields; doc: BriefDocument }> | null = null
let readDocument: (() => BriefDocument) | null = null

/** The editor says from where the current document is to be read. */
export function setDocumentReader(read: (() => BriefDocument) | null): void {
  readDocument = read
}

/** The editor says that the document has changed. Called for every key, so it does next to nothing. */
export function documentChanged(): void {
  queue?.touch()
}

/** Changes title, author, date, handling or language. */
export function setFields(change: Partial<BriefFields>): void {
  const { fields, id } = useBrief.getState()
  if (!fields || id === null) return
  const changed = { ...fields, ...change }
  useBrief.setState({ fields: changed })
  useCase.setState((state) => ({
    briefs: state.briefs.map((row) => (row.id === id ? { ...row, ...changed } : row))
  }))
  queue?.touch()
}

/** Opens a brief, after the open one is saved. False when that or the reading failed. */
export async function openBrief(id: string): Promise<boolean> {
  if (useBrief.getState().id === id && useBrief.getState().phase === 'shown') return true
  if (!(await closeBrief())) return false
  useBrief.setState({ ...NONE, phase: 'loading', id })
  const result = await request('brief.get', { id })
  if (useBrief.getState().id !== id) return false
  if (!result.ok) {
    if (result.error.code === 'cancelled') return false
    useBrief.setState({ phase: 'failed', failure: result.error })
    return false
  }
  show(result.value)
  return true
}

function show(brief: Brief): void {
  const { id, doc, withheld, title, author, date, tlp, language } = brief
  const own = new SaveQueue({
    take: () => ({ id, fields: useBrief.getState().fields!, doc: readDocument?.() ?? doc }),
    send: (value) => request('brief.save', value),
    onState: (save) => {
      if (queue === own) reportSave(save)
    }
  })
  queue = own
  useBrief.setState({ ...NONE, phase: 'shown', id, doc, withheld, fields: { title, author, date, tlp, language } })
  recheck()
}

/** Shows the open brief as main made it anew: what was written is on the disk, or given up. */
export function takeBrief(brief: Brief): void {
  if (useBrief.getState().id !== brief.id) return
  queue?.dispose()
  readDocument = null
  const { id, title, author, date, tlp, language } = brief
  const row = { id, title, author, date, tlp, language }
  useCase.setState(({ briefs }) => ({ briefs: briefs.map((each) => (each.id === id ? row : each)) }))
  show(brief)
}

function reportSave(save: SaveState): void {
  const before = useBrief.getState().save
  // Both are shown as "Saving…", and each change of what is shown costs time while somebody writes.
  if (save.phase === 'saving' && before.phase === 'waiting') return
  useBrief.setState({ save })
  if (save.phase === 'saved') recheck()
  if (save.phase === 'failed' && before.phase !== 'failed') announce(`Not saved. ${save.failure.message}`)
}

/** Saves at once. False when that failed: the text stays in the editor and the status bar says so. */
export async function flushBrief(): Promise<boolean> {
  return queue ? queue.flush() : true
}

/** True when something is in the editor that isn't safely on disk. */
export function hasUnsaved(): boolean {
  return queue?.unsaved ?? false
}

/** Saves and puts away the open brief; false when it couldn't be saved, and then it stays open. */
export async function closeBrief(): Promise<boolean> {
  if (queue && !(await queue.flush())) {
    const { save } = useBrief.getState()
    if (save.phase === 'failed') showFailure(save.failure)
    return false
  }
  forgetBrief()
  return true
}

/** Puts away the open brief without saving it: the user has said so, or it was deleted. */
export function forgetBrief(): void {
  queue?.dispose()
  queue = null
  readDocument = null
  useBrief.setState(NONE)
}

forgetWithCase(forgetBrief)

let checking = false
let checkAgain = false

/** Verifies and checks the open brief as it is saved; one check at a time, the last request wins. */
export function recheck(): void {
  if (checking) {
    checkAgain = true
    return
  }
  void check()
}

async function check(): Promise<void> {
  const { id, phase } = useBrief.getState()
  if (id === null || phase !== 'shown') return
  checking = true
  checkAgain = false
  const result = await request('brief.check', { id })
  checking = false
  if (useBrief.getState().id === id) {
    if (result.ok) {
      rememberChecks(result.value.quotes)
      rememberChecked(result.value)
      useBrief.setState({ check: result.value })
    } else if (result.error.code !== 'cancelled') showFailure(result.error)
  }
  if (checkAgain) void check()
}

/** Makes a brief from a template and opens it. */
export async function createBrief(title: string, template: string): Promise<boolean> {
  if (!(await closeBrief())) return false
  const brief = await ask('brief.create', { title, author: usePreferences.getState().author, template })
  if (!brief) return false
  addBriefRow(brief)
  show(brief)
  announce(`Brief ${brief.title} is open.`)
  return true
}

/** Takes over a brief that main has made. */
export function addBriefRow({ id, title, author, date, tlp, language }: BriefFields & { id: string }): void {
  useCase.setState((state) => ({ briefs: [...state.briefs, { id, title, author, date, tlp, language }] }))
}

/** Deletes a brief, opens a neighbour and offers to take that back. */
export async function deleteBrief(id: string): Promise<void> {
  const name = useCase.getState().briefs.find((row) => row.id === id)?.title ?? ''
  if (useBrief.getState().id === id && !(await closeBrief())) return
  const rows = await ask('brief.delete', { id })
  if (!rows) {
    await openBrief(id)
    return
  }
  useCase.setState({ briefs: rows })
  if (rows[0] && useBrief.getState().id === null) await openBrief(rows[0].id)
  offerUndo(`Brief “${name}” was deleted.`, async () => {
    const restored = await ask('brief.restore', { id })
    if (!restored) return
    useCase.setState({ briefs: restored })
    await openBrief(id)
  })
}
