import type { App, Session, WebContents, WebPreferences } from 'electron'

/** The renderer is served from `app://dossier/`, never from `file:`. */
export const SCHEME = 'app'
export const HOST = 'dossier'
export const START_URL = `${SCHEME}://${HOST}/index.html`

/** What the renderer may load: its own files and nothing else. It reaches the world only through the bridge. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/**
 * Switches that keep Chromium itself off the network: no name resolves, every connection goes to a proxy that isn't there
 * (also those to this machine), and WebRTC may not go around it. The last takes away from pages what would open dialogs for files past the
 * bridge, and let them write there under any name.
 */
export const OFFLINE_SWITCHES: readonly (readonly [string, string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'http://127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['no-pings', ''],
  ['disable-blink-features', 'FileSystemAccess,FileSystemAccessLocal']
]

/** How the window's page runs: isolated, sandboxed, without Node. Developer tools only where `development` says so. */
export function webPreferences(preload: string, development: boolean): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    enableWebSQL: false,
    devTools: development
  }
}

/** True for an address of the renderer's own. */
export function isOurs(url: string): boolean {
  try {
    const { protocol, host } = new URL(url)
    return protocol === `${SCHEME}:` && host === HOST
  } catch {
    // Not an address at all.
    return false
  }
}

/** True for what `webRequest` lets through: our own scheme, and what holds its bytes itself. */
export function isAllowedRequest(url: string, development: boolean): boolean {
  return isOurs(url) || url.startsWith('data:') || (development && url.startsWith('devtools:'))
}

/** To be called before the app is ready. */
export function hardenApp(app: App): void {
  app.enableSandbox()
  for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  app.on('login', (event) => event.preventDefault())
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
}

/** Denies what a session could ask for or fetch by itself. Only writing plain text or images to the clipboard is allowed. */
export function hardenSession(session: Session, development: boolean): void {
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !isAllowedRequest(details.url, development) })
  )
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(permission === 'clipboard-sanitized-write' && isOurs(contents.getURL()))
  )
  session.setPermissionCheckHandler(
    (contents, permission) =>
      permission === 'clipboard-sanitized-write' && contents !== null && isOurs(contents.getURL())
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null))
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  // Should anything ask for a dictionary all the same, it asks nowhere.
  session.setSpellCheckerDictionaryDownloadURL(`${SCHEME}://${HOST}/no-dictionaries/`)
  session.on('will-download', (event) => event.preventDefault())
}

/** Pins a page to where the app put it: no navigation in any frame, no window, no embedded page. */
export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
