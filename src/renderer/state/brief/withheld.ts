import { decideNear, type NearForm, type Withheld, type WithholdReason } from '../../../shared/brief/withheld.ts'
import type { Failure } from '../../../shared/errors/errors.ts'
import { request } from '../window/bridge.ts'
import { flushBrief, useBrief } from './brief.ts'
import { showFailure } from '../window/toasts.ts'
import { offerUndo } from '../window/undo.ts'

/** Something to be withheld, before it has an id. Distributes over the kinds. */
export type NewWithheld = Withheld extends infer W ? (W extends Withheld ? Omit<W, 'id'> : never) : never

/** Replaces what redacted exports of the open brief leave out. What is shown is what is on the disk. */
async function save(withheld: Withheld[]): Promise<Failure | null> {
  const { id } = useBrief.getState()
  if (id === null) return null
  // A passage must be on the disk before it is withheld there.
  await flushBrief()
  const result = await request('brief.withhold', { briefId: id, withheld })
  if (!result.ok) return result.error
  if (useBrief.getState().id === id) useBrief.setState({ withheld })
  return null
}

const current = (): Withheld[] => useBrief.getState().withheld

/** Adds to what is withheld. Answers what went wrong. */
export function withhold(entry: NewWithheld): Promise<Failure | null> {
  return save([...current(), { ...entry, id: crypto.randomUUID() } as Withheld])
}

/** Withholds a form that is like withheld words too, or leaves it in redacted exports, and offers to take that back. */
export async function decideOn(near: NearForm, withholdToo: boolean): Promise<void> {
  const before = current()
  const briefId = useBrief.getState().id
  const failure = await save(decideNear(before, near, withholdToo))
  if (failure) return showFailure(failure)
  const told = withholdToo ? 'is withheld in redacted exports' : 'stays in redacted exports'
  offerUndo(`“${near.form}” ${told}.`, async () => {
    if (useBrief.getState().id !== briefId) return
    const again = await save(before)
    if (again) showFailure(again)
  })
}

/** Gives something withheld another reason. */
export async function changeReason(id: string, reason: WithholdReason): Promise<void> {
  const failure = await save(current().map((entry) => (entry.id === id ? { ...entry, reason } : entry)))
  if (failure) showFailure(failure)
}

/** Shows something in redacted exports again, and offers to take that back. */
export async function stopWithholding(id: string): Promise<void> {
  const at = current().findIndex((entry) => entry.id === id)
  const entry = current()[at]
  const briefId = useBrief.getState().id
  if (!entry) return
  const failure = await save(current().filter((each) => each.id !== id))
  if (failure) return showFailure(failure)
  offerUndo('It is shown in redacted exports again.', async () => {
    if (useBrief.getState().id !== briefId) return
    const again = await save([...current().slice(0, at), entry, ...current().slice(at)])
    if (again) showFailure(again)
  })
}

/** The entry that withholds a source as a whole. */
export function withheldSource(withheld: readonly Withheld[], sourceId: string): Withheld | undefined {
  return withheld.find((entry) => entry.kind === 'source' && entry.sourceId === sourceId)
}

/** The entry that withholds a block of the brief as a whole. */
export function withheldBlock(withheld: readonly Withheld[], blockId: string): Withheld | undefined {
  return withheld.find((entry) => entry.kind === 'passage' && entry.exact === null && entry.blockId === blockId)
}
