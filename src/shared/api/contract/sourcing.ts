import { z } from 'zod'
import { SourcingAnswer } from '../../analysis/sourcing/answer.ts'
import { SourcingText } from '../../case/records/sourcing-text.ts'
import { Id, type RequestDeclaration } from './request.ts'

/** The descriptors of a brief's sources and its source summary statement (ICD 206): drafted from the case as it is saved, unless they were edited. */
export const sourcingRequests = {
  'sourcing.get': { does: 'reads', input: Id, output: SourcingAnswer },
  /** Writes the descriptor of a source, or with `sourceId` null the summary; null as the text goes back to the draft. */
  'sourcing.set': {
    does: 'edits',
    input: z.object({
      briefId: z.string(),
      sourceId: z.string().nullable(),
      text: SourcingText.shape.text.nullable()
    }),
    output: SourcingAnswer
  }
} as const satisfies Record<string, RequestDeclaration>
