import type { TextBlock } from '../block.ts'
import { about, type Appendix } from './appendix.ts'
import { flat, withSources } from './places.ts'

/** The source summary statement: on what the brief rests, its strengths and gaps, and what it leans on most. */
export const sourceSummary: Appendix = {
  title: 'Source summary statement',
  body: (input, references) => {
    const paragraphs = input.analysis.sourcing.summary
      .split(/\n+/u)
      .map(flat)
      .filter((text) => text !== '')
    return paragraphs.map((text): TextBlock => ({ ...about('', false), runs: withSources(text, input, references) }))
  }
}
