import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cdp } from './cdp.mjs'
import { debug, runtime } from './runtime.mjs'

const PROFILE_PREFIX = 'dossier-standin-'

function candidates() {
  const { env, platform } = process
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
    return ['', env['HOME'] ?? ''].flatMap((home) =>
      apps.map((app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`)
    )
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined
    )
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe'
    ]
    return roots.flatMap((root) => programs.map((program) => join(root, program)))
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'brave-browser'
  ]
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return names.flatMap((name) => ['/usr/bin', '/snap/bin', ...folders].map((folder) => join(folder, name)))
}

/** Chromium as `playwright install chromium` puts it, newest first. */
function fromPlaywright() {
  const home = process.env['HOME'] ?? process.env['USERPROFILE'] ?? ''
  const cache =
    {
      darwin: join(home, 'Library/Caches/ms-playwright'),
      win32: join(process.env['LOCALAPPDATA'] ?? '', 'ms-playwright')
    }[process.platform] ?? join(home, '.cache/ms-playwright')
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? cache
  if (!existsSync(folder)) return []
  const builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name))
  const inside = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-win64/chrome.exe', 'chrome-win/chrome.exe']
  return builds
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((build) => inside.map((path) => join(folder, build, path)))
}

/** Path of an installed Chromium or Chrome (`STANDIN_CHROMIUM` names one), or null. */
export function findChromium() {
  const named = process.env['STANDIN_CHROMIUM']
  if (named) return existsSync(named) ? named : null
  return [...candidates(), ...fromPlaywright()].find((path) => existsSync(path)) ?? null
}

/** Profiles are named after the process they belong to; those of dead ones (killed, power cut) are swept. */
function makeProfile() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PROFILE_PREFIX) ? Number(name.slice(PROFILE_PREFIX.length).split('-')[0]) : 0
    if (pid > 0 && !alive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
  return mkdtempSync(join(tmpdir(), `${PROFILE_PREFIX}${process.pid}-`))
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Chromium refuses its sandbox to root; everybody else has it. */
function withoutSandbox() {
  return process.getuid?.() === 0
}

/**
 * Starts the browser with a throw-away profile and without a window. Playwright asks for a debugging port by its switch
 * and reads the port's line from stderr; without it none is opened.
 *
 * @returns {Promise<Browser>}
 */
export async function startBrowser() {
  const path = findChromium()
  if (path === null) throw new Error('No Chromium or Chrome is installed.')
  const profile = makeProfile()
  const forTests = runtime.switches.has('remote-debugging-port')
  // The app's own switches (resolver rules, proxy, ...) hold for the browser too.
  const kept = ['user-data-dir', 'inspect', 'remote-debugging-port', 'no-sandbox']
  const switches = [...runtime.switches].filter(([name]) => !kept.includes(name))
  const args = [
    ...switches.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    ...(runtime.headful ? [] : ['--headless=new']),
    ...(withoutSandbox() ? ['--no-sandbox'] : []),
    // No bar that warns of the switches above.
    '--test-type',
    ...(forTests ? ['--remote-debugging-port=0'] : []),
    '--remote-debugging-pipe',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-dev-shm-usage',
    '--password-store=basic',
    '--use-mock-keychain',
    `--user-data-dir=${profile}`,
    '--no-startup-window'
  ]
  // Nothing of the caller's environment that would make Chromium's wrapper or Node's options leak in is needed here.
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const browser = new Browser(path, profile, child)
  const cdp = new Cdp(child.stdio[3], child.stdio[4])
  const ended = new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}.\n${browser.errors}`)))
  })
  ended.catch(() => undefined)
  await Promise.race([cdp.send('Target.setDiscoverTargets', { discover: true }), ended])
  if (forTests) process.stderr.write(`\nDevTools listening on ${await Promise.race([browser.portUrl(), ended])}\n`)
  debug('browser up')
  runtime.cdp = cdp
  return browser
}

/** The running browser process and its profile. */
class Browser {
  errors = ''
  #portFound

  constructor(path, profile, child) {
    this.path = path
    this.profile = profile
    this.child = child
    const port = Promise.withResolvers()
    this.#portFound = port.promise
    child.stderr.on('data', (data) => {
      this.errors = (this.errors + data).slice(-8192)
      const found = /^DevTools listening on (ws:\/\/\S+)/m.exec(this.errors)
      if (found) port.resolve(found[1])
    })
  }

  portUrl() {
    return this.#portFound
  }

  /**
   * Opens a window and returns its target. On the screen it is a window without tabs and address bar, which only the
   * browser's own command line can make: the running browser takes over what a second start asks for.
   */
  async openWindow(bounds) {
    const { cdp } = runtime
    const { width, height } = bounds
    if (!runtime.headful) {
      return (await cdp.send('Target.createTarget', { url: 'about:blank', width, height, newWindow: true })).targetId
    }
    const url = `data:text/html,dossier-${Math.random().toString(36).slice(2)}`
    const opened = Promise.withResolvers()
    const look = ({ targetInfo }) => {
      if (targetInfo.type === 'page' && targetInfo.url === url) opened.resolve(targetInfo.targetId)
    }
    cdp.on('|Target.targetCreated', look)
    cdp.on('|Target.targetInfoChanged', look)
    const args = [`--user-data-dir=${this.profile}`, `--app=${url}`, '--test-type']
    spawn(this.path, [...args, ...(withoutSandbox() ? ['--no-sandbox'] : [])], { stdio: 'ignore' })
    const target = await opened.promise
    cdp.off('|Target.targetCreated', look)
    cdp.off('|Target.targetInfoChanged', look)
    const place = bounds.x === undefined ? {} : { left: bounds.x, top: bounds.y }
    const { windowId } = await cdp.send('Browser.getWindowForTarget', { targetId: target })
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { width, height, ...place } })
    return target
  }

  /** Closes the browser, by force after three seconds, and removes its profile. */
  async close() {
    const { child } = this
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      runtime.cdp?.send('Browser.close').catch((error) => debug('close', error.message))
      const force = setTimeout(() => child.kill('SIGKILL'), 3000)
      await gone
      clearTimeout(force)
    }
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }

  kill() {
    this.child.kill('SIGKILL')
  }
}
