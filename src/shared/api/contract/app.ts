import { z } from 'zod'
import { BackupRule } from '../../case/backup.ts'
import { ExportOptions } from '../../composition/options.ts'
import { Tlp } from '../../source/source.ts'
import { MenuCommands } from '../menu.ts'
import { chosen, DIALOG_PURPOSES, issued, PlaceToken } from '../place.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

/** A case that was opened lately. Title and handling are null for an encrypted one: nothing of its content stands outside it. */
export const RecentCase = z.object({
  path: z.string(),
  title: z.string().nullable(),
  tlp: Tlp.nullable(),
  openedAt: z.string(),
  /** False when nothing is there any more. */
  present: z.boolean()
})
export type RecentCase = z.infer<typeof RecentCase>

/** A recent case with the place by which it is opened or forgotten. */
export const ListedCase = RecentCase.extend({ place: issued('known-case', 'path') })
export type ListedCase = z.infer<typeof ListedCase>
const LockedCase = z.object({ path: z.string(), place: issued('known-case', 'path') })

/** How many cases, and sources of each, have their reading places kept. */
export const MOST_READ_CASES = 30
export const MOST_READ_SOURCES = 300

/** Where one was in the sources of a case: offsets of their texts in UTF-16 units, by the source's id, the newest last. */
const ReadingPlaces = z
  .record(z.string().max(64), z.int().nonnegative())
  .refine((kept) => Object.keys(kept).length <= MOST_READ_SOURCES)

export const Preferences = z.object({
  backups: BackupRule,
  /** Minutes without a key or pointer after which an encrypted case is locked; 0 for never. */
  lockAfter: z.int().min(0).max(720),
  theme: z.enum(['system', 'light', 'dark']),
  author: z.string().max(1_000),
  /** What was last chosen for an export. */
  exportOptions: ExportOptions,
  readerSize: z.number().min(13).max(24),
  /** How high the rows of the library's sources are; null before it was chosen. */
  sourceRows: z.enum(['comfortable', 'dense']).nullable(),
  /** By the case's id; an encrypted case has none. */
  reading: z.record(z.string().max(64), ReadingPlaces).refine((kept) => Object.keys(kept).length <= MOST_READ_CASES),
  /** The sizes of the panes that show together, by their names; no more than there are ways to show them. */
  layout: z.record(z.string().max(64), z.array(z.number()).max(8)).refine((kept) => Object.keys(kept).length <= 64)
})
export type Preferences = z.infer<typeof Preferences>

/** What only the desktop app can answer, beside its workspace. */
export const appRequests = {
  'app.info': {
    does: 'reads',
    input: Nothing,
    output: z.object({ version: z.string(), runtime: z.enum(['electron', 'stand-in']), platform: z.string() })
  },
  /** Shows the window's commands in the application menu, in the place of those shown before. */
  'app.menu': { does: 'reads', input: z.object({ commands: MenuCommands }), output: Nothing },
  /** The case that was locked without the page's doing, when the screen was; told once. */
  'app.locked': { does: 'reads', input: Nothing, output: LockedCase.nullable() },
  'app.recent': { does: 'reads', input: Nothing, output: z.array(ListedCase) },
  'app.forget': { does: 'writes', input: z.object({ path: chosen('known-case') }), output: z.array(ListedCase) },
  'app.preferences': { does: 'reads', input: Nothing, output: Preferences },
  'app.setPreferences': { does: 'writes', input: Preferences.partial(), output: Preferences },
  /** Asks the user for a place; null when cancelled. The paths are to be shown, the place is what requests take. */
  'dialog.choose': {
    does: 'reads',
    input: z.object({
      purpose: z.enum(DIALOG_PURPOSES),
      suggestedName: z.string().optional()
    }),
    output: z.object({ place: PlaceToken, paths: z.array(z.string()).min(1) }).nullable()
  },
  /** Opens a document that this session wrote. */
  'shell.open': { does: 'reads', input: z.object({ path: chosen('written') }), output: Nothing },
  /** Shows a file that this session wrote in its folder. */
  'shell.show': { does: 'reads', input: z.object({ path: chosen('written') }), output: Nothing }
} as const satisfies Record<string, RequestDeclaration>
