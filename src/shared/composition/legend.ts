import { REASON_MEANINGS, WITHHOLD_REASONS, withheldBar, type WithholdReason } from '../brief/withheld.ts'
import type { Block, Run, TextBlock } from './block.ts'

/** What a bar says in the place of withheld words. Its space is a fixed one, so that it stays on one line. */
export function withheldRun(reason: WithholdReason): Run {
  return { text: withheldBar(reason), voice: 'withheld', language: 'en' }
}

/** Explains the bars of a redacted brief: the codes that it uses, in their order. No block when there are none. */
export function withheldLegend(codes: Iterable<WithholdReason>): Block[] {
  const used = new Set(codes)
  const reasons = WITHHOLD_REASONS.filter((reason) => used.has(reason))
  if (reasons.length === 0) return []
  const heading: TextBlock = {
    type: 'text',
    kind: 'heading',
    level: 2,
    runs: [{ text: 'Withheld' }],
    bookmark: 'Withheld',
    destination: 'withheld'
  }
  const about: TextBlock = {
    type: 'text',
    kind: 'body',
    keepNext: true,
    runs: [
      {
        text: 'A black bar stands where words were left out of this copy. All bars are alike, however much each stands for; '
      },
      { text: 'the letter on a bar says why the words are withheld. The words themselves are not in this file.' }
    ]
  }
  return [
    {
      type: 'section',
      language: 'en',
      children: [
        heading,
        about,
        {
          type: 'table',
          columns: [
            { width: 74, align: 'start' },
            { width: null, align: 'start' }
          ],
          head: [[{ text: 'Bar' }], [{ text: 'Reason' }]],
          rows: reasons.map((reason) => [[withheldRun(reason)], [{ text: sentence(REASON_MEANINGS[reason]) }]])
        }
      ]
    }
  ]
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
