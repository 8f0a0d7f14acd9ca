import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IndexProgress } from '../../shared/search/answer.ts'
import type { Emit } from '../../shared/api/contract.ts'
import { cleanName } from '../../shared/import/clean-name.ts'
import type { RecognitionProgress } from '../../shared/source/recognition-report.ts'
import type { ImportProgress } from '../../shared/import/report.ts'
import { toFailure } from '../../shared/errors/system-error.ts'
import { othersSentence } from '../../shared/case/holder.ts'
import { createWorkspace, type Workspace } from '../workspace.ts'
import { print, printFailure, terminal, type Answer, type Exit, EXIT } from './output.ts'
import { passphrases, type Passphrases } from './passphrase.ts'
import { line, say } from './printable.ts'
import { listenToProcess } from './process-events.ts'
import { backupRule, userDataFolder } from './user-data.ts'

/** Where the program stands: its own folder, and what runs in threads of their own. */
export interface Program {
  root: URL
  version: string
  workers: { import: URL; pdf: URL; search: URL }
}

/** The options that every command takes. */
export interface CommonOptions {
  json?: boolean
  passphraseFile?: string
  newPassphraseFile?: string
}

/** A clock and new names for what a command makes. */
const clockAndIds = { now: () => new Date(), newId: () => randomUUID() }

/** Runs a command over a workspace of its own and prints what it answers. Resolves with the exit code. */
export async function runSession(
  program: Program,
  { json, passphraseFile, newPassphraseFile }: CommonOptions,
  work: (workspace: Workspace, words: Passphrases) => Promise<Answer>
): Promise<Exit> {
  let exit: Exit = EXIT.fine
  const asJson = json === true
  const words = passphrases({ file: passphraseFile, newFile: newPassphraseFile })
  let workspace: Workspace | null = null
  const events = listenToProcess(asJson, async () => workspace?.close())
  try {
    workspace = await makeWorkspace(program, words)
    const answer = await work(workspace, words)
    if (!events.interrupted) exit = print(answer, asJson, terminal)
  } catch (error) {
    if (!events.interrupted) exit = printFailure(error, asJson, terminal)
  }
  try {
    await workspace?.close()
  } catch (error) {
    // What was asked for is done or was told of; what closing saves is made anew when it's missing.
    terminal.err(say`The case could not be closed in order: ${toFailure(error).message}`)
  }
  return exit
}

async function makeWorkspace({ root, version, workers }: Program, words: Passphrases): Promise<Workspace> {
  const userData = userDataFolder()
  const rule = await backupRule(userData)
  return createWorkspace({
    emit,
    userData,
    documents: join(homedir(), 'Documents'),
    resources: fileURLToPath(new URL('resources', root)),
    workers,
    page: fileURLToPath(new URL('out/page/verify.html', root)),
    generator: `Dossier ${version}`,
    program: 'Dossier’s command line',
    wait: true,
    roll: false,
    index: false,
    backups: () => rule,
    passphrase: words.current,
    ...clockAndIds
  })
}

/** Progress and notices for people, on standard error. */
const emit: Emit = (name, data) => {
  if (name === 'case.notice' && 'notice' in data) terminal.err(line(data.notice))
  if (name === 'case.others' && 'others' in data)
    for (const other of data.others) terminal.err(line(othersSentence(other)))
  if (name === 'import.progress') tellProgress(data as ImportProgress)
  if (name === 'recognition.progress') tellRecognising(data as RecognitionProgress)
  // A log has no use for it, and nothing fails without.
  if (name === 'search.progress' && process.stderr.isTTY) tellIndexing(data as IndexProgress)
}

function tellRecognising({ done, total, current }: RecognitionProgress): void {
  terminal.progress(
    current && say`Recognising ${current.key}, page ${current.page} of ${current.pages} · ${done + 1}/${total} sources`
  )
}

function tellIndexing({ done, total }: IndexProgress): void {
  terminal.progress(done < total ? say`Making the search index: ${done}/${total}` : null)
}

function tellProgress({ done, total, current, perMinute, remainingSeconds }: ImportProgress): void {
  if (current === null) return terminal.progress(null)
  const pace = perMinute === null ? '' : ` · ${Math.round(perMinute)} a minute`
  const left = remainingSeconds === null ? '' : ` · about ${Math.ceil(remainingSeconds / 60)} min left`
  terminal.progress(say`${done + 1}/${total}${pace}${left} · ${cleanName(current)}`)
}
