import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import {
  CONTENT_SECURITY_POLICY,
  isAllowedRequest,
  isOurs,
  OFFLINE_SWITCHES,
  START_URL,
  webPreferences
} from './security.ts'

const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)])
)

describe('content security policy', () => {
  it('allows nothing that it does not name', () => {
    expect(directives.get('default-src')).toEqual(["'none'"])
    expect(directives.get('connect-src')).toEqual(["'none'"])
    expect(directives.get('base-uri')).toEqual(["'none'"])
    expect(directives.get('form-action')).toEqual(["'none'"])
  })

  it('runs scripts from files only: no inline script, no eval', () => {
    expect(directives.get('script-src')).toEqual(["'self'"])
  })

  it('names no address, scheme wildcard or host', () => {
    const allowed = ["'none'", "'self'", "'unsafe-inline'", 'data:']
    for (const [name, sources] of directives) {
      expect(
        sources?.filter((source) => !allowed.includes(source)),
        name
      ).toEqual([])
    }
    expect([...directives].filter(([, sources]) => sources?.includes("'unsafe-inline'")).map(([name]) => name)).toEqual(
      ['style-src']
    )
    expect([...directives].filter(([, sources]) => sources?.includes('data:')).map(([name]) => name)).toEqual([
      'img-src'
    ])
  })

  it('stands in the page too, as a second line', async () => {
    const page = await readFile(new URL('../../renderer/index.html', import.meta.url), 'utf8')
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/unsafe-eval|https?:\/\/|\*/)
  })
})

describe('page settings', () => {
  it('isolates and sandboxes the page and gives it no Node', () => {
    expect(webPreferences('/preload.cjs', false)).toMatchObject({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false
    })
  })

  it('has developer tools in development only', () => {
    expect(webPreferences('/preload.cjs', true).devTools).toBe(true)
  })
})

describe('requests', () => {
  it('lets only our own scheme and host through', () => {
    expect(isAllowedRequest(START_URL, false)).toBe(true)
    for (const url of [
      'https://dossier/',
      'http://127.0.0.1:9/',
      'file:///etc/passwd',
      'app://other/index.html',
      'ws://dossier',
      'blob:app://dossier/1',
      'devtools://x',
      ''
    ]) {
      expect(isAllowedRequest(url, false), url).toBe(false)
    }
  })

  it('is not fooled by addresses that look like ours', () => {
    for (const url of [
      'app://dossier.example/',
      'app://dossier:80@elsewhere/',
      'https://app://dossier/',
      'app:dossier',
      'xapp://dossier/'
    ]) {
      expect(isOurs(url), url).toBe(false)
    }
  })

  it('resolves no name and knows no way around the dead proxy', () => {
    expect(Object.fromEntries(OFFLINE_SWITCHES)).toMatchObject({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'proxy-server': 'http://127.0.0.1:9',
      'proxy-bypass-list': '<-loopback>',
      'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp'
    })
  })
})
