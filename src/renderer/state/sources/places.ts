import { MOST_READ_CASES, MOST_READ_SOURCES, type Preferences } from '../../../shared/api/contract.ts'

type Reading = Preferences['reading']

/** Reading places with another one, the newest last; the oldest go when there are more than are kept. */
export function withPlace(reading: Reading, caseId: string, sourceId: string, offset: number): Reading {
  const { [caseId]: ofCase, ...others } = reading
  const at = Object.entries(ofCase ?? {}).filter(([id]) => id !== sourceId)
  const sources = [...at, [sourceId, offset] as const].slice(-MOST_READ_SOURCES)
  const cases = [...Object.entries(others), [caseId, Object.fromEntries(sources)] as const]
  return Object.fromEntries(cases.slice(-MOST_READ_CASES))
}
