/**
 * `npm start`: opens Dossier. In Electron; where its binary is missing it is downloaded first; where that is impossible the
 * same build opens in an installed Chromium. `--dev` builds anew and allows the developer tools. Runs under Node 20 too.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBuilt } from './built.mjs'
import { electronPackage, findElectron, STANDIN } from './electron.mjs'
import { findNode24, NODE_MISSING } from './node24.mjs'

const root = join(import.meta.dirname, '..')
/** A download that hasn't begun, or stands still, for this long is given up. */
const STALL = 20_000
const MEGABYTE = 1_000_000

const args = process.argv.slice(2)
const development = args.includes('--dev')

/** Runs a program to its end. Resolves with its exit code and the last of what it wrote to stderr. */
function run(command, commandArgs, { env = process.env, show = true } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArgs, { cwd: root, env, stdio: ['inherit', show ? 'inherit' : 'pipe', 'pipe'] })
    let output = ''
    const keep = (data) => {
      output = (output + data).slice(-20_000)
    }
    child.stdout?.on('data', keep)
    child.stderr.on('data', (data) => {
      keep(data)
      if (show) process.stderr.write(data)
    })
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    child.once('error', reject)
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, pass)
      resolve({ code: code ?? 1, output })
    })
  })
}

async function build() {
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  if (!existsSync(builder)) return giveUp('Dossier is not installed yet: run "npm install" first.')
  console.log('Building Dossier …')
  const mode = development ? ['--mode', 'development', '--sourcemap'] : []
  const { code, output } = await run(findNode24() ?? process.execPath, [builder, 'build', ...mode], { show: false })
  if (code !== 0) giveUp(`${output}\nDossier could not be built; see above.`)
}

function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Downloads Electron's binary, showing how far it is. Returns its path, or null when that can't be done. */
async function downloadElectron() {
  const folder = electronPackage()
  if (folder === null || process.env['ELECTRON_STANDIN'] === '1') return null
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  console.log(`Downloading Electron ${version} (about 120 MB, only this once) …`)
  // The download goes through a temporary folder of ours, whose size tells how far it is.
  const temporary = mkdtempSync(join(tmpdir(), 'dossier-electron-'))
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }
  const child = spawn(findNode24() ?? process.execPath, [join(folder, 'install.js')], {
    cwd: root,
    env,
    stdio: 'ignore'
  })
  let bytes = 0
  let grew = Date.now()
  const watch = setInterval(() => {
    const now = sizeOf(temporary)
    if (now !== bytes) grew = Date.now()
    if (process.stdout.isTTY && now > bytes) process.stdout.write(`\r  ${Math.round(now / MEGABYTE)} MB `)
    bytes = now
    if (Date.now() - grew > STALL) child.kill('SIGKILL')
  }, 500)
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (exitCode) => resolve(exitCode ?? 1))
  })
  clearInterval(watch)
  if (process.stdout.isTTY && bytes > 0) process.stdout.write('\n')
  rmSync(temporary, { recursive: true, force: true })
  return code === 0 ? findElectron() : null
}

function sizeOf(folder) {
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    try {
      if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size
    } catch {
      // Moved away between listing and looking.
    }
  }
  return bytes
}

/** Electron refuses to start as root with its sandbox. */
function electronArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

async function main() {
  const { env, platform } = process
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    giveUp('There is no display here to open Dossier on. Its command line works without one: npx dossier --help')
  }
  if (development || !isBuilt('app')) await build()
  const appEnv = { ...env, ...(development ? { DOSSIER_DEV: '1' } : {}) }
  delete appEnv['ELECTRON_RUN_AS_NODE']

  const electron = findElectron() ?? (await downloadElectron())
  let reason = 'Electron could not be downloaded'
  if (electron !== null) {
    const { code, output } = await run(electron, [...electronArguments(), root], { env: appEnv })
    // Some Linux systems forbid the sandbox to programs that weren't installed by a package.
    if (code === 0 || !output.includes('SUID sandbox helper')) process.exit(code)
    reason = "Electron's sandbox is not allowed on this system"
  }

  const node = findNode24()
  if (node === null) giveUp(`${reason}. ${NODE_MISSING}`)
  const { findChromium } = await import('../e2e/standin/chromium.mjs')
  const chromium = findChromium()
  if (chromium === null) {
    giveUp(
      `${reason}, and no Chromium or Chrome is installed to open Dossier in. Install one of them, or connect to the network once and run "npm start" again.`
    )
  }
  console.log(`${reason}, so Dossier opens in ${chromium}.`)
  const { code } = await run(node, [STANDIN, root], { env: { ...appEnv, STANDIN_HEADFUL: '1' } })
  process.exit(code)
}

await main()
