import { CREDIBILITY, RELIABILITY, type Grading } from '../source/grading.ts'
import type { Block, Run } from './block.ts'
import { isolated } from './isolate.ts'

/** A source's grades for its entry: reliability and credibility apart, each with its reason. */
export function gradeDetails(grading: Grading | null): [string, Run[]][] {
  const told = (found: { grade: string; words: string } | undefined, reason: string | undefined): Run[] =>
    found
      ? [{ text: `${found.grade}, ${found.words}` }, ...(reason ? [{ text: `: ${isolated(reason, 'en')}` }] : [])]
      : []
  return [
    [
      'Reliability',
      told(
        RELIABILITY.find(({ grade }) => grade === grading?.reliability),
        grading?.reliabilityReason
      )
    ],
    [
      'Credibility',
      told(
        CREDIBILITY.find(({ grade }) => grade === grading?.credibility),
        grading?.credibilityReason
      )
    ]
  ]
}

/** What the grades mean, all of both scales, where any of some gradings has one. */
export function gradeLegend(gradings: readonly (Grading | null | undefined)[]): Block[] {
  if (gradings.every((grading) => grading == null)) return []
  return [
    {
      type: 'text',
      kind: 'body',
      keepNext: true,
      runs: [
        {
          text: 'Grades follow the Admiralty system (NATO AJP-2.1). How reliable a source is and how credible its information are judged apart.'
        }
      ]
    },
    {
      type: 'table',
      columns: [
        { width: 40, align: 'start' },
        { width: null, align: 'start' },
        { width: 40, align: 'start' },
        { width: null, align: 'start' }
      ],
      head: ['Grade', 'Reliability', 'Grade', 'Credibility'].map((text) => [{ text }]),
      rows: RELIABILITY.map(({ grade, words }, at) => {
        const credibility = CREDIBILITY[at]!
        return [grade, words, credibility.grade, credibility.words].map((text) => [{ text }])
      })
    }
  ]
}
