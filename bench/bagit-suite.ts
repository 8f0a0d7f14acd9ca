import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DossierError } from '../src/shared/errors/errors.ts'
import { checkBundle } from '../src/main/bundle/check-bundle.ts'
import { listNames } from '../src/main/base/folders.ts'

/**
 * Runs the check of bags over the BagIt conformance suite (github.com/LibraryOfCongress/bagit-conformance-suite), or any folder laid out like it
 * (`v<version>/<valid|invalid|warning|linux-only|windows-only>/<bag>`), and prints which bags were judged wrong.
 *
 *     node bench/bagit-suite.ts <folder>
 */
const folder = process.argv[2]
if (folder === undefined) {
  process.stderr.write('Usage: node bench/bagit-suite.ts <folder of the BagIt conformance suite>\n')
  process.exit(2)
}

interface Judged {
  ok: boolean
  problems: string[]
  warnings: string[]
}

async function judge(bag: string): Promise<Judged> {
  try {
    return await checkBundle(bag)
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    return { ok: false, problems: [error.message], warnings: [] }
  }
}

let bags = 0
const wrong: string[] = []
for (const version of (await readdir(resolve(folder))).filter((name) => /^v\d/.test(name)).sort()) {
  for (const category of await listNames(join(folder, version))) {
    const wanted = category === 'valid' || category === 'warning'
    for (const name of await listNames(join(folder, version, category))) {
      const path = join(folder, version, category, name)
      if ((await listNames(path)).length === 0) continue
      bags++
      const { ok, problems, warnings } = await judge(path)
      const silent = category === 'warning' && warnings.length === 0
      if (ok === wanted && !silent) continue
      const why = ok ? (silent ? 'no warning' : 'no problem found') : problems.join(' | ')
      wrong.push(`${version}/${category}/${name}: ${why}`)
    }
  }
}
process.stdout.write(`${bags} bags, ${wrong.length} judged wrong\n${wrong.map((line) => `  ${line}\n`).join('')}`)
process.exitCode = wrong.length === 0 ? 0 : 1
