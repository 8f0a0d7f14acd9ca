import { z } from 'zod'
import { Brief } from '../../brief/brief.ts'
import { BriefDifference } from '../../brief/versions/difference.ts'
import { VERSION_REASONS, VersionName } from '../../case/records/brief-version.ts'
import { Id, type RequestDeclaration } from './request.ts'

/** A version of a brief in a list. */
export const VersionRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  why: z.enum(VERSION_REASONS),
  createdAt: z.string(),
  /** How many statements it has, and whether the brief still says the same. */
  statements: z.number(),
  isPresent: z.boolean()
})
export type VersionRow = z.infer<typeof VersionRow>

/** The versions of a brief, the oldest first. */
const Rows = z.array(VersionRow)

/** What the briefs were once. All of it goes by what is saved. */
export const versionRequests = {
  'version.list': { does: 'reads', input: Id, output: Rows },
  /** Keeps a brief as it is, under a name. */
  'version.keep': { does: 'edits', input: z.object({ briefId: z.string(), name: VersionName }), output: Rows },
  /** Gives a version a name, with which it's kept until somebody removes it; null takes that away. */
  'version.rename': { does: 'edits', input: z.object({ id: z.string(), name: VersionName.nullable() }), output: Rows },
  'version.remove': { does: 'edits', input: Id, output: Rows },
  /** How a brief differs between two versions; null stands for the present. */
  'version.difference': {
    does: 'reads',
    input: z.object({ briefId: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    output: BriefDifference
  },
  /** Makes a brief what a version says, after what it says now was kept as a version. Handling and what is withheld stay as they are. */
  'version.restore': { does: 'edits', input: Id, output: Brief }
} as const satisfies Record<string, RequestDeclaration>
