/** A piece of a line, or of white space between two. */
export interface Run {
  text: string
  left: number
  right: number
  base: number
  size: number
  /** Its script runs from right to left; `text` has its characters in the order in which they're read. */
  isRtl: boolean
  /** It's what the page says it stands for: brackets in it are as they're meant. */
  isActual?: boolean | undefined
}

/** Parts of the letters' height. */
export const WORD_GAP = 0.17
/** Chinese and Japanese are set wide to fill a line. */
const WIDE_GAP = 0.5
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？”’」』）》]$/u
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？“‘「『（《]/u

/** One run of at least one, in the order given, a space where a gap says so. */
export function joinRuns(runs: readonly Run[]): Run {
  let text = ''
  let previous: Run | null = null
  for (const run of runs) {
    const gap: number = previous ? Math.max(run.left - previous.right, previous.left - run.right) : 0
    const size = Math.max(previous?.size ?? 0, run.size)
    const isApart = previous !== null && gap > WORD_GAP * size
    const isWide = UNSPACED_END.test(text) && UNSPACED_START.test(run.text)
    if (isApart && !(isWide && gap < WIDE_GAP * size) && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' '
    text += run.text
    previous = run
  }
  return {
    ...runs[0]!,
    text,
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    size: Math.max(...runs.map(({ size }) => size))
  }
}
