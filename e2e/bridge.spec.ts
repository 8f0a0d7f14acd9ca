import { expect, test } from './fixtures.ts'

test.use({ sharesApp: true })

test('the bridge is all that the page can reach', async ({ dossier }) => {
  const found = await dossier.page.evaluate(() => {
    const { dossier: bridge } = window as unknown as { dossier: Record<string, unknown> }
    const names = Object.keys(bridge).sort()
    try {
      bridge['request'] = () => 'replaced'
    } catch {
      // Strict code may throw instead of ignoring it.
    }
    return {
      names,
      replaced: String(bridge['request']).includes('replaced'),
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
      secure: isSecureContext
    }
  })
  expect(found).toEqual({ names: ['dropped', 'on', 'request'], replaced: false, node: [], secure: true })
})

test('requests answer as data, never by throwing', async ({ dossier }) => {
  const answers = await dossier.page.evaluate(async () => {
    const { dossier: bridge } = window as unknown as {
      dossier: { request(name: string, input: unknown): Promise<unknown> }
    }
    return Promise.all([
      bridge.request('app.info', {}),
      bridge.request('app.nothing', {}),
      bridge.request('constructor', {}),
      bridge.request('source.get', { id: 7 }),
      bridge.request('source.get', { id: 'none' }),
      bridge.request('shell.open', { path: '/etc/passwd' })
    ])
  })
  expect(answers).toMatchObject([
    { ok: true, value: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } },
    { ok: false, error: { code: 'bad-request' } },
    { ok: false, error: { code: 'bad-request' } },
    { ok: false, error: { code: 'bad-request' } },
    { ok: false, error: { code: 'no-case' } },
    { ok: false, error: { code: 'bad-request' } }
  ])
})

test('settings survive a restart', async ({ dossier }) => {
  const set = await dossier.page.evaluate(async () => {
    const { dossier: bridge } = window as unknown as {
      dossier: { request(name: string, input: unknown): Promise<unknown> }
    }
    return bridge.request('app.setPreferences', { author: 'Desk 4' })
  })
  expect(set).toMatchObject({ ok: true, value: { author: 'Desk 4' } })
  await dossier.restart()
  const kept = await dossier.page.evaluate(async () => {
    const { dossier: bridge } = window as unknown as {
      dossier: { request(name: string, input: unknown): Promise<unknown> }
    }
    return bridge.request('app.preferences', {})
  })
  expect(kept).toMatchObject({ ok: true, value: { author: 'Desk 4' } })
})
