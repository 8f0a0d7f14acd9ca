import { create } from 'zustand'
import { forgetWithCase } from '../state/window/forget.ts'

interface FindState {
  shown: boolean
  /** The field for what takes the place of what is found shows, too. */
  replacing: boolean
  query: string
  replacement: string
  matchCase: boolean
  wholeWords: boolean
  /** How many places there are, which of them is selected (-1 for none), and how many stand in quotes. */
  found: number
  now: number
  verbatim: number
}

const NOTHING = { shown: false, replacing: false, query: '', replacement: '', found: 0, now: -1, verbatim: 0 }

/** What is looked for in the open brief. */
export const useFind = create<FindState>(() => ({ matchCase: false, wholeWords: false, ...NOTHING }))

forgetWithCase(() => useFind.setState(NOTHING))
