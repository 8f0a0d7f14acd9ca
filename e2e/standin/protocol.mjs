import { debug, emitPreventable, strict } from './runtime.mjs'

/**
 * Custom schemes. Chromium on the outside knows none of them, so `app://host/path` is shown to it as
 * `https://host.app.standin/path`, and every request is intercepted before it gets anywhere near a network.
 */
const schemes = new Map()

export function toWeb(url) {
  const parts = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/.exec(url)
  return parts && schemes.has(parts[1]) ? `https://${parts[2] || 'host'}.${parts[1]}.standin${parts[3]}` : url
}

export function fromWeb(url) {
  return url.replace(/^https:\/\/([^/]*)\.([^./]+)\.standin(?=[/?#]|$)/, (_, host, scheme) => `${scheme}://${host}`)
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list) => {
    for (const entry of list) schemes.set(entry.scheme, { ...entry })
  },
  handle: (scheme, handler) => schemes.set(scheme, { ...schemes.get(scheme), handler }),
  unhandle: (scheme) => schemes.set(scheme, { ...schemes.get(scheme), handler: undefined }),
  isProtocolHandled: (scheme) => schemes.get(scheme)?.handler !== undefined
})

/** The app's `webRequest.onBeforeRequest` listener. */
const before = { listener: null }
export const webRequest = strict('session.webRequest', {
  onBeforeRequest: (filterOrListener, listener) => {
    before.listener = listener ?? filterOrListener
  }
})

/**
 * Decides over one paused request (CDP Fetch.requestPaused) the way Electron does: navigation events, webRequest, scheme
 * handler. `send` talks to the page's target.
 */
export async function decideRequest(contents, send, paused) {
  const url = fromWeb(paused.request.url)
  const requestId = paused.requestId
  const document = paused.resourceType === 'Document'
  const isMainFrame = document && paused.frameId === (contents.mainFrameId ?? paused.frameId)
  try {
    // 204 leaves the page where it is.
    if (document && !allowsNavigation(contents, url, isMainFrame)) {
      return await send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
    }
    if (before.listener && (await cancelled(contents, url, paused, isMainFrame))) {
      return await send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    }
    const handler = schemes.get(url.slice(0, url.indexOf(':')))?.handler
    if (!handler) return await send('Fetch.continueRequest', { requestId })
    const { method, headers, postData } = paused.request
    const request = new Request(url.replace(/#.*/, ''), { method, headers, ...(postData ? { body: postData } : {}) })
    const response = await handler(request)
    return await send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64')
    })
  } catch (error) {
    debug('request', url, error.stack)
    return send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch((failure) =>
      debug('request', failure.message)
    )
  }
}

function allowsNavigation(contents, url, isMainFrame) {
  if (isMainFrame) {
    const here = contents.getURL()
    const byApp = url === contents.requestedUrl
    if (here === '' || here === 'about:blank' || byApp || url.split('#')[0] === here.split('#')[0]) return true
  }
  const details = { url, isMainFrame, isSameDocument: false, frame: null, initiator: contents.mainFrame }
  if (!emitPreventable(contents, 'will-frame-navigate', details)) return false
  return !isMainFrame || emitPreventable(contents, 'will-navigate', details, url)
}

async function cancelled(contents, url, paused, isMainFrame) {
  const types = { Document: isMainFrame ? 'mainFrame' : 'subFrame', XHR: 'xhr', Fetch: 'xhr', Stylesheet: 'stylesheet' }
  const resourceType = types[paused.resourceType] ?? paused.resourceType.toLowerCase()
  const details = {
    id: 0,
    url,
    method: paused.request.method,
    webContentsId: contents.id,
    resourceType,
    referrer: '',
    timestamp: Date.now()
  }
  const answer = await new Promise((resolve) => before.listener(details, resolve))
  return answer.cancel === true
}
