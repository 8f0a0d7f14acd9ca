import { LIKELIHOODS } from '../../brief/brief.ts'
import { rangeOf, SECOND_ROW } from '../../brief/likelihood.ts'
import { about, type Appendix } from './appendix.ts'

/** The likelihood words with their ranges, where the brief uses any. */
export const likelihood: Appendix = {
  title: 'Likelihood words',
  body: (_input, { statements }) => {
    if (statements.every(({ attrs }) => attrs.likelihood === null)) return []
    return [
      about(
        'What the words for likelihood mean in this brief (ICD 203, Analytic Standards). How sure the analyst is of a judgement, its confidence, is another question, and said apart.'
      ),
      {
        type: 'table',
        columns: [
          { width: null, align: 'start' },
          { width: null, align: 'start' },
          { width: null, align: 'end' }
        ],
        head: ['Word', 'Also', 'Range'].map((text) => [{ text }]),
        together: true,
        rows: LIKELIHOODS.map((word) => [[{ text: word }], [{ text: SECOND_ROW[word] }], [{ text: rangeOf(word) }]])
      }
    ]
  }
}
