import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { makePage, RECORD, recordOf } from '../../scripts/build-page.mjs'

const ROOT = resolve(import.meta.dirname, '../..')

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

it('the page is one file with a policy of its own that names what it runs, small enough to be sent', async () => {
  const page = await makePage()
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(3_000_000)
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+'; worker-src blob:;/
  )
  expect(policy).not.toMatch(/unsafe|https?:|\*|connect-src/)
  for (const [, element, text] of page.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g))
    expect(policy, element).toContain(`'sha256-${hashOf(text!)}'`)
  // Nothing that it would have to load.
  expect(
    /<(?:link|img|iframe|object|embed)\b[^>]*\b(?:src|href)=/.exec(page.replace(/<script>[\s\S]*<\/script>/, ''))
  ).toBeNull()
})

it('the page has the SHA-256 that the docs give: “node scripts/build-page.mjs --record” notes it', async () => {
  const found = createHash('sha256')
    .update(await makePage())
    .digest('hex')
  expect(await readFile(RECORD, 'utf8')).toBe(recordOf(found))
})

it('the page is made to the byte again, elsewhere too', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'page-build-'))
  try {
    for (const each of ['src/page', 'src/shared', 'src/main', 'scripts', 'package.json', 'tsconfig.base.json'])
      await cp(join(ROOT, each), join(elsewhere, each), { recursive: true })
    await symlink(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'))
    const other = (await import(pathToFileURL(join(elsewhere, 'scripts/build-page.mjs')).href)) as {
      makePage: typeof makePage
    }
    expect(hashOf(await other.makePage())).toBe(hashOf(await makePage()))
  } finally {
    await rm(elsewhere, { recursive: true })
  }
})
