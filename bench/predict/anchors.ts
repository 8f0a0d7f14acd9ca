import { z } from 'zod'
import { prepareText } from '../../src/shared/quote/prepared.ts'
import { verifyQuote } from '../../src/shared/quote/verify.ts'
import { readRows } from './gold.ts'

const Selector = z.object({
  sid: z.string(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().nonnegative()
})
const Row = z.object({ id: z.string(), text: z.string(), selectors: z.array(Selector) })

/** Where each selector's words, or what comes nearest, stand in the row's text (UTF-16 units); `ms` is the time for all of them. */
interface Prediction {
  id: string
  anchors: Record<string, { start: number; end: number } | null>
  ms: number
}

/** Looks for each selector of a gold file in its row's text, as the verification of a quote does. */
export async function* predictAnchors(gold: string): AsyncGenerator<Prediction> {
  for await (const { id, text, selectors } of readRows(gold, Row)) {
    const started = performance.now()
    const source = prepareText(text)
    const anchors = Object.fromEntries(
      selectors.map(({ sid, exact, ...hint }) => {
        const { start, end } = verifyQuote(exact, source, hint)
        return [sid, start === null || end === null ? null : { start, end }]
      })
    )
    yield { id, anchors, ms: performance.now() - started }
  }
}
