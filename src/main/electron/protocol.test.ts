import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFileServer } from './protocol.ts'
import { CONTENT_SECURITY_POLICY } from './security.ts'

let folder = ''
let serve: (request: Request) => Promise<Response>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-protocol-'))
  const root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(root, 'index.html'), '<h1>Dossier</h1>')
  await writeFile(join(root, 'assets/a b.js'), 'let a')
  await writeFile(join(root, 'notes.txt'), 'of no type the renderer has')
  await writeFile(join(folder, 'secret.js'), 'outside')
  await mkdir(join(folder, 'renderer-other'))
  await writeFile(join(folder, 'renderer-other/x.js'), 'a folder whose name begins alike')
  await symlink(join(folder, 'secret.js'), join(root, 'link.js'))
  serve = createFileServer(root)
})

afterAll(() => rm(folder, { recursive: true }))

const get = (path: string) => serve(new Request(`app://dossier${path}`))

describe('the renderer’s files', () => {
  it('are served with their type and the policy', async () => {
    const page = await get('/index.html')
    expect(page.status).toBe(200)
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(await page.text()).toBe('<h1>Dossier</h1>')
    expect((await get('/assets/a%20b.js')).headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/..%5csecret.js',
    '/%2e%2e%2frenderer-other/x.js',
    '/link.js',
    '/index.html%00.js',
    '/%ff',
    '/missing.js',
    '/index.html/x.js',
    '/assets',
    '/',
    '/notes.txt'
  ])('are all there is: %s', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
    expect(answer.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY)
  })

  it('are for our own host and for reading only', async () => {
    expect((await serve(new Request('app://other/index.html'))).status).toBe(404)
    expect((await serve(new Request('app://dossier/index.html', { method: 'POST' }))).status).toBe(405)
  })
})
