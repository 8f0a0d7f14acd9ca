import type { WebFrameMain } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { contract, type RequestName } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Handlers } from '../use-cases/handlers.ts'
import { createGateway, EVENT_CHANNEL, sendEvent, type Sender } from './gateway.ts'
import { Places } from './places.ts'
import { START_URL } from './security.ts'

const PAGE = 7

function sender(change: { id?: number; url?: string; parent?: object | null; frame?: null } = {}): Sender {
  const frame = { url: change.url ?? START_URL, parent: change.parent ?? null } as WebFrameMain
  return { sender: { id: change.id ?? PAGE }, senderFrame: change.frame === null ? null : frame }
}

function gateway(some: Partial<Handlers>) {
  const names = Object.keys(contract) as RequestName[]
  const none = Object.fromEntries(names.map((name) => [name, () => Promise.reject(new Error('not expected'))]))
  const log = { write: vi.fn(), settled: () => Promise.resolve() }
  return {
    answer: createGateway({
      handlers: { ...none, ...some } as Handlers,
      pageId: () => PAGE,
      places: new Places(),
      log
    }),
    log
  }
}

const INFO = { version: '1.0.0', runtime: 'electron', platform: 'linux' } as const

describe('the gateway', () => {
  it('answers what the handler answers, without what the contract does not know', async () => {
    const { answer } = gateway({ 'app.info': async () => ({ ...INFO, secret: 'x' }) })
    expect(await answer(sender(), 'app.info', {})).toEqual({ ok: true, value: INFO })
  })

  it.each([
    ['another page', sender({ id: 8 })],
    ['a frame inside the page', sender({ parent: {} })],
    ['a page from elsewhere', sender({ url: 'https://elsewhere.example/' })],
    ['a file', sender({ url: 'file:///home/index.html' })],
    ['another host of our scheme', sender({ url: 'app://other/index.html' })],
    ['a frame that is gone', sender({ frame: null })]
  ])('refuses %s before looking at anything', async (_who, from) => {
    const handler = vi.fn(async () => INFO)
    const { answer } = gateway({ 'app.info': handler })
    expect(await answer(from, 'app.info', {})).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    expect(handler).not.toHaveBeenCalled()
  })

  it.each([['app.nothing'], ['constructor'], ['__proto__'], [7], [undefined], [{ toString: () => 'app.info' }]])(
    'refuses the name %s',
    async (name) => {
      const { answer } = gateway({})
      expect(await answer(sender(), name, {})).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    }
  )

  it('refuses input that the contract does not allow, and names the place but not the value', async () => {
    const { answer } = gateway({})
    const result = await answer(sender(), 'case.open', { path: ['a secret name'] })
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'bad-request', message: expect.stringContaining('path') }
    })
    expect(JSON.stringify(result)).not.toContain('secret')
  })

  it('refuses more than a request ever needs before looking through it', async () => {
    const { answer } = gateway({})
    let deep: unknown = {}
    for (let level = 0; level < 5_000; level++) deep = { content: [deep] }
    const input = { id: 'b', fields: {}, doc: deep }
    expect(await answer(sender(), 'brief.save', input)).toMatchObject({ ok: false, error: { code: 'too-large' } })
    const text = 'x'.repeat(70_000_000)
    expect(await answer(sender(), 'import.paste', { text, html: null, url: null })).toMatchObject({
      ok: false,
      error: { code: 'too-large' }
    })
  })

  it('runs no more requests at once than a window ever asks', async () => {
    const held = Promise.withResolvers<typeof INFO>()
    const { answer } = gateway({ 'app.info': () => held.promise })
    const asked = Array.from({ length: 1_000 }, () => answer(sender(), 'app.info', {}))
    expect(await asked.at(-1)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    held.resolve(INFO)
    expect(await asked[0]).toEqual({ ok: true, value: INFO })
    expect(await answer(sender(), 'app.info', {})).toEqual({ ok: true, value: INFO })
  })

  it('passes a failure on as data', async () => {
    const { answer, log } = gateway({
      'case.close': () => Promise.reject(new DossierError('no-case', 'No case is open.'))
    })
    expect(await answer(sender(), 'case.close', {})).toEqual({
      ok: false,
      error: { code: 'no-case', message: 'No case is open.' }
    })
    expect(log.write).not.toHaveBeenCalled()
  })

  it('turns a defect into a calm sentence and logs it', async () => {
    const defect = new TypeError('words of a source')
    const { answer, log } = gateway({ 'case.close': () => Promise.reject(defect) })
    const result = await answer(sender(), 'case.close', {})
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'internal', message: expect.stringContaining('What was saved is kept') }
    })
    expect(JSON.stringify(result)).not.toContain('words of a source')
    expect(log.write).toHaveBeenCalledWith('case.close', defect)
  })

  it('lets no output through that the contract does not allow', async () => {
    const { answer } = gateway({ 'app.info': async () => ({ version: 1 }) as never })
    expect(await answer(sender(), 'app.info', {})).toMatchObject({ ok: false, error: { code: 'internal' } })
  })
})

describe('events', () => {
  it('are checked, and not sent to a page that is gone', () => {
    const send = vi.fn()
    const page = (gone: boolean) => ({ send, isDestroyed: () => gone })
    sendEvent(page(false), 'menu.command', { command: 'find' })
    expect(send).toHaveBeenCalledExactlyOnceWith(EVENT_CHANNEL, 'menu.command', { command: 'find' })
    sendEvent(page(true), 'menu.command', { command: 'find' })
    sendEvent(null, 'menu.command', { command: 'find' })
    expect(send).toHaveBeenCalledOnce()
    expect(() => sendEvent(page(false), 'menu.command', { command: 7 as never })).toThrow()
  })
})
