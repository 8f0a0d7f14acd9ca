import type { Command } from 'commander'
import type { Workspace } from '../workspace.ts'
import type { Answer } from './output.ts'
import type { Passphrases } from './passphrase.ts'

/** Runs what a verb does over a workspace of its own, and prints what it answers. */
export type Run = (work: (workspace: Workspace, words: Passphrases) => Promise<Answer>) => Promise<void>

/** A verb of the command line: the words it is called with, and what it does. Its name stands in the list of verbs. */
export interface Verb {
  /** Its arguments, as commander reads them: `<case> [path...]`. */
  args: string
  summary: string
  /** Adds its options and its action to the command that was made of the above. */
  define: (command: Command, run: Run) => Command
}

/** Verbs that stand behind one word, by their names, as `dossier key new` does. */
export interface VerbGroup {
  summary: string
  verbs: Readonly<Record<string, Verb>>
}

/** All verbs by their names, in the order in which the help shows them. What a verb consists of is loaded when it is needed. */
export type VerbList = Readonly<Record<string, () => Promise<Verb | VerbGroup>>>
