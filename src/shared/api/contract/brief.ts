import { z } from 'zod'
import { Brief, BriefDocument, BriefFields } from '../../brief/brief.ts'
import { BriefCheck } from '../../brief/check.ts'
import { Withheld } from '../../brief/withheld.ts'
import { chosen } from '../place.ts'
import { BriefRow } from './case.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

export const briefRequests = {
  'brief.create': {
    does: 'edits',
    input: z.object({ title: z.string(), author: z.string(), template: z.string() }),
    output: Brief
  },
  'brief.get': { does: 'reads', input: Id, output: Brief },
  /** Answers only after the fsynced write. */
  'brief.save': {
    does: 'edits',
    input: z.object({ id: z.string(), fields: BriefFields, doc: BriefDocument }),
    output: z.object({ savedAt: z.string() })
  },
  'brief.delete': { does: 'edits', input: Id, output: z.array(BriefRow) },
  'brief.restore': { does: 'edits', input: Id, output: z.array(BriefRow) },
  /** Verifies and checks the brief as it is saved. */
  'brief.check': { does: 'reads', input: Id, output: BriefCheck },
  /** Replaces what redacted exports of the brief leave out. */
  'brief.withhold': {
    does: 'edits',
    input: z.object({ briefId: z.string(), withheld: z.array(Withheld) }),
    output: Nothing
  },
  'brief.importMarkdown': {
    does: 'edits',
    input: z.object({ path: chosen('brief-markdown') }),
    output: z.object({
      brief: Brief,
      unresolved: z.array(z.object({ exact: z.string(), source: z.string().nullable(), reason: z.string() }))
    })
  },
  'brief.exportMarkdown': {
    does: 'writes',
    input: z.object({ id: z.string(), path: chosen('save-markdown') }),
    output: Nothing
  }
} as const satisfies Record<string, RequestDeclaration>
