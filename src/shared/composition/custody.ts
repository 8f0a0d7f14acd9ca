import type { CustodyAction } from '../case/custody.ts'
import type { Run } from './block.ts'
import { writtenDate } from './dates.ts'
import type { ExportSource } from './input.ts'

/** What was done to a source, in words. What else is in the log isn't about a source. */
const ACTION_WORDS: Readonly<Record<string, string | undefined>> = {
  'source-imported': 'imported',
  'source-merged': 'joined with a copy from another case',
  'text-recognised': 'text recognised',
  'text-corrected': 'recognised text corrected',
  'metadata-changed': 'description changed',
  'metadata-confirmed': 'description confirmed',
  'source-graded': 'graded'
} satisfies Partial<Record<CustodyAction, string>>

/** What the chain of custody tells of a source, an entry on each line: when, what, and on which device. */
export function custodyRuns({ custody }: ExportSource, language: string): Run[] {
  return custody.flatMap(({ at, action, device, detail }, i): Run[] => {
    const known = Object.entries(detail).filter(([name, value]) => value !== null && name !== 'sha256')
    const told = known.map(([name, value]) => `${name}: ${value}`).join(', ')
    const what = `${ACTION_WORDS[action] ?? action}${told === '' ? '' : ` (${told})`}`
    return [
      { text: `${i === 0 ? '' : '\n'}${writtenDate(at, language)}: ${what}, ` },
      { text: `device ${device.slice(0, 8)}`, voice: 'quiet' }
    ]
  })
}
