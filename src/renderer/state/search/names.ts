import { create } from 'zustand'
import type { NameTable } from '../../../shared/search/answer.ts'
import { request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { announce } from '../window/toasts.ts'

interface NamesState {
  /** The names as they were pasted, one a line. */
  text: string
  counting: boolean
  table: NameTable | null
  failure: string | null
}

const NOTHING: NamesState = { text: '', counting: false, table: null, failure: null }

/** A list of names that is looked for in all sources. */
export const useNames = create<NamesState>(() => NOTHING)

forgetWithCase(() => useNames.setState(NOTHING))

/** Names counted at once, at most, and the longest line that is one. */
export const MOST_NAMES = 1_000
const LONGEST_NAME = 1_000

/** The names of a text, each once. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((name) => name !== '')
}

/** Counts the names in all sources. */
export async function countNames(): Promise<void> {
  const names = namesIn(useNames.getState().text)
  if (names.length > MOST_NAMES || names.some((name) => name.length > LONGEST_NAME)) {
    useNames.setState({ failure: `These are more than ${MOST_NAMES} names, or a line is too long for a name.` })
    return
  }
  useNames.setState({ counting: true, failure: null })
  const result = await request('search.names', { names })
  if (result.ok) {
    useNames.setState({ counting: false, table: result.value })
    const found = result.value.names.filter(({ count }) => count > 0).length
    announce(`${found} of ${names.length} names were found.`)
  } else if (result.error.code !== 'cancelled') useNames.setState({ counting: false, failure: result.error.message })
}
