import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.mjs'
import { clone, codec, createCodec } from './codec.mjs'
import { ipcMain } from './ipc.mjs'
import { accelerators, menuEvents, runAccelerator } from './menu.mjs'
import { nativeTheme, session } from './modules.mjs'
import { decideRequest, fromWeb, toWeb } from './protocol.mjs'
import { debug, emitPreventable, runtime } from './runtime.mjs'

/** Open windows by id, and the browser that shows them (set by main.mjs). */
const windows = new Map()
let lastId = 0
const browser = { current: null }

const PAGE_SOURCE = readFileSync(join(import.meta.dirname, 'page.js'), 'utf8')

/** The script that runs in each new document: the bridge with the preload inside. */
function pageScript(preload) {
  const versions = { electron: process.versions.electron, chrome: process.versions.chrome, node: process.versions.node }
  const setup = { platform: process.platform, versions, accelerators: accelerators() }
  // Functions as replacements, so that `$&` and the like in the preload stay as they are.
  return PAGE_SOURCE.replace('__SETUP__', () => JSON.stringify(setup))
    .replace('__CODEC__', () => createCodec.toString())
    .replace('__PRELOAD__', () => `function (require, module, exports, process) {\n${preload}\n}`)
}

/** Electron's WebContents over one target of the browser. */
class WebContents extends EventEmitter {
  #url = ''
  #contexts = new Map()
  #openHandler = () => ({ action: 'allow' })
  session = session.defaultSession
  mainFrame = { url: '', origin: '', parent: null }
  mainFrameId = undefined
  /** What the app itself asked to load: no navigation event for that. */
  requestedUrl = ''
  navigationHistory = { canGoBack: () => false, canGoForward: () => false, clear: () => undefined }

  constructor(window) {
    super()
    this.id = window.id
    this.window = window
  }

  /** Sends a protocol command to the page, once it is there. */
  command = async (method, params) => {
    await this.window.opened
    return runtime.cdp.send(method, params, this.window.sessionId)
  }

  /** Subscribes to the page's protocol events. */
  listen(sessionId, command) {
    const on = (method, listener) => runtime.cdp.on(`${sessionId}|${method}`, listener)
    on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === '__standinSend') void this.#onMessage(executionContextId, JSON.parse(payload))
    })
    on('Runtime.executionContextCreated', ({ context }) => this.#contexts.set(context.id, context.auxData?.frameId))
    on('Fetch.requestPaused', (paused) => void decideRequest(this, command, paused))
    on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.#url = fromWeb(frame.url)
      this.mainFrameId = frame.id
      this.mainFrame = { url: this.#url, origin: this.#url.split('/').slice(0, 3).join('/'), parent: null }
      this.emit('did-navigate', {}, this.#url)
    })
    on('Page.domContentEventFired', () => this.emit('dom-ready', {}))
    on('Page.loadEventFired', () => {
      if (this.#url === '' || this.#url === 'about:blank' || this.#url.startsWith('data:')) return
      this.emit('did-finish-load', {})
      this.emit('did-stop-loading', {})
    })
    on('Page.javascriptDialogOpening', ({ type }) => {
      // Under Playwright its own session answers; on the screen the veto goes the way it goes in Electron.
      if (type !== 'beforeunload' || runtime.switches.has('remote-debugging-port')) return
      const leave = !emitPreventable(this, 'will-prevent-unload')
      void command('Page.handleJavaScriptDialog', { accept: leave })
    })
    on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
  }

  async #onMessage(contextId, message) {
    if (message.kind === 'accelerator') return runAccelerator(message.index)
    if (message.kind === 'close') return this.window.close()
    if (message.kind === 'bounds') return this.window.resized(message.bounds)
    if (message.kind === 'open') return this.askToOpen(message.url)
    const frameId = this.#contexts.get(contextId)
    const senderFrame =
      frameId === this.mainFrameId ? this.mainFrame : { url: 'about:blank', origin: 'null', parent: this.mainFrame }
    const event = {
      sender: this,
      senderFrame,
      frameId,
      processId: 1,
      preventDefault: () => undefined,
      reply: (...args) => this.send(...args)
    }
    const args = await this.#realPaths(codec.decode(message.args), contextId)
    if (message.kind === 'send') return ipcMain.emit(message.channel, event, ...args)
    const answer = await ipcMain.answer(message.channel, event, args)
    const expression = `window.__standinReceive('reply', ${message.id}, ${JSON.stringify(answer)})`
    return this.command('Runtime.evaluate', { expression, contextId }).catch((error) => debug('reply', error.message))
  }

  /** Replaces the marks that `webUtils.getPathForFile` left by the files' paths, which only the protocol can tell. */
  async #realPaths(value, contextId) {
    if (typeof value === 'string' && value.startsWith('\0standin-file:')) {
      const expression = `window.__standinFile(${Number(value.slice(14))})`
      const { result } = await this.command('Runtime.evaluate', { expression, contextId })
      return (await this.command('DOM.getFileInfo', { objectId: result.objectId })).path
    }
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.#realPaths(item, contextId)))
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
    const entries = Object.entries(value).map(async ([key, item]) => [key, await this.#realPaths(item, contextId)])
    return Object.fromEntries(await Promise.all(entries))
  }

  /** Asks the app whether a page may open a window. None is ever made: the stand-in has no child windows. */
  askToOpen(url) {
    const answer = this.#openHandler({
      url: fromWeb(url),
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: '' }
    })
    if (answer.action !== 'deny') process.stderr.write('The stand-in has no child windows; this one was not opened.\n')
  }

  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }

  getURL() {
    return this.#url
  }

  getTitle() {
    return this.window.getTitle()
  }

  getOwnerBrowserWindow() {
    return this.window
  }

  isDestroyed() {
    return this.window.isDestroyed()
  }

  isDevToolsOpened() {
    return false
  }

  openDevTools() {}
  closeDevTools() {}
  toggleDevTools() {}
  focus() {}
  setZoomFactor() {}
  setZoomLevel() {}
  getZoomLevel() {
    return 0
  }
  setWebRTCIPHandlingPolicy() {}
  setVisualZoomLevelLimits() {
    return Promise.resolve()
  }

  send(channel, ...args) {
    const payload = codec.encode(clone(args))
    const expression = `window.__standinReceive?.('event', ${JSON.stringify(channel)}, ${JSON.stringify(payload)})`
    this.command('Runtime.evaluate', { expression }).catch((error) => debug('send', error.message))
  }

  async loadURL(url) {
    const loaded = new Promise((done, fail) => {
      this.once('did-finish-load', done)
      this.once('did-fail-load', (_event, code, text) => fail(new Error(`${text} (${code}) loading '${url}'`)))
    })
    this.requestedUrl = url
    const { errorText } = await this.command('Page.navigate', { url: toWeb(url) })
    if (errorText) this.emit('did-fail-load', {}, -2, errorText, url, true)
    return loaded
  }

  loadFile(path) {
    return this.loadURL(pathToFileURL(resolve(runtime.appFolder, path)).href)
  }

  reload() {
    void this.command('Page.reload')
  }

  async executeJavaScript(expression) {
    const answer = await this.command('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true
    })
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
    return answer.result.value
  }

  async capturePage() {
    const png = Buffer.from((await this.command('Page.captureScreenshot', { format: 'png' })).data, 'base64')
    return { toPNG: () => png, isEmpty: () => png.length === 0 }
  }

  close(options) {
    void this.window.closeAsked(options?.waitForBeforeUnload === true)
  }
}

/** Electron's BrowserWindow: one page of the browser. */
export class BrowserWindow extends EventEmitter {
  #options
  #title
  #bounds
  #destroyed = false
  #visible
  #maximized = false
  #painted = false
  #closing = null
  targetId = null
  sessionId = null

  static getAllWindows() {
    return [...windows.values()]
  }

  static fromId(id) {
    return windows.get(id) ?? null
  }

  static fromWebContents(contents) {
    return contents?.window ?? null
  }

  static getFocusedWindow() {
    return [...windows.values()].at(-1) ?? null
  }

  constructor(options = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.id = ++lastId
    this.#options = options
    this.#title = options.title ?? app.getName()
    this.#visible = options.show !== false
    this.#bounds = { x: options.x, y: options.y, width: options.width ?? 800, height: options.height ?? 600 }
    windows.set(this.id, this)
    this.webContents = new WebContents(this)
    this.opened = this.#open()
    this.opened.catch((error) => process.stderr.write(`The window could not be opened: ${error.stack}\n`))
    app.emit('browser-window-created', {}, this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async #open() {
    const { cdp } = runtime
    this.targetId = await browser.current.openWindow(this.#bounds)
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: this.targetId, flatten: true })
    this.sessionId = sessionId
    const command = (method, params) => cdp.send(method, params, sessionId)
    this.webContents.listen(sessionId, command)
    cdp.on(`${sessionId}|Page.lifecycleEvent`, ({ name }) => {
      if (name !== 'firstPaint' || this.#painted || !this.webContents.getURL().includes('://')) return
      this.#painted = true
      debug('first paint')
      this.#showTitle()
      this.emit('ready-to-show')
    })
    const { preload } = this.#options.webPreferences ?? {}
    const source = pageScript(preload ? readFileSync(preload, 'utf8') : '')
    const size = { width: this.#bounds.width, height: this.#bounds.height, deviceScaleFactor: 0, mobile: false }
    await Promise.all([
      command('Page.enable'),
      command('Runtime.enable'),
      command('Runtime.addBinding', { name: '__standinSend' }),
      command('Page.setLifecycleEventsEnabled', { enabled: true }),
      command('Page.addScriptToEvaluateOnNewDocument', { source }),
      command('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      command('Emulation.setEmulatedMedia', { features: nativeTheme.mediaFeatures }),
      cdp.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
      ...(runtime.headful ? [] : [command('Emulation.setDeviceMetricsOverride', size)])
    ])
    debug('window ready')
  }

  /** The target is gone: closed here, by the user, or with the browser. */
  gone() {
    if (this.#destroyed) return
    this.#destroyed = true
    windows.delete(this.id)
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (windows.size > 0 || runtime.quitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }

  /** Closes as Electron does: `close`, then the page's beforeunload. Resolves with whether it closed. */
  closeAsked(askPage = true) {
    this.#closing ??= this.#close(askPage).finally(() => {
      this.#closing = null
    })
    return this.#closing
  }

  async #close(askPage) {
    if (this.#destroyed) return true
    if (!emitPreventable(this, 'close')) return false
    await this.opened
    const gone = new Promise((done) => this.once('closed', () => done(true)))
    // The page's beforeunload is dispatched by hand: a real dialog would race with Playwright, which accepts it.
    if (askPage && (await this.#pageObjects()) && emitPreventable(this.webContents, 'will-prevent-unload')) return false
    if (this.#destroyed) return true
    await runtime.cdp
      .send('Target.closeTarget', { targetId: this.targetId })
      .catch((error) => debug('close', error.message))
    return gone
  }

  async #pageObjects() {
    const expression = `(() => {
      const event = document.createEvent('BeforeUnloadEvent')
      event.initEvent('beforeunload', false, true)
      dispatchEvent(event)
      return event.defaultPrevented || event.returnValue !== ''
    })()`
    const answer = await this.webContents
      .command('Runtime.evaluate', { expression, returnByValue: true })
      .catch(() => null)
    return answer?.result.value === true
  }

  close() {
    void this.closeAsked()
  }

  destroy() {
    void this.opened.then(() => runtime.cdp.send('Target.closeTarget', { targetId: this.targetId }))
  }

  isDestroyed() {
    return this.#destroyed
  }

  loadURL(url) {
    return this.webContents.loadURL(url)
  }

  loadFile(path) {
    return this.webContents.loadFile(path)
  }

  getTitle() {
    return this.#title
  }

  /** The browser's window shows its document's title, so that is set too. */
  setTitle(title) {
    this.#title = title
    if (this.#painted) this.#showTitle()
  }

  #showTitle() {
    const expression = `document.title = ${JSON.stringify(this.#title)}`
    this.webContents.command('Runtime.evaluate', { expression }).catch((error) => debug('title', error.message))
  }

  show() {
    this.#visible = true
    this.emit('show')
  }

  showInactive() {
    this.show()
  }

  hide() {
    this.#visible = false
    this.emit('hide')
  }

  isVisible() {
    return this.#visible
  }

  focus() {
    if (runtime.headful) void this.webContents.command('Page.bringToFront')
    this.emit('focus')
  }

  isFocused() {
    return BrowserWindow.getFocusedWindow() === this
  }

  getBounds() {
    const { x = 0, y = 0, width, height } = this.#bounds
    return { x, y, width, height }
  }

  getNormalBounds() {
    return this.getBounds()
  }

  getContentBounds() {
    return this.getBounds()
  }

  getSize() {
    return [this.#bounds.width, this.#bounds.height]
  }

  setBounds(bounds) {
    Object.assign(this.#bounds, bounds)
    if (runtime.headful) return
    const { width, height } = this.#bounds
    void this.webContents.command('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 0,
      mobile: false
    })
  }

  setSize(width, height) {
    this.setBounds({ width, height })
  }

  /** The user moved or sized the browser's window. */
  resized(bounds) {
    Object.assign(this.#bounds, bounds)
    this.emit('resize')
  }

  isMaximized() {
    return this.#maximized
  }

  maximize() {
    this.#maximized = true
    this.emit('maximize')
  }

  unmaximize() {
    this.#maximized = false
    this.emit('unmaximize')
  }

  isMinimized() {
    return false
  }

  isFullScreen() {
    return false
  }

  minimize() {}
  restore() {}
  setFullScreen() {}
  setMenuBarVisibility() {}
  setMenu() {}
  removeMenu() {}
  setMinimumSize() {}
  setProgressBar() {}
  setBackgroundColor() {}
  setDocumentEdited() {}
  setRepresentedFilename() {}
  center() {}
}

export const webContents = {
  fromDevToolsTargetId: (id) => BrowserWindow.getAllWindows().find((window) => window.targetId === id)?.webContents,
  getAllWebContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  fromId: (id) => windows.get(id)?.webContents,
  getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null
}

/** Connects the windows with the browser that shows them. */
export function useBrowser(started) {
  browser.current = started
  const { cdp } = runtime
  cdp.on('|Target.targetDestroyed', ({ targetId }) => byTarget(targetId)?.gone())
  cdp.on('|Target.targetCreated', ({ targetInfo }) => {
    // What a page opened past the bridge (Ctrl+click on a link, a form's target) is asked for and closed.
    const opener = targetInfo.type === 'page' ? byTarget(targetInfo.openerId) : undefined
    if (!opener) return
    opener.webContents.askToOpen(targetInfo.url)
    cdp.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch((error) => debug('child', error.message))
  })
  cdp.on('close', () => {
    if (!runtime.quitting) for (const window of BrowserWindow.getAllWindows()) window.gone()
  })
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) {
      void window.webContents.command('Emulation.setEmulatedMedia', { features: nativeTheme.mediaFeatures })
    }
  })
  menuEvents.on('changed', () => {
    const expression = `window.__standinReceive?.('accelerators', 0, ${JSON.stringify(accelerators())})`
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.command('Runtime.evaluate', { expression }).catch((error) => debug('menu', error.message))
    }
  })
}

function byTarget(targetId) {
  return targetId === undefined
    ? undefined
    : BrowserWindow.getAllWindows().find((window) => window.targetId === targetId)
}
