import { readFileSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { REASON_MEANINGS, WITHHOLD_REASONS } from '../shared/brief/withheld.ts'
import { HEAD_FORM, isHead } from '../shared/case/noted-head.ts'
import { TLP_LABELS, type Tlp } from '../shared/source/source.ts'
import { importableWords } from '../shared/source/import-formats.ts'
import { exportRequest, withExportOptions, type ExportFlags } from './cli/export-flags.ts'
import type { EditOptions } from './cli/import-commands.ts'
import { EXIT, printFailure, terminal, UsageError, type Answer, type Exit } from './cli/output.ts'
import type { Passphrases } from './cli/passphrase.ts'
import { content, line } from './cli/printable.ts'
import type { CommonOptions, Program } from './cli/session.ts'
import type { SignFlags } from './cli/signature-commands.ts'
import type { WithholdFlags } from './cli/withhold-commands.ts'
import type { Workspace } from './workspace.ts'

// Parsing the words of a command needs little of the program; what carries it out is loaded once it is known which it is.
const session = () => import('./cli/session.ts')
const briefs = () => import('./cli/brief-commands.ts')
const exporting = () => import('./cli/export-commands.ts')
const exchange = () => import('./cli/exchange-commands.ts')
const imports = () => import('./cli/import-commands.ts')
const protection = () => import('./cli/protection-commands.ts')
const quotes = () => import('./cli/quote-commands.ts')
const signatures = () => import('./cli/signature-commands.ts')
const sources = () => import('./cli/source-commands.ts')
const verification = () => import('./cli/verify-commands.ts')
const withholding = () => import('./cli/withhold-commands.ts')

const self = new URL('../../', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', self), 'utf8')) as { version: string }
const isBuilt = !import.meta.url.endsWith('.ts')
const running: Program = {
  root: self,
  version,
  workers: {
    import: new URL(isBuilt ? './import-worker.js' : './import/worker/worker.ts', import.meta.url),
    pdf: new URL(isBuilt ? './pdf-worker.js' : './export-worker/worker.ts', import.meta.url)
  }
}

let exit: Exit = EXIT.fine

/** Runs a command over a workspace of its own and prints what it answers. */
async function run(work: (workspace: Workspace, words: Passphrases) => Promise<Answer>): Promise<void> {
  const { runSession } = await session()
  exit = await runSession(running, program.opts<CommonOptions>(), work)
}

function tlp(label: string): Tlp {
  const wanted = label.toUpperCase().replace(/^(?!TLP:)/, 'TLP:')
  const known = TLP_LABELS.find((candidate) => candidate === wanted)
  if (!known) throw new InvalidArgumentError(`Use one of ${TLP_LABELS.join(', ')}.`)
  return known
}

/** A noted head of a log; the option may be given several times. */
function collectHead(value: string, before: string[]): string[] {
  if (!isHead(value)) throw new InvalidArgumentError(HEAD_FORM)
  return [...before, value]
}

/** For an option that may be given several times. */
function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

const program = new Command('dossier')
  .description('Turns articles into a PDF briefing whose every quotation can be checked. Works offline.')
  .version(version)
  .option('--json', 'print one JSON value on standard output; offsets are Unicode code points')
  .option('--passphrase-file <file>', 'file whose first line opens an encrypted case; - for standard input')
  .option('--new-passphrase-file <file>', 'file whose first line is the new passphrase; - for standard input')
  .showHelpAfterError('“dossier --help” shows the commands.')
  .exitOverride()
  .configureOutput({
    writeErr: (text) => terminal.err(content(text.trimEnd())),
    writeOut: (text) => terminal.out(content(text.trimEnd())),
    // What is wrong is one line, whatever was typed; a suggestion stands below it.
    outputError: (text) => terminal.err(line(text.trim().replace('\n(Did you mean', ' (Did you mean')))
  })

/** A command that takes `--json` after its name too. */
function command(parent: Command, definition: string, description: string): Command {
  return parent
    .command(definition)
    .description(description)
    .addOption(new Option('--json').hideHelp())
    .on('option:json', () => program.setOptionValue('json', true))
    .addOption(new Option('--passphrase-file <file>').hideHelp())
    .on('option:passphrase-file', (file: string) => program.setOptionValue('passphraseFile', file))
    .addOption(new Option('--new-passphrase-file <file>').hideHelp())
    .on('option:new-passphrase-file', (file: string) => program.setOptionValue('newPassphraseFile', file))
}

command(program, 'init <case>', 'make a case in an empty or new folder')
  .option('--title <title>', 'title of the case; there has to be one')
  .option('--tlp <label>', 'handling of the case (TLP 2.0)', tlp, 'TLP:AMBER' as Tlp)
  .action((path: string, options: { title?: string; tlp: Tlp }) =>
    run(async (workspace) => (await sources()).init(workspace, path, options))
  )

command(
  program,
  'import <case> [path...]',
  'import files, the files in folders, and what archives, mailboxes and mails hold'
)
  .option('--continue', 'go on with the import that was cut short', false)
  .option('--report <file>', 'write the report to a file too: CSV, or JSON when its name ends in .json')
  .addHelpText('after', `\nFiles are told by their content: ${importableWords()}.`)
  .action((path: string, paths: string[], options: { continue: boolean; report?: string }) =>
    run(async (workspace) => (await imports()).importFiles(workspace, path, paths, options))
  )

command(program, 'edit <case> <source...>', 'set metadata of sources; an empty value clears a field')
  .option('--title <title>')
  .option('--author <name...>')
  .option('--publisher <name>')
  .option('--published <date>', 'a day, month or year: 2017-05-25')
  .option('--section <name>')
  .option('--edition <name>')
  .option('--page <page>', 'as printed: A1')
  .option('--language <tag>')
  .option('--url <address>')
  .option('--tlp <label>', 'handling (TLP 2.0)', tlp)
  .option('--tag <tag...>', 'add tags')
  .option('--untag <tag...>', 'take tags away')
  .option('--confirm', 'confirm what is there', false)
  .action((path: string, keys: string[], options: EditOptions) =>
    run(async (workspace) => (await imports()).edit(workspace, path, keys, options))
  )

command(program, 'related <case> <source>', 'list the sources that have their text in common with one').action(
  (path: string, key: string) => run(async (workspace) => (await imports()).related(workspace, path, key))
)

command(program, 'difference <case> <source> <other>', 'show how the text of one source differs from another').action(
  (path: string, key: string, other: string) =>
    run(async (workspace) => (await imports()).difference(workspace, path, key, other))
)

command(program, 'sources <case>', 'list the sources').action((path: string) =>
  run(async (workspace) => (await sources()).listSources(workspace, path))
)

command(program, 'text <case> <source>', 'print the text of a source such as S1').action((path: string, key: string) =>
  run(async (workspace) => (await sources()).text(workspace, path, key))
)

command(program, 'extract <file>', 'show what an import would make of a file').action((file: string) =>
  run(async (workspace) => (await sources()).extract(workspace, file))
)

command(program, 'quote <case> <source>', 'save words of a source as a quote, if they stand there')
  .requiredOption('--exact <words>', 'the words')
  .option('--prefix <words>', 'what stands before them')
  .option('--suffix <words>', 'what stands after them')
  .action((path: string, key: string, options: { exact: string; prefix?: string; suffix?: string }) =>
    run(async (workspace) => (await quotes()).quote(workspace, path, key, options))
  )

command(program, 'quotes <case>', 'list the saved quotes').action((path: string) =>
  run(async (workspace) => (await quotes()).listQuotes(workspace, path))
)

const brief = program.command('brief').description('briefs as Markdown').exitOverride()
command(brief, 'list <case>', 'list the briefs').action((path: string) =>
  run(async (workspace) => (await briefs()).listBriefs(workspace, path))
)
command(brief, 'import <case> <file>', 'make a brief of a Markdown file').action((path: string, file: string) =>
  run(async (workspace) => (await briefs()).importMarkdown(workspace, path, file))
)
command(brief, 'export <case> <brief>', 'print a brief (its id, number or title) as Markdown')
  .option('--out <file>', 'write it to a file instead')
  .action((path: string, which: string, options: { out?: string }) =>
    run(async (workspace) => (await briefs()).exportMarkdown(workspace, path, which, options.out))
  )

command(program, 'verify <target>', 'verify a case, or an exported PDF from the PDF alone')
  .option('--require-signature <key>', 'fail unless the PDF is signed by this key: its name, id or public key')
  .option(
    '--head <hash>',
    'fail unless the case’s log goes on from this noted head; may be given several times',
    collectHead,
    []
  )
  .option(
    '--against <path>',
    'fail unless the case’s log goes on from that of this bundle or backup, or tells of this exported file; may be given several times',
    collect,
    []
  )
  .action(
    (path: string, { requireSignature, ...noted }: { requireSignature?: string; head: string[]; against: string[] }) =>
      run(async (workspace) =>
        (await verification()).verify(workspace, path, { ...noted, requireSignature: requireSignature ?? null })
      )
  )

command(program, 'sign <file>', 'sign a file: the signature, in the format of minisign, is written beside it')
  .option('--key <key>', 'the key that signs: its name or id; needed when there are several')
  .action((path: string, options: { key?: string }) =>
    run(async (workspace, words) => (await signatures()).sign(workspace, path, options.key, words))
  )

const key = program.command('key').description('keys that sign PDFs and check signatures').exitOverride()
command(key, 'new', 'make a key that signs')
  .option('--name <name>', 'its name', 'My key')
  .action((options: { name: string }) =>
    run(async (workspace, words) => (await signatures()).newKey(workspace, options.name, words))
  )
command(key, 'list', 'list the keys').action(() => run(async (workspace) => (await signatures()).listKeys(workspace)))
command(key, 'show <key>', 'print the public key of a key, for others').action((which: string) =>
  run(async (workspace) => (await signatures()).showKey(workspace, which))
)
command(key, 'import <public-key>', 'take in somebody’s public key: its line, or a file with it')
  .option('--name <name>', 'the name under which it is known here')
  .action((given: string, options: { name?: string }) =>
    run(async (workspace) => (await signatures()).importKey(workspace, given, options.name))
  )
command(key, 'forget <key>', 'remove a key').action((which: string) =>
  run(async (workspace) => (await signatures()).forgetKey(workspace, which))
)

command(program, 'log <case>', 'show the chain of custody, check it and print its head').action((path: string) =>
  run(async (workspace) => (await verification()).log(workspace, path))
)

command(
  program,
  'accept <case>',
  'accept that documents are missing or aren’t as the log tells of them; it is logged, and verify passes over it from then on'
).action((path: string) => run(async (workspace) => (await verification()).accept(workspace, path)))

command(program, 'merge <case> [other]', 'merge another copy of a case, or the conflict copies in its own folder')
  .option('--dry-run', 'only say what would be merged', false)
  .option('--decide <file>', 'JSON file with decisions: {"<id of the conflict>": "a" | "b" | "both"}')
  .option('--base <case>', 'a folder with the case as it was before both copies were changed, if you have one')
  .option('--other-passphrase-file <file>', 'file whose first line opens the other copy, if it is encrypted')
  .action(
    (
      path: string,
      other: string | undefined,
      options: { dryRun: boolean; decide?: string; otherPassphraseFile?: string; base?: string }
    ) => run(async (workspace) => (await exchange()).merge(workspace, path, other, options))
  )

command(
  program,
  'bundle <case> <out>',
  'hand a case over as a BagIt bundle: a zip when the name ends in .zip, else a folder'
)
  .option('--max-tlp <label>', 'leave out what is more restricted than this label (TLP 2.0)', tlp)
  .action((path: string, out: string, options: { maxTlp?: Tlp }) =>
    run(async (workspace) => (await exchange()).bundle(workspace, path, out, options.maxTlp))
  )

command(program, 'open-bundle <bundle> <case>', 'make a case of a bundle, checked').action(
  (bundle: string, path: string) => run(async (workspace) => (await exchange()).openBundle(workspace, bundle, path))
)

command(program, 'check-bundle <bundle>', 'check a bundle against its manifests').action((bundle: string) =>
  run(async (workspace) => (await exchange()).check(workspace, bundle))
)

command(program, 'backup <case>', 'make a backup of a case, checked by reading it back')
  .option('--list', 'list the backups there are instead', false)
  .action((path: string, options: { list: boolean }) =>
    run(async (workspace) => (await protection()).backup(workspace, path, options))
  )

command(
  program,
  'restore <case> [backup]',
  'put a backup (its folder; else the newest good one) in the place of a case; the case as it was is kept beside it'
).action((path: string, backup: string | undefined) =>
  run(async (workspace, words) => (await protection()).restore(workspace, path, backup, words))
)

command(program, 'repair <case>', 'put back changed and missing originals and texts from the backups').action(
  (path: string) => run(async (workspace) => (await protection()).repair(workspace, path))
)

command(program, 'encrypt <case>', 'encrypt a case with a passphrase').action((path: string) =>
  run(async (workspace, words) => (await protection()).encrypt(workspace, path, words))
)

command(program, 'decrypt <case>', 'decrypt a case for good').action((path: string) =>
  run(async (workspace, words) => (await protection()).decrypt(workspace, path, words))
)

command(program, 'passphrase <case>', 'change the passphrase of an encrypted case').action((path: string) =>
  run(async (workspace, words) => (await protection()).passphrase(workspace, path, words))
)

command(program, 'withhold <case> <brief>', 'choose what redacted exports of a brief leave out')
  .option('--source <key>', 'a whole source, such as S3')
  .option('--words <words...>', 'names or other words, wherever they stand')
  .option('--passage <block>', 'a statement or quote: its place in the brief or its id')
  .option('--exact <words>', 'only these words of the passage')
  .addOption(new Option('--reason <code>', 'why: see “dossier help withhold”').choices(WITHHOLD_REASONS))
  .option('--list', 'list what is withheld', false)
  .option('--remove <number>', 'withhold no longer what has this number in the list')
  .option('--near', 'show what still stands and is like withheld words, and is to be decided', false)
  .option('--also <form...>', 'withhold these near forms too')
  .option('--leave <form...>', 'leave these near forms in redacted exports')
  .addHelpText('after', `\nReasons: ${WITHHOLD_REASONS.map((code) => `${code} ${REASON_MEANINGS[code]}`).join('; ')}`)
  .action((path: string, which: string, flags: WithholdFlags) =>
    run(async (workspace) => (await withholding()).withhold(workspace, path, which, flags))
  )

const exportCommand = withExportOptions(
  command(program, 'export <case> <brief>', 'export a brief (its id, number or title): name at least one file to write')
    .option('--strict', 'refuse when there are findings', false)
    .option('--sign', 'sign the PDF; the signature is written beside it', false)
    .option('--key <key>', 'the key that signs: its name or id; needed when there are several')
    .addOption(new Option('--key-passphrase-file <file>', 'file whose first line opens the key; - for standard input'))
)
exportCommand.action((path: string, which: string, flags: ExportFlags & SignFlags) => {
  const request = exportRequest(flags, (message) => exportCommand.error(`error: ${message}`))
  return run(async (workspace) => {
    const sign = await (await signatures()).signRequest(workspace, flags)
    return (await exporting()).exportTo(workspace, path, which, request, sign)
  })
})

try {
  await program.parseAsync()
} catch (error) {
  const asJson = process.argv.includes('--json')
  if (!(error instanceof CommanderError)) exit = printFailure(error, asJson, terminal)
  else if (error.exitCode === 0) exit = EXIT.fine
  else {
    exit = EXIT.usage
    if (asJson) printFailure(new UsageError(error.message.replace(/^error: /, '')), true, terminal)
  }
}
process.exitCode = exit
