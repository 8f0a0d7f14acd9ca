import { Command, CommanderError, Option } from 'commander'
import { EXIT, printFailure, terminal, UsageError, type Exit } from './output.ts'
import { content, line } from './printable.ts'
import type { CommonOptions, Program } from './session.ts'
import type { Run, Verb, VerbList } from './verb.ts'

/** Runs the verb that the process's arguments name. Resolves with the exit code. */
export async function runCommandLine(running: Program, list: VerbList): Promise<Exit> {
  let exit: Exit = EXIT.fine
  const program = makeProgram(running.version)
  const run: Run = async (work) => {
    // Parsing the words needs little of the program; the workspace is loaded once it is known that they are right.
    const { runSession } = await import('./session.ts')
    exit = await runSession(running, program.opts<CommonOptions>(), work)
  }
  for (const name of needed(list, process.argv[2])) {
    const verb = await list[name]!()
    if ('define' in verb) addVerb(program, program, name, verb, run)
    else {
      const group = program.command(name).description(verb.summary).exitOverride()
      for (const [word, each] of Object.entries(verb.verbs)) addVerb(program, group, word, each, run)
    }
  }
  try {
    await program.parseAsync()
    return exit
  } catch (error) {
    const asJson = process.argv.includes('--json')
    if (!(error instanceof CommanderError)) return printFailure(error, asJson, terminal)
    if (error.exitCode === 0) return EXIT.fine
    if (asJson) printFailure(new UsageError(error.message.replace(/^error: /, '')), true, terminal)
    return EXIT.usage
  }
}

/** The names of the verbs that have to be known to understand the arguments: all of them, unless the first says which it is. */
function needed(list: VerbList, first: string | undefined): string[] {
  if (first !== undefined && Object.hasOwn(list, first)) return [first]
  return first === '--version' ? [] : Object.keys(list)
}

function makeProgram(version: string): Command {
  return new Command('dossier')
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
}

/** Adds a verb, which takes the program's own options after its name too. */
function addVerb(program: Command, parent: Command, name: string, { args, summary, define }: Verb, run: Run): void {
  const command = parent
    .command(`${name} ${args}`.trimEnd())
    .description(summary)
    .addOption(new Option('--json').hideHelp())
    .on('option:json', () => program.setOptionValue('json', true))
    .addOption(new Option('--passphrase-file <file>').hideHelp())
    .on('option:passphrase-file', (file: string) => program.setOptionValue('passphraseFile', file))
    .addOption(new Option('--new-passphrase-file <file>').hideHelp())
    .on('option:new-passphrase-file', (file: string) => program.setOptionValue('newPassphraseFile', file))
  define(command, run)
}
