import { EventEmitter } from 'node:events'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { hardenApp, hardenContents, hardenSession, OFFLINE_SWITCHES, START_URL } from './security.ts'

/** What Electron gives to a listener that may prevent the default. */
function preventable() {
  const event = { prevented: false, preventDefault: () => (event.prevented = true) }
  return event
}

function contents() {
  return Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn(),
    setWebRTCIPHandlingPolicy: vi.fn(),
    getURL: () => START_URL
  })
}

describe('hardenContents', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (name) => {
    const page = contents()
    hardenContents(page as unknown as WebContents)
    const event = preventable()
    page.emit(name, event)
    expect(event.prevented).toBe(true)
  })

  it('denies every window', () => {
    const page = contents()
    hardenContents(page as unknown as WebContents)
    const handler = page.setWindowOpenHandler.mock.calls[0]?.[0] as (details: { url: string }) => unknown
    expect(handler({ url: START_URL })).toEqual({ action: 'deny' })
  })
})

describe('hardenApp', () => {
  it('appends the switches, sandboxes all pages, and hardens each that is made', () => {
    const switches: [string, string][] = []
    const app = Object.assign(new EventEmitter(), {
      enableSandbox: vi.fn(),
      commandLine: { appendSwitch: (name: string, value: string) => switches.push([name, value]) }
    })
    hardenApp(app as unknown as App)
    expect(switches).toEqual(OFFLINE_SWITCHES)
    expect(app.enableSandbox).toHaveBeenCalledOnce()
    const page = contents()
    app.emit('web-contents-created', {}, page)
    expect(page.setWindowOpenHandler).toHaveBeenCalledOnce()
  })
})

describe('hardenSession', () => {
  function harden() {
    const session = Object.assign(new EventEmitter(), {
      webRequest: { onBeforeRequest: vi.fn() },
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
      setDisplayMediaRequestHandler: vi.fn(),
      setSpellCheckerEnabled: vi.fn(),
      setSpellCheckerLanguages: vi.fn(),
      setSpellCheckerDictionaryDownloadURL: vi.fn()
    })
    hardenSession(session as unknown as Session, false)
    return session
  }

  it('cancels requests that are not ours', () => {
    const listener = harden().webRequest.onBeforeRequest.mock.calls[0]?.[0] as (
      details: { url: string },
      decide: (answer: { cancel: boolean }) => void
    ) => void
    const answer = (url: string) => {
      let given: unknown
      listener({ url }, (decision) => (given = decision))
      return given
    }
    expect(answer(START_URL)).toEqual({ cancel: false })
    expect(answer('https://elsewhere.example/')).toEqual({ cancel: true })
  })

  it('grants nothing but writing to the clipboard, and that to our page only', () => {
    const session = harden()
    const request = session.setPermissionRequestHandler.mock.calls[0]?.[0] as (
      page: { getURL(): string },
      permission: string,
      decide: (granted: boolean) => void
    ) => void
    const granted = (permission: string, url = START_URL) => {
      let given: unknown
      request({ getURL: () => url }, permission, (answer) => (given = answer))
      return given
    }
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'fullscreen'
    ]) {
      expect(granted(permission), permission).toBe(false)
    }
    expect(granted('clipboard-sanitized-write')).toBe(true)
    expect(granted('clipboard-sanitized-write', 'https://elsewhere.example/')).toBe(false)
    const check = session.setPermissionCheckHandler.mock.calls[0]?.[0] as (page: null, permission: string) => boolean
    expect(check(null, 'clipboard-sanitized-write')).toBe(false)
  })

  it('downloads nothing, not even a dictionary', () => {
    const session = harden()
    const event = preventable()
    session.emit('will-download', event)
    expect(event.prevented).toBe(true)
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
    expect(session.setSpellCheckerLanguages).toHaveBeenCalledWith([])
  })
})
