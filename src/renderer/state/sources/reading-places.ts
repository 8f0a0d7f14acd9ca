import type { Preferences } from '../../../shared/api/contract.ts'
import { useCase } from '../case/case.ts'
import { forgetWithCase } from '../window/forget.ts'
import { setPreferences, usePreferences } from '../window/preferences.ts'
import { withPlace } from './places.ts'

/** How long one reads on before the place is put down. */
const REST_MS = 1_000

/** Places of the open case, in memory: an encrypted case leaves none outside it. */
let places: Preferences['reading'] = {}
let timer: ReturnType<typeof setTimeout> | undefined

forgetWithCase(() => {
  clearTimeout(timer)
  timer = undefined
  places = {}
})

function kept(): Preferences['reading'][string] | undefined {
  const id = useCase.getState().record?.id
  return id === undefined ? undefined : (places[id] ?? usePreferences.getState().reading[id])
}

/** The offset of a source's text at which one was last; 0 for its beginning. */
export function readingPlace(sourceId: string): number {
  return kept()?.[sourceId] ?? 0
}

/** Remembers where one is in a source: on disk too, soon, but for an encrypted case. */
export function rememberPlace(sourceId: string, offset: number): void {
  const { record, sealed } = useCase.getState()
  if (!record || readingPlace(sourceId) === offset) return
  places = withPlace({ ...usePreferences.getState().reading, ...places }, record.id, sourceId, offset)
  clearTimeout(timer)
  if (!sealed) timer = setTimeout(keepPlaces, REST_MS)
}

/** Puts the places down at once, if there is one that isn't yet: the case or the window is about to go. */
export function keepPlaces(): void {
  if (timer === undefined) return
  clearTimeout(timer)
  timer = undefined
  setPreferences({ reading: places })
}
