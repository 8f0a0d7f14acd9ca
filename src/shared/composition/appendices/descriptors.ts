import type { Run } from '../block.ts'
import { about, withheldNote, type Appendix } from './appendix.ts'
import { flat, sourceRun, withLinks } from './places.ts'

/** The descriptors of the cited sources: what each is, whose report it has, whom it heard, and how it's graded. */
export const descriptors: Appendix = {
  title: 'Source descriptors',
  body: (input, references) => {
    const told = input.analysis.sourcing.descriptors.filter(({ text }) => text.trim() !== '')
    if (told.length === 0) return []
    return [
      about(
        `What the analyst says of each cited source (ICD 206, Sourcing Requirements). Statements are counted in the order in which they stand.${withheldNote(input)}`
      ),
      {
        type: 'table',
        columns: [
          { width: 52, align: 'start' },
          { width: null, align: 'start' }
        ],
        head: ['Source', 'Descriptor'].map((text) => [{ text }]),
        rows: told.map(({ sourceId, text }): Run[][] => [
          [sourceRun(sourceId, references)],
          withLinks(flat(text), input, references)
        ])
      }
    ]
  }
}
