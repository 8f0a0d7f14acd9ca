import { z } from 'zod'
import { BriefFields } from '../../brief/brief.ts'
import { CaseReport } from '../../brief/check.ts'
import { CaseRecord } from '../../case/case.ts'
import { LockHolder } from '../../case/holder.ts'
import { SourceRow } from '../../case/row.ts'
import { Tlp } from '../../source/source.ts'
import { chosen, issued } from '../place.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

export const BriefRow = BriefFields.extend({ id: z.string() })
export type BriefRow = z.infer<typeof BriefRow>

/** What the renderer knows of an open case; texts and documents come on request. */
export const CaseView = z.object({
  path: z.string(),
  case: CaseRecord,
  sources: z.array(SourceRow),
  /** How many quotes are saved; they come with `quote.list`. */
  quotes: z.int().nonnegative(),
  briefs: z.array(BriefRow),
  readOnly: z.boolean(),
  /** Who writes the case, when that's why it is read-only. */
  holder: LockHolder.nullable(),
  /** Who else writes the case, from another profile or machine, where no lock reaches. */
  others: z.array(LockHolder),
  /** True when the case is encrypted. */
  sealed: z.boolean(),
  /** How many files look like copies that a synchronising program made because two machines had changed them. */
  conflictCopies: z.int().nonnegative(),
  /** True while its documents are still being looked at: rows may come. */
  following: z.boolean(),
  /** What opening found and mended or set aside, a sentence each. */
  notices: z.array(z.string())
})
export type CaseView = z.infer<typeof CaseView>

/** An open case as the page has it: with the place by which it can be opened again. */
export const OpenedCase = CaseView.extend({ place: issued('known-case', 'path') })
export type OpenedCase = z.infer<typeof OpenedCase>

/** A case that a dialog, a drop or main's own lists name. */
export const aCase = () => chosen('open-case', 'known-case', 'dropped')

export const caseRequests = {
  'case.create': {
    does: 'opens',
    input: z.object({ path: chosen('new-case'), title: z.string().min(1), tlp: Tlp }),
    output: OpenedCase
  },
  'case.open': {
    does: 'opens',
    input: z.object({ path: aCase(), passphrase: z.string().optional() }),
    output: OpenedCase
  },
  /** Makes the sample case in the user's documents (a numbered folder when there is one already) and opens it. */
  'case.sample': { does: 'opens', input: Nothing, output: OpenedCase },
  'case.current': { does: 'reads', input: Nothing, output: OpenedCase.nullable() },
  'case.update': { does: 'edits', input: z.object({ title: z.string().min(1), tlp: Tlp }), output: CaseRecord },
  'case.close': { does: 'closes', input: Nothing, output: Nothing },
  'case.verify': { does: 'reads', input: Nothing, output: CaseReport },
  'case.encrypt': { does: 'opens', input: z.object({ passphrase: z.string() }), output: OpenedCase },
  'case.decrypt': { does: 'opens', input: z.object({ passphrase: z.string() }), output: OpenedCase },
  'case.passphrase': { does: 'opens', input: z.object({ old: z.string(), next: z.string() }), output: OpenedCase }
} as const satisfies Record<string, RequestDeclaration>
