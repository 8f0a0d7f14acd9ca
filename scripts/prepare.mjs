/** After `npm install`: builds Dossier, so that its first command and its first window don't wait for that. Runs under Node 20 too. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isBuilt } from './built.mjs'
import { findNode24 } from './node24.mjs'

const root = join(import.meta.dirname, '..')
const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
// Without the packages for development there is nothing to build with.
if (existsSync(builder) && !isBuilt('app')) {
  const { status, stdout, stderr } = spawnSync(findNode24() ?? process.execPath, [builder, 'build'], {
    cwd: root,
    encoding: 'utf8'
  })
  // What was installed is of use without the build, which is tried again by “npm start” and “npm test”.
  if (status !== 0) console.error(`${stdout}${stderr}\nDossier could not be built; see above.`)
}
