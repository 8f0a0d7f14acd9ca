import { z } from 'zod'
import { Brief, BriefDocument, BriefFields } from '../brief/brief.ts'
import { NearForm, RedactionReport, Withheld } from '../brief/withheld.ts'
import { BriefCheck, CaseReport, PdfReport, Stored } from '../brief/check.ts'
import { Backup, BackupRule } from '../case/backup.ts'
import { DOCUMENT_FORMATS, type DocumentFormat } from '../composition/export-formats.ts'
import { ExportOptions } from '../composition/options.ts'
import { CaseRecord } from '../case/case.ts'
import { LockHolder } from '../case/holder.ts'
import { Conflict } from '../case/merge/conflict.ts'
import { SourceRow } from '../case/row.ts'
import { Quote } from '../quote/quote.ts'
import { Difference, RelatedSource, RelationKind } from '../analysis/copies/related.ts'
import { Source, SourceText, Tlp } from '../source/source.ts'
import { Failure } from './errors.ts'
import { chosen, chosenMany, chosenTo, DIALOG_PURPOSES, exportPurpose, issued, PlaceToken } from './place.ts'

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
const LockedCase = z.object({ path: z.string(), place: issued('known-case', 'path') })
export type ListedCase = z.infer<typeof ListedCase>

/** A backup with the place by which it is restored. */
export const ListedBackup = Backup.extend({ place: issued('backup', 'path') })
export type ListedBackup = z.infer<typeof ListedBackup>

/** What became of one file, or of one item inside a container. */
export const ImportItem = z.object({
  /** Where it was: a path, with ` › ` before each place inside a container. */
  path: z.string(),
  /**
   * `reference`: a reference manager's export, of which the metadata went to the files beside it. `passed-over`: left out on purpose, such as a hidden file or the
   * assets of a saved page; `notice` says why. That is no failure.
   */
  status: z.enum(['imported', 'duplicate', 'failed', 'reference', 'passed-over']),
  /** The source's key; of the source that it duplicates; null when there is none. */
  key: z.string().nullable(),
  id: z.string().nullable(),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  sha256: z.string().nullable(),
  /** What a reader must know of it, in sentences: that it's a scan, how many references found their file, why it was passed over. */
  notice: z.string().nullable(),
  /** Sources that say the same, in whole or in part. */
  related: z.array(z.object({ id: z.string(), key: z.string(), kind: RelationKind })),
  error: Failure.optional()
})
export type ImportItem = z.infer<typeof ImportItem>

export const ImportProgress = z.object({
  done: z.int(),
  /** Files found so far; grows while containers are opened. */
  total: z.int(),
  current: z.string().nullable(),
  imported: z.int(),
  duplicates: z.int(),
  failed: z.int(),
  paused: z.boolean(),
  /** Files a minute lately, pauses left out; null until it can be told. */
  perMinute: z.number().nullable(),
  remainingSeconds: z.number().nullable()
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const ImportReport = z.object({
  items: z.array(ImportItem),
  cancelled: z.boolean(),
  /** What stopped the import before its end, such as a full disk. */
  stopped: Failure.nullable(),
  startedAt: z.string(),
  finishedAt: z.string()
})
export type ImportReport = z.infer<typeof ImportReport>

/** An import that the program's end cut short: it can be continued. */
export const UnfinishedImport = z.object({
  startedAt: z.string(),
  paths: z.array(z.string()),
  /** How many files were done. */
  done: z.int()
})
export type UnfinishedImport = z.infer<typeof UnfinishedImport>

export const ExportProgress = z.object({
  stage: z.enum(['verify', 'layout', 'paint', 'read-back', 'write']),
  /** 0 to 1. */
  fraction: z.number()
})
export type ExportProgress = z.infer<typeof ExportProgress>

export const ExportReport = z.object({
  path: z.string(),
  pages: z.int().positive(),
  sha256: z.string(),
  bytes: z.int().positive(),
  /** Path of the signature beside it; null when it wasn't signed. */
  signature: z.string().nullable(),
  /** Whether it leaves out what the brief marks as withheld. */
  redacted: z.boolean(),
  findings: BriefCheck.shape.findings,
  /** Hash of the entry of the log that tells of it: noted elsewhere, it shows later that the log goes on from there. Null when nothing was logged. */
  logHead: z.string().nullable()
})
export type ExportReport = z.infer<typeof ExportReport>

/** What became of an export in a format other than PDF. */
export const DocumentReport = ExportReport.omit({ pages: true, signature: true }).extend({
  format: z.enum(DOCUMENT_FORMATS)
})
export type DocumentReport = z.infer<typeof DocumentReport>

/** The place of a file that was written, by which it is opened, shown and verified. */
const Written = { place: issued('written', 'path') }
export const WrittenPdf = ExportReport.extend(Written)
export type WrittenPdf = z.infer<typeof WrittenPdf>
export const WrittenDocument = DocumentReport.extend(Written)
export type WrittenDocument = z.infer<typeof WrittenDocument>

const ExportRequest = z.object({
  briefId: z.string(),
  options: ExportOptions,
  acceptFindings: z.boolean(),
  /** Write a redacted export though it shows what is like withheld words. */
  acceptNear: z.boolean().optional()
})
const DocumentRequest = ExportRequest.extend({
  format: z.enum(DOCUMENT_FORMATS),
  path: chosenTo(
    (request) => exportPurpose((request as { format: DocumentFormat }).format),
    DOCUMENT_FORMATS.map(exportPurpose)
  )
})

/** A case that a dialog, a drop or main's own lists name. */
const aCase = () => chosen('open-case', 'known-case', 'dropped')

/** A key of minisign (https://jedisct1.github.io/minisign/) that this machine knows. */
export const SigningKey = z.object({
  /** 16 hexadecimal digits. */
  id: z.string(),
  name: z.string(),
  /** What others need to check a signature: a line that begins with RW. */
  publicKey: z.string(),
  /** False for somebody else's key. */
  canSign: z.boolean()
})
export type SigningKey = z.infer<typeof SigningKey>

/** What two copies of a case say differently, what the merge makes of it, and what comes with it. */
export const MergeReport = z.object({
  conflicts: z.array(Conflict),
  /** What the merged case has from the other copy, a sentence each. */
  gains: z.array(z.string()),
  /** False when there is nothing to merge. */
  changes: z.boolean()
})
export type MergeReport = z.infer<typeof MergeReport>

/**
 * What is merged: another case's folder, or the conflict copies that a synchronising program left in this one (null). `base` is the folder of a copy from
 * which both come, where the user knows one better than the backups.
 */
export const MergeOther = z.object({
  path: chosen('merge-case').nullable(),
  passphrase: z.string().optional(),
  base: chosen('merge-case').optional()
})

export const BundleSummary = z.object({
  path: z.string(),
  sources: z.int(),
  quotes: z.int(),
  briefs: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  /** What was left out and why, a sentence each. */
  leftOut: z.array(z.string()),
  /** Hash of the entry of the log that tells of it; null when nothing was logged. */
  logHead: z.string().nullable()
})
export type BundleSummary = z.infer<typeof BundleSummary>
export const WrittenBundle = BundleSummary.extend(Written)
export type WrittenBundle = z.infer<typeof WrittenBundle>

export const Preferences = z.object({
  backups: BackupRule,
  /** Minutes without a key or pointer after which an encrypted case is locked; 0 for never. */
  lockAfter: z.int().min(0).max(720),
  theme: z.enum(['system', 'light', 'dark']),
  author: z.string().max(1_000),
  /** What was last chosen for an export. */
  exportOptions: ExportOptions,
  readerSize: z.number().min(13).max(24),
  /** The sizes of the panes that show together, by their names; no more than there are ways to show them. */
  layout: z.record(z.string().max(64), z.array(z.number()).max(8)).refine((kept) => Object.keys(kept).length <= 64)
})
export type Preferences = z.infer<typeof Preferences>

/** New values for metadata fields; null clears one, fields not given stay as they are. */
export const MetadataChange = z
  .object({
    title: z.string().nullable(),
    authors: z.array(z.string()).nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    modified: z.string().nullable(),
    retrieved: z.string().nullable(),
    url: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    language: z.string().nullable(),
    section: z.string().nullable(),
    edition: z.string().nullable(),
    page: z.string().nullable(),
    wordCount: z.string().nullable(),
    documentId: z.string().nullable(),
    agencies: z.array(z.string()).nullable()
  })
  .partial()

const Nothing = z.object({})
/** With `itemsLater` the report comes without its items: thousands at once would hold up the window. `import.items` has them. */
const ItemsLater = z.object({ itemsLater: z.boolean().optional() })
const Id = z.object({ id: z.string() })

/**
 * Every request, once: name, input, output. Preload, `window.dossier`, the gateway and the workspace derive from it.
 */
export const contract = {
  'app.info': {
    input: Nothing,
    output: z.object({ version: z.string(), runtime: z.enum(['electron', 'stand-in']), platform: z.string() })
  },
  /** The case that was locked without the page's doing, when the screen was; told once. */
  'app.locked': { input: Nothing, output: LockedCase.nullable() },
  'app.recent': { input: Nothing, output: z.array(ListedCase) },
  'app.forget': { input: z.object({ path: chosen('known-case') }), output: z.array(ListedCase) },
  'app.preferences': { input: Nothing, output: Preferences },
  'app.setPreferences': { input: Preferences.partial(), output: Preferences },
  /** Asks the user for a place; null when cancelled. The paths are to be shown, the place is what requests take. */
  'dialog.choose': {
    input: z.object({
      purpose: z.enum(DIALOG_PURPOSES),
      suggestedName: z.string().optional()
    }),
    output: z.object({ place: PlaceToken, paths: z.array(z.string()).min(1) }).nullable()
  },
  /** Opens a document that this session wrote. */
  'shell.open': { input: z.object({ path: chosen('written') }), output: Nothing },
  /** Shows a file that this session wrote in its folder. */
  'shell.show': { input: z.object({ path: chosen('written') }), output: Nothing },

  'case.create': {
    input: z.object({ path: chosen('new-case'), title: z.string().min(1), tlp: Tlp }),
    output: OpenedCase
  },
  'case.open': { input: z.object({ path: aCase(), passphrase: z.string().optional() }), output: OpenedCase },
  /** Makes the sample case in the user's documents (a numbered folder when there is one already) and opens it. */
  'case.sample': { input: Nothing, output: OpenedCase },
  'case.current': { input: Nothing, output: OpenedCase.nullable() },
  'case.update': { input: z.object({ title: z.string().min(1), tlp: Tlp }), output: CaseRecord },
  /** Backups of a case, newest first; of the open one when no path is given. */
  'backup.list': { input: z.object({ path: aCase().nullable() }), output: z.array(ListedBackup) },
  'backup.create': { input: Nothing, output: Backup },
  /** Puts a backup in the place of the case and opens it. The case as it was is kept beside it. */
  'backup.restore': {
    input: z.object({ path: aCase(), backup: chosen('backup'), passphrase: z.string().optional() }),
    output: OpenedCase
  },
  /** Puts back changed and missing originals and texts from the backups. */
  'backup.repair': { input: Nothing, output: z.object({ restored: z.array(z.string()), left: z.array(z.string()) }) },
  'case.encrypt': { input: z.object({ passphrase: z.string() }), output: OpenedCase },
  'case.decrypt': { input: z.object({ passphrase: z.string() }), output: OpenedCase },
  'case.passphrase': { input: z.object({ old: z.string(), next: z.string() }), output: OpenedCase },
  /** Says what a merge would do. Nothing is changed. */
  'merge.preview': { input: MergeOther, output: MergeReport },
  /** Merges, after a backup, with what the user decided by the conflicts' ids. */
  'merge.apply': {
    input: MergeOther.extend({ decisions: z.record(z.string(), z.enum(['a', 'b', 'both'])) }),
    output: z.object({ report: MergeReport, view: OpenedCase })
  },
  /** Writes a hand-over bundle: a zip when the path ends in `.zip`, else a folder. */
  'bundle.write': { input: z.object({ path: chosen('save-bundle'), maxTlp: Tlp.nullable() }), output: WrittenBundle },
  /** Makes a case of a bundle, checked, in a new folder and opens it. */
  'bundle.open': {
    input: z.object({ bundle: chosen('open-bundle', 'open-bundle-folder'), path: chosen('new-case') }),
    output: OpenedCase
  },
  'case.close': { input: Nothing, output: Nothing },
  'case.verify': { input: Nothing, output: CaseReport },

  'import.start': {
    input: ItemsLater.extend({ paths: chosenMany('import-files', 'import-folder', 'dropped') }),
    output: ImportReport
  },
  'import.paste': {
    input: z.object({ text: z.string(), html: z.string().nullable(), url: z.string().nullable() }),
    output: ImportReport
  },
  'import.pause': { input: Nothing, output: Nothing },
  'import.resume': { input: Nothing, output: Nothing },
  'import.cancel': { input: Nothing, output: Nothing },
  /** Writes the report of the last import: a table (CSV) or, when the path ends in `.json`, JSON. */
  'import.saveReport': { input: z.object({ path: chosen('save-import-report') }), output: Nothing },
  /** The import into the open case that was cut short; null when there is none. */
  'import.unfinished': { input: Nothing, output: UnfinishedImport.nullable() },
  /** Goes on with it; its report holds what was done before as well. */
  'import.continue': { input: ItemsLater, output: ImportReport },
  /** Items of the last import's report, in their order. */
  'import.items': {
    input: z.object({ offset: z.int().nonnegative(), limit: z.int().positive() }),
    output: z.array(ImportItem)
  },
  /** Forgets it. What it imported stays. */
  'import.forget': { input: Nothing, output: Nothing },

  'source.get': { input: Id, output: z.object({ source: Source, text: SourceText, quotes: z.array(Quote) }) },
  /** Sets what is given; every set value counts as confirmed by the user. */
  'source.update': {
    input: z.object({
      id: z.string(),
      metadata: MetadataChange,
      tlp: Tlp.nullable().optional(),
      note: z.string().optional()
    }),
    output: Source
  },
  /** Sets the same of many sources; tags are added and taken away. Answers the rows. */
  'source.updateMany': {
    input: z.object({
      ids: z.array(z.string()).min(1),
      metadata: MetadataChange,
      tlp: Tlp.nullable().optional(),
      addTags: z.array(z.string().trim().min(1)),
      removeTags: z.array(z.string())
    }),
    output: z.array(SourceRow)
  },
  /** Confirms metadata as they are: they no longer want a look. */
  'source.confirm': { input: z.object({ ids: z.array(z.string()).min(1) }), output: z.array(SourceRow) },
  /** Sources with which one has its text in common, the nearest first. */
  'source.related': { input: Id, output: z.array(RelatedSource) },
  /** How the text of one source differs from another's. */
  'source.difference': { input: z.object({ a: z.string(), b: z.string() }), output: Difference },
  /** Hashes a source's original and text again. */
  'source.stored': { input: Id, output: Stored },

  /** Saved quotes in the order of their keys. */
  'quote.list': {
    input: z.object({ offset: z.int().nonnegative(), limit: z.int().positive() }),
    output: z.array(Quote)
  },
  'quote.create': {
    input: z.object({ sourceId: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() }),
    output: Quote
  },
  'quote.update': {
    input: z.object({ id: z.string(), speaker: z.string().nullable(), note: z.string(), tags: z.array(z.string()) }),
    output: Quote
  },
  'quote.delete': { input: Id, output: Quote },
  'quote.restore': { input: Id, output: Quote },

  'brief.create': { input: z.object({ title: z.string(), author: z.string(), template: z.string() }), output: Brief },
  'brief.get': { input: Id, output: Brief },
  /** Answers only after the fsynced write. */
  'brief.save': {
    input: z.object({ id: z.string(), fields: BriefFields, doc: BriefDocument }),
    output: z.object({ savedAt: z.string() })
  },
  'brief.delete': { input: Id, output: z.array(BriefRow) },
  'brief.restore': { input: Id, output: z.array(BriefRow) },
  /** Verifies and checks the brief as it is saved. */
  'brief.check': { input: Id, output: BriefCheck },
  /** Replaces what redacted exports of the brief leave out. */
  'brief.withhold': { input: z.object({ briefId: z.string(), withheld: z.array(Withheld) }), output: Nothing },
  'brief.importMarkdown': {
    input: z.object({ path: chosen('brief-markdown') }),
    output: z.object({
      brief: Brief,
      unresolved: z.array(z.object({ exact: z.string(), source: z.string().nullable(), reason: z.string() }))
    })
  },
  'brief.exportMarkdown': { input: z.object({ id: z.string(), path: chosen('save-markdown') }), output: Nothing },

  /** The check of the brief with what only an export finds: characters that can’t be printed. */
  'export.check': { input: z.object({ briefId: z.string(), options: ExportOptions }), output: BriefCheck },
  /** Writes the PDF. With findings and `acceptFindings` false it fails with `findings` and writes nothing. */
  'export.pdf': {
    input: ExportRequest.extend({
      path: chosen('export-pdf'),
      /** The key that signs the PDF, by id or name; the signature goes into a file beside it. */
      sign: z.object({ keyId: z.string(), passphrase: z.string() }).nullable().optional()
    }),
    output: WrittenPdf
  },
  /** The same in another format. */
  'export.document': { input: DocumentRequest, output: WrittenDocument },
  /** What a redacted export of the brief would hide, and what to look at before it goes out. */
  'export.redactionPreview': { input: z.object({ briefId: z.string() }), output: RedactionReport },
  /** What a redacted export of the brief would show that is like withheld words, and is to be decided. */
  'export.nearForms': { input: z.object({ briefId: z.string() }), output: z.array(NearForm) },
  'export.cancel': { input: Nothing, output: Nothing },
  /** Ends what is kept ready for an export, and a check or export that is under way: its dialog was closed. */
  'export.close': { input: Nothing, output: Nothing },
  /** Verifies a PDF and the signature beside it, if there is one; `requireSignature` names the key that must have signed it. */
  'verify.pdf': {
    input: z.object({
      path: chosen('verify-pdf', 'dropped', 'written'),
      requireSignature: z.string().nullable().optional()
    }),
    output: PdfReport
  },
  /** The keys that sign and check signatures, in the order of their names. */
  'signature.keys': { input: Nothing, output: z.array(SigningKey) },
  'signature.newKey': { input: z.object({ name: z.string(), passphrase: z.string() }), output: SigningKey },
  /** Takes in somebody's public key, the text of its file or its one line. */
  'signature.addKey': { input: z.object({ publicKey: z.string(), name: z.string().nullable() }), output: SigningKey },
  'signature.forgetKey': { input: Id, output: Nothing }
} as const

export type Contract = typeof contract
export type RequestName = keyof Contract
export type Input<N extends RequestName> = z.input<Contract[N]['input']>
export type Output<N extends RequestName> = z.output<Contract[N]['output']>

/** What main tells the renderer unasked. */
export const events = {
  'import.progress': ImportProgress,
  'export.progress': ExportProgress,
  /** A source was imported or changed: the row replaces the one of the same id. */
  'source.row': SourceRow,
  /** Sources were found new, changed or gone since the case was opened. */
  'source.rows': z.object({ rows: z.array(SourceRow), removed: z.array(z.string()) }),
  /** Something was found or mended since the case was opened. */
  'case.notice': z.object({ notice: z.string() }),
  /** Nobody else writes the case any more: opening it again gives the right to write it. */
  'case.free': z.object({}),
  /** Who else writes the open case, from another profile or machine. */
  'case.others': z.object({ others: z.array(LockHolder) }),
  /** All documents were looked at. */
  'case.followed': z.object({ conflictCopies: z.int().nonnegative() }),
  /** A quote was made, changed, deleted or restored outside the renderer's own requests. */
  'quote.changed': Quote,
  /** A menu item of the application menu was chosen. */
  'menu.command': z.object({ command: z.string() })
} as const
export type Events = typeof events
export type EventName = keyof Events
export type EventData<N extends EventName> = z.output<Events[N]>
