import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { findChromium } from '../e2e/standin/chromium.mjs'
import { findElectron } from './electron.mjs'

/** A program in one of PATH's folders. */
function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.some((folder) =>
    endings.some((ending) => {
      try {
        accessSync(join(folder, name + ending), constants.X_OK)
        return true
      } catch {
        return false
      }
    })
  )
}

/** What the tests run besides Node: the browser (of which Electron brings its own), readers of PDF, and a tracer. */
const TOOLS = [
  { name: 'Chromium', there: () => findChromium() !== null || findElectron() !== null, debian: 'chromium', brew: null },
  { name: 'qpdf', there: () => onPath('qpdf'), debian: 'qpdf', brew: 'qpdf' },
  {
    name: 'pdfinfo and pdftotext',
    there: () => onPath('pdfinfo') && onPath('pdftotext'),
    debian: 'poppler-utils',
    brew: 'poppler'
  },
  { name: 'xmllint', there: () => onPath('xmllint'), debian: 'libxml2-utils', brew: null },
  { name: 'openssl', there: () => onPath('openssl'), debian: 'openssl', brew: null },
  { name: 'minisign', there: () => onPath('minisign'), debian: 'minisign', brew: 'minisign' },
  { name: 'mutool', there: () => onPath('mutool'), debian: 'mupdf-tools', brew: 'mupdf-tools' },
  { name: 'unzip', there: () => onPath('unzip'), debian: 'unzip', brew: null },
  // Linux alone has it; where it's missing elsewhere, the tests that kill at system calls don't run.
  {
    name: 'strace',
    there: () => process.platform !== 'linux' || onPath('strace'),
    debian: 'strace',
    brew: null
  }
]

function missing() {
  return TOOLS.filter((tool) => !tool.there())
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync(
    'apt-get',
    ['-qq', '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0', ...args],
    {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe']
    }
  )
  if (status !== 0) console.error(stderr)
  return status === 0
}

function installWithApt(tools) {
  const packages = tools.flatMap((tool) => tool.debian.split(' '))
  console.log(`Installing ${packages.join(', ')} with apt …`)
  // An outdated list is no reason to give up: the packages may be found all the same.
  apt(['update'])
  apt(['install', '-y', '--no-install-recommends', ...packages])
}

function installChromiumWithPlaywright() {
  console.log('Installing Chromium with Playwright …')
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
    child.once('error', resolve)
    child.once('exit', resolve)
  })
}

/**
 * Gets what the tests need: through apt as root on Debian and its kin, else the browser through Playwright. Returns a
 * sentence for each thing that is still missing and how to install it.
 */
export async function provideTools() {
  if (
    missing().length > 0 &&
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get')
  ) {
    installWithApt(missing())
  }
  if (missing().some((tool) => tool.name === 'Chromium')) await installChromiumWithPlaywright()
  return missing().map((tool) => {
    if (tool.name === 'Chromium')
      return 'Chromium is missing: run "npx playwright install chromium", or install Chromium or Chrome.'
    const how = {
      linux: `sudo apt-get install ${tool.debian} (or your system's package of the same tool)`,
      darwin: `brew install ${tool.brew}`
    }[process.platform]
    return `${tool.name} is missing: ${how ?? `install ${tool.debian} and put it into PATH`}.`
  })
}
