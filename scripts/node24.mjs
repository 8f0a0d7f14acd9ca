import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The Node that the project's code needs: TypeScript without a build step, and what Electron 45 has inside. */
export const NEEDED_MAJOR = 24
const root = join(import.meta.dirname, '..')

function major(version) {
  return Number(version.split('.')[0])
}

/**
 * Path of a Node that is new enough: the running one, or the one that came with `npm install` (the packages
 * `node-<platform>-<arch>`). Null when there is none.
 */
export function findNode24() {
  if (major(process.versions.node) >= NEEDED_MAJOR) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve(`node-${platform}-${process.arch}/package.json`)
    const path = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(path) ? path : null
  } catch {
    // The package doesn't exist for this platform, or optional packages were left out.
    return null
  }
}

/** One sentence for when `findNode24` finds none. */
export const NODE_MISSING =
  `Dossier needs Node ${NEEDED_MAJOR}, this is ${process.version}. Run "npm install" in Dossier's folder, ` +
  `which brings it on Linux and Windows, or install Node ${NEEDED_MAJOR} from https://nodejs.org.`

/** The channel to the parent closes when the parent is gone. By force, since exiting would wait for a debugger to leave. */
function endWithParent() {
  if (!process.connected) return
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  process.channel?.unref()
}

/**
 * Runs a script again under Node 24 when the running Node is older: same terminal, same exit code, signals passed on, and
 * the end of this process, even by force, is the end of that one. `flags` are for that Node. Returns false when the running Node will do, so that the
 * caller goes on itself.
 */
export async function runInNode24(script, args, { env = process.env, flags = [] } = {}) {
  const node = findNode24()
  if (node === process.execPath) {
    endWithParent()
    return false
  }
  if (node === null) {
    console.error(NODE_MISSING)
    process.exit(3)
  }
  const child = spawn(node, [...flags, script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (...result) => resolve(result))
  })
  if (signal !== null) {
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  }
  process.exitCode = code ?? 3
  return true
}
