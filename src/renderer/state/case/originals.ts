import { create } from 'zustand'
import type { BriefCheck, CaseReport, Stored } from '../../../shared/brief/check.ts'
import { request } from '../window/bridge.ts'
import { useCase } from './case.ts'
import { forgetWithCase } from '../window/forget.ts'

/** Whether each source is still what was imported, its original and its text, as far as it was looked at; by the source's id. */
export const useOriginals = create<{ of: ReadonlyMap<string, Stored> }>(() => ({ of: new Map() }))

const asked = new Set<string>()
/** One after the other: each hashes a file. */
let queue: Promise<unknown> = Promise.resolve()

forgetWithCase(() => {
  asked.clear()
  useOriginals.setState({ of: new Map() })
})

export function rememberOriginals(entries: Iterable<readonly [string, Stored]>): void {
  const before = useOriginals.getState().of
  const changed = [...entries].filter(([id, { original, text }]) => {
    const known = before.get(id)
    return known?.original !== original || known.text !== text
  })
  for (const [id] of changed) asked.add(id)
  if (changed.length > 0) useOriginals.setState({ of: new Map([...before, ...changed]) })
}

/** Learns them from a brief's check. */
export function rememberChecked({ quotes }: BriefCheck): void {
  rememberOriginals(quotes.flatMap(({ sourceId, stored }) => (sourceId === null ? [] : [[sourceId, stored] as const])))
}

/** Learns them from the verification of the case. */
export function rememberVerified({ sources }: CaseReport): void {
  const ids = new Map(useCase.getState().sources.map(({ key, id }) => [key, id]))
  rememberOriginals(
    sources.flatMap(({ key, original, text }) => {
      const id = ids.get(key)
      return id === undefined ? [] : [[id, { original, text }] as const]
    })
  )
}

/** Looks at a source once. A failure leaves its state unknown and isn't worth a message: opening the source tells of it. */
export function learnOriginal(id: string): void {
  if (asked.has(id)) return
  asked.add(id)
  queue = queue.then(async () => {
    const result = await request('source.stored', { id })
    if (result.ok) rememberOriginals([[id, result.value]])
    else asked.delete(id)
  })
}
