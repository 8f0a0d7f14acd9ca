import { readFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from './app.mjs'
import { debug, strict } from './runtime.mjs'
import { BrowserWindow } from './windows.mjs'

/**
 * Electron's `dialog` with windows of its own: a sheet inside the page (picker.js), in a world that the page's scripts
 * can't reach. Paths are picked from a list or typed.
 */
const PICKER_SOURCE = readFileSync(join(import.meta.dirname, 'picker.js'), 'utf8')
/** The picker's world per window, made anew after each navigation. */
const worlds = new WeakMap()

async function world(contents) {
  const known = worlds.get(contents)
  if (known?.frame === contents.mainFrame) return known.id
  const { executionContextId: id } = await contents.command('Page.createIsolatedWorld', {
    frameId: contents.mainFrameId,
    worldName: 'stand-in dialogs'
  })
  await contents.command('Runtime.evaluate', { expression: PICKER_SOURCE, contextId: id })
  worlds.set(contents, { frame: contents.mainFrame, id })
  return id
}

/** Shows a state of the sheet and waits for what the user does; `null` closes the sheet. */
async function ask(contents, state) {
  const contextId = await world(contents)
  const expression = `standinPicker(${JSON.stringify(state)})`
  const answer = await contents.command('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true
  })
  if (answer.exceptionDetails)
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
  return answer.result.value
}

/** The optional first argument of Electron's dialogs is the window. */
function target(args) {
  const [first, second] = args
  const [window, options] = first instanceof BrowserWindow ? [first, second] : [BrowserWindow.getFocusedWindow(), first]
  return { contents: window?.webContents ?? null, options: options ?? {} }
}

async function isFolder(path) {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}

async function exists(path) {
  return (await stat(path).catch(() => null)) !== null
}

async function listFolder(folder, filters, kind) {
  const extensions = (filters ?? []).flatMap((filter) => filter.extensions)
  const wanted = (name) =>
    extensions.length === 0 || extensions.includes('*') || extensions.includes(extname(name).slice(1).toLowerCase())
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
    .filter((entry) => entry.folder || (kind !== 'folder' && wanted(entry.name)))
    .sort((a, b) => Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name, undefined, { numeric: true }))
    .slice(0, 1000)
}

/** What was typed as an absolute path: `~`, quotation marks and file: addresses are understood. */
export function typedPath(text, folder) {
  const bare = text.trim().replace(/^(["'])(.*)\1$/, '$2')
  if (bare.startsWith('file://')) return fileURLToPath(bare)
  return resolve(folder, bare.replace(/^~(?=$|[/\\])/, homedir()))
}

/** Says why the paths won't do, or nothing. */
async function objection(kind, paths) {
  if (paths.length === 0) return 'Choose something, or type its path.'
  for (const path of paths) {
    if (kind === 'save') {
      if (!(await isFolder(dirname(path)))) return `There is no folder ${dirname(path)}.`
    } else if (!(await exists(path))) return `There is nothing at ${path}.`
    else if (kind === 'folder' && !(await isFolder(path))) return `${path} is not a folder.`
    else if (kind === 'file' && (await isFolder(path))) return `${path} is a folder.`
  }
  return ''
}

/** Runs the sheet until paths are chosen (returned) or it is cancelled (null). */
async function pick(contents, { title, button, kind, multiple, folder: startFolder, name, filters }) {
  let folder = startFolder
  let text = name
  let problem = ''
  try {
    for (;;) {
      const entries = await listFolder(folder, filters, kind).catch((error) => {
        problem = `The folder can't be listed (${error.code}).`
        return []
      })
      const answer = await ask(contents, { title, button, kind, multiple, folder, text, entries, problem })
      problem = ''
      text = answer.text ?? ''
      if (answer.action === 'cancel') return null
      if (answer.action === 'enter') {
        folder = typedPath(answer.folder, folder)
        if (kind !== 'save') text = ''
        continue
      }
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      // With nothing typed, the folder that is shown is meant.
      const paths = kind === 'folder' && lines.length === 0 ? [folder] : lines.map((line) => typedPath(line, folder))
      // A folder where a file is wanted: look inside.
      if (kind !== 'folder' && paths.length === 1 && (await isFolder(paths[0])) && kind === 'file') {
        folder = paths[0]
        text = ''
        continue
      }
      problem = await objection(kind, paths)
      if (problem !== '') continue
      if (kind === 'save' && (await exists(paths[0])) && !(await confirmReplacing(contents, paths[0]))) continue
      return paths
    }
  } finally {
    await ask(contents, null)
  }
}

async function confirmReplacing(contents, path) {
  const message = `${basename(path)} is already there. Replace it?`
  const answer = await ask(contents, { message, detail: '', buttons: ['Cancel', 'Replace'], cancelId: 0, defaultId: 0 })
  return answer.button === 1
}

/** Where a dialog starts, and the name it proposes. */
async function start(defaultPath) {
  const documents = (await isFolder(app.getPath('documents'))) ? app.getPath('documents') : homedir()
  if (!defaultPath) return { folder: documents, name: '' }
  const path = resolve(documents, defaultPath)
  if (await isFolder(path)) return { folder: path, name: '' }
  return { folder: (await isFolder(dirname(path))) ? dirname(path) : documents, name: basename(path) }
}

/** A window's dialogs come one after the other. */
let last = Promise.resolve()
function inTurn(task) {
  const result = last.then(task)
  last = result.catch((error) => debug('dialog', error.message))
  return result
}

export const dialog = strict('dialog', {
  showOpenDialog: (...args) =>
    inTurn(async () => {
      const { contents, options } = target(args)
      if (contents === null) return { canceled: true, filePaths: [] }
      const properties = options.properties ?? ['openFile']
      const kind = properties.includes('openDirectory') ? (properties.includes('openFile') ? 'any' : 'folder') : 'file'
      const paths = await pick(contents, {
        title: options.title ?? options.message ?? 'Open',
        button: options.buttonLabel ?? 'Open',
        kind,
        multiple: properties.includes('multiSelections'),
        filters: options.filters,
        ...(await start(options.defaultPath))
      })
      return { canceled: paths === null, filePaths: paths ?? [] }
    }),

  showSaveDialog: (...args) =>
    inTurn(async () => {
      const { contents, options } = target(args)
      if (contents === null) return { canceled: true, filePath: '' }
      const paths = await pick(contents, {
        title: options.title ?? options.message ?? 'Save',
        button: options.buttonLabel ?? 'Save',
        kind: 'save',
        multiple: false,
        filters: options.filters,
        ...(await start(options.defaultPath))
      })
      return { canceled: paths === null, filePath: paths?.[0] ?? '' }
    }),

  showMessageBox: (...args) =>
    inTurn(async () => {
      const { contents, options } = target(args)
      const { message = '', detail = '', buttons = ['OK'], cancelId = 0, defaultId = 0 } = options
      if (contents === null) {
        process.stderr.write(`${message}\n${detail}\n`)
        return { response: cancelId, checkboxChecked: false }
      }
      try {
        const answer = await ask(contents, { message, detail, buttons, cancelId, defaultId })
        return { response: answer.button ?? cancelId, checkboxChecked: false }
      } finally {
        await ask(contents, null)
      }
    }),

  showErrorBox: (title, content) => process.stderr.write(`${title}\n${content}\n`)
})
