import { z } from 'zod'
import { Quote } from '../../quote/quote.ts'
import { Grading } from '../../source/grading.ts'
import { Source } from '../../source/source.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

/** Admiralty grades of sources and quotes. Each grade has to have a reason; null takes both grades away. */
export const gradeRequests = {
  'grade.source': { does: 'edits', input: z.object({ id: z.string(), grading: Grading.nullable() }), output: Source },
  'grade.quote': { does: 'edits', input: z.object({ id: z.string(), grading: Grading.nullable() }), output: Quote },

  /** What is graded, in the order of the keys: sources, then quotes with the key of their source. */
  'grade.list': {
    does: 'reads',
    from: 'terminal',
    input: Nothing,
    output: z.array(z.object({ key: z.string(), source: z.string(), grading: Grading }))
  }
} as const satisfies Record<string, RequestDeclaration>
