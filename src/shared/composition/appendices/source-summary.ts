import type { TextBlock } from '../block.ts'
import { about, type Appendix } from './appendix.ts'
import { flat, withLinks } from './places.ts'

/** The source summary statement: on what the brief rests, its strengths and gaps, and what it leans on most. */
export const sourceSummary: Appendix = {
  title: 'Source summary statement',
  body: (input, references) => {
    const paragraphs = input.analysis.sourcing.summary
      .split(/\n+/u)
      .map(flat)
      .filter((text) => text !== '')
    if (paragraphs.length === 0) return []
    return [
      about('How well the brief is sourced (ICD 206). Statements are counted in the order in which they stand.'),
      ...paragraphs.map((text): TextBlock => ({ ...about('', false), runs: withLinks(text, input, references) }))
    ]
  }
}
