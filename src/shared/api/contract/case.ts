import { z } from 'zod'
import { BriefFields } from '../../brief/brief.ts'
import { CaseReport } from '../../brief/check.ts'
import { CaseRecord } from '../../case/case.ts'
import { CheckedChain } from '../../case/custody.ts'
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

/** What tells from outside of a case how far its log was once. */
const NotedElsewhere = z.object({
  /** Heads of the log that somebody noted: hashes of entries, or the first 16 digits or more of one. */
  head: z.array(z.string()),
  /** Paths of bundles, backups and other copies of the case, and of exported files. */
  against: z.array(z.string())
})

/** A case that a dialog, a drop or main's own lists name. */
export const aCase = () => chosen('open-case', 'known-case', 'dropped')

export const caseRequests = {
  'case.create': {
    does: 'makes',
    input: z.object({ path: chosen('new-case'), title: z.string().min(1), tlp: Tlp }),
    output: OpenedCase
  },
  'case.open': {
    does: 'opens',
    input: z.object({ path: aCase(), passphrase: z.string().optional() }),
    output: OpenedCase
  },
  /** Makes the sample case in the user's documents (a numbered folder when there is one already) and opens it. */
  'case.sample': { does: 'makes', input: Nothing, output: OpenedCase },
  'case.current': { does: 'reads', input: Nothing, output: OpenedCase.nullable() },
  'case.update': { does: 'edits', input: z.object({ title: z.string().min(1), tlp: Tlp }), output: CaseRecord },
  'case.close': { does: 'closes', input: Nothing, output: Nothing },
  'case.verify': { does: 'reads', input: Nothing, output: CaseReport },
  'case.encrypt': { does: 'opens', input: z.object({ passphrase: z.string() }), output: OpenedCase },
  'case.decrypt': { does: 'opens', input: z.object({ passphrase: z.string() }), output: OpenedCase },
  'case.passphrase': { does: 'opens', input: z.object({ old: z.string(), next: z.string() }), output: OpenedCase },

  /**
   * Opens a case to `read` it, to `edit` it (fails without the right to write it), or to read and `note` in its log what is done, where that right can be had.
   * Who needs a passphrase is asked for it.
   */
  'case.use': {
    does: 'opens',
    from: 'terminal',
    input: z.object({ path: z.string(), to: z.enum(['read', 'note', 'edit']), passphrase: z.string().optional() }),
    output: CaseView
  },
  /** Refuses a place where no case can be made since a file stands there, before anybody is asked what the case is called. */
  'case.checkPlace': { does: 'reads', from: 'terminal', input: z.object({ path: z.string() }), output: Nothing },
  /** Whether a folder holds an encrypted case. */
  'case.sealed': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ path: z.string() }),
    output: z.object({ sealed: z.boolean() })
  },
  /** Finishes what an earlier version left half encrypted: answers its files that were in clear; null when it isn't such a case. */
  'case.finishEncryption': {
    does: 'writes',
    from: 'terminal',
    input: z.object({ path: z.string() }),
    output: z.object({ inClear: z.array(z.string()).nullable() })
  },
  /** Verifies the open case, and its log against what is noted of it elsewhere. */
  'case.verifyAgainst': { does: 'reads', from: 'terminal', input: NotedElsewhere, output: CaseReport },
  /** The logs of the open case, one for each device, checked. */
  'case.log': { does: 'reads', from: 'terminal', input: Nothing, output: z.array(CheckedChain) },
  /** Accepts that documents aren't as the log tells of them. Answers what was accepted, a sentence each. */
  'case.accept': {
    does: 'edits',
    from: 'terminal',
    input: Nothing,
    output: z.object({ accepted: z.array(z.string()) })
  }
} as const satisfies Record<string, RequestDeclaration>
