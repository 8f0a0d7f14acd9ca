import { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clone, codec } from './codec.mjs'
import { ipcMain } from './ipc.mjs'
import { runAccelerator } from './menu.mjs'
import { session } from './modules.mjs'
import { decideRequest, fromWeb, toWeb } from './protocol.mjs'
import { debug, emitPreventable, runtime } from './runtime.mjs'

/** Electron's WebContents over one target of the browser. */
export class WebContents extends EventEmitter {
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

  forcefullyCrashRenderer() {
    this.#url = ''
    void this.command('Page.crash').catch((error) => debug('crash', error.message))
  }

  reload() {
    void this.command('Page.reload').catch((error) => debug('reload', error.message))
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
