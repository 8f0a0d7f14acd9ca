/**
 * A stand-in for Electron's executable, for machines where its binary can't be had: runs the app's real, built main bundle
 * in Node with the module `electron` replaced, and shows its windows in an installed Chromium.
 *
 * It keeps the contract that Playwright's `_electron.launch` relies on: `-r <module>`, `--inspect=<port>`,
 * `--remote-debugging-port=0` and the app's folder as arguments; "Debugger listening on" and "DevTools listening on" on
 * stderr. Not shown by it: context isolation, fuses, native menus and dialogs, child windows.
 */
import { readFileSync, statSync } from 'node:fs'
import { open as openInspector } from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.mjs'
import { startBrowser } from './chromium.mjs'
import { dialog } from './dialogs.mjs'
import { ipcMain } from './ipc.mjs'
import { Menu, MenuItem, roles } from './menu.mjs'
import { clipboard, nativeTheme, net, powerMonitor, screen, session, shell } from './modules.mjs'
import { protocol } from './protocol.mjs'
import { debug, runtime, strict } from './runtime.mjs'
import { BrowserWindow, useBrowser, webContents } from './windows.mjs'

const members = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents
}

/** Makes `import 'electron'` and `require('electron')` give the stand-in's modules. */
function replaceElectron() {
  const url = 'standin:electron'
  const key = Symbol.for('dossier.standin.electron')
  globalThis[key] = strict('main', members)
  const object = `globalThis[Symbol.for('dossier.standin.electron')]`
  const named = Object.keys(members).map((name) => `export const ${name} = electron.${name}`)
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context)
      const format = context.conditions?.includes('require') ? 'commonjs' : 'module'
      return { url, format, shortCircuit: true }
    },
    load(loaded, context, next) {
      if (loaded !== url) return next(loaded, context)
      const esm = `const electron = ${object}\nexport default electron\n${named.join('\n')}`
      const source = context.format === 'commonjs' ? `module.exports = ${object}` : esm
      return { format: context.format, source, shortCircuit: true }
    }
  })
}

/** Reads Electron's command line: switches, modules to require first, and the app's folder or file. */
function readArguments(argv) {
  const required = []
  let inspect = null
  let at = 0
  for (; at < argv.length && argv[at].startsWith('-'); at++) {
    if (argv[at] === '-r' || argv[at] === '--require') required.push(argv[++at])
    const match = /^--([^=]+)(?:=(.*))?$/.exec(argv[at])
    if (match?.[1] === 'inspect') inspect = Number((match[2] ?? '9229').split(':').pop())
    else if (match) runtime.switches.set(match[1], match[2] ?? '')
  }
  const path = resolve(argv[at] ?? '.')
  const isFolder = statSync(path).isDirectory()
  runtime.appFolder = isFolder ? path : dirname(path)
  if (isFolder) runtime.manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  return { required, inspect, entry: isFolder ? join(path, runtime.manifest.main ?? 'index.js') : path }
}

function electronVersion(require) {
  try {
    return require('electron/package.json').version
  } catch (error) {
    debug('version', error.message)
    return '0.0.0'
  }
}

/** Runs the app. `argv` is what follows the executable on the command line. */
export function main(argv) {
  const { required, inspect, entry } = readArguments(argv)
  const require = createRequire(join(runtime.appFolder, 'package.json'))
  const versions = { electron: electronVersion(require), chrome: '156.0.0.0' }
  for (const [name, value] of Object.entries(versions))
    Object.defineProperty(process.versions, name, { value, enumerable: true })
  process.argv = [process.argv[1], ...argv]
  process.type = 'browser'
  process.defaultApp = true
  process.resourcesPath = join(runtime.appFolder, 'resources')
  process.standin = true
  replaceElectron()

  let browser = null
  app.windows = () => BrowserWindow.getAllWindows()
  app.shutDown = async () => browser?.close()
  roles.focusedWindow = () => BrowserWindow.getFocusedWindow()
  roles.run = (role) => {
    if (role === 'quit') app.quit()
    if (role === 'close') BrowserWindow.getFocusedWindow()?.close()
    if (role === 'reload') BrowserWindow.getFocusedWindow()?.webContents.reload()
  }

  if (inspect !== null) openInspector(inspect, '127.0.0.1')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.quit())
  process.on('exit', () => browser?.kill())
  for (const module of required) require(module)
  debug('loading', entry)
  import(pathToFileURL(entry).href)
    .then(startBrowser)
    .then((started) => {
      browser = started
      useBrowser(started)
      app.becomeReady()
    })
    .catch((error) => {
      process.stderr.write(`The app could not be started: ${error.stack}\n`)
      process.exit(1)
    })
}
