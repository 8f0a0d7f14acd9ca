import { resolve } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Backup } from '../../shared/case/backup.ts'
import type { Workspace } from '../workspace.ts'
import { openToNote, openToRead, openToWrite } from './case-access.ts'
import { EXIT, type Answer } from './output.ts'
import type { Passphrases } from './passphrase.ts'
import { columns, line, lines, say } from './printable.ts'
import type { Verb } from './verb.ts'

export const BACKUP: Verb = {
  args: '<case>',
  summary: 'make a backup of a case, checked by reading it back',
  define: (command, run) =>
    command
      .option('--list', 'list the backups there are instead', false)
      .action((path: string, options: { list: boolean }) => run((workspace) => backup(workspace, path, options)))
}

/** `dossier backup`: makes a backup, or lists them. */
async function backup(workspace: Workspace, path: string, options: { list: boolean }): Promise<Answer> {
  if (options.list) {
    const backups = await workspace.handlers['backup.list']({ path: resolve(path) })
    return {
      json: backups,
      text: backups.length === 0 ? say`There are no backups of this case.` : columns(backups.map(row))
    }
  }
  await openToNote(workspace, path)
  const made = await workspace.handlers['backup.create']({})
  const text = say`Backed up ${made.sources} sources, ${made.quotes} quotes, ${made.briefs} briefs to ${made.path}`
  return made.problems === 0
    ? { json: made, text }
    : {
        json: made,
        text: lines(
          text,
          say`${made.problems === 1 ? 'One file in it isn’t' : `${made.problems} files in it aren’t`} as they should be. “dossier verify” says which; older backups are kept.`
        ),
        exit: EXIT.findings
      }
}

export const RESTORE: Verb = {
  args: '<case> [backup]',
  summary:
    'put a backup (its folder; else the newest good one) in the place of a case; the case as it was is kept beside it',
  define: (command, run) =>
    command.action((path: string, from: string | undefined) =>
      run((workspace, words) => restore(workspace, path, from, words))
    )
}

/** `dossier restore`: puts a backup in the place of a case. */
async function restore(
  workspace: Workspace,
  path: string,
  from: string | undefined,
  words: Passphrases
): Promise<Answer> {
  const chosen = from === undefined ? await newestGood(workspace, path) : resolve(from)
  const target = resolve(path)
  const isSealed = (await workspace.handlers['case.sealed']({ path: chosen })).sealed
  const secret = isSealed ? { passphrase: await words.current() } : {}
  await workspace.handlers['backup.restore']({ path: target, backup: chosen, ...secret })
  return {
    json: { path: target, backup: chosen },
    text: say`Restored ${target} from ${chosen}. The case as it was is kept beside it.`
  }
}

async function newestGood(workspace: Workspace, path: string): Promise<string> {
  const backups = await workspace.handlers['backup.list']({ path: resolve(path) })
  const good = backups.find(({ problems, folder }) => problems === 0 && folder === resolve(path))
  if (!good)
    throw new DossierError(
      'not-found',
      'There is no good backup of the case in this folder. Nothing was changed. “dossier backup --list” shows those of its copies.'
    )
  return good.path
}

export const REPAIR: Verb = {
  args: '<case>',
  summary: 'put back changed and missing originals and texts from the backups',
  define: (command, run) => command.action((path: string) => run((workspace) => repair(workspace, path)))
}

/** `dossier repair`: puts back changed and missing originals and texts from the backups. */
async function repair(workspace: Workspace, path: string): Promise<Answer> {
  await openToWrite(workspace, path)
  const report = await workspace.handlers['backup.repair']({})
  const told = [...report.restored.map((name) => say`Put back ${name}`), ...report.left.map(line)]
  return {
    json: report,
    text: told.length === 0 ? say`Nothing had to be put back.` : lines(...told),
    exit: report.left.length === 0 ? EXIT.fine : EXIT.findings
  }
}

export const ENCRYPT: Verb = {
  args: '<case>',
  summary: 'encrypt a case with a passphrase',
  define: (command, run) => command.action((path: string) => run((workspace, words) => encrypt(workspace, path, words)))
}

/** `dossier encrypt`, `decrypt` and `passphrase`. */
async function encrypt(workspace: Workspace, path: string, words: Passphrases): Promise<Answer> {
  const { inClear } = await workspace.handlers['case.finishEncryption']({ path: resolve(path) })
  if (inClear !== null) {
    return {
      json: { path: resolve(path), encrypted: true, inClear },
      text: lines(
        say`The case is encrypted now. These of its files were in clear; make sure that nobody put them there:`,
        ...inClear.map((name) => say`  ${name}`)
      )
    }
  }
  if ((await workspace.handlers['case.sealed']({ path: resolve(path) })).sealed)
    throw new DossierError(
      'bad-request',
      'This case is encrypted already. Nothing was changed. “dossier passphrase” gives it another passphrase.'
    )
  await openToWrite(workspace, path)
  await workspace.handlers['case.encrypt']({ passphrase: await words.first() })
  return {
    json: { path: resolve(path), encrypted: true },
    text: say`The case is encrypted. Without the passphrase nobody can read it, not even you. Its backups in clear were removed.`
  }
}

export const DECRYPT: Verb = {
  args: '<case>',
  summary: 'decrypt a case for good',
  define: (command, run) => command.action((path: string) => run((workspace, words) => decrypt(workspace, path, words)))
}

async function decrypt(workspace: Workspace, path: string, words: Passphrases): Promise<Answer> {
  await mustBeEncrypted(workspace, path)
  const passphrase = await words.current()
  await workspace.handlers['case.use']({ path: resolve(path), to: 'note', passphrase })
  await workspace.handlers['case.decrypt']({ passphrase })
  return {
    json: { path: resolve(path), encrypted: false },
    text: say`The case is decrypted. Everyone who has its folder can read it.`
  }
}

export const PASSPHRASE: Verb = {
  args: '<case>',
  summary: 'change the passphrase of an encrypted case',
  define: (command, run) =>
    command.action((path: string) => run((workspace, words) => passphrase(workspace, path, words)))
}

async function passphrase(workspace: Workspace, path: string, words: Passphrases): Promise<Answer> {
  await mustBeEncrypted(workspace, path)
  const old = await words.current()
  await workspace.handlers['case.use']({ path: resolve(path), to: 'note', passphrase: old })
  await workspace.handlers['case.passphrase']({ old, next: await words.next() })
  return {
    json: { path: resolve(path), changed: true },
    text: say`The passphrase was changed, in the backups on this machine too.`
  }
}

/** Nobody is asked for a passphrase that isn't needed. @throws DossierError `bad-request`, or why there is no case here */
async function mustBeEncrypted(workspace: Workspace, path: string): Promise<void> {
  if ((await workspace.handlers['case.sealed']({ path: resolve(path) })).sealed) return
  await openToRead(workspace, path)
  throw new DossierError(
    'bad-request',
    'This case isn’t encrypted. Nothing was changed. “dossier encrypt” encrypts it with a passphrase.'
  )
}

function row({ at, reason, sources, quotes, briefs, problems, path }: Backup): string[] {
  const state = problems === 0 ? 'good' : `${problems} problems`
  return [at, reason, state, `${sources} sources, ${quotes} quotes, ${briefs} briefs`, path]
}
