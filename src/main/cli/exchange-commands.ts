import { basename, resolve } from 'node:path'
import { z } from 'zod'
import type { MergeReport } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { DECISIONS } from '../../shared/case/merge/conflict.ts'
import type { Tlp } from '../../shared/source/source.ts'
import type { Workspace } from '../workspace.ts'
import { openToNote, openToRead, openToWrite } from './case-access.ts'
import { EXIT, type Answer } from './output.ts'
import { line, lines, say } from './printable.ts'
import { tlp } from './option-values.ts'
import { parseJson, readText } from './read-file.ts'
import type { Verb } from './verb.ts'

interface BundleFlags {
  maxTlp?: Tlp
  withPage: boolean
}

export const BUNDLE: Verb = {
  args: '<case> <out>',
  summary: 'hand a case over as a BagIt bundle: a zip when the name ends in .zip, else a folder',
  define: (command, run) =>
    command
      .option('--max-tlp <label>', 'leave out what is more restricted than this label (TLP 2.0)', tlp)
      .option('--with-page', 'put a web page in it with which anyone can check it in a browser', false)
      .action((path: string, out: string, options: BundleFlags) =>
        run((workspace) => bundle(workspace, path, out, options))
      )
}

/** `dossier bundle`: hands a case over. */
async function bundle(
  workspace: Workspace,
  path: string,
  out: string,
  { maxTlp, withPage }: BundleFlags
): Promise<Answer> {
  await openToNote(workspace, path)
  const report = await workspace.handlers['bundle.write']({ path: resolve(out), maxTlp: maxTlp ?? null, withPage })
  const wrote = say`Wrote ${report.path}: ${report.sources} sources, ${report.quotes} quotes, ${report.briefs} briefs (SHA-256 ${report.sha256})`
  return { json: report, text: lines(wrote, ...report.leftOut.map(line)) }
}

export const OPEN_BUNDLE: Verb = {
  args: '<bundle> <case>',
  summary: 'make a case of a bundle, checked',
  define: (command, run) =>
    command.action((from: string, path: string) => run((workspace) => openBundle(workspace, from, path)))
}

/** `dossier open-bundle`: makes a case of a bundle, checked. */
async function openBundle(workspace: Workspace, from: string, path: string): Promise<Answer> {
  const view = await workspace.handlers['bundle.open']({ bundle: resolve(from), path: resolve(path) })
  const json = {
    path: view.path,
    title: view.case.title,
    sources: view.sources.length,
    quotes: view.quotes,
    briefs: view.briefs.length
  }
  return {
    json,
    text: say`Made the case “${json.title}” in ${json.path}: ${json.sources} sources, ${json.quotes} quotes, ${json.briefs} briefs`
  }
}

export const CHECK_BUNDLE: Verb = {
  args: '<bundle>',
  summary: 'check a bundle against its manifests',
  define: (command, run) => command.action((from: string) => run((workspace) => check(workspace, from)))
}

/** `dossier check-bundle`: checks a bundle, or any other BagIt bag, against its manifests. */
async function check(workspace: Workspace, from: string): Promise<Answer> {
  const found = await workspace.handlers['bundle.check']({ path: resolve(from) })
  const whole = found.dossier ? 'The bundle is whole.' : 'This is a whole BagIt bag, but not a bundle of Dossier’s.'
  const warnings = found.warnings.map((sentence) => `Note: ${sentence}`)
  return {
    json: found,
    text: lines(...(found.ok ? [line(whole)] : found.problems.map(line)), ...warnings.map(line)),
    exit: found.ok ? EXIT.fine : EXIT.findings
  }
}

/** What a merge that can't begin leaves as it is. */
const KEPT = 'Nothing was merged.'

interface MergeFlags {
  dryRun: boolean
  decide?: string
  otherPassphraseFile?: string
  base?: string
}

export const MERGE: Verb = {
  args: '<case> [other]',
  summary: 'merge another copy of a case, or the conflict copies in its own folder',
  define: (command, run) =>
    command
      .option('--dry-run', 'only say what would be merged', false)
      .option('--decide <file>', 'JSON file with decisions: {"<id of the conflict>": "a" | "b" | "both"}')
      .option('--base <case>', 'a folder with the case as it was before both copies were changed, if you have one')
      .option('--other-passphrase-file <file>', 'file whose first line opens the other copy, if it is encrypted')
      .action((path: string, other: string | undefined, options: MergeFlags) =>
        run((workspace) => merge(workspace, path, other, options))
      )
}

/** `dossier merge`: merges another copy, or the conflict copies in the case's folder. */
async function merge(
  workspace: Workspace,
  path: string,
  other: string | undefined,
  options: MergeFlags
): Promise<Answer> {
  const from = other === undefined ? null : resolve(other)
  const file = options.otherPassphraseFile
  const passphrase = file === undefined ? undefined : (await readText(file, KEPT)).split(/\r?\n/)[0]
  const wanted = {
    path: from,
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(options.base === undefined ? {} : { base: resolve(options.base) })
  }
  const decisions = await readDecisions(options.decide)
  if (options.dryRun) {
    await openToRead(workspace, path)
    return answer(await mustUnlock(workspace.handlers['merge.preview'](wanted), passphrase), 'Would take over')
  }
  await openToWrite(workspace, path)
  const { report } = await mustUnlock(workspace.handlers['merge.apply']({ ...wanted, decisions }), passphrase)
  return answer(report, 'Took over', new Set(Object.keys(decisions)))
}

/** Says how to give the passphrase of the other copy, which is never asked for. */
async function mustUnlock<T>(merging: Promise<T>, passphrase: string | undefined): Promise<T> {
  try {
    return await merging
  } catch (error) {
    if (passphrase !== undefined || !(error instanceof DossierError) || error.code !== 'locked') throw error
    const message =
      'The other copy is encrypted. Nothing was merged. Name a file whose first line is its passphrase with --other-passphrase-file.'
    throw new DossierError('locked', message, { cause: error })
  }
}

function answer(report: MergeReport, verb: string, decided = new Set<string>()): Answer {
  const open = report.conflicts.filter(({ id, choices }) => choices.length > 0 && !decided.has(id))
  const conflicts = report.conflicts.map(({ id, subject, field, a, b, outcome, choices }) =>
    lines(
      say`${id}  ${subject}, ${field}`,
      say`  a: ${a}`,
      say`  b: ${b}`,
      say`  ${outcome}${choices.length > 0 ? ` (choices: ${choices.join(', ')})` : ''}`
    )
  )
  const head = !report.changes
    ? say`There was nothing to merge.`
    : say`${verb} ${report.gains.length > 0 ? report.gains.join(', ') : 'changes'}.`
  const tail =
    open.length === 0
      ? []
      : [say`${open.length === 1 ? 'One conflict' : `${open.length} conflicts`} can be decided with --decide.`]
  return {
    json: report,
    text: lines(head, ...report.left.map((sentence) => say`${sentence}`), ...conflicts, ...tail),
    exit: open.length > 0 ? EXIT.findings : EXIT.fine
  }
}

/** Decisions as JSON: `{"<id of the conflict>": "a" | "b" | "both"}`. */
async function readDecisions(file: string | undefined): Promise<Record<string, 'a' | 'b' | 'both'>> {
  if (file === undefined) return {}
  const parsed = z.record(z.string(), z.enum(DECISIONS)).safeParse(parseJson(await readText(file, KEPT)))
  if (parsed.success) return parsed.data
  throw new DossierError(
    'bad-request',
    `“${basename(file)}” isn’t a file of decisions: {"<id of the conflict>": "a", "b" or "both"}. Nothing was merged.`
  )
}
