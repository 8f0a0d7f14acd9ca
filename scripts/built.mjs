import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')

/** The script of the command line as the build makes it, and its source, which Node 24 runs too. */
export const COMMAND_LINE = { built: join(root, 'out/main/cli.js'), source: join(root, 'src/main/cli.ts') }

const CODE = ['src/main', 'src/shared', 'electron.vite.config.ts', 'scripts/chunks.mjs', 'package-lock.json']
const OF_PAGE = ['src/page', 'scripts/build-page.mjs']
const MADE = {
  app: {
    of: [...CODE, ...OF_PAGE, 'src/preload', 'src/renderer'],
    made: ['main/index.js', 'preload/index.cjs', 'renderer/index.html', 'page/verify.html']
  },
  commandLine: { of: CODE, made: ['main/cli.js'] }
}

/** When something in a folder was changed last. Every command asks this of some thousand files, so it takes the shortest way to each. */
function newestIn(folder) {
  let found = statSync(folder).mtimeMs
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry
    // A test is no part of the build, and what was removed shows in its folder.
    if (OF_TESTS.test(name)) continue
    const path = `${folder}/${name}`
    const changed = entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs
    if (changed > found) found = changed
  }
  return found
}

const OF_TESTS = /\.test(?:-helper)?\.tsx?$/

function newest(path) {
  const about = statSync(path)
  return about.isDirectory() ? newestIn(path) : about.mtimeMs
}

/** Whether the build of `app` or `commandLine` is there, and as new as what it is made of. */
export function isBuilt(what) {
  const { of, made } = MADE[what]
  const built = made.map((path) => join(root, 'out', path))
  if (!built.every((path) => existsSync(path))) return false
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs))
  return of.every((path) => newest(join(root, path)) <= oldest)
}

/** The script to run as the command line: the build's when that is as new as what it is made of, else the source. */
export function commandLine() {
  return isBuilt('commandLine') ? COMMAND_LINE.built : COMMAND_LINE.source
}

/** The modules of the program's threads, of the build or of the sources by the same rule: those of the build start in half the time. */
export function workers() {
  const [reading, making, finding] = isBuilt('commandLine')
    ? ['out/main/import-worker.js', 'out/main/pdf-worker.js', 'out/main/search-worker.js']
    : ['src/main/import/worker/worker.ts', 'src/main/export-worker/worker.ts', 'src/main/search/worker.ts']
  const [read, make, find] = [reading, making, finding].map((path) => pathToFileURL(join(root, path)))
  return { import: read, pdf: make, search: find }
}
