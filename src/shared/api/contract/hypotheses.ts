import { z } from 'zod'
import { HypothesesAnswer } from '../../analysis/hypotheses/answer.ts'
import { Rating } from '../../brief/rating.ts'
import { Evidence } from '../../case/records/evidence.ts'
import { Hypothesis } from '../../case/records/hypothesis.ts'
import { Id, type RequestDeclaration } from './request.ts'

const Text = Hypothesis.shape.text
const EvidenceText = Evidence.shape.text

/** The competing hypotheses of a brief, and the evidence that is held against them. All answer what is there then. */
export const hypothesesRequests = {
  'hypotheses.get': { does: 'reads', input: Id, output: HypothesesAnswer },
  'hypotheses.add': {
    does: 'edits',
    input: z.object({ briefId: z.string(), text: Text }),
    output: HypothesesAnswer
  },
  'hypotheses.change': {
    does: 'edits',
    input: z.object({ briefId: z.string(), id: z.string(), text: Text }),
    output: HypothesesAnswer
  },
  'hypotheses.remove': {
    does: 'edits',
    input: z.object({ briefId: z.string(), id: z.string() }),
    output: HypothesesAnswer
  },
  /** Adds a piece of evidence that is linked to quotes, sources and statements, by their ids. */
  'hypotheses.addEvidence': {
    does: 'edits',
    input: z.object({
      briefId: z.string(),
      text: EvidenceText,
      quotes: z.array(z.string()),
      sources: z.array(z.string()),
      statements: z.array(z.string())
    }),
    output: HypothesesAnswer
  },
  'hypotheses.changeEvidence': {
    does: 'edits',
    input: z.object({ briefId: z.string(), id: z.string(), text: EvidenceText }),
    output: HypothesesAnswer
  },
  'hypotheses.removeEvidence': {
    does: 'edits',
    input: z.object({ briefId: z.string(), id: z.string() }),
    output: HypothesesAnswer
  },
  /** Says how a piece of evidence stands to a hypothesis; null takes that back. */
  'hypotheses.rate': {
    does: 'edits',
    input: z.object({
      briefId: z.string(),
      evidenceId: z.string(),
      hypothesisId: z.string(),
      rating: Rating.nullable()
    }),
    output: HypothesesAnswer
  }
} as const satisfies Record<string, RequestDeclaration>
