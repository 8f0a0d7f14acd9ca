import { resolve } from 'node:path'
import type { Workspace } from '../workspace.ts'
import type { Answer } from './output.ts'
import { lines, say } from './printable.ts'
import type { Verb } from './verb.ts'

export const VERIFIER: Verb = {
  args: '',
  summary:
    'write a web page that checks exported PDFs and bundles in any browser, without Dossier and without a network',
  define: (command, run) =>
    command
      .requiredOption('--out <file>', 'where to write it, such as verify.html')
      .action(({ out }: { out: string }) => run((workspace) => verifier(workspace, out)))
}

/** `dossier verifier`: writes the page, and prints its SHA-256, by which recipients tell it from another one. */
async function verifier(workspace: Workspace, out: string): Promise<Answer> {
  const page = await workspace.handlers['verify.page']({ path: resolve(out) })
  return {
    json: page,
    text: lines(
      say`Wrote ${page.path} (SHA-256 ${page.sha256})`,
      say`Tell the SHA-256 to whoever gets it by another way: it shows that the page is the one you wrote.`
    )
  }
}
